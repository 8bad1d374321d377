import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeMedia } from '@kinora/media/video';
import type { MusicVideo, MusicVideoEvent } from '@kinora/studios/music-video/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';
import { makeSong } from '../../../tools/sample-song.ts';
import { readServerSentEvents } from '../../../tools/server-sent-events.ts';
import type { JobView, MusicVideoSummary } from '../routes/schemas.ts';

/** The machine may be busy with other tests. */
const limit = 600_000;

type Ref = { asset: string; mediaType: string; bytes: number };
type Accepted = { video: MusicVideoSummary; job: JobView };

let home: string;
let server: ServerProcess;
let song: Ref;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kinora-music-'));
  server = await startServerProcess({ home });
  song = await store(makeSong(), 'Night_Drive.wav');
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
const json = async <Value>(answer: Promise<Response>) => (await (await answer).json()) as Value;

async function store(bytes: Buffer, name: string): Promise<Ref> {
  const answer = await request(`/assets?name=${name}`, { method: 'POST', body: new Uint8Array(bytes) });
  expect(answer.status).toBe(201);
  return (await answer.json()) as Ref;
}

async function follow(job: string, until: (event: MusicVideoEvent) => boolean = () => false) {
  const answer = await request(`/jobs/${job}/events`);
  const events: MusicVideoEvent[] = [];
  for await (const { event, data } of readServerSentEvents(answer.body as ReadableStream<Uint8Array>)) {
    if (event === 'job-end') return { events, job: JSON.parse(data) as JobView };
    events.push(JSON.parse(data) as MusicVideoEvent);
    if (until(events.at(-1)!)) break;
  }
  return { events, job: null };
}

const get = async (id: string) =>
  json<{ video: MusicVideoSummary; version: number; result: MusicVideo; job: JobView }>(request(`/music-videos/${id}`));
const of = <Type extends MusicVideoEvent['type']>(events: MusicVideoEvent[], type: Type) =>
  events.filter((event): event is Extract<MusicVideoEvent, { type: Type }> => event.type === type);

describe('what can’t become a video is said, with the field', () => {
  const bodies: Record<string, () => Promise<unknown> | object> = {
    'a song that was not uploaded': () => ({ song: { ...song, asset: '0'.repeat(64) } }),
    'a picture instead of a song': async () => ({ song: await store(png(64, 64), 'a.png') }),
    'what only looks like a song': async () => ({
      song: await store(Buffer.from(`fLaC${'x'.repeat(9000)}`), 'a.flac'),
    }),
    'a song instead of a picture': () => ({ song, characters: [{ picture: song }] }),
    'a picture that claims to be huge': async () => ({
      song,
      characters: [{ picture: await store(png(20_000, 20_000), 'b.png') }],
    }),
    'a theme that the guard refuses': () => ({ song, theme: 'child porn' }),
    'lyrics with a time that is none': () => ({ song, lyrics: { kind: 'lrc', text: '[00:01.00]Hello\n[00:xx]you' } }),
    'two pictures': () => ({ song, scenes: 2 }),
    'an unknown world': () => ({ song, world: 'narnia' }),
  };
  test.each([
    ['a song that was not uploaded', 404, 'song'],
    ['a picture instead of a song', 400, 'song'],
    ['what only looks like a song', 400, 'song'],
    ['a song instead of a picture', 400, 'characters.0.picture'],
    ['a picture that claims to be huge', 400, 'characters.0.picture'],
    ['a theme that the guard refuses', 422, 'theme'],
    ['lyrics with a time that is none', 400, 'lyrics'],
    ['two pictures', 400, 'scenes'],
    ['an unknown world', 400, 'world'],
  ])('%s', { timeout: limit }, async (what, status, field) => {
    const answer = await post('/music-videos', await bodies[what]!());
    const problem = (await answer.json()) as { errors: { path: string }[]; detail: string };
    expect([answer.status, problem.errors.map(({ path }) => path)]).toEqual([status, [field]]);
    expect(problem.detail.length).toBeGreaterThan(20);
  });
});

test('ten who ask for the analysis of a song at once get the same one', { timeout: limit }, async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => post('/audio/analyses', { song, key_moments: 5 }).then((answer) => answer.text())),
  );
  expect(new Set(answers).size).toBe(1);
  const { analysis } = JSON.parse(answers[0]!) as { analysis: { duration: number; key_moments: unknown[] } };
  expect(analysis.duration).toBeCloseTo(12, 1);
  expect((await post('/audio/analyses', { song, key_moments: 99 })).status).toBe(400);
});

