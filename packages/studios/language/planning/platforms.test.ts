import { expect, test } from 'vitest';
import { countFor, tagsLength } from './platforms.ts';

const family = '👨‍👩‍👧‍👦';

test.each<[string, number]>([
  ['', 0],
  ['Hello, world!', 13],
  ['こんにちは', 10],
  // Twitter's own examples.
  ['故人西辞黄鹤楼，烟花三月下扬州。孤帆远影碧空尽，唯见长江天际流。', 64],
  [`H🐱☺${family}`, 7],
  ['“Quoted” – it’s…', 16 + 1],
  ['café', 4],
  ['cafe\u0301', 4],
  ['한국어', 6],
  ['Thai: ไทย', 9],
  ['https://example.com', 23],
  ['https://example.com/a/very/long/path?with=a&query=that-goes-on-and-on-and-on', 23],
  ['see https://example.com.', 4 + 23 + 1],
  ['これhttps://example.com/xをみて', 4 + 23 + 6],
  ['a\nb', 3],
  ['a\nhttps://a.jp\nb', 3 + 23 + 1],
  ['example.com', 23],
  ['v1.2 of it', 10],
  ['👍🏽', 2],
  ['🇯🇵', 2],
])('X counts %s as %d', (text, length) => {
  expect(countFor('x', text)).toBe(length);
});

test('Bluesky counts what people see, Instagram and TikTok count units', () => {
  expect(countFor('bluesky', `a${family}が`)).toBe(3);
  expect(countFor('bluesky', 'か\u3099')).toBe(1);
  expect(countFor('instagram', family)).toBe(11);
  expect(countFor('tiktok', 'あa😀')).toBe(4);
  expect(countFor('youtube-community', 'あいう')).toBe(3);
});

test.each<[string[], number]>([
  [[], 0],
  [['日本語'], 3],
  [['日本語', 'learn Japanese'], 3 + 1 + 14 + 2],
  [['a', 'b', 'c'], 5],
])('YouTube counts tags %j as %d', (tags, length) => {
  expect(tagsLength(tags)).toBe(length);
});
