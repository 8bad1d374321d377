import { frameStyle, readPictureHeader } from '@kinora/capabilities';
import { sampleFrame } from '@kinora/capabilities/testing';
import { createFrameEncoder } from '@kinora/media/frames';
import { openAnswer, statusMessage } from '@kinora/studios/live-style/schema';
import type { FrameAnswer, OpenedSession } from '@kinora/studios/live-style/schema';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connectLive } from '../../../tools/live-client.ts';
import type { LiveClient } from '../../../tools/live-client.ts';
import { startServerProcess } from '../../../tools/server-process.ts';
import type { ServerProcess } from '../../../tools/server-process.ts';

const size = { width: 64, height: 64 };
const frames: Uint8Array[] = [];
let server: ServerProcess;

beforeAll(async () => {
  const encoder = createFrameEncoder();
  for (let step = 0; step < 12; step += 1) {
    const data = sampleFrame({ ...size, step }).image;
    frames.push((await encoder.encode({ ...size, data }, { output: 'image/jpeg', maxBytes: 25_000 })).image);
  }
  server = await startServerProcess();
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

const connect = (options: Parameters<typeof connectLive>[1] = {}) =>
  connectLive(server.url, { headers: { cookie: server.cookie }, ...options });

async function openSession(
  client: LiveClient,
  request: Parameters<LiveClient['open']>[0] = {},
): Promise<OpenedSession> {
  await client.connected;
  const answer = openAnswer.parse(await client.open({ fps: 30, ...request }));
  if ('problem' in answer) throw new Error(answer.problem.message);
  return answer.session;
}

/** On a machine that is busy with other tests a frame may be too old when its turn comes. */
async function sendUntilPainted(client: LiveClient, image: Uint8Array, from?: number) {
  for (let turn = 0; ; turn += 1) {
    const sent = await client.send(image, from === undefined ? {} : { sequence: from + turn });
    if ('painted' in sent.answer || turn > 20) return { ...sent, painted: openPainted(sent.answer) };
    await pause(100);
  }
}

const openPainted = (answer: FrameAnswer) => {
  if ('painted' in answer) return answer.painted;
  throw new Error(`The frame was dropped: ${answer.dropped} ${answer.message ?? ''}`);
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const healthOf = async (from = server) =>
  ((await (await fetch(`${from.url}/health`)).json()) as { live: { sessions: number } }).live;

describe('who may connect', () => {
  test.each<[string, () => Record<string, string>]>([
    ['nobody without a session', () => ({})],
    ['no other page', () => ({ cookie: server.cookie, origin: 'https://evil.example' })],
    ['no other local page', () => ({ cookie: server.cookie, origin: 'http://127.0.0.1:1' })],
    ['no cross-site page', () => ({ cookie: server.cookie, 'sec-fetch-site': 'cross-site' })],
    ['no token that is none', () => ({ authorization: 'Bearer nonsense' })],
  ])('%s', async (_, headers) => {
    using client = connectLive(server.url, { headers: headers() });
    await expect(client.connected).rejects.toThrow('websocket error');
  });

  test.each<[string, () => Record<string, string>]>([
    ['by cookie, from its own page', () => ({ cookie: server.cookie, origin: server.url })],
    ['by token', () => ({ authorization: `Bearer ${server.cookie.split('=')[1]}` })],
  ])('the owner %s', async (_, headers) => {
    using client = connectLive(server.url, { headers: headers() });
    await expect(client.connected).resolves.toBeUndefined();
  });

  test('nothing outside of the namespace, nothing by polling, no other upgrade', async () => {
    using other = connect({ namespace: '/' });
    await expect(other.connected).rejects.toThrow('/live');
    expect((await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`)).status).toBe(401);
    const upgrade = new WebSocket(`${server.url.replace('http', 'ws')}/other`);
    await new Promise((resolve) => upgrade.addEventListener('error', resolve, { once: true }));
  });
});

describe('frames', () => {
  test('come back painted, in the style that was set last', async () => {
    using client = connect();
    const session = await openSession(client);
    expect(session).toMatchObject({ ...size, generation: 0, isResumed: false, engine: { kind: 'painter' } });
    const first = await sendUntilPainted(client, frames[0]!);
    expect(first.painted).toMatchObject({ generation: 0, isRepeat: false, ...size });
    expect(readPictureHeader(first.image!)).toEqual({ mediaType: 'image/jpeg', ...size });
    const grey = frameStyle.parse({ look: 'anime', palette: { saturation: 0 } });
    expect(await client.setStyle(grey, { generation: 3, blend: 0 })).toBe(3);
    expect((await sendUntilPainted(client, frames[1]!)).painted.generation).toBe(3);
    expect(await client.setStyle(grey, { generation: 2, blend: 0 })).toBe(3);
  });

  test('that lie still come back without bytes', async () => {
    using client = connect();
    await openSession(client, { skip: { threshold: 0.01, refreshSeconds: 30 } });
    const first = await sendUntilPainted(client, frames[0]!);
    const second = await sendUntilPainted(client, frames[0]!);
    expect(first.painted.isRepeat).toBe(false);
    expect(second.painted).toMatchObject({ isRepeat: true, paintedMs: 0 });
    expect([first.image?.length, second.image]).toEqual([expect.any(Number), undefined]);
  });

  test('never come back in an old style once another was set', async () => {
    using client = connect();
    await openSession(client);
    let generation = 0;
    for (let round = 0; round < 12; round += 1) {
      const sent = client.send(frames[round % 12]!);
      generation += 1;
      const style = frameStyle.parse({ look: 'anime', palette: { saturation: round % 2 } });
      await client.setStyle(style, { generation, blend: 0 });
      const { answer } = await sent;
      expect(answer).toMatchObject('painted' in answer ? { painted: { generation } } : { dropped: 'stale' });
      await pause(40);
    }
  });

  test.each<[string, () => Uint8Array | string | null, () => Record<string, unknown>, string]>([
    ['no picture', () => new Uint8Array(5000).fill(9), () => ({}), 'malformed'],
    ['no bytes', () => new Uint8Array(0), () => ({}), 'malformed'],
    ['a text', () => 'frame', () => ({}), 'malformed'],
    ['nothing', () => null, () => ({}), 'malformed'],
    ['a broken header', () => frames[1]!, () => ({ capturedAt: 'now' }), 'malformed'],
    ['a damaged JPEG', () => frames[1]!.slice(0, 200), () => ({}), 'malformed'],
    ['another media type', () => frames[1]!, () => ({ mediaType: 'image/webp' }), 'malformed'],
    ['too many bytes', () => Buffer.concat([frames[1]!, new Uint8Array(257_000)]), () => ({}), 'too-large'],
    ['an old one', () => frames[1]!, () => ({ capturedAt: performance.now() / 1000 - 0.6, ageMs: 600 }), 'stale'],
  ])('of %s end nothing but themselves', async (_, image, header, reason) => {
    using client = connect();
    await openSession(client);
    await client.send(frames[0]!);
    const { answer } = await client.send(image() as Uint8Array, header());
    expect(answer).toMatchObject({ sequence: 2, dropped: reason });
    await sendUntilPainted(client, frames[2]!);
  });

  test('of another size are refused before they are decoded', async () => {
    using client = connect();
    await openSession(client, { width: 128, height: 64 });
    expect((await client.send(frames[0]!)).answer).toMatchObject({
      dropped: 'wrong-size',
      message: 'The frame is 64 × 64 pixels; this session has 128 × 64.',
    });
  });

  test('larger than a message may be end the connection, and the session goes on with the next', async () => {
    using client = connect();
    const { sessionId } = await openSession(client);
    const ended = new Promise((resolve) => client.socket.once('disconnect', resolve));
    void client.send(new Uint8Array(400_000));
    await ended;
    using again = connect();
    expect(await openSession(again, { resume: sessionId })).toMatchObject({ sessionId, isResumed: true });
    await again.send(frames[1]!, { sequence: 10 });
    await sendUntilPainted(again, frames[0]!);
  });

  test('in a flood are refused, and the server answers others meanwhile', async () => {
    using client = connect();
    await openSession(client, { fps: 5 });
    const answers = await Promise.all(Array.from({ length: 400 }, (_, step) => client.send(frames[step % 12]!)));
    const outcomes = Map.groupBy(answers, ({ answer }) => ('painted' in answer ? 'painted' : answer.dropped));
    expect(outcomes.get('too-fast')!.length).toBeGreaterThan(380);
    expect((outcomes.get('painted') ?? []).length).toBeGreaterThan(0);
    expect((outcomes.get('painted') ?? []).length + (outcomes.get('replaced') ?? []).length).toBeLessThan(20);
    expect(await healthOf()).toMatchObject({ sessions: expect.any(Number) });
  });

  test('for nobody, and messages that are none, are answered', async () => {
    using client = connect();
    await client.connected;
    expect((await client.send(frames[0]!)).answer).toMatchObject({ dropped: 'closed' });
    expect(await client.open({ width: 63 })).toMatchObject({
      problem: { reason: 'unsupported', message: expect.stringContaining('width') },
    });
    expect(await client.open({ engine: { provider: 'nobody', model: 'none' } })).toMatchObject({
      problem: { reason: 'no-engine' },
    });
    expect(await client.open({ protocol: 2 as 1 })).toMatchObject({
      problem: { message: expect.stringMatching('reload') },
    });
    const { socket } = client;
    const raw = socket as unknown as { emit(...values: unknown[]): void };
    for (const name of ['open', 'style', 'frame', 'adjust', 'pause', 'close', 'engines', 'unknown']) {
      raw.emit(name);
      raw.emit(name, null, 'x');
      raw.emit(name, { a: 1 }, new Uint8Array(4));
    }
    expect(await openSession(client)).toMatchObject({ isResumed: false });
  });
});

describe('sessions', () => {
  test('tell once a second how they do', async () => {
    using client = connect();
    await openSession(client, { fps: 10 });
    for (let step = 0; step < 12; step += 1) {
      await client.send(frames[step]!);
      await pause(110);
    }
    const status = client.heard.status.map((message) => statusMessage.parse(message));
    expect(status.length).toBeGreaterThan(0);
    expect(Math.max(...status.map(({ framesOut }) => framesOut))).toBeGreaterThan(3);
    expect(status.at(-1)).toMatchObject({ ...size, fps: 10, server: { sessions: expect.any(Number) as number } });
    expect(status.at(-1)!.bytesOut).toBeGreaterThan(100);
  });

  test('list engines, the painters among them', async () => {
    using client = connect();
    await client.connected;
    const { engines } = await new Promise<{ engines: { provider: string; isReady: boolean }[] }>((resolve) =>
      client.socket.emit('engines', resolve),
    );
    expect(engines).toContainEqual(expect.objectContaining({ provider: 'builtin', model: 'painters', isReady: true }));
  });

  test('change size while they run', async () => {
    using client = connect();
    await openSession(client, { width: 128, height: 128 });
    const changed = await new Promise((resolve) => client.socket.emit('adjust', { ...size, fps: 12 }, resolve));
    expect(changed).toMatchObject({ session: { ...size, fps: 12 } });
    expect((await sendUntilPainted(client, frames[0]!)).painted).toMatchObject(size);
  });

  test('pause, and go on', async () => {
    using client = connect();
    await openSession(client);
    await new Promise<void>((resolve) => client.socket.emit('pause', resolve));
    expect((await client.send(frames[0]!)).answer).toMatchObject({ dropped: 'paused' });
    await new Promise<void>((resolve) => client.socket.emit('continue', resolve));
    await sendUntilPainted(client, frames[1]!);
  });

  test('go on in another window, and the first is told', async () => {
    using first = connect();
    const { sessionId } = await openSession(first);
    await sendUntilPainted(first, frames[0]!);
    using second = connect();
    expect(await openSession(second, { resume: sessionId })).toMatchObject({ sessionId, isResumed: true });
    await vi.waitFor(() => expect(first.heard.closed).toMatchObject([{ reason: 'taken-over' }]));
    expect((await first.send(frames[0]!)).answer).toMatchObject({ dropped: 'closed' });
    expect((await sendUntilPainted(second, frames[0]!, 100)).image?.length).toBeGreaterThan(100);
    const gone = '00000000-0000-4000-8000-000000000000';
    expect(await openSession(second, { resume: gone })).toMatchObject({ isResumed: false });
  });

  test('that would slow others are refused, with what would fit', async () => {
    using busy = connect();
    await openSession(busy, { width: 512, height: 512, fps: 10 });
    using greedy = connect();
    await greedy.connected;
    const refused = openAnswer.parse(await greedy.open({ width: 1024, height: 1024, fps: 30 }));
    if (!('problem' in refused)) throw new Error('it was let in');
    expect(refused.problem).toMatchObject({ reason: 'busy', estimate: { askedFps: 30 } });
    expect(refused.problem.message).toMatch(/slow everybody/);
  });

  test('are counted in the metrics, and gone after the end', async () => {
    using client = connect();
    await openSession(client);
    await client.send(frames[0]!);
    const metrics = await (await fetch(`${server.url}/metrics`, { headers: { cookie: server.cookie } })).text();
    expect(metrics).toMatch(/kinora_live_frames_total\{outcome="painted"\} \d+/);
    expect(metrics).toMatch(/kinora_live_sessions \d+/);
    await new Promise<void>((resolve) => client.socket.emit('close', resolve));
    expect((await client.send(frames[0]!)).answer).toMatchObject({ dropped: 'closed' });
  });
});

test('after kill -9 and a restart the page connects again and opens a new session', async () => {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const own = await startServerProcess({ port });
  using client = connectLive(own.url, { headers: { cookie: own.cookie }, reconnects: true });
  const { sessionId } = await openSession(client);
  await client.send(frames[0]!);
  const lost = new Promise((resolve) => client.socket.once('disconnect', resolve));
  own.child.kill('SIGKILL');
  await lost;
  const back = new Promise<void>((resolve) => client.socket.once('connect', resolve));
  await using again = await startServerProcess({ home: own.home, port });
  await back;
  const session = await openSession(client, { resume: sessionId, generation: 5 });
  expect(session).toMatchObject({ isResumed: false, generation: 5 });
  expect((await sendUntilPainted(client, frames[1]!)).painted.generation).toBe(5);
  const told = new Promise<void>((resolve) => client.socket.once('closed', () => resolve()));
  const started = performance.now();
  const ended = new Promise((resolve) => again.child.once('exit', resolve));
  again.child.kill('SIGTERM');
  await told;
  await ended;
  expect(client.heard.closed.at(-1)).toMatchObject({ reason: 'server-stops' });
  expect(performance.now() - started).toBeLessThan(10_000);
});
