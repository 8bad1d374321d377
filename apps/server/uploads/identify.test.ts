import { expect, test } from 'vitest';
import { identify } from './identify.ts';

const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const png = bytesOf(
  [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
  [0, 0, 0, 13],
  'IHDR',
  [0, 0, 1, 0, 0, 0, 0, 200, 8, 6, 0, 0, 0],
);

test.each([
  ['MP3 with tags', bytesOf('ID3', [3, 0, 0, 0, 0, 0, 4], [0, 0, 0, 0, 0xff, 0xfb, 0x90, 0]), 'audio/mpeg'],
  ['MP3 without tags', bytesOf([0xff, 0xfb, 0x90, 0x64]), 'audio/mpeg'],
  ['AAC', bytesOf([0xff, 0xf1, 0x50, 0x80]), 'audio/aac'],
  ['WAV', bytesOf('RIFF', [1, 2, 3, 4], 'WAVEfmt '), 'audio/wav'],
  ['FLAC', bytesOf('fLaC', [0, 0, 0, 34]), 'audio/flac'],
  ['FLAC behind tags', bytesOf('ID3', [4, 0, 0, 0, 0, 0, 2], [0, 0], 'fLaC'), 'audio/flac'],
  ['Opus in Ogg', bytesOf('OggS', [0, 2]), 'audio/ogg'],
  ['M4A', bytesOf([0, 0, 0, 24], 'ftypM4A '), 'audio/mp4'],
  ['WebM', bytesOf([0x1a, 0x45, 0xdf, 0xa3, 0x9f], 'B\x86\x81\x01B\x82\x84webm'), 'video/webm'],
  ['Matroska', bytesOf([0x1a, 0x45, 0xdf, 0xa3, 0xa3], 'B\x82\x88matroska'), 'video/x-matroska'],
  ['a film of a phone', bytesOf([0, 0, 0, 20], 'ftypqt  '), 'video/quicktime'],
  ['MP4', bytesOf([0, 0, 0, 24], 'ftypmp42'), 'video/mp4'],
  ['AVI', bytesOf('RIFF', [1, 2, 3, 4], 'AVI LIST'), 'video/x-msvideo'],
  ['PNG', png, 'image/png'],
])('%s is %s', (_name, head, type) => {
  expect(identify(head, { bytes: 1000 })).toBe(type);
});

test.each([
  ['a page', bytesOf('<!doctype html>'), 1000, 'request.invalid'],
  ['a playlist', bytesOf('#EXTM3U\nhttp://'), 1000, 'request.invalid'],
  ['a program', bytesOf([0x7f], 'ELF'), 1000, 'request.invalid'],
  ['nothing', bytesOf(), 0, 'request.invalid'],
  ['a huge picture', png, 50_000_000, 'request.too-large'],
  ['huge sound', bytesOf('fLaC'), 20_000_000_001, 'request.too-large'],
  ['a huge film', bytesOf([0, 0, 0, 20], 'ftypqt  '), 20_000_000_001, 'request.too-large'],
])('%s is refused', (_name, head, bytes, code) => {
  expect(() => identify(head, { bytes })).toThrow(expect.objectContaining({ code }) as Error);
});
