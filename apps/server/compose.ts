import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { KinoraError } from '@kinora/capabilities';
import type { Audience, SpeechModelV4 } from '@kinora/capabilities';
import type { ProviderHealth } from '@kinora/capabilities/routing';
import { closeSignIn, isSession, openSignIn } from '@kinora/platform/auth';
import { ensureUser, forgetOldKeys, localOwnerId, openDatabase, openHome } from '@kinora/platform/db';
import { openJobs } from '@kinora/platform/jobs';
import { createAssets, createFileSystemBackend, createUploads } from '@kinora/platform/storage';
import type { Uploads } from '@kinora/platform/storage';
import { makeMusicVideo } from '@kinora/studios/music-video';
import { checkWish, createBuiltinAuthor, objections } from '@kinora/studios/story';
import type { OutputKind, StoryRequest } from '@kinora/studios/story/schema';
import type { Broadcasts } from './broadcasts/broadcasts.ts';
import { openBroadcasts } from './broadcasts/open.ts';
import type { BroadcastSettings } from './broadcasts/open.ts';
import { findListening } from './models/listening.ts';
import type { Listening } from './models/listening.ts';
import type { Voice } from './models/voices.ts';
import type { AssetFiles } from './routes/assets.ts';
import { openLiveEngines } from './live/engines.ts';
import { createLiveMetrics } from './live/metrics.ts';
import type { LiveMetrics } from './live/metrics.ts';
import { openLiveStudio } from './live/studio.ts';
import type { LiveStudio } from './live/studio.ts';
import { liveStyleHandler } from './live-style/job.ts';
import type { LiveWorks } from './live-style/live-works.ts';
import { openLiveWorks } from './live-style/open.ts';
import { liveWorkSummary } from './live-style/summary.ts';
import { createFolders } from './lessons/folders.ts';
import { lessonHandler } from './lessons/job.ts';
import type { Lessons } from './lessons/lessons.ts';
import { openLessons } from './lessons/open.ts';
import { probeRecording } from './lessons/probe.ts';
import { openRecordings } from './lessons/recordings.ts';
import { lessonSummary } from './lessons/summary.ts';
import { musicVideoHandler } from './music-videos/job.ts';
import type { MusicVideos } from './music-videos/music-videos.ts';
import { openAnalyses, openMusicVideos } from './music-videos/open.ts';
import { musicVideoSummary } from './music-videos/summary.ts';
import { endProjectJob, reopenProject } from './projects/end-job.ts';
import { createProjectJobs } from './projects/jobs.ts';
import type { ProjectJobs } from './projects/jobs.ts';
import { createLibrary } from './projects/library.ts';
import type { Library } from './projects/library.ts';
import { preparePublishing } from './publishing/open.ts';
import type { Publishing } from './publishing/publishing.ts';
import { openSetup } from './setup/index.ts';
import type { Setup } from './setup/index.ts';
import { audienceOf, storyHandler } from './stories/job.ts';
import { exportStory } from './stories/export.ts';
import { createStories } from './stories/service.ts';
import { openDictionaries } from './dictionaries/dictionaries.ts';
import type { Dictionaries } from './dictionaries/dictionaries.ts';
import { openSite } from './site/open.ts';
import type { PublicSite } from './site/site.ts';
import type { Stories } from './stories/stories.ts';
import { storySummary } from './stories/summary.ts';
import { identify } from './uploads/identify.ts';
import { openVocabulary } from './vocabulary/open.ts';
import type { VocabularyStore } from './vocabulary/vocabulary.ts';

