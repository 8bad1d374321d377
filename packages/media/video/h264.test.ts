import { describe, expect, test } from 'vitest';
import { decoderConfiguration, splitAnnexB, toLengthPrefixed } from './h264.ts';

const sps = [0x67, 0x64, 0x00, 0x1f, 0xac, 0xd9];
const pps = [0x68, 0xeb, 0xe3];
const slice = [0x65, 0x88, 0x00, 0x00, 0x03, 0x01, 0x42];

describe('splitAnnexB', () => {
  test('finds units behind start codes of three and four bytes', () => {
    const stream = Uint8Array.from([0, 0, 0, 1, ...sps, 0, 0, 1, ...pps, 0, 0, 0, 1, ...slice]);
    expect(splitAnnexB(stream).map((unit) => [...unit])).toEqual([sps, pps, slice]);
  });

  test('takes nothing for a start code that is escaped', () => {
    expect(splitAnnexB(Uint8Array.from([0, 0, 1, ...slice]))).toHaveLength(1);
  });

  test('finds none where there is none', () => {
    expect(splitAnnexB(Uint8Array.from([1, 2, 3]))).toEqual([]);
  });
});

test('toLengthPrefixed puts lengths before units and leaves parameter sets out', () => {
  const stream = Uint8Array.from([0, 0, 0, 1, ...sps, 0, 0, 0, 1, ...pps, 0, 0, 1, ...slice]);
  expect([...toLengthPrefixed(stream)]).toEqual([0, 0, 0, slice.length, ...slice]);
});

test('decoderConfiguration states profile, level, sizes and, for high profiles, 4:2:0 at 8 bits', () => {
  const record = decoderConfiguration(Uint8Array.from([0, 0, 0, 1, ...sps, 0, 0, 0, 1, ...pps]));
  expect([...record]).toEqual([1, 0x64, 0, 0x1f, 0xff, 0xe1, 0, 6, ...sps, 1, 0, 3, ...pps, 0xfd, 0xf8, 0xf8, 0]);
  expect(() => decoderConfiguration(Uint8Array.from([0, 0, 1, ...slice]))).toThrow(/parameter sets/);
});
