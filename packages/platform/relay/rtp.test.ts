import { expect, test } from 'vitest';
import {
  isReadable,
  isRtcp,
  payloadOf,
  readdress,
  renumber,
  sequenceDistance,
  sequenceOf,
  sourceOf,
  startsKeyframe,
} from './rtp.ts';

const packet = (payload: number[], first = 0x80) =>
  Buffer.concat([Buffer.from([first, 0xe0, 0xff, 0xff, 0, 0, 0, 1, 0, 0, 0, 2]), Buffer.from(payload)]);

test('sequence numbers are compared across their wrap', () => {
  expect(sequenceDistance(2, 0xffff)).toBe(3);
  expect(sequenceDistance(0xffff, 2)).toBe(-3);
  expect(sequenceDistance(7, 7)).toBe(0);
});

test('rewriting keeps the marker and the payload', () => {
  const bytes = packet([1, 2, 3]);
  renumber(bytes, 0x1_0005, 2 ** 32 + 9);
  readdress(bytes, 101, 0xdeadbeef);
  expect([bytes[1], sequenceOf(bytes), bytes.readUInt32BE(4), sourceOf(bytes)]).toEqual([0x80 | 101, 5, 9, 0xdeadbeef]);
  expect([...payloadOf(bytes)]).toEqual([1, 2, 3]);
});

test('a payload is found behind contributors and an extension, and before padding', () => {
  const contributors = [0, 0, 0, 9];
  const extension = [0xbe, 0xde, 0, 1, 0x10, 0xaa, 0, 0];
  expect([...payloadOf(packet([...contributors, ...extension, 5, 6, 0, 2], 0x80 | 0x20 | 0x10 | 1))]).toEqual([5, 6]);
});

test('lengths that contradict each other give no payload', () => {
  expect(payloadOf(packet([0xbe, 0xde, 0xff, 0xff], 0x90))).toHaveLength(0);
  expect(payloadOf(packet([200], 0xa0))).toHaveLength(0);
});

test('RTCP and RTP are told apart, and what is too short is neither', () => {
  expect(isRtcp(Buffer.from([0x80, 200, 0, 0]))).toBe(true);
  expect(isRtcp(packet([]))).toBe(false);
  expect([isReadable(Buffer.from([0x80, 96])), isReadable(packet([])), isReadable(packet([], 0x40))]).toEqual([
    false,
    true,
    false,
  ]);
});

test.each([
  ['a key frame', [0x10, 0x00], true],
  ['a delta frame', [0x10, 0x01], false],
  ['the middle of a key frame', [0x00, 0x00], false],
  ['another partition', [0x11, 0x00], false],
  ['a key frame behind a long picture id, TL0 and TID', [0x90, 0xf0, 0x81, 0x02, 0x03, 0x04, 0x00], true],
  ['a delta frame behind a short picture id', [0x90, 0x80, 0x11, 0x01], false],
  ['nothing', [0x10], false],
])('VP8: %s', (_name, payload, isKey) => expect(startsKeyframe('VP8', packet(payload))).toBe(isKey));

test.each([
  ['an IDR slice', [0x65, 1], true],
  ['parameters', [0x67, 1], true],
  ['another slice', [0x41, 1], false],
  ['parameters in an aggregate', [0x78, 0, 1, 0x06, 0, 2, 0x67, 1], true],
  ['an aggregate without', [0x78, 0, 1, 0x06, 0, 2, 0x41, 1], false],
  ['the first fragment of an IDR slice', [0x7c, 0x85], true],
  ['a later one', [0x7c, 0x05], false],
])('H.264: %s', (_name, payload, isKey) => expect(startsKeyframe('H264', packet(payload))).toBe(isKey));
