import { isKinoraError } from '@kinora/capabilities';
import { beforeEach, expect, test } from 'vitest';
import type { Engine, TransportEvents } from './engine.ts';
import { createRoom } from './room.ts';
import type { Room } from './room.ts';
import { readRtcp, writeKeyframeRequest, writeMissing, writeSenderReport } from './rtcp.ts';
import { isRtcp, sequenceOf, sourceOf } from './rtp.ts';
import { vp8Packet } from './testing/peer.ts';

/** One connection of the fake engine: what was sent on it, and its other end. */
type Line = TransportEvents & { sent: Buffer[]; isClosed: boolean };

let now = 0;
let lines: Line[] = [];
let room: Room;

const engine: Engine = {
  name: 'werift',
  ports: [1, 1],
  async accept(_remote, events) {
    const line: Line = { ...events, sent: [], isClosed: false };
    lines.push(line);
    return {
      local: { ufrag: 'u', password: 'p', fingerprint: { algorithm: 'sha-256', value: 'AB' }, candidates: [] },
      send: (packet) => !line.isClosed && line.sent.push(Buffer.from(packet)) > 0,
      close: () => (line.isClosed = true),
    };
  },
  async [Symbol.asyncDispose]() {},
};

const offer = (direction: string, codec = 'VP8/90000') =>
  [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=mid:0',
    `a=${direction}`,
    'a=rtcp-mux',
    'a=ice-ufrag:abcd',
    'a=ice-pwd:0123456789012345678901',
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
    `a=rtpmap:96 ${codec}`,
    '',
  ].join('\r\n');

const publish = async (codec?: string) => {
  const { session } = await room.publish(offer('sendonly', codec));
  const line = lines.at(-1)!;
  line.onOpen();
  return { session, line };
};
const watch = async () => {
  const { session, answer } = await room.watch(offer('recvonly'));
  const line = lines.at(-1)!;
  line.onOpen();
  return { session, line, source: Number(/a=ssrc:(\d+)/.exec(answer)?.[1]) };
};
const media = ({ sent }: Line) => sent.filter((packet) => !isRtcp(packet));
const said = ({ sent }: Line) => sent.filter(isRtcp).flatMap(readRtcp);
const pass = (ms: number) => {
  for (const end = now + ms; now < end;) {
    now += 20;
    room.tick(now);
  }
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: unknown) => (isKinoraError(error) ? error.code : error),
  );

beforeEach(() => {
  now = 1000;
  lines = [];
  room = createRoom(engine, { maximumViewers: 3, now: () => now });
});

test('nobody can watch before somebody sends, and not more than there are places', async () => {
  expect(await codeOf(watch())).toBe('broadcast.not-live');
  await publish();
  for (let viewer = 0; viewer < 3; viewer++) await watch();
  expect(await codeOf(watch())).toBe('broadcast.full');
  expect(room.status(now)).toMatchObject({ state: 'live', viewers: 3 });
});

test('a hundred requests for a keyframe are at most two a second to the publisher', async () => {
  const { line } = await publish();
  line.onPacket(vp8Packet({ sequence: 1, timestamp: 1, isKeyframe: true }));
  const viewer = await watch();
  for (let request = 0; request < 100; request++) {
    viewer.line.onPacket(writeKeyframeRequest(1, viewer.source));
    line.onPacket(vp8Packet({ sequence: 2 + request, timestamp: 2 + request, isKeyframe: true }));
    pass(20);
  }
  const asked = said(line).filter(({ type }) => type === 'keyframe-request').length;
  expect(asked).toBeGreaterThanOrEqual(3);
  expect(asked).toBeLessThanOrEqual(5);
});

test('a viewer begins with a keyframe: the last one when it is fresh, else one that is asked for', async () => {
  const { line } = await publish();
  line.onPacket(vp8Packet({ sequence: 10, timestamp: 1, isKeyframe: true }));
  line.onPacket(vp8Packet({ sequence: 11, timestamp: 2 }));
  const early = await watch();
  expect(media(early.line).map(sequenceOf)).toEqual([10, 11]);
  pass(2000);
  const late = await watch();
  line.onPacket(vp8Packet({ sequence: 12, timestamp: 3 }));
  expect(media(late.line)).toEqual([]);
  expect(said(line).some(({ type }) => type === 'keyframe-request')).toBe(true);
  line.onPacket(vp8Packet({ sequence: 13, timestamp: 4, isKeyframe: true }));
  expect(media(late.line).map(sequenceOf)).toEqual([13]);
  expect(media(late.line).map(sourceOf)).toEqual([late.source]);
});

