import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRelay } from './relay.ts';
import type { Relay } from './relay.ts';
import { payloadTypeOf, sequenceOf, sourceOf } from './rtp.ts';
import { createTestPeer, vp8Packet } from './testing/peer.ts';

const room = 'a-room';

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
  const isLive = () => expect.poll(() => relay.status(room).state).toBe('live');

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
    await expect.poll(() => relay.status(room).viewers).toBe(2);
    for (const { peer } of [publisher, ...viewers]) peer[Symbol.dispose]();
  });
});
