import { expect, test } from 'vitest';
import { sequenceOf, timestampOf } from './rtp.ts';
import { createStream } from './stream.ts';
import { vp8Packet } from './testing/peer.ts';

const clock = 90_000;

test('numbers go on without a break when another publisher comes, whatever it counts from', () => {
  const stream = createStream(clock);
  const out: [number, number][] = [];
  const take = (packet: Buffer, now: number) => {
    if (stream.accept(packet, now) !== null) out.push([sequenceOf(packet), timestampOf(packet)]);
  };
  take(vp8Packet({ sequence: 65_535, timestamp: 1000 }), 0);
  take(vp8Packet({ sequence: 0, timestamp: 7000 }), 66);
  stream.restart();
  take(vp8Packet({ sequence: 300, timestamp: 4_000_000_000, source: 5 }), 1066);
  take(vp8Packet({ sequence: 301, timestamp: 4_000_006_000, source: 5 }), 1132);
  expect(out.map(([sequence]) => sequence)).toEqual([65_535, 0, 1, 2]);
  expect(out.map(([, timestamp]) => timestamp)).toEqual([1000, 7000, 7000 + clock + 1, 13_000 + clock + 1]);
});

test('what is missing is asked for at once, again every 40 ms, six times in all, and no more once it came', () => {
  const stream = createStream(clock);
  stream.accept(vp8Packet({ sequence: 1, timestamp: 0 }), 0);
  stream.accept(vp8Packet({ sequence: 4, timestamp: 0 }), 0);
  expect(stream.due(0)).toEqual([2, 3]);
  expect(stream.due(20)).toEqual([]);
  expect(stream.accept(vp8Packet({ sequence: 3, timestamp: 0 }), 30)).toEqual({ isLate: true });
  expect(stream.accept(vp8Packet({ sequence: 3, timestamp: 0 }), 31)).toBeNull();
  for (let ask = 1; ask < 6; ask++) expect(stream.due(ask * 40)).toEqual([2]);
  expect(stream.due(1000)).toEqual([]);
});

test('a long gap is a break that only a keyframe mends', () => {
  const stream = createStream(clock);
  stream.accept(vp8Packet({ sequence: 1, timestamp: 0 }), 0);
  stream.accept(vp8Packet({ sequence: 500, timestamp: 0 }), 0);
  expect(stream.due(0)).toEqual([]);
  expect([stream.takeBreak(), stream.takeBreak()]).toEqual([true, false]);
});

test('the last 512 packets can be had again, and all from one on', () => {
  const stream = createStream(clock);
  for (let sequence = 0; sequence < 600; sequence++)
    stream.accept(vp8Packet({ sequence, timestamp: sequence }), sequence);
  expect(stream.find(87)).toBeUndefined();
  expect(sequenceOf(stream.find(88)!)).toBe(88);
  expect(stream.from(597).map(sequenceOf)).toEqual([597, 598, 599]);
  expect(stream.from(10)).toEqual([]);
});

test('a second source is heard only once the first is silent', () => {
  const stream = createStream(clock);
  stream.accept(vp8Packet({ sequence: 1, timestamp: 0 }), 0);
  expect(stream.accept(vp8Packet({ sequence: 1, timestamp: 0, source: 9 }), 100)).toBeNull();
  expect(stream.accept(vp8Packet({ sequence: 1, timestamp: 0, source: 9 }), 1100)).not.toBeNull();
  expect(stream.source()).toBe(9);
});

test('a report counts what was lost since the report before', () => {
  const stream = createStream(clock);
  for (const sequence of [0, 1, 2, 4]) stream.accept(vp8Packet({ sequence, timestamp: 0 }), 0);
  expect(stream.report(0)).toMatchObject({
    source: 1111,
    fractionLost: expect.closeTo(0.2) as number,
    totalLost: 1,
    highest: 4,
  });
  for (const sequence of [5, 6]) stream.accept(vp8Packet({ sequence, timestamp: 0 }), 0);
  expect(stream.report(0)).toMatchObject({ fractionLost: 0, totalLost: 1, highest: 6 });
});
