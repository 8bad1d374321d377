import { createHash, randomUUID } from 'node:crypto';
import { KinoraError } from '@kinora/capabilities';
import type { AssetRef, Json } from '@kinora/capabilities';
import type { VideoFacts } from '@kinora/capabilities/publishing';
import { getJob, getProject, listJobEvents, listJobs, respondOnce } from '@kinora/platform/db';
import type { Home, Job, Transaction, UserDatabase } from '@kinora/platform/db';
import type { JobHandler, Jobs } from '@kinora/platform/jobs';
import { openVault } from '@kinora/platform/settings';
import type { UserAssets } from '@kinora/platform/storage';
import type { Lesson } from '@kinora/studios/language/schema';
import { jobView } from '../projects/job-view.ts';
import type { publishingKinds } from '../projects/job-view.ts';
import type { Setup } from '../setup/index.ts';
import type { VocabularyStore } from '../vocabulary/vocabulary.ts';
import { findDestinations } from './destinations.ts';
import type { Destinations } from './destinations.ts';
import { createLessonSource } from './lesson-source.ts';
import type { LessonSource } from './lesson-source.ts';
import { notionHandler } from './notion-job.ts';
import type { Publishing, PublishingEvent, UploadRequest } from './publishing.ts';
import { createSignIns } from './sign-ins.ts';
import { readUpload, youtubeHandler } from './youtube-job.ts';
import type { UploadInput } from './youtube-job.ts';

/** What of the set-up publishing needs. */
export type PublishingSetup = Pick<Setup, 'provider' | 'providers' | 'saveProvider'>;

/** Publishing before there are jobs: what runs them, and then the rest. */
export type PreparedPublishing = {
  handlers: Record<(typeof publishingKinds)[number], JobHandler>;
  open(jobs: Jobs, stopping: AbortSignal): Publishing;
};

/** Joins publishing to lessons and to what is set up. */
export async function preparePublishing({
  home,
  setup,
  ...parts
}: {
  home: Home;
  database: UserDatabase;
  assets: Pick<UserAssets, 'get' | 'stream'>;
  vocabulary: Pick<VocabularyStore, 'all'>;
  setup: PublishingSetup;
}): Promise<PreparedPublishing> {
  const source = createLessonSource(parts);
  const destinations = findDestinations(setup);
  const { database } = parts;
  return {
    handlers: {
      notion: notionHandler({ source, destinations }),
      youtube: youtubeHandler({ source, destinations, vault: await openVault(home) }),
    },
    open: (jobs, stopping) => openPublishing({ database, jobs, source, destinations, setup, stopping }),
  };
}

