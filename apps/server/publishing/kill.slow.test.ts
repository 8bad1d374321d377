import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openTemporaryHome } from '@kinora/platform/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pageId, startNotionServer, token } from '@kinora/providers/notion/testing';
import { clientId, clientSecret, refreshToken, startYoutubeServer } from '@kinora/providers/youtube/testing';
import type { NotionExport, VideoUpload } from './publishing.ts';

/** Kinora is killed while it publishes; afterwards everything is at the other end once, whole, and nothing is missing. */

const program = fileURLToPath(new URL('testing/publishing-app.ts', import.meta.url));
const limit = 120_000;

type Ended = { notion: NotionExport[]; youtube: VideoUpload[]; state: string };

const notion = await startNotionServer();
const youtube = await startYoutubeServer();
let opened: Awaited<ReturnType<typeof openTemporaryHome>>;
beforeAll(async () => {
  opened = await openTemporaryHome();
}, limit);
afterAll(async () => {
  await opened?.[Symbol.asyncDispose]();
  await notion[Symbol.asyncDispose]();
  await youtube[Symbol.asyncDispose]();
}, limit);
beforeEach(() => {
  notion.forget();
  youtube.forget();
});

let running: ChildProcess | null = null;

/** Runs Kinora until all its jobs have ended, or it is killed. @returns How they ended; null when it was killed. */
async function live(start: { kind: string; key: string; again?: boolean }[]): Promise<Ended | null> {
  const told = {
    home: opened.home.path,
    notion: { url: notion.url, token, page: pageId },
    youtube: { url: youtube.url, clientId, clientSecret, refreshToken, playlist: youtube.playlists[0]?.id },
    start,
  };
  const child = spawn(process.execPath, [program, JSON.stringify(told)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, KINORA_DATABASE_URL: '' },
  });
  running = child;
  let output = '';
  let words = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal === 'SIGKILL') return null;
  if (code !== 0) throw new Error(`It ended with ${code}:\n${words}`);
  return JSON.parse(output) as Ended;
}

const kill = async () => {
  running?.kill('SIGKILL');
};

let count = 0;
/** Starts one thing and goes on with it until it is done, however often Kinora is killed. */
async function untilDone(kind: string, again = false): Promise<{ ended: Ended; lives: number }> {
  const start = [{ kind, key: `${kind} ${++count}`, again }];
  for (let lives = 1; ; lives++) {
    const ended = await live(start);
    if (ended) return { ended, lives };
  }
}

describe('the vocabulary is in Notion once', () => {
  test.each([
    ['after the database was made', /^POST \/v1\/databases/, 'after', 0],
    ['before a page is made', /^POST \/v1\/pages/, 'before', 7],
    ['after a page was made', /^POST \/v1\/pages/, 'after', 19],
  ] as const)(
    'when Kinora is killed %s',
    async (_when, match, when, skip) => {
      for (let skipped = 0; skipped < skip; skipped++) notion.fail({ kind: 'slow', ms: 0 }, match);
      notion.fail({ kind: 'do', when, work: kill }, match);
      const { ended, lives } = await untilDone('notion');
      expect(lives).toBe(2);
      expect(notion.databases.length).toBe(1);
      const ids = notion.pages().map((page) => notion.read(page, 'Kinora ID').split('/')[1]);
      expect(ids.length).toBe(40);
      expect(new Set(ids)).toEqual(new Set(Array.from({ length: 40 }, (_, index) => `ja-word-${index}`)));
      expect(ended.notion[0]).toMatchObject({ job: { state: 'done', kind: 'publish' }, report: { refused: [] } });
      expect(ended.state).toBe('ready');
    },
    limit,
  );

  test(
    'when Kinora is killed again and again',
    async () => {
      for (const skip of [2, 11, 17]) {
        for (let skipped = 0; skipped < skip; skipped++) notion.fail({ kind: 'slow', ms: 0 }, /^POST \/v1\/pages/);
        notion.fail({ kind: 'do', when: skip === 11 ? 'before' : 'after', work: kill }, /^POST \/v1\/pages/);
      }
      const { lives } = await untilDone('notion');
      expect(lives).toBe(4);
      expect(notion.pages().length).toBe(40);
      expect(new Set(notion.pages().map((page) => notion.read(page, 'Kinora ID'))).size).toBe(40);
    },
    limit,
  );
});

describe('a video is on the channel once', () => {
  const expectOnce = (ended: Ended) => {
    expect(youtube.videos.length).toBe(1);
    const [video] = youtube.videos;
    expect(video).toMatchObject({ bytes: 3 * 256 * 1024 + 4321, status: { privacyStatus: 'private' } });
    expect(video?.thumbnail?.mediaType).toBe('image/png');
    expect(youtube.captions).toMatchObject([
      { videoId: video?.id, language: 'ja', text: expect.stringContaining('今日') },
    ]);
    expect(youtube.playlists[0]?.items).toEqual([video?.id]);
    expect(ended.youtube[0]).toMatchObject({ job: { state: 'done' }, video: { id: video?.id }, notes: [] });
    expect(ended.state).toBe('ready');
  };

  test.each([
    ['after the session was begun', /^POST \/upload\/youtube\/v3\/videos/, 'after', 0],
    ['after the second part arrived', /^PUT/, 'after', 2],
    ['after the last part arrived', /^PUT/, 'after', 4],
    ['after the thumbnail was set', /^POST .*thumbnails/, 'after', 0],
    ['after it was put into the playlist', /^POST .*playlistItems/, 'after', 0],
  ] as const)(
    'when Kinora is killed %s',
    async (_when, match, when, skip) => {
      for (let skipped = 0; skipped < skip; skipped++) youtube.fail({ kind: 'slow', ms: 0 }, match);
      youtube.fail({ kind: 'do', when, work: kill }, match);
      // What an earlier test uploaded of the same file is on a channel that was emptied since: this is another one.
      youtube.renameChannel(`UC${++count}`);
      const { ended, lives } = await untilDone('main-video');
      expect(lives).toBe(2);
      expectOnce(ended);
    },
    limit,
  );

  test(
    'when its session ended meanwhile, done or not',
    async () => {
      for (const skip of [2, 4]) {
        youtube.forget();
        youtube.renameChannel(`UC${++count}`);
        for (let skipped = 0; skipped < skip; skipped++) youtube.fail({ kind: 'slow', ms: 0 }, /^PUT/);
        const work = async () => {
          await kill();
          youtube.forgetSessions();
        };
        youtube.fail({ kind: 'do', when: 'after', work }, /^PUT/);
        const { ended, lives } = await untilDone('main-video');
        expect(lives).toBe(2);
        expectOnce(ended);
      }
    },
    limit,
  );

  test(
    'also when it is asked for again, unless its owner wants another',
    async () => {
      youtube.renameChannel(`UC${++count}`);
      await untilDone('main-video');
      const { ended } = await untilDone('main-video');
      expect(ended.youtube[0]?.video).toEqual(ended.youtube[1]?.video);
      expectOnce(ended);
      await untilDone('main-video', true);
      expect(youtube.videos.length).toBe(2);
    },
    limit,
  );
});
