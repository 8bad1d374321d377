import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import type { VideoDestination, VideoFacts, VideoFile } from '@kinora/capabilities/publishing';
import type { Job } from '@kinora/platform/db';
import type { JobContext, JobHandler } from '@kinora/platform/jobs';
import type { Vault } from '@kinora/platform/settings';
import type { Destinations } from './destinations.ts';
import type { LessonSource } from './lesson-source.ts';
import type { PublishingEvent, UploadableOutput } from './publishing.ts';

/** What an upload's job keeps as its input, fixed when it was asked for. */
export type UploadInput = {
  kind: 'publish';
  outputs: null;
  output: UploadableOutput;
  file: AssetRef;
  facts: VideoFacts;
  thumbnail: AssetRef | null;
  captions: { language: string; name: string; text: string }[];
  playlist: string | null;
  again: boolean;
};

/** The input of an upload's job. */
export function readUpload({ input }: Pick<Job, 'input'>): UploadInput {
  return input as unknown as UploadInput;
}

/** An upload session as it is kept: sealed, for whoever holds it may send. */
type KeptSession = { sealed: string; begunAt: number };

/** Sessions that ended, after which an upload is given up. */
const mostSessions = 5;

/**
 * The code of a job that uploads a video. Each thing that changes the channel is a step, so that it happens once however often
 * the process dies: the session is kept before the first byte, and asked how far it is before the next. A file that was
 * uploaded before is not uploaded again by another job either.
 */
export function youtubeHandler({
  source,
  destinations,
  vault,
}: {
  source: LessonSource;
  destinations: Destinations;
  vault: Pick<Vault, 'seal' | 'open'>;
}): JobHandler {
  return async (job) => {
    const { signal, report, emit, step, alone } = job;
    const input = readUpload(job.job);
    const projectId = job.job.projectId ?? '';
    report(0, 'asking YouTube');
    const youtube = await destinations.youtube({ signal });
    const channel = await youtube.channel({ signal });
    const upload = {
      channel: channel.id,
      project: projectId,
      output: input.output,
      file: input.file.asset,
      again: input.again ? job.job.id : null,
    };
    let isNew = false;
    const { video } = await step({ name: 'youtube.upload', version: 1, inputs: upload }, async () => {
      isNew = true;
      return { video: await send(job, { youtube, input, upload, source, vault }) };
    });
    const url = `https://www.youtube.com/watch?v=${video}`;
    await emit({ type: 'youtube-upload', video, url } satisfies PublishingEvent);
    report(0.9, 'title, thumbnail and captions');
    const notes: string[] = [];
    /** What a channel may not do is no reason to give up a video that is there. */
    const besides = async (what: string, work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        if (signal.aborted || !isKinoraError(error) || error.isRetryable || !mayGoOn.has(error.code)) throw error;
        notes.push(`${what}: ${error.message}`);
      }
    };
    const once = (name: string, inputs: string, work: () => Promise<void>) =>
      step({ name: `youtube.${name}`, version: 1, inputs: { job: job.job.id, video, inputs } }, async () => {
        await work();
        return null;
      });
    // One of an earlier upload may say something else.
    if (!isNew) await youtube.describe(video, input.facts, { signal });
    const { thumbnail, playlist } = input;
    if (thumbnail !== null) {
      await besides('Thumbnail', async () => {
        await once('thumbnail', thumbnail.asset, async () =>
          youtube.setThumbnail(
            video,
            { bytes: await source.read(thumbnail), mediaType: thumbnail.mediaType },
            { signal },
          ),
        );
      });
    }
    for (const { text, ...captions } of input.captions) {
      const bytes = new TextEncoder().encode(text);
      await besides('Captions', async () => {
        await once('captions', captions.language, () => youtube.setCaptions(video, { ...captions, bytes }, { signal }));
      });
    }
    if (playlist !== null) {
      // Looking and adding are two requests.
      await besides('Playlist', () =>
        alone(`youtube playlist ${playlist}`, () => youtube.addToPlaylist(video, playlist, { signal })),
      );
    }
    await emit({ type: 'youtube-end', video, url, notes } satisfies PublishingEvent);
  };
}

/** Errors after which the rest of an upload is still done. */
const mayGoOn = new Set(['provider.refused', 'provider.unavailable', 'resource.missing', 'request.invalid']);

/** Sends the file; what an earlier process has sent is not sent again. @returns The id of the video. */
async function send(
  { step, report, signal }: JobContext,
  {
    youtube,
    input,
    upload,
    source,
    vault,
  }: {
    youtube: VideoDestination;
    input: UploadInput;
    upload: Record<string, string | null>;
    source: LessonSource;
    vault: Pick<Vault, 'seal' | 'open'>;
  },
): Promise<string> {
  const file: VideoFile = {
    bytes: input.file.bytes,
    mediaType: input.file.mediaType,
    read: (range) => source.readPart(input.file, range),
  };
  const purpose = `youtube session ${upload['file']}`;
  let since = Infinity;
  for (let attempt = 0; attempt < mostSessions; attempt++) {
    const inputs = { ...upload, attempt };
    const { sealed, begunAt } = await step<KeptSession>({ name: 'youtube.session', version: 1, inputs }, async () => ({
      sealed: vault.seal(await youtube.beginUpload(input.facts, file, { signal }), purpose),
      begunAt: Math.floor(Date.now() / 1000),
    }));
    since = Math.min(since, begunAt);
    const outcome = await youtube.upload(vault.open(sealed, purpose), file, {
      signal,
      onProgress: ({ bytes, total }) =>
        report((0.9 * bytes) / Math.max(1, total), `${megabytes(bytes)} of ${megabytes(total)} MB`),
    });
    if (outcome.state === 'done') return outcome.video;
    // A session ends a week after it was begun, or with the upload: then the video is there.
    const found = await youtube.findUpload(input.facts, file, since - 60, { signal });
    if (found !== null) return found;
  }
  throw new KinoraError(
    'provider.failed',
    'YouTube ended every upload session before it was done. Try again tomorrow.',
    {
      isRetryable: true,
    },
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
