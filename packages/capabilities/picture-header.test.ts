import { describe, expect, test } from 'vitest';
import { readPictureHeader } from './picture-header.ts';
import { samplePng } from './testing/index.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

describe('readPictureHeader', () => {
  test('reads a PNG', () => {
    expect(readPictureHeader(samplePng({ width: 31, height: 17 }))).toEqual({
      mediaType: 'image/png',
      width: 31,
      height: 17,
    });
  });

  test('reads a JPEG behind an EXIF segment', () => {
    const jpeg = bytes(`ffd8ffe10008457869660000ffc00011080005000703012200021101031101`);
    expect(readPictureHeader(jpeg)).toEqual({ mediaType: 'image/jpeg', width: 7, height: 5 });
  });

  test.each([
    ['lossy', '52494646000000005745425056503820000000000000009d012a10000900'],
    ['lossless', '5249464600000000574542505650384c000000002f0f0002000000000000'],
    ['extended', '524946460000000057454250565038580a000000000000000f0000080000'],
  ])('reads a %s WebP', (_kind, hex) => {
    expect(readPictureHeader(bytes(hex))).toEqual({ mediaType: 'image/webp', width: 16, height: 9 });
  });

  test.each(['', 'ffd8', '3c737667', '89504e470d0a1a0a', 'ffd8ffda'])('gives null for %s', (hex) => {
    expect(readPictureHeader(bytes(hex))).toBeNull();
  });
});