describe('a music video', () => {
  let made: Accepted;
  let first: MusicVideo;

  test('is heard, painted, filmed and downloaded', { timeout: limit }, async () => {
    const key = { 'idempotency-key': 'one video' };
    const body = { song, theme: 'neon city in the rain', scenes: 4, seed: 3 };
    made = await json<Accepted>(post('/music-videos?outputs=video,thumbnail', body, key));
    expect(made.video).toMatchObject({ studio: 'music-video', title: 'Night Drive', state: 'making', hasFilm: false });
    expect((await json<Accepted>(post('/music-videos?outputs=video,thumbnail', body, key))).video.id).toBe(
      made.video.id,
    );
    expect((await post('/music-videos?outputs=video', body, key)).status).toBe(409);

    const { events, job } = await follow(made.job.id);
    expect(job).toMatchObject({ state: 'done', kind: 'make', studio: 'music-video', projectId: made.video.id });
    expect(of(events, 'picture-end')).toHaveLength(4);
    expect(of(events, 'take-end')).toHaveLength(of(events, 'film-start')[0]!.takes.length);

    const { video, result } = await get(made.video.id);
    first = result;
    expect(video).toMatchObject({ state: 'ready', hasFilm: true, scenes: 4, world: 'neon-city', size: '1280x720' });
    expect(video.cover).toEqual(result.outputs.thumbnail);
    const download = await request(`/music-videos/${video.id}/outputs/video`);
    expect(download.headers.get('content-disposition')).toContain('Night Drive.mp4');
    const file = join(home, 'film.mp4');
    await writeFile(file, Buffer.from(await download.arrayBuffer()));
    const facts = await probeMedia(file);
    expect(facts.seconds).toBeCloseTo(12, 0);
    expect(facts.streams.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['video', 'audio']));
    expect((await request(`/music-videos/${video.id}/outputs/loop`)).status).toBe(404);
    // A story's routes know nothing of it.
    expect((await request(`/stories/${video.id}`)).status).toBe(404);
    const { items } = await json<{ items: { id: string; studio: string }[] }>(request('/projects'));
    expect(items).toContainEqual(expect.objectContaining({ id: video.id, studio: 'music-video' }));
  });

  test('an edit of one picture films two segments at most', { timeout: limit }, async () => {
    const scene = first.storyboard.scenes[2]!;
    const edit = { scenes: [{ id: scene.id, redraw: true }] };
    const { job } = await json<Accepted>(post(`/music-videos/${made.video.id}/edits`, edit));
    const { events } = await follow(job.id);
    const { segments } = of(events, 'film-end')[0]!;
    expect(segments.rendered).toBeLessThanOrEqual(2);
    expect(segments.reused).toBeGreaterThanOrEqual(2);
    const { version, result } = await get(made.video.id);
    expect(version).toBe(2);
    const picture = (video: MusicVideo, id: string) => video.pictures.find((each) => each.scene === id)?.picture.asset;
    expect(picture(result, scene.id)).not.toBe(picture(first, scene.id));
    for (const { id } of first.storyboard.scenes.filter(({ id }) => id !== scene.id))
      expect(picture(result, id)).toBe(picture(first, id));
    expect(result.outputs.video?.asset).not.toBe(first.outputs.video?.asset);
    const versions = await json<{ items: { version: number }[] }>(request(`/music-videos/${made.video.id}/versions`));
    expect(versions.items.map((each) => each.version)).toEqual([2, 1]);
  });

  test('edits that name nothing, no scene, or what the guard refuses change nothing', async () => {
    const edit = async (body: object) => (await post(`/music-videos/${made.video.id}/edits`, body)).status;
    expect(await edit({})).toBe(400);
    expect(await edit({ scenes: [{ id: 'nowhere', redraw: true }] })).toBe(400);
    expect(await edit({ theme: 'child porn' })).toBe(422);
    expect(await edit({ scenes: [{ id: first.storyboard.scenes[1]!.id, picture: song }] })).toBe(400);
    expect((await get(made.video.id)).version).toBe(2);
  });

  test('deleting it leaves the song that another video uses', { timeout: limit }, async () => {
    const other = await json<Accepted>(post('/music-videos', { song, scenes: 3, seed: 4 }));
    await follow(other.job.id);
    expect((await request(`/music-videos/${made.video.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await request(`/assets/${song.asset}`)).status).toBe(200);
    expect((await request(`/assets/${first.outputs.video!.asset}`)).status).toBe(404);
    expect((await request(`/music-videos/${other.video.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await request(`/assets/${song.asset}`)).status).toBe(404);
  });
});

test('a server that is killed while it films goes on with the next take', { timeout: limit }, async () => {
  const other = await store(makeSong({ seconds: 16, pitch: 1.2 }), 'Killed.wav');
  const { video, job } = await json<Accepted>(
    post('/music-videos?outputs=video', { song: other, theme: 'ocean', scenes: 5, seed: 8 }),
  );
  const scenes = new Set<string>();
  const before = await follow(job.id, (event) => event.type === 'take-end' && scenes.add(event.take.scene).size > 1);
  const gone = once(server.child, 'exit');
  server.child.kill('SIGKILL');
  await gone;
  server = await startServerProcess({ home });
  const after = await follow(job.id);
  expect(after.job).toMatchObject({ state: 'done' });
  // Each event is kept once, and what was told before is as it was.
  expect(after.events.slice(0, before.events.length)).toEqual(before.events);
  const takes = of(after.events, 'take-end').map(({ take }) => take);
  expect(takes.map(({ index }) => index)).toEqual(takes.map((_, index) => index));
  const { segments } = of(after.events, 'film-end')[0]!;
  // The first segment was whole, so it was not filmed again.
  expect(segments.reused).toBeGreaterThanOrEqual(1);
  const { result } = await get(video.id);
  expect(result.film?.takes.map(({ clip }) => clip)).toEqual(takes.map(({ clip }) => clip));
  const file = join(home, 'killed.mp4');
  const download = await request(`/music-videos/${video.id}/outputs/video`);
  await writeFile(file, Buffer.from(await download.arrayBuffer()));
  const facts = await probeMedia(file);
  expect(facts.streams.find(({ kind }) => kind === 'video')?.frames).toBe(result.film?.frames);
});

/** The header of a PNG that claims a size. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(33 + 5000);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]).copy(header);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header[24] = 8;
  header[25] = 6;
  return header;
}