/** A running Kinora: everything wired, nothing listening. */
export type Kinora = AsyncDisposable & {
  version: string;
  /** All that the owner made, newest first. */
  library: Library;
  jobs: ProjectJobs;
  stories: Stories;
  musicVideos: MusicVideos;
  /** Styled videos, recordings and snapshots. */
  liveWorks: LiveWorks;
  /** Recordings and what there is to learn in them. */
  lessons: Lessons;
  /** What there is to learn over all lessons. */
  vocabulary: VocabularyStore;
  /** Cameras that are being restyled, and their metrics. */
  live: LiveStudio;
  liveMetrics: LiveMetrics;
  /** Streams that others may watch. */
  broadcasts: Broadcasts;
  broadcastSettings: BroadcastSettings;
  /** Imported dictionaries and known words. */
  dictionaries: Dictionaries;
  /** What the owner publishes of lessons. */
  site: PublicSite;
  /** What the owner brings of lessons to Notion and YouTube. */
  publishing: Publishing;
  /** Hardware, models, providers and routes. */
  setup: Setup;
  /** Puts a wish before the guard. @throws KinoraError `request.unsafe`. */
  checkWish(request: Pick<StoryRequest, 'wish' | 'profile'>): Promise<{ note?: string }>;
  assets: AssetFiles;
  /** Files on their way in. */
  uploads: Uploads;
  voices(): Voice[];
  /** The speech route. */
  speech(): SpeechModelV4;
  /** Who writes down what is said. */
  listening(): Promise<Listening>;
  /** Aborted when Kinora stops. */
  stopping: AbortSignal;
  executorId: string;
  /** Aborted when another process took this one's place while the database was away: it must end. */
  displaced: AbortSignal;
  databaseKind: 'embedded' | 'external';
  isDatabaseUp(): Promise<boolean>;
  providers(): { capability: string; provider: ProviderHealth }[];
  /** Token of a new one-time sign-in link. */
  createSignIn(): Promise<string>;
  /** Uses a token up. @returns A session, or null when the token is unknown, used or too old. */
  signIn(token: string): Promise<string | null>;
  isSession(session: string): Promise<boolean>;
  /** Writes a story's files into a folder. @returns Their paths. */
  exportStory(
    id: string,
    folder: string,
    kinds: readonly OutputKind[],
  ): Promise<Partial<Record<OutputKind | 'text', string>>>;
};

/** Options of {@link openKinora}. */
export type KinoraOptions = {
  /** `server`: the one of this home. `worker`: one more that takes jobs. `command`: runs its own jobs, and others' while it is there. */
  role: 'server' | 'worker' | 'command';
  /** Where the server will listen, told to a second one. */
  port?: number;
  /** Whether voices and illustrator are made ready before they are asked for. Default true; a command that needs neither says no. */
  isWarm?: boolean;
  /** Receives one line for people. Default: standard error. */
  log?: (line: string) => void;
};

/** Version of Kinora, from package.json. */
export const version = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
).version;

/** Files up to this size are checked against their hash before they are sent whole. */
const verifiedBytes = 8_000_000;

