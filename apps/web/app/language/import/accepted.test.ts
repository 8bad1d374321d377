import { expect, test } from 'vitest';
import { kindOf, refusalOf } from './accepted.ts';

test('recordings and subtitles are told apart by their names', () => {
  expect(kindOf({ name: 'stream.ja.SRT', type: '' })).toBe('subtitles');
  expect(kindOf({ name: 'stream.mkv', type: '' })).toBe('recording');
  expect(kindOf({ name: 'clip', type: 'video/mp4' })).toBe('recording');
  expect(kindOf({ name: 'notes.txt', type: 'text/plain' })).toBeNull();
});

test('what is empty, too large or something else is refused', () => {
  expect(refusalOf({ name: 'a.mp4', type: '', size: 0 })).toBe('empty');
  expect(refusalOf({ name: 'a.mp4', type: '', size: 21e9 })).toBe('size');
  expect(refusalOf({ name: 'a.srt', type: '', size: 21e6 })).toBe('size');
  expect(refusalOf({ name: 'a.doc', type: '', size: 5 })).toBe('kind');
  expect(refusalOf({ name: 'a.mp4', type: '', size: 5 })).toBeNull();
});
