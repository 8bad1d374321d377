import { expect, test } from 'vitest';
import { planEdits } from './plan.ts';

const cut = (...keeps: [number, number][]) => ({
  cut: { keeps: keeps.map(([start, end]) => ({ start, end })), chapters: [], cards: [], intro: null, outro: null },
});
const short = (id: string, end: number, cuts: { start: number; end: number }[] = []) => ({
  id,
  span: { start: 10, end },
  cuts,
  hook: { ja: '草', en: 'lol' },
  items: [],
  layout: { kind: 'single', frames: [{ at: 0, upper: { x: 0, y: 0, width: 1, height: 1 } }] },
});
const problemOf = (edits: unknown) => planEdits.safeParse(edits).error?.issues[0]?.message;

test('a cut keeps stretches in order and apart from each other', () => {
  expect(problemOf(cut([0, 10], [10, 20], [30, 40]))).toBeUndefined();
  expect(problemOf(cut([30, 40], [0, 10]))).toMatch(/in order/);
  expect(problemOf(cut([0, 10], [9, 20]))).toMatch(/in order/);
});

test('a Short has at most a minute without what it leaves out, and an id of its own', () => {
  expect(problemOf({ shorts: [short('short-1', 70), short('short-2', 40)] })).toBeUndefined();
  expect(problemOf({ shorts: [short('short-1', 80)] })).toMatch(/60 seconds/);
  expect(problemOf({ shorts: [short('short-1', 80, [{ start: 20, end: 31 }])] })).toBeUndefined();
  expect(problemOf({ shorts: [short('short-1', 40), short('short-1', 50)] })).toMatch(/id of its own/);
});
