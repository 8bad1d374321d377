import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  addVersion,
  createProject,
  ensureUser,
  listJobs,
  listProjects,
  localOwnerId,
  openDatabase,
  openHome,
  updateProject,
  updateVersion,
} from '@kinora/platform/db';
import { createOutgoing } from '@kinora/platform/http';
import { openJobs } from '@kinora/platform/jobs';
import { createAssets, createFileSystemBackend } from '@kinora/platform/storage';
import { createNotionProvider } from '@kinora/providers/notion';
import { createYoutubeProvider } from '@kinora/providers/youtube';
import { endProjectJob, reopenProject } from '../../projects/end-job.ts';
import type { VocabularyStore } from '../../vocabulary/vocabulary.ts';
import type { PublishingSetup } from '../open.ts';
import { preparePublishing } from '../open.ts';
import { uploadRequest } from '../publishing.ts';
import type { UploadableOutput } from '../publishing.ts';

/**
 * A Kinora with nothing but a lesson and what publishes it, in a process of its own that may be killed anywhere. It starts the jobs
 * it is told to, once for all of its lives, waits until all have ended, says how, and ends.
 */
type Told = {
  home: string;
  notion: { url: string; token: string; page: string };
  youtube: { url: string; clientId: string; clientSecret: string; refreshToken: string; playlist: string };
  /** What to start, by a key of one's own; null: nothing. */
  start: { kind: 'notion' | UploadableOutput; key: string; again?: boolean }[];
};

const told = JSON.parse(process.argv[2] ?? '{}') as Told;
/** Of the video: three parts and a bit. */
const videoBytes = 3 * 256 * 1024 + 4321;
const rowCount = 40;

const home = await openHome({ path: told.home });
await using database = await openDatabase({ home, url: '' });
const owner = database.as(localOwnerId);
await owner.transaction((tx) => ensureUser(tx), { isIdempotent: true });
const assets = createAssets({ database, backend: createFileSystemBackend(home.assets) });
const files = assets.as(localOwnerId);
await using outgoing = createOutgoing({ allowPrivate: [told.notion.url, told.youtube.url], proxy: null });
const services = {
  fetch: outgoing.fetch,
  importPackage: <Module>(name: string) => import(name) as Promise<Module>,
};

const setup = {
  provider: async (id: string) =>
    id === 'notion'
      ? createNotionProvider({ token: told.notion.token, page: told.notion.page, baseUrl: told.notion.url }, services, {
          perSecond: 500,
          backoffMs: 20,
        })
      : createYoutubeProvider(
          {
            clientId: told.youtube.clientId,
            clientSecret: told.youtube.clientSecret,
            refreshToken: told.youtube.refreshToken,
            baseUrl: told.youtube.url,
          },
          services,
          { part: 256 * 1024, backoffMs: 20 },
        ),
} as PublishingSetup;

const lesson = (await owner.read((tx) => listProjects(tx, {}))).items[0]?.id ?? (await makeLesson());

const vocabulary = {
  all: async () =>
    Array.from({ length: rowCount }, (_, index) => ({
      id: `ja-word-${index}`,
      kind: 'word',
      language: 'ja',
      form: `言葉${index}`,
      partOfSpeech: 'noun',
      gloss: `word ${index}`,
      tags: ['stream'],
      evidence: [{ lesson, context: `言葉${index}です。`, start: index, link: `https://youtu.be/x?t=${index}` }],
    })),
} as unknown as Pick<VocabularyStore, 'all'>;

const prepared = await preparePublishing({ home, database: owner, assets: files, vocabulary, setup });
await using jobs = await openJobs({
  database,
  assets,
  handlers: prepared.handlers,
  onEnd: endProjectJob,
  onRetry: reopenProject,
});
const publishing = prepared.open(jobs, new AbortController().signal);
for (const { kind, key, again } of told.start) {
  if (kind === 'notion') await publishing.notion.send(lesson, { idempotencyKey: key });
  else {
    const request = uploadRequest.parse({
      output: kind,
      title: `Lesson ${kind}`,
      thumbnail: 'thumbnail-1',
      playlist: told.youtube.playlist,
      again,
    });
    await publishing.youtube.upload(lesson, request, { idempotencyKey: key });
  }
}
const open = async () =>
  (await owner.read((tx) => listJobs(tx, { projectId: lesson, states: ['queued', 'running'] }))).items.length;
while ((await open()) > 0) await sleep(50);
const [{ state } = { state: 'gone' }] = (await owner.read((tx) => listProjects(tx, {}))).items;
const ended = {
  notion: await publishing.notion.list(lesson),
  youtube: await publishing.youtube.list(lesson),
  state,
};
process.stdout.write(`${JSON.stringify(ended)}\n`);

async function makeLesson(): Promise<string> {
  const video = Buffer.alloc(videoBytes);
  for (let at = 0; at < videoBytes; at += 32) createHash('sha256').update(String(at)).digest().copy(video, at);
  const cue = { index: 0, start: 1, end: 3, text: '今日はここまで。' };
  const put = (bytes: Uint8Array, mediaType: string) => files.put(bytes, { mediaType });
  const result = {
    title: 'Lesson',
    transcript: await put(Buffer.from(JSON.stringify({ cues: [cue], sentences: [] })), 'application/json'),
    plan: {
      cut: { keeps: [{ start: 0, end: 10 }], chapters: [], cards: [], intro: null, outro: null },
      shorts: [],
      posting: { title: { ja: '授業', en: 'Lesson' }, description: { ja: '説明', en: 'About' }, tags: ['日本語'] },
    },
    outputs: {
      'main-video': await put(video, 'video/mp4'),
      'thumbnail-1': await put(Buffer.from('a picture'), 'image/png'),
    },
  };
  return owner.transaction(async (tx) => {
    const { id } = await createProject(tx, { studio: 'language', title: 'Lesson', summary: {}, searchText: '' });
    await addVersion(tx, { projectId: id, request: {}, change: 'made' });
    await updateVersion(tx, { projectId: id, version: 1 }, { result: JSON.parse(JSON.stringify(result)) });
    await updateProject(tx, id, { state: 'ready' });
    return id;
  });
}