/** Opens home, database, models and jobs, and joins them: the only place where everything meets. */
export async function openKinora(options: KinoraOptions): Promise<Kinora> {
  const log = options.log ?? ((line: string) => process.stderr.write(`kinora: ${line}\n`));
  await using stack = new AsyncDisposableStack();
  const stopping = new AbortController();
  const home = await openHome({ log });
  const database = stack.use(
    await openDatabase({ home, role: options.role === 'server' ? 'app' : 'worker', port: options.port }),
  );
  const owner = database.as(localOwnerId);
  await owner.transaction((tx) => ensureUser(tx), { isIdempotent: true });
  const { models, setup } = stack.use(
    await openSetup({ home, database: owner, isOwner: options.role === 'server', log }),
  );
  if (options.isWarm ?? true) {
    // Not awaited: what fails here fails again, with its reason, where it is used. A server first shows its page.
    const warmUp = setTimeout(() => void models.prepare().catch(() => {}), options.role === 'command' ? 0 : 1_500);
    stack.defer(() => clearTimeout(warmUp));
  }
  const backend = createFileSystemBackend(home.assets);
  const assets = createAssets({ database, backend, scratch: join(home.assets, '.uploads') });
  const uploads = createUploads({ database: owner, backend, identify });
  const ownedAssets = assets.as(localOwnerId);
  const { signal } = stopping;
  const dictionaries = stack.use(openDictionaries({ database: owner, assets: ownedAssets }));
  const analyses = openAnalyses(ownedAssets, signal);
  const author = createBuiltinAuthor();
  const folders = createFolders(process.env['KINORA_RECORDINGS'] ?? '');
  const recordings = openRecordings({ assets: ownedAssets, folders, nameOf: (asset) => uploads.nameOf(asset) });
  const vocabulary = openVocabulary(owner);
  const publishing = await preparePublishing({ home, database: owner, assets: ownedAssets, vocabulary, setup });
  const jobs = stack.use(
    await openJobs({
      database,
      assets,
      handlers: {
        story: storyHandler({ models, author }),
        'music-video': musicVideoHandler({ models, make: makeMusicVideo, recall: analyses.recall }),
        'live-style': liveStyleHandler(),
        language: lessonHandler({ models, recordings, vocabulary, dictionaries }),
        ...publishing.handlers,
      },
      onEnd: endProjectJob,
      onRetry: reopenProject,
    }),
  );
  stack.defer(() => stopping.abort());
  const guardOf = (audience: Audience) => ({ models: models.for(audience), audience, signal });

  const stories = createStories({
    database: owner,
    jobs,
    assets,
    voices: models.voices,
    hasVoice: models.hasVoice,
    checkScript: async (script, request) => {
      const [objection] = await objections(script, guardOf(audienceOf(request)));
      if (objection !== undefined)
        throw new KinoraError('request.unsafe', objection.explanation, { data: { field: objection.where } });
    },
  });

  const liveWorks = openLiveWorks({ database: owner, jobs, assets, uploads, signal });
  const musicVideos = openMusicVideos({ database: owner, jobs, assets, uploads, models, analyses, signal });

  const lessons = openLessons({
    database: owner,
    jobs,
    assets,
    uploads,
    recordings,
    folders,
    probe: (found, { signal: asked }) =>
      probeRecording(found, { listening: () => findListening(models), signal: AbortSignal.any([asked, signal]) }),
  });

  const liveMetrics = createLiveMetrics();
  const live = stack.use(openLiveStudio({ engines: openLiveEngines(models), observer: liveMetrics.observer }));

  const opened = stack.use(await openBroadcasts({ home, database: owner, environment: process.env, log }));

  const tidy = async () => {
    await uploads.sweep();
    await assets.sweep();
    await owner.transaction((tx) => forgetOldKeys(tx), { isIdempotent: true });
  };
  const timer = setInterval(
    () => void tidy().catch((error: unknown) => log(`Unused files could not be removed: ${String(error)}`)),
    3_600_000,
  );
  timer.unref();
  stack.defer(() => clearInterval(timer));

  const owned = stack.move();
  return {
    version,
    library: createLibrary(owner, {
      story: storySummary,
      'music-video': musicVideoSummary,
      'live-style': liveWorkSummary,
      language: lessonSummary,
    }),
    jobs: createProjectJobs({ database: owner, jobs }),
    stories,
    musicVideos,
    liveWorks,
    lessons,
    vocabulary,
    live,
    liveMetrics,
    broadcasts: opened.broadcasts,
    broadcastSettings: opened.settings,
    dictionaries,
    site: openSite({ database: owner, assets: ownedAssets, vocabulary }),
    publishing: publishing.open(jobs, signal),
    setup,
    checkWish: (request) => checkWish(request, guardOf({ kind: 'child', age: request.profile.age })),
    assets: {
      stat: (asset) => ownedAssets.find(asset),
      read: async (file, range) =>
        file.bytes <= verifiedBytes && range.end - range.start + 1 === file.bytes
          ? Readable.from([await ownedAssets.get(file)])
          : ownedAssets.stream(file, { range }),
    },
    uploads,
    voices: models.voices,
    speech: () => models.for({ kind: 'adult' }).speech,
    listening: () => findListening(models),
    stopping: signal,
    executorId: database.presence.executor,
    displaced: database.presence.lost,
    databaseKind: database.isEmbedded ? 'embedded' : 'external',
    isDatabaseUp: () => database.ping().then(Boolean, () => false),
    providers: () =>
      models.health().flatMap(({ capability, providers }) => providers.map((provider) => ({ capability, provider }))),
    createSignIn: () => owner.transaction((tx) => openSignIn(tx)),
    signIn: (token) => owner.transaction((tx) => closeSignIn(tx, token)),
    isSession: (session) => owner.transaction((tx) => isSession(tx, session), { isIdempotent: true }),
    exportStory: (id, folder, kinds) => exportStory({ stories, assets: ownedAssets, id, folder, kinds }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
