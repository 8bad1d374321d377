import { expect, test } from 'vitest';
import { finishAt, opacityAt, stateAt } from './overlays.ts';

const word = (at: number) => ({ at, picture: `${at}.png` });
const caption = { start: 1, end: 3, x: 10, y: 20, fade: 0.2, states: [word(1), word(1.5), word(2)] };

test('comes and goes within its time', () => {
  expect(opacityAt(caption, 0.99)).toBe(0);
  expect(opacityAt(caption, 1.1)).toBeCloseTo(0.5, 5);
  expect(opacityAt(caption, 2)).toBe(1);
  expect(opacityAt(caption, 2.9)).toBeCloseTo(0.5, 5);
  expect(opacityAt(caption, 3)).toBe(0);
});

test('goes on over the end of one stretch into the next as if there were none', () => {
  const next = { ...caption, start: -0.1, end: 1.9 };
  expect(opacityAt(next, 0)).toBeCloseTo(opacityAt(caption, 1.1), 9);
});

test('each word lights up at its time, to the frame', () => {
  expect([1, 44 / 30, 45 / 30, 59 / 30, 2, 2.9].map((time) => stateAt(caption, time))).toEqual([0, 0, 1, 1, 2, 2]);
});

test('a frame on which nothing lies is left alone', () => {
  expect(finishAt([caption], 0.5).key).toBe('');
  expect(finishAt([caption], 1.6).draws).toEqual([{ picture: '1.5.png', x: 10, y: 20, opacity: 1 }]);
  expect(finishAt([caption], 1.6).key).toBe(finishAt([caption], 1.7).key);
  expect(finishAt([caption], 1.6).key).not.toBe(finishAt([caption], 1.4).key);
});
