import { KinoraError } from '@kinora/capabilities';
import { failureOfShape } from '@kinora/capabilities/remote';
import type { PublishingCall, UploadOutcome, VideoFacts, VideoFile } from '@kinora/capabilities/publishing';
import { z } from 'zod';
import { describeVideo } from './facts.ts';
import { failureOfGoogle } from './failure.ts';
import type { Google } from './client.ts';

/** Parts are sent in multiples of this many bytes; the last may be shorter. */
const grain = 256 * 1024;
/** Bytes a part has at first, unless a test wants less; smaller ones follow where a line is too slow or too frail for it. */
export const partBytes = 32 * grain;

const videoAnswer = z.object({ id: z.string().min(1) });

/**
 * Asks YouTube for an upload session (“Resumable Uploads” of the YouTube Data API, steps 1 and 2). Nothing is on the channel
 * before all bytes are there, so a session that is forgotten leaves nothing behind.
 */
export async function beginUpload(
  google: Google,
  video: VideoFacts,
  file: Pick<VideoFile, 'bytes' | 'mediaType'>,
): Promise<string> {
  const url = new URL(google.uploadUrl);
  url.search = new URLSearchParams({
    uploadType: 'resumable',
    part: 'snippet,status,localizations',
    notifySubscribers: String(video.privacy === 'public'),
  }).toString();
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await google.send(url.href, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=UTF-8',
          'x-upload-content-length': String(file.bytes),
          'x-upload-content-type': file.mediaType,
        },
        body: JSON.stringify(describeVideo(video)),
      });
      if (!answer.ok) throw await failureOf(answer, google);
      return checkSession(answer.headers.get('location') ?? '', google);
    } catch (error) {
      await google.rest(error, attempt);
    }
  }
}

/**
 * Sends what isn't there yet (steps 3 and 4): YouTube is asked how much it has before the first part and after each failure, so
 * that nothing is sent twice and a finished upload whose last answer was lost is recognised.
 */
export async function sendFile(
  google: Google,
  session: string,
  file: VideoFile,
  {
    onProgress,
    part = partBytes,
  }: Pick<PublishingCall<{ bytes: number; total: number }>, 'onProgress'> & { part?: number },
): Promise<UploadOutcome> {
  checkSession(session, google);
  const total = file.bytes;
  let offset: number | null = null;
  let furthest = 0;
  let failures = 0;
  let size = part;
  for (;;) {
    google.signal.throwIfAborted();
    try {
      const to: number = offset === null ? 0 : Math.min(offset + size, total);
      const answer: Response =
        offset === null
          ? await google.send(session, { method: 'PUT', headers: { 'content-range': `bytes */${total}` } })
          : await google.send(session, {
              method: 'PUT',
              headers: {
                'content-range': `bytes ${offset}-${to - 1}/${total}`,
                'content-type': file.mediaType,
              },
              body: await file.read({ from: offset, to }),
            });
      if (answer.status === 200 || answer.status === 201) {
        onProgress?.({ bytes: total, total });
        return { state: 'done', video: await readVideo(answer, google) };
      }
      if (answer.status === 404 || answer.status === 410) return { state: 'expired' };
      if (answer.status !== 308) throw await failureOf(answer, google);
      offset = readOffset(answer, total);
      if (offset > furthest) [furthest, failures] = [offset, 0];
      else if (to > 0) throw stuck();
      onProgress?.({ bytes: offset, total });
    } catch (error) {
      if (offset !== null) size = Math.max(grain, Math.floor(size / 2 / grain) * grain);
      offset = null;
      await google.rest(error, ++failures);
    }
  }
}

/** YouTube has the bytes up to and including the one that `Range` names; none without it. */
function readOffset(answer: Response, total: number): number {
  const [, last] = /^bytes=0-(\d+)$/.exec(answer.headers.get('range') ?? '') ?? [];
  if (last === undefined) return 0;
  return Math.min(Number(last) + 1, total);
}

async function readVideo(answer: Response, google: Google): Promise<string> {
  const parsed = videoAnswer.safeParse(await answer.json().catch(() => null));
  if (parsed.success) return parsed.data.id;
  throw failureOfShape(google.service, 'a finished upload without an id');
}

async function failureOf(answer: Response, google: Google): Promise<KinoraError> {
  const { status, headers } = answer;
  return failureOfGoogle({ status, headers, body: await answer.text() }, google.service);
}

/** Whoever knows a session may send to it, and our token goes along: it has to lead to Google. */
function checkSession(session: string, google: Google): string {
  const url = URL.parse(session);
  const own = new URL(google.uploadUrl);
  const isOwn = url?.origin === own.origin;
  const isGoogle = url?.protocol === 'https:' && own.protocol === 'https:' && url.hostname.endsWith('.googleapis.com');
  if (isOwn || isGoogle) return session;
  throw failureOfShape(google.service, 'an upload session elsewhere');
}

function stuck(): KinoraError {
  return new KinoraError('provider.failed', 'YouTube took no more of the file. Try again later; what it has is kept.', {
    isRetryable: true,
  });
}
