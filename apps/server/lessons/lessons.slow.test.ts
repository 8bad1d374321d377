import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSampleRecording } from '@kinora/media/recording/testing';
import type { Lesson, TranscriptFile } from '@kinora/studios/language/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { readServerSentEvents } from '../../../tools/server-sent-events.ts';
import type { JobView, LessonSummary } from '../routes/schemas.ts';

/** The machine may be busy with other tests. */
const limit = 600_000;

type Ref = { asset: string; mediaType: string; bytes: number };
type Accepted = { lesson: LessonSummary; job: JobView };
type Got = { lesson: LessonSummary; version: number; result: Lesson; job: JobView };
type Entry = { id: string; form: string; gloss: string; evidenceCount: number };
type Problem = { code: string; detail: string };

let folder: string;
let server: ServerProcess;
let film: string;
let srt: string;
const start = () =>
  startServerProcess({ home: join(folder, 'home'), environment: { KINORA_RECORDINGS: join(folder, 'recordings') } });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-lessons-'));
  await mkdir(join(folder, 'recordings'));
  film = join(folder, 'recordings/My stream.mp4');
  ({ srt } = await makeSampleRecording({ path: film, seconds: 60, width: 320, height: 180, fps: 10 }));
  await writeFile(join(folder, 'recordings/My stream.ja.srt'), srt);
  server = await start();
}, limit);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const request = (path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}) =>
  fetch(`${server.url}/api/v1${path}`, { ...init, headers: { cookie: server.cookie, ...init.headers } });
