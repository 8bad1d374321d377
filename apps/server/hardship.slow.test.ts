import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Story } from '@kinora/studios/story/schema';
import { afterAll, describe, expect, test } from 'vitest';
import { startServerProcess } from '../../tools/server-process.ts';
import type { ServerProcess } from '../../tools/server-process.ts';
import { readServerSentEvents } from '../../tools/server-sent-events.ts';
import type { JobView, StorySummary } from './routes/schemas.ts';

type Accepted = { story: StorySummary; job: JobView };

const limit = 600_000;
const isRoot = process.getuid?.() === 0;
const folders: string[] = [];

/** A new empty folder, removed at the end. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kinora-hardship-'));
  await chmod(folder, 0o711);
  folders.push(folder);
  return folder;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const make = async (server: ServerProcess, wish: string): Promise<Accepted> =>
  (await (await server.api('POST', '/stories?outputs=captions', { wish, scenes: 3, seed: 5 })).json()) as Accepted;

/** Follows a job from its first event; ends after `until`, or with the job. */
async function follow(server: ServerProcess, job: string, until?: string): Promise<{ type: string; data: unknown }[]> {
  const response = await server.api('GET', `/jobs/${job}/events`);
  const events = [];
  for await (const { event, data } of readServerSentEvents(response.body as ReadableStream<Uint8Array>)) {
    events.push({ type: event, data: JSON.parse(data) as unknown });
    if (event === until) break;
  }
  return events;
}

const getStory = async (server: ServerProcess, id: string) =>
  (await (await server.api('GET', `/stories/${id}`)).json()) as { story: StorySummary; result: Story | null };

/** Every file of a story answers with as many bytes as it says. */
async function expectWhole(server: ServerProcess, story: Story): Promise<void> {
  for (const { picture, audio } of story.scenes) {
    for (const file of [picture, audio]) {
      const bytes = await (await server.api('GET', `/assets/${file.asset}`)).arrayBuffer();
      expect(bytes.byteLength).toBe(file.bytes);
    }
  }
}

describe('a home that can’t be used is named, with what to do', () => {
  test('a file in place of the folder', { timeout: limit }, async () => {
    const file = join(await newFolder(), 'home');
    await writeFile(file, 'not a folder');
    await expect(startServerProcess({ home: file })).rejects.toThrow(/home is not a folder.*KINORA_HOME/s);
    expect(await readFile(file, 'utf8')).toBe('not a folder');
  });

  test.skipIf(!isRoot)('a folder of another user', { timeout: limit }, async () => {
    const home = await newFolder();
    const { promise, resolve } = Promise.withResolvers<string>();
    const { spawn } = await import('node:child_process');
    const child = spawn(process.execPath, [join(import.meta.dirname, '../cli/main.ts'), 'serve'], {
      uid: 65_534,
      gid: 65_534,
      env: { ...process.env, KINORA_HOME: home, HOME: '/' },
    });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', () => resolve(output));
    expect(await promise).toMatch(/cannot be written by this user; correct its owner and permissions/);
  });

  test.skipIf(!isRoot)('a full disk', { timeout: limit }, async () => {
    const home = await newFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=711', 'tmpfs', home]);
    try {
      await expect(startServerProcess({ home })).rejects.toThrow(/disk.*full.*free some space/is);
    } finally {
      execFileSync('umount', ['-l', home]);
    }
  });
});

