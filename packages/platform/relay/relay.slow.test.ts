import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openEngine } from './open-engine.ts';
import { openRelay, readPortRange } from './relay.ts';
import type { Relay } from './relay.ts';
import { readRtcp } from './rtcp.ts';
import { isRtcp, payloadTypeOf, sequenceOf, sourceOf } from './rtp.ts';
import { createTestPeer, vp8Packet } from './testing/peer.ts';

const room = 'a-room';
/** For a machine that does much else. */
const patience = { timeout: 20_000 };

describe.each(['node-datachannel', 'werift'] as const)('on %s', (engine) => {
  let relay: Relay;
  beforeEach(() => {
    relay = openRelay({ engine, ports: [46_000, 46_099] });
  });
  afterEach(() => relay[Symbol.asyncDispose]());

  const publish = async () => {
    const peer = await createTestPeer({ direction: 'sendonly' });
    const { session, answer } = await relay.publish(room, peer.offer);
    await peer.connect(answer);
    return { peer, session, answer };
  };
  const watch = async () => {
    const peer = await createTestPeer({ direction: 'recvonly' });
    const { session, answer } = await relay.watch(room, peer.offer);
    await peer.connect(answer);
    const source = Number(/a=ssrc:(\d+)/.exec(answer)?.[1]);
    return { peer, session, source };
  };
  const isLive = () => expect.poll(() => relay.status(room).state, patience).toBe('live');

  test('what is published reaches every viewer from its first keyframe on', async () => {
    const publisher = await publish();
    await isLive();
    const viewers = [await watch(), await watch()];
    publisher.peer.send(vp8Packet({ sequence: 10, timestamp: 1000 }));
    publisher.peer.send(vp8Packet({ sequence: 11, timestamp: 2000, isKeyframe: true }));
    publisher.peer.send(vp8Packet({ sequence: 12, timestamp: 3000 }));
    for (const { peer, source } of viewers) {
      await peer.until((packet) => payloadTypeOf(packet) === 96 && packet[12] === 0x10 && sequenceOf(packet) === 12);
      expect(peer.rtp.map(sequenceOf)).toEqual([11, 12]);
      expect(peer.rtp.map(sourceOf)).toEqual([source, source]);
    }
    await expect.poll(() => relay.status(room).viewers, patience).toBe(2);
    for (const { peer } of [publisher, ...viewers]) peer[Symbol.dispose]();
  });

  test('sound and picture go on when a publisher comes again, and a goodbye reaches everybody', async () => {
    const first = await publish();
    await isLive();
    first.peer.send(vp8Packet({ sequence: 10, timestamp: 1000, isKeyframe: true }));
    const viewer = await watch();
    first.peer.send(vp8Packet({ sequence: 11, timestamp: 2000, isKeyframe: true }));
    await viewer.peer.until((packet) => payloadTypeOf(packet) === 96 && sequenceOf(packet) === 11);
    const second = await publish();
    // What comes before the relay is through with the handshake is lost, as on any line.
    const timer = setInterval(() => second.peer.send(vp8Packet({ sequence: 500, timestamp: 9, isKeyframe: true })), 50);
    await viewer.peer.until((packet) => payloadTypeOf(packet) === 96 && sequenceOf(packet) === 12);
    clearInterval(timer);
    expect(await relay.endSession(room, 'publisher', second.session)).toBe(true);
    await viewer.peer.until((packet) => isRtcp(packet) && readRtcp(packet).some(({ type }) => type === 'bye'));
    await expect.poll(() => relay.status(room), patience).toMatchObject({ state: 'waiting', viewers: 0 });
    for (const { peer } of [first, second, viewer]) peer[Symbol.dispose]();
  });
});

test('a relay whose process was killed says so and works again at the next session', async () => {
  const lines: string[] = [];
  await using relay = openRelay({ ports: [46_100, 46_199], log: (line) => lines.push(line) });
  const publish = async () => {
    const peer = await createTestPeer({ direction: 'sendonly' });
    await peer.connect((await relay.publish(room, peer.offer)).answer);
    return peer;
  };
  const before = await publish();
  await expect.poll(() => relay.status(room).state, patience).toBe('live');
  process.kill(relay.pid()!, 'SIGKILL');
  await expect.poll(() => relay.status(room).state, patience).toBe('waiting');
  expect(lines.join()).toContain('SIGKILL');
  const after = await publish();
  await expect.poll(() => relay.status(room).state, patience).toBe('live');
  for (const peer of [before, after]) peer[Symbol.dispose]();
});

test('a relay that was closed starts nothing again, and may be closed twice', async () => {
  const relay = openRelay({ ports: [46_220, 46_229] });
  await relay.start();
  const pid = relay.pid()!;
  await Promise.all([relay[Symbol.asyncDispose](), relay[Symbol.asyncDispose]()]);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await expect(relay.publish(room, '')).rejects.toMatchObject({ code: 'provider.unavailable' });
});

test('without the native module the one in JavaScript serves, and says why', async () => {
  const { engine, note } = await openEngine('auto', { ports: [46_200, 46_209], reach: 'loopback' }, async () => {
    throw new Error('Cannot find module');
  });
  expect([engine.name, note]).toEqual(['werift', "node-datachannel can't be loaded: Cannot find module"]);
});

test('ports that are all taken are named', async () => {
  await using first = openRelay({ engine: 'node-datachannel', ports: [46_210, 46_210] });
  await first.start();
  // A native socket is there with its first session.
  using peer = await createTestPeer({ direction: 'sendonly' });
  await peer.connect((await first.publish(room, peer.offer)).answer);
  await using second = openRelay({ engine: 'node-datachannel', ports: [46_210, 46_210] });
  await expect(second.start()).rejects.toMatchObject({ code: 'server.port-in-use' });
});

test('a range of ports is read, and what is none is refused', () => {
  expect([readPortRange('5000'), readPortRange(' 5000-5099 ')]).toEqual([
    [5000, 5000],
    [5000, 5099],
  ]);
  for (const text of ['', '0', '70000', '5000-4000', 'a-b']) expect(() => readPortRange(text)).toThrow('range');
});
