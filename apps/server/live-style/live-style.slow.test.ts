import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import type { LiveStyleWork } from '@kinora/studios/live-style/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSampleFilm } from '../../../tools/sample-film.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { readServerSentEvents } from '../../../tools/server-sent-events.ts';
import type { JobView, LiveWorkSummary } from '../routes/schemas.ts';

/** The machine may be busy with other tests. */
const limit = 600_000;

type Ref = { asset: string; mediaType: string; bytes: number };
type Accepted = { work: LiveWorkSummary; job: JobView };

let home: string;
let server: ServerProcess;
let film: Ref;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kinora-live-style-'));
  server = await startServerProcess({ home });
  film = await store(makeSampleFilm({ seconds: 2 }), 'My_walk.mp4');
}, limit);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

const request = (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
  fetch(`${server.url}/api/v1${path}`, { ...init, headers: { cookie: server.cookie, ...init.headers } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function store(bytes: Uint8Array, name: string): Promise<Ref> {
  const answer = await request(`/assets?name=${name}`, { method: 'POST', body: new Uint8Array(bytes) });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Ref;
}

async function finish({ job, work }: Accepted) {
  const answer = await request(`/jobs/${job.id}/events`);
  for await (const { event } of readServerSentEvents(answer.body as ReadableStream<Uint8Array>)) {
    if (event === 'job-end') break;
  }
  return (await (await request(`/live-style/${work.id}`)).json()) as {
    work: LiveWorkSummary;
    result: LiveStyleWork;
    job: JobView;
  };
}

const picture = () => new Uint8Array(createCanvas(320, 240).toBuffer('image/png'));

describe('what can’t be kept is said', () => {
  test.each([
    ['videos', () => ({ ...film, asset: '0'.repeat(64) }), 404],
    ['recordings', () => store(picture(), 'a.png'), 400],
    ['snapshots', () => film, 400],
    ['videos', () => store(new TextEncoder().encode(`fLaC${'x'.repeat(9000)}`), 'a.flac'), 400],
  ] as const)('a wrong file for %s', { timeout: limit }, async (collection, file, status) => {
    const answer = await post(`/live-style/${collection}`, { file: await file() });
    const problem = (await answer.json()) as { status: number; code: string; detail: string };
    expect([answer.status, problem.status]).toEqual([status, status]);
  });
});

test('a video is painted, listed, downloaded by its name, renamed and deleted', { timeout: limit }, async () => {
  const body = { file: film, size: 'source', style: { look: 'anime', prompt: 'golden autumn' } };
  const key = { 'idempotency-key': 'once' };
  const accepted = (await (await post('/live-style/videos', body, key)).json()) as Accepted;
  const again = (await (await post('/live-style/videos', body, key)).json()) as Accepted;
  expect(again.work.id).toBe(accepted.work.id);
  expect(accepted.work).toMatchObject({ title: 'My walk', kind: 'video', look: 'anime', state: 'making' });
  const { work, result, job } = await finish(accepted);
  expect([job.state, work.state]).toEqual(['done', 'ready']);
  expect(work).toMatchObject({ width: 128, height: 96, seconds: 2, cover: { mediaType: 'image/jpeg' } });
  expect(Object.keys(result.outputs).toSorted()).toEqual(['thumbnail', 'video']);

  const listed = (await (await request('/projects?studio=live-style&query=autumn')).json()) as {
    items: LiveWorkSummary[];
  };
  expect(listed.items.map(({ id }) => id)).toEqual([work.id]);
  const file = await request(`/live-style/${work.id}/outputs/video`);
  expect(file.headers.get('content-type')).toBe('video/mp4');
  expect(file.headers.get('content-disposition')).toContain('My walk.mp4');
  expect((await request(`/assets/${result.outputs.video!.asset}`, { headers: { range: 'bytes=0-99' } })).status).toBe(
    206,
  );

  const patch = {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Us' }),
  };
  expect(((await (await request(`/live-style/${work.id}`, patch)).json()) as LiveWorkSummary).title).toBe('Us');
  expect((await request(`/live-style/${work.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await request(`/live-style/${work.id}`)).status).toBe(404);
});

test('a recording and a picture go into the library', { timeout: limit }, async () => {
  // The film of the test before was deleted with its project.
  const recording = await store(makeSampleFilm({ seconds: 1 }), 'recording.mp4');
  const recorded = await finish(
    (await (await post('/live-style/recordings', { file: recording, style: { look: 'ink' } })).json()) as Accepted,
  );
  expect(recorded.work).toMatchObject({ kind: 'recording', state: 'ready', title: 'Ink' });
  expect(Object.keys(recorded.result.outputs).toSorted()).toEqual(['recording', 'thumbnail', 'video']);
  const taken = await finish(
    (await (
      await post('/live-style/snapshots', { file: await store(picture(), 'b.png'), title: 'Me' })
    ).json()) as Accepted,
  );
  expect(taken.work).toMatchObject({
    kind: 'snapshot',
    state: 'ready',
    title: 'Me',
    width: 320,
    height: 240,
    seconds: 0,
  });
  const page = await fetch(`${server.url}/live/${taken.work.id}`, {
    headers: { cookie: server.cookie, accept: 'text/html' },
  });
  expect(page.status).toBeLessThan(500);
});

test('kill -9 in the middle: the painting goes on and ends', { timeout: limit }, async () => {
  const long = await store(makeSampleFilm({ seconds: 12, width: 256, height: 256 }), 'long.mp4');
  const { work, job } = (await (
    await post('/live-style/videos', { file: long, style: { look: 'watercolour' } })
  ).json()) as Accepted;
  for (let progress = 0; progress < 0.05;) {
    const state = (await (await request(`/jobs/${job.id}`)).json()) as JobView;
    progress = state.state === 'done' ? 1 : state.progress;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.child.kill('SIGKILL');
  server = await startServerProcess({ home });
  const ended = await finish({ work, job });
  expect([ended.job.state, ended.work.state, ended.result.facts.seconds]).toEqual(['done', 'ready', 12]);
});