describe('nothing is lost', () => {
  test('a server killed in the middle of a story finishes it at the next start', { timeout: limit }, async () => {
    const home = await newFolder();
    await using first = await startServerProcess({ home });
    const { story, job } = await make(first, 'a small owl who counts the stars');
    const before = await follow(first, job.id, 'scene-picture');
    const ended = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await ended;

    await using second = await startServerProcess({ home });
    const after = await follow(second, job.id);
    expect(after.at(-1)).toMatchObject({ type: 'job-end', data: { state: 'done' } });
    const { result } = await getStory(second, story.id);
    if (result === null) throw new Error('The story has no pages.');
    await expectWhole(second, result);
    // What was written and drawn before is what the finished story has: it was not made again.
    const written = before.find(({ type }) => type === 'story-written')?.data as { title: string };
    const drawn = before.at(-1)?.data as { index: number; picture: { asset: string } };
    expect(result.title).toBe(written.title);
    expect(result.scenes[drawn.index]?.picture.asset).toBe(drawn.picture.asset);
    expect(result.reuse.reused + result.reuse.computed).toBeGreaterThan(6);
    expect((await (await second.api('GET', '/jobs')).json()) as object).toMatchObject({ items: [{ id: job.id }] });
  });

  test('PostgreSQL killed in the middle of a story: the story is finished', { timeout: limit }, async () => {
    const home = await newFolder();
    await using server = await startServerProcess({ home });
    const { story, job } = await make(server, 'a hedgehog who is learning to whistle');
    await follow(server, job.id, 'scene-start');
    for (const pid of await findPostgres(home)) process.kill(pid, 'SIGKILL');
    let last: JobView | null = null;
    while (last === null || last.state === 'queued' || last.state === 'running') {
      last = await server
        .api('GET', `/jobs/${job.id}`)
        .then(async (response) => (await response.json()) as JobView)
        .catch(() => last);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(last).toMatchObject({ state: 'done', error: null });
    const { result } = await getStory(server, story.id);
    if (result === null) throw new Error('The story has no pages.');
    await expectWhole(server, result);
  });

  test('a file changed on disk is refused, and made again by the next job', { timeout: limit }, async () => {
    const home = await newFolder();
    await using server = await startServerProcess({ home });
    const { story, job } = await make(server, 'a mouse who keeps a lighthouse');
    await follow(server, job.id);
    const { result } = await getStory(server, story.id);
    const [page, next] = result?.scenes ?? [];
    if (page === undefined || next === undefined) throw new Error('The story has no pages.');
    const changed = await fileOf(home, page.picture.asset);
    const removed = await fileOf(home, next.audio.asset);
    const bytes = await readFile(changed);
    bytes[bytes.length >> 1]! ^= 0xff;
    await writeFile(changed, bytes);
    await rm(removed);

    for (const { asset } of [page.picture, next.audio]) {
      const answer = await fetch(`${server.url}/api/v1/assets/${asset}`, { headers: { cookie: server.cookie } });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toMatchObject({ detail: expect.stringMatching(/make it again/) as string });
    }
    const again = (await (
      await server.api('POST', `/stories/${story.id}/outputs`, { outputs: ['cover', 'epub'] })
    ).json()) as Accepted;
    const events = await follow(server, again.job.id);
    expect(events.at(-1)?.data).toMatchObject({ state: 'done' });
    const mended = (await getStory(server, story.id)).result;
    if (mended === null) throw new Error('The story has no pages.');
    expect(mended.scenes.map(({ picture }) => picture.asset)).toEqual(
      result?.scenes.map(({ picture }) => picture.asset),
    );
    await expectWhole(server, mended);
    expect(Object.keys(mended.outputs).sort()).toEqual(['captions', 'cover', 'epub']);
  });

  test.skipIf(!isRoot)(
    'a disk that fills up: the job says so, and goes on when there is space',
    { timeout: limit },
    async () => {
      const home = await newFolder();
      const assets = join(home, 'assets');
      await mkdir(assets);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', assets]);
      try {
        await using server = await startServerProcess({ home });
        const { story, job } = await make(server, 'a bear who bakes at night');
        const events = await follow(server, job.id);
        expect(events.at(-1)?.data).toMatchObject({
          state: 'failed',
          error: { code: 'storage.full', detail: expect.stringMatching(/full; free some space/) as string },
        });
        execFileSync('mount', ['-o', 'remount,size=200m', assets]);
        await server.api('POST', `/jobs/${job.id}/retry`);
        expect((await follow(server, job.id)).at(-1)?.data).toMatchObject({ state: 'done', error: null });
        const { result } = await getStory(server, story.id);
        if (result === null) throw new Error('The story has no pages.');
        await expectWhole(server, result);
        expect(await readdir(join(assets, '.uploads'))).toEqual([]);
      } finally {
        execFileSync('umount', ['-l', assets]);
      }
    },
  );
});

/** Process ids of the PostgreSQL servers whose data lies in a home: the first line of `postmaster.pid`. */
async function findPostgres(home: string): Promise<number[]> {
  const files = (await readdir(home, { recursive: true })).filter((path) => path.endsWith('postmaster.pid'));
  const lines = await Promise.all(files.map(async (path) => (await readFile(join(home, path), 'utf8')).split('\n')));
  const pids = lines.map(([first]) => Number(first)).filter((pid) => pid > 1);
  if (pids.length === 0) throw new Error(`No PostgreSQL runs in ${home}.`);
  return pids;
}

/** Where the bytes of an asset lie. */
async function fileOf(home: string, asset: string): Promise<string> {
  const assets = join(home, 'assets');
  for (const owner of await readdir(assets)) {
    const path = join(assets, owner, asset.slice(0, 2), asset.slice(2));
    if (await stat(path).catch(() => null)) return path;
  }
  throw new Error(`There is no file of ${asset}.`);
}
