import { expect, test } from 'vitest';
import { plainPath } from './plain-path.ts';

test.each([
  ['/watch/a?clean', '/watch/a'],
  ['/assets/entry..client-1.js', '/assets/entry..client-1.js'],
  ['/.well-known/x', '/.well-known/x'],
  ['/%E6%B0%B4', '/%E6%B0%B4'],
])('%s is plain', (url, path) => expect(plainPath(url)).toBe(path));

test.each([
  '/fonts/../library',
  '/fonts/%2e%2E/library',
  '/fonts/.%2e/library',
  '/whip/a/../../library',
  '/watch/..',
  '/watch/./a',
  '/fonts/..\\library',
  '//other.example/watch/a',
  'http://other.example/watch/a',
])('%s is not', (url) => expect(plainPath(url)).toBeNull());