const get = async <Value>(path: string) => (await (await request(path)).json()) as Value;
const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  request(path, { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const post = (path: string, body: unknown, headers?: Record<string, string>) => send('POST', path, body, headers);
const accepted = async (answer: Response) => {
  const body = (await answer.json()) as Accepted;
  expect([answer.status, body]).toEqual([202, expect.anything()]);
  return body;
};

async function storeSubtitles(text = srt): Promise<Ref> {
  const answer = await request('/lessons/subtitles?name=a.srt', { method: 'POST', body: text });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { file: Ref }).file;
}

async function finish({ job, lesson }: Accepted): Promise<Got> {
  const answer = await request(`/jobs/${job.id}/events`);
  for await (const { event } of readServerSentEvents(answer.body as ReadableStream<Uint8Array>)) {
    if (event === 'job-end') break;
  }
  return get<Got>(`/lessons/${lesson.id}`);
}

describe('what can’t be used is said', () => {
  test('of subtitles', async () => {
    const broken = await request('/lessons/subtitles', { method: 'POST', body: 'nothing here' });
    expect([broken.status, ((await broken.json()) as Problem).detail]).toEqual([
      400,
      expect.stringContaining('No subtitles could be read'),
    ]);
    const large = await request('/lessons/subtitles', { method: 'POST', body: new Uint8Array(20_000_001) });
    expect(large.status).toBe(413);
    const nothing = await post('/lessons', {});
    expect(nothing.status).toBe(400);
    const unknown = { kind: 'file', file: { asset: '0'.repeat(64), mediaType: 'text/plain', bytes: 1 } };
    expect((await post('/lessons', { subtitles: unknown })).status).toBe(404);
  });

  test('of recordings and folders', async () => {
    await symlink('/etc/hostname', join(folder, 'recordings/link.mp4'));
    await writeFile(join(folder, 'recordings/words.mp4'), 'no film at all');
    const probe = async (path: string) => {
      const answer = await post('/lessons/probe', { recording: { kind: 'path', path } });
      return [answer.status, ((await answer.json()) as Partial<Problem>).code];
    };
    expect(await probe('/etc/hostname')).toEqual([403, 'auth.forbidden']);
    expect(await probe(join(folder, 'recordings/link.mp4'))).toEqual([403, 'auth.forbidden']);
    expect(await probe(join(folder, 'recordings/words.mp4'))).toEqual([400, 'request.invalid']);
    expect(await probe(film)).toEqual([200, undefined]);
    expect((await request('/lessons/files?folder=/etc')).status).toBe(403);
    const top = await get<{ entries: { path: string }[] }>('/lessons/files');
    const inside = await get<{ entries: { name: string }[] }>(
      `/lessons/files?folder=${encodeURIComponent(top.entries[0]!.path)}`,
    );
    expect(inside.entries.map(({ name }) => name)).toEqual(['My stream.mp4', 'words.mp4', 'My stream.ja.srt']);
  });
});

test('words alone: made, found, edited, listed and deleted', { timeout: limit }, async () => {
  const subtitles = { kind: 'file', file: await storeSubtitles(), name: 'Chat.ja.srt' };
  const key = { 'idempotency-key': 'once' };
  const body = { subtitles, link: 'https://youtu.be/x' };
  const first = await accepted(await post('/lessons?outputs=anki,vocabulary-csv', body, key));
  const again = await accepted(await post('/lessons?outputs=anki,vocabulary-csv', body, key));
  expect(again.lesson.id).toBe(first.lesson.id);
  expect(first.lesson).toMatchObject({ title: 'Chat', studio: 'language', recording: 'none', state: 'making' });
  const { lesson, result } = await finish(first);
  expect(lesson).toMatchObject({ state: 'ready', items: result.counts.items });
  expect(lesson.seconds).toBeGreaterThan(30);
  expect(Object.keys(result.outputs).toSorted()).toEqual(['anki', 'vocabulary-csv']);
  const listed = await get<{ items: LessonSummary[] }>('/projects?studio=language&query=chat');
  expect(listed.items.map(({ id }) => id)).toEqual([lesson.id]);
  const file = await request(`/lessons/${lesson.id}/outputs/anki`);
  expect(file.headers.get('content-disposition')).toContain('Chat.apkg');

  // An item is edited; reading the words again keeps that.
  const { items } = await get<{ items: Entry[] }>(`/vocabulary?lesson=${lesson.id}`);
  const [item] = items;
  const path = `/vocabulary/${encodeURIComponent(item!.id)}`;
  expect((await send('PATCH', path, { gloss: 'mine', isStarred: true })).status).toBe(200);
  const edit = { version: 1, cues: [{ index: 0, text: 'Break a leg, everyone!' }] };
  const edited = await finish(await accepted(await post(`/lessons/${lesson.id}/transcript`, edit)));
  expect([edited.version, edited.job.state]).toEqual([2, 'done']);
  const words = await get<TranscriptFile>(`/assets/${edited.result.transcript!.asset}`);
  expect([words.origin, words.cues[0]?.text]).toEqual(['edited', 'Break a leg, everyone!']);
  expect(Object.keys(edited.result.outputs).toSorted()).toEqual(['anki', 'vocabulary-csv']);
  const found = await get<{ items: Entry[] }>(`/vocabulary?lesson=${lesson.id}&query=break`);
  expect(found.items.map(({ form }) => form)).toContain('break a leg');
  const mine = await get<{ items: Entry[] }>('/vocabulary?starred=true');
  expect(mine.items.map(({ id, gloss }) => [id, gloss])).toEqual([[item!.id, 'mine']]);

  const late = await post(`/lessons/${lesson.id}/transcript`, edit);
  expect([late.status, ((await late.json()) as Problem).code]).toEqual([409, 'request.conflict']);
  const plan = { version: 2, choices: { paper: 'Letter', link: null } };
  const planned = await finish(await accepted(await post(`/lessons/${lesson.id}/plan`, plan)));
  expect(planned.result.request).toMatchObject({ paper: 'Letter', link: null, furigana: true });
  expect((await post(`/lessons/${lesson.id}/plan`, {})).status).toBe(400);
  const versions = await get<{ items: { version: number; change: string }[] }>(`/lessons/${lesson.id}/versions`);
  expect(versions.items.map(({ change }) => change)).toEqual(['link, paper', 'one line of the transcript', 'made']);

  const csv = await request('/vocabulary/export?format=csv&starred=true');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(await csv.text()).toContain(',mine,');
  expect((await request(`/lessons/${lesson.id}/recording`)).status).toBe(404);
  expect((await request(`/lessons/${lesson.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await get<{ items: Entry[] }>('/vocabulary')).items).toEqual([]);
});

test(
  'a recording stays where it is, is played by ranges, and a killed server goes on',
  { timeout: limit },
  async () => {
    const body = {
      recording: { kind: 'path', path: film },
      subtitles: { kind: 'file', file: await storeSubtitles() },
      shorts: 1,
    };
    const begun = await accepted(await post('/lessons?outputs=main-video,short-1,worksheet', body));
    for (let progress = 0; progress < 0.1;) {
      const state = await get<JobView>(`/jobs/${begun.job.id}`);
      progress = state.state === 'done' ? 1 : state.progress;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    server.child.kill('SIGKILL');
    server = await start();
    const { lesson, result, job } = await finish(begun);
    expect([job.state, lesson.state, lesson.recording, lesson.title]).toEqual(['done', 'ready', 'video', 'My stream']);
    expect(Object.keys(result.outputs)).toEqual(expect.arrayContaining(['main-video', 'worksheet']));
    expect(result.sound).not.toBeNull();

    const bytes = await readFile(film);
    const range = await request(`/lessons/${lesson.id}/recording`, { headers: { range: 'bytes=100-199' } });
    expect([range.status, range.headers.get('content-type')]).toEqual([206, 'video/mp4']);
    expect(Buffer.from(await range.arrayBuffer())).toEqual(bytes.subarray(100, 200));
    const last = await request(`/lessons/${lesson.id}/recording`, { headers: { range: 'bytes=-10' } });
    expect(Buffer.from(await last.arrayBuffer())).toEqual(bytes.subarray(-10));

    // Files are called what their owner calls the lesson.
    expect((await send('PATCH', `/lessons/${lesson.id}`, { title: 'My stream' })).status).toBe(200);
    // Files that are there are not made again for one more.
    const more = await finish(
      await accepted(await post(`/lessons/${lesson.id}/outputs`, { outputs: ['thumbnail-2'] })),
    );
    expect(more.result.outputs['main-video']).toEqual(result.outputs['main-video']);
    expect(more.result.outputs['thumbnail-2']?.mediaType).toBe('image/jpeg');
  },
);