function openPublishing({
  database,
  jobs,
  source,
  destinations,
  setup,
  stopping,
}: {
  database: UserDatabase;
  jobs: Jobs;
  source: LessonSource;
  destinations: Destinations;
  setup: PublishingSetup;
  stopping: AbortSignal;
}): Publishing {
  const view = async (tx: Transaction, job: Job) => jobView(job, await getProject(tx, job.projectId ?? ''));

  /** Starts a job of a lesson; once for each idempotency key. */
  async function start(
    lesson: string,
    { kind, input, key }: { kind: 'notion' | 'youtube'; input: object; key: string | undefined },
    join: (tx: Transaction) => Promise<Job | undefined> = async () => undefined,
  ) {
    const id = randomUUID();
    const begin = async (tx: Transaction) => {
      const running = await join(tx);
      const job = running ?? (await jobs.start(tx, { id, kind, projectId: lesson, input: toJson(input) }));
      return { job: job.id };
    };
    const begun = await database.transaction(async (tx) => {
      // Two that ask at once see each other.
      await tx.client.query('select id from projects where id = $1 for update', [lesson]);
      if (key === undefined) return begin(tx);
      const hash = createHash('sha256')
        .update(JSON.stringify([lesson, kind, input]))
        .digest('hex');
      return respondOnce(tx, { key, hash }, () => begin(tx));
    });
    return database.read(async (tx) => view(tx, await getJob(tx, begun.job)));
  }

  const under = (lesson: string, kind: string) => async (tx: Transaction) =>
    (await listJobs(tx, { projectId: lesson, kinds: [kind], states: ['queued', 'running'], limit: 1 })).items[0];

  /** Jobs of a lesson, and what they told. */
  async function history(lesson: string, kind: string) {
    await source.lesson(lesson);
    return database.read(async (tx) => {
      const { items } = await listJobs(tx, { projectId: lesson, kinds: [kind] });
      return Promise.all(
        items.map(async (job) => {
          const events = (await listJobEvents(tx, job.id)).map(({ event }) => event as PublishingEvent);
          const last = <Type extends PublishingEvent['type']>(type: Type) =>
            events.findLast((event): event is PublishingEvent & { type: Type } => event.type === type);
          return { job, view: await view(tx, job), last };
        }),
      );
    });
  }

  return {
    notion: {
      async forecast(lesson, { signal }) {
        const rows = await source.rows(lesson);
        return (await destinations.notion({ signal })).forecast(rows, { signal });
      },
      async send(lesson, { idempotencyKey } = {}) {
        await source.lesson(lesson);
        await destinations.notion();
        const input = { kind: 'publish', outputs: null };
        return start(lesson, { kind: 'notion', input, key: idempotencyKey }, under(lesson, 'notion'));
      },
      async list(lesson) {
        const all = await history(lesson, 'notion');
        return all.map(({ view: job, last }) => ({ job, report: last('notion-end')?.report ?? null }));
      },
    },

    youtube: {
      ...createSignIns({ setup, destinations, stopping }),
      async playlists({ signal }) {
        return (await destinations.youtube({ signal })).playlists({ signal });
      },
      async forecast(lesson, request) {
        const file = await source.file(lesson, request.output);
        const captions = request.captions ? await source.captions(lesson, request.output) : [];
        return (await destinations.youtube()).forecast({
          bytes: file.bytes,
          hasThumbnail: request.thumbnail !== null,
          captions: captions.length,
          hasPlaylist: request.playlist !== null,
        });
      },
      async upload(lesson, request, { idempotencyKey } = {}) {
        const { lesson: made, title } = await source.lesson(lesson);
        const file = await source.file(lesson, request.output);
        const thumbnail = request.thumbnail === null ? null : await source.file(lesson, request.thumbnail);
        await destinations.youtube();
        const input: UploadInput = {
          kind: 'publish',
          outputs: null,
          output: request.output,
          file: plainRef(file),
          facts: factsOf(request, made, title),
          thumbnail: thumbnail && plainRef(thumbnail),
          captions: (request.captions ? await source.captions(lesson, request.output) : []).map(
            ({ bytes, ...captions }) => ({ ...captions, text: new TextDecoder().decode(bytes) }),
          ),
          playlist: request.playlist,
          again: request.again,
        };
        return start(lesson, { kind: 'youtube', input, key: idempotencyKey });
      },
      async list(lesson) {
        const all = await history(lesson, 'youtube');
        return all.map(({ job, view: shown, last }) => {
          const { output, facts } = readUpload(job);
          const uploaded = last('youtube-upload');
          return {
            job: shown,
            output,
            title: facts.title,
            privacy: facts.privacy,
            video: uploaded === undefined ? null : { id: uploaded.video, url: uploaded.url },
            notes: last('youtube-end')?.notes ?? [],
          };
        });
      },
    },
  };
}

/** What is said about a video: what was asked for, else what the plan says. */
function factsOf(request: UploadRequest, { plan }: Lesson, projectTitle: string): VideoFacts {
  const { output, language } = request;
  const short = plan?.shorts.find(({ id }) => id === output);
  const planned = (which: 'ja' | 'en') => ({
    title: (short?.hook[which] ?? plan?.posting.title[which] ?? '') || projectTitle,
    description: plan?.posting.description[which] ?? '',
  });
  const other = language === 'ja' ? 'en' : 'ja';
  const translations = request.translations ?? (plan === null ? {} : { [other]: planned(other) });
  const own = planned(language);
  return {
    title: request.title ?? own.title,
    description: request.description ?? own.description,
    tags: request.tags ?? plan?.posting.tags ?? [],
    language,
    translations: Object.fromEntries(
      Object.entries(translations).filter(([name, value]) => name !== language && value !== undefined),
    ),
    privacy: request.privacy,
    isMadeForKids: request.isMadeForKids,
    isSynthetic: request.isSynthetic,
  };
}

/** Nothing but what names a file: jobs' inputs are compared. */
function plainRef({ asset, mediaType, bytes }: AssetRef): AssetRef {
  return { asset, mediaType, bytes };
}

function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** @throws KinoraError `request.invalid` for an answer of Google that is none. */
export function readCallback(query: { state?: string; code?: string; error?: string }): {
  state: string;
  code: string;
} {
  const { state, code, error } = query;
  if (error !== undefined) {
    throw new KinoraError('auth.forbidden', 'The sign-in to YouTube was refused. Nothing was changed.');
  }
  if (!state || !code) throw new KinoraError('request.invalid', 'This is no answer of a sign-in.');
  return { state, code };
}
