import { expect, test } from 'vitest';
import { moved, placeOf } from './reorder.ts';

const boxes = [0, 60, 120].map((top) => ({ top, bottom: top + 56 }));

test.each([
  ['a b c', 0, 2, 'b c a'],
  ['a b c', 2, 0, 'c a b'],
  ['a b c', 1, 1, 'a b c'],
  ['a b c', 0, 9, 'b c a'],
])('of %s, number %i goes to %i: %s', (before, from, to, after) => {
  expect(moved(before.split(' '), from, to).join(' ')).toBe(after);
});

test.each([
  ['the first, a little down', 0, 50, 0],
  ['the first, past the middle of the second', 0, 100, 1],
  ['the first, far below', 0, 900, 2],
  ['the last, past the middle of the second', 2, 80, 1],
  ['the last, above everything', 2, -40, 0],
])('%s', (_, from, y, place) => {
  expect(placeOf(boxes, from, y)).toBe(place);
});
