import { describe, expect, test } from 'vitest';
import { writeId3 } from './id3.ts';

/** The frames of an ID3v2.4 tag, or of a chapter, by their ids. */
function readFrames(bytes: Buffer): { id: string; body: Buffer }[] {
  const frames: { id: string; body: Buffer }[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = readSyncsafe(bytes, at + 4);
    frames.push({ id: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 10, at + 10 + size) });
    at += 10 + size;
  }
  return frames;
}

function readSyncsafe(bytes: Buffer, at: number): number {
  return (bytes[at]! << 21) | (bytes[at + 1]! << 14) | (bytes[at + 2]! << 7) | bytes[at + 3]!;
}

const tag = Buffer.from(
  writeId3({
    title: '月の話',
    language: 'jpn',
    comment: 'AI-generated',
    seconds: 61.5,
    chapters: [
      { title: 'はじめ', start: 0, end: 20.25 },
      { title: 'Second', start: 20.25, end: 61.5 },
    ],
    cover: { image: new Uint8Array(300).fill(7), mediaType: 'image/png' },
    tags: { DigitalSourceType: 'http://example' },
    xmp: '<x/>',
  }),
);

describe('writeId3', () => {
  const frames = readFrames(tag.subarray(10));
  const bodies = (id: string) => frames.filter((frame) => frame.id === id).map(({ body }) => body);

  test('starts with a version 2.4 header that tells the size of the rest', () => {
    expect([...tag.subarray(0, 6)]).toEqual([0x49, 0x44, 0x33, 4, 0, 0]);
    expect(readSyncsafe(tag, 6)).toBe(tag.length - 10);
    expect(frames.map(({ id }) => id)).toEqual([
      'TIT2',
      'TLAN',
      'TLEN',
      'COMM',
      'TXXX',
      'PRIV',
      'APIC',
      'CTOC',
      'CHAP',
      'CHAP',
    ]);
  });

  test('holds texts in UTF-8', () => {
    expect(bodies('TIT2')[0]!.toString()).toBe('\u0003月の話');
    expect(bodies('TLEN')[0]!.toString()).toBe('\u000361500');
    expect(bodies('COMM')[0]!.toString()).toBe('\u0003jpn\0AI-generated');
    expect(bodies('TXXX')[0]!.toString()).toBe('\u0003DigitalSourceType\0http://example');
  });

  test('marks the cover as the front cover', () => {
    const [cover] = bodies('APIC');
    expect(cover!.toString('latin1', 0, 13)).toBe('\u0003image/png\0\u0003\0');
    expect(cover!.length).toBe(13 + 300);
  });

  test('lists chapters in order, with times in milliseconds and names', () => {
    expect(bodies('CTOC')[0]!.toString('latin1')).toBe('toc\0\u0003\u0002chp0\0chp1\0');
    const [first, second] = bodies('CHAP');
    expect([first!.readUInt32BE(5), first!.readUInt32BE(9)]).toEqual([0, 20_250]);
    expect([second!.readUInt32BE(5), second!.readUInt32BE(9)]).toEqual([20_250, 61_500]);
    expect(readFrames(first!.subarray(21))).toEqual([{ id: 'TIT2', body: Buffer.from('\u0003はじめ') }]);
  });

  test('has no byte in a size that a player would take for sound', () => {
    const large = writeId3({
      title: 'x',
      language: 'eng',
      seconds: 1,
      chapters: [],
      cover: { image: new Uint8Array(70_000), mediaType: 'image/jpeg' },
    });
    expect(readSyncsafe(Buffer.from(large), 6)).toBe(large.length - 10);
    expect([...large.subarray(6, 10)].every((byte) => byte < 128)).toBe(true);
  });
});
