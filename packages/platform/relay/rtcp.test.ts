import { expect, test } from 'vitest';
import {
  readRtcp,
  writeBitrateLimit,
  writeBye,
  writeKeyframeRequest,
  writeMissing,
  writeReceiverReport,
  writeSenderReport,
} from './rtcp.ts';

test('what is written is read back, in one compound packet', () => {
  const block = {
    source: 7,
    fractionLost: 0.25,
    totalLost: -3,
    highest: 0x1_0002,
    jitter: 12,
    lastReport: 1,
    sinceReport: 2,
  };
  const compound = Buffer.concat([
    writeSenderReport({ source: 5, ntp: 0x0123456789abcdefn, timestamp: 99, packets: 1, bytes: 2 }),
    writeReceiverReport(1, [block]),
    writeKeyframeRequest(1, 7),
    writeMissing(1, 7, [65_534, 65_535, 0, 14, 15, 40]),
    writeBye([5, 6]),
  ]);
  expect(readRtcp(compound)).toEqual([
    { type: 'sender-report', source: 5, ntp: 0x0123456789abcdefn, timestamp: 99 },
    { type: 'report-block', source: 7, fractionLost: 0.25, totalLost: -3, jitter: 12 },
    { type: 'keyframe-request', source: 7 },
    { type: 'missing', source: 7, sequences: [65_534, 65_535, 0, 14, 15, 40] },
    { type: 'bye', sources: [5, 6] },
  ]);
});

test('missing packets within 16 of each other share one word', () => {
  expect(writeMissing(1, 7, [10, 11, 26])).toHaveLength(16);
  expect(writeMissing(1, 7, [10, 27])).toHaveLength(20);
});

test('a full intra request counts for each of its sources (RFC 5104)', () => {
  const request = Buffer.from([
    0x84, 206, 0, 6, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 8, 1, 0, 0, 0, 0, 0, 0, 9, 2, 0, 0, 0,
  ]);
  expect(readRtcp(request)).toEqual([
    { type: 'keyframe-request', source: 8 },
    { type: 'keyframe-request', source: 9 },
  ]);
});

test('a bitrate is written as an 18-bit mantissa and an exponent', () => {
  const packet = writeBitrateLimit(1, [7], 8_000_000);
  const word = packet.readUInt32BE(16);
  expect(packet.subarray(12, 16).toString()).toBe('REMB');
  expect([word >>> 24, (word & 0x3ffff) * 2 ** ((word >>> 18) & 63)]).toEqual([1, 8_000_000]);
});

test('a packet that is cut short or lies about its length says only what is there', () => {
  const whole = writeReceiverReport(1, [
    { source: 7, fractionLost: 0, totalLost: 0, highest: 0, jitter: 0, lastReport: 0, sinceReport: 0 },
  ]);
  for (let length = 0; length < whole.length; length++) expect(readRtcp(whole.subarray(0, length))).toEqual([]);
  whole[0] = 0x80 | 31;
  expect(readRtcp(whole)).toHaveLength(1);
});
