import { expect, test } from 'vitest';
import { keepToo, keptSeconds, leaveOut, moveEnd, nextKept, partAt } from './keeps.ts';

const keeps = [
  { start: 1, end: 4 },
  { start: 6, end: 10 },
];

test('an end is held between its neighbours', () => {
  expect(moveEnd(keeps, 0, { side: 'end', time: 8, seconds: 20 })[0]).toEqual({ start: 1, end: 5.95 });
  expect(moveEnd(keeps, 1, { side: 'start', time: 12, seconds: 20 })[1]).toEqual({ start: 9.7, end: 10 });
  expect(moveEnd(keeps, 1, { side: 'end', time: 99, seconds: 20 })[1]).toEqual({ start: 6, end: 20 });
  expect(moveEnd(keeps, 0, { side: 'start', time: -3, seconds: 20 })[0]).toEqual({ start: 0, end: 4 });
});

test('what is left out parts a stretch, what is kept joins them', () => {
  expect(leaveOut(keeps, { start: 7, end: 8 })).toEqual([
    { start: 1, end: 4 },
    { start: 6, end: 7 },
    { start: 8, end: 10 },
  ]);
  expect(keepToo(keeps, { start: 3, end: 7 })).toEqual([{ start: 1, end: 10 }]);
  expect(keepToo(keeps, { start: 12, end: 13 })).toHaveLength(3);
  expect(keptSeconds(leaveOut(keeps, { start: 0, end: 20 }))).toBe(0);
});

test('a stretch is parted where there is room', () => {
  expect(partAt(keeps, 2)).toHaveLength(3);
  expect(partAt(keeps, 1.1)).toHaveLength(2);
});

test('playing what is kept leaps over the rest', () => {
  expect([nextKept(keeps, 2), nextKept(keeps, 5), nextKept(keeps, 0), nextKept(keeps, 11)]).toEqual([2, 6, 1, null]);
});