test('what a viewer misses it gets again from here, and what the publisher’s line lost is asked for there', async () => {
  const { line } = await publish();
  line.onPacket(vp8Packet({ sequence: 1, timestamp: 1, isKeyframe: true }));
  const viewer = await watch();
  line.onPacket(vp8Packet({ sequence: 2, timestamp: 2 }));
  line.onPacket(vp8Packet({ sequence: 4, timestamp: 3 }));
  pass(20);
  expect(said(line)).toContainEqual({ type: 'missing', source: 1111, sequences: [3] });
  const before = media(viewer.line).length;
  viewer.line.onPacket(writeMissing(1, viewer.source, [2, 3]));
  expect(media(viewer.line).slice(before).map(sequenceOf)).toEqual([2]);
});

test('viewers get the publisher’s clock with their own source', async () => {
  const { line } = await publish();
  line.onPacket(vp8Packet({ sequence: 1, timestamp: 500, isKeyframe: true }));
  const viewer = await watch();
  line.onPacket(writeSenderReport({ source: 1111, ntp: 77n, timestamp: 600, packets: 1, bytes: 1 }));
  expect(said(viewer.line)).toContainEqual({ type: 'sender-report', source: viewer.source, ntp: 77n, timestamp: 600 });
});

test('a publisher that comes again takes the room over, from its first keyframe on and without a break', async () => {
  const first = await publish();
  first.line.onPacket(vp8Packet({ sequence: 1, timestamp: 1, isKeyframe: true }));
  const viewer = await watch();
  const second = await publish();
  expect([first.line.isClosed, viewer.line.isClosed]).toEqual([true, false]);
  second.line.onPacket(vp8Packet({ sequence: 900, timestamp: 9, source: 5 }));
  second.line.onPacket(vp8Packet({ sequence: 901, timestamp: 9, source: 5, isKeyframe: true }));
  expect(media(viewer.line).map(sequenceOf)).toEqual([1, 2]);
});

test('a publisher with another codec sends its viewers away to ask anew', async () => {
  await publish();
  const viewer = await watch();
  await publish('H264/90000');
  expect(viewer.line.isClosed).toBe(true);
});

test('who was answered and never connects takes nothing over, and is forgotten', async () => {
  const first = await publish();
  const { session } = await room.publish(offer('sendonly'));
  expect(first.line.isClosed).toBe(false);
  for (let second = 0; second < 20; second++) {
    first.line.onPacket(vp8Packet({ sequence: second, timestamp: second }));
    pass(1000);
  }
  expect(room.hasSession('publisher', session)).toBe(false);
  expect(room.status(now).state).toBe('live');
});

test('a publisher that falls silent has stalled; one that is lost may come back, and after 20 s everybody is sent away', async () => {
  const { line } = await publish();
  const viewer = await watch();
  pass(3100);
  expect(room.status(now).state).toBe('stalled');
  line.onClose();
  for (let second = 0; second < 19; second++) {
    viewer.line.onPacket(writeKeyframeRequest(1, viewer.source));
    pass(1000);
  }
  expect([room.status(now).state, viewer.line.isClosed]).toEqual(['stalled', false]);
  pass(2000);
  expect([room.status(now).state, viewer.line.isClosed, room.isEmpty()]).toEqual(['waiting', true, true]);
});

test('a room without viewers is kept while its publisher may come back, so that its end is told', async () => {
  const { line } = await publish();
  line.onClose();
  expect([room.status(now).state, room.isEmpty()]).toEqual(['stalled', false]);
  pass(21_000);
  expect([room.status(now).state, room.isEmpty()]).toEqual(['waiting', true]);
});

test('who offers to publish again and again keeps no more than a few lines open', async () => {
  for (let offers = 0; offers < 20; offers += 1) await room.publish(offer('sendonly'));
  expect(lines.filter(({ isClosed }) => !isClosed)).toHaveLength(4);
  lines.at(-1)!.onOpen();
  expect(room.status(now).state).toBe('live');
});

test('a publisher that says goodbye ends it for everybody, with a goodbye', async () => {
  const { session } = await publish();
  const viewer = await watch();
  expect(room.endSession('viewer', session)).toBe(false);
  expect(room.endSession('publisher', session)).toBe(true);
  expect(said(viewer.line)).toContainEqual({ type: 'bye', sources: [viewer.source] });
  expect([viewer.line.isClosed, room.status(now)]).toMatchObject([true, { state: 'waiting', viewers: 0 }]);
});

test('a publisher is told early and often what it may send', async () => {
  const { line } = await publish();
  pass(1000);
  const limits = line.sent.filter((packet) => packet.includes('REMB'));
  expect(limits.length).toBeGreaterThanOrEqual(9);
});
