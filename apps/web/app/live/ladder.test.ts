import { expect, test } from 'vitest';
import { atTheTop, climb, explainRung, isStruggling, rungsFor } from './ladder.ts';
import type { Pace, Standing } from './ladder.ts';

const asked = { width: 512, height: 512, fps: 30 };
const rungs = rungsFor('gl', asked, true);
const good: Pace = { engine: 'gl', wantedFps: 30, shownFps: 29, delayP95: 60 };
const bad: Pace = { ...good, shownFps: 6 };

function after(standing: Standing, pace: Pace, seconds: number): Standing {
  let now = standing;
  for (let second = 0; second < seconds; second++) now = climb(now, pace, rungs, 1);
  return now;
}

test('goes from smaller over slower to another engine', () => {
  expect(rungs.map(({ width, fps, isElsewhere }) => [width, fps, isElsewhere])).toEqual([
    [512, 30, false],
    [384, 30, false],
    [256, 30, false],
    [256, 15, false],
    [512, 30, true],
  ]);
  expect(rungsFor('gl', asked, false).some(({ isElsewhere }) => isElsewhere)).toBe(false);
  expect(rungsFor('server', { ...asked, fps: 5 }, true).at(-1)?.isElsewhere).toBe(true);
});

test('a short stumble costs nothing, four bad seconds cost a rung', () => {
  expect(after(atTheTop, bad, 3).rung).toBe(0);
  expect(after(after(atTheTop, bad, 3), good, 1).badFor).toBe(0);
  expect(after(atTheTop, bad, 4).rung).toBe(1);
  expect(after(atTheTop, bad, 8).rung).toBe(2);
});

test('it never leaves the last rung downwards', () => {
  expect(after(atTheTop, bad, 100).rung).toBe(rungs.length - 1);
});

test('thirty good seconds give a rung back; a second try waits longer', () => {
  const low = after(atTheTop, bad, 8);
  const higher = after(low, good, 30);
  expect(higher.rung).toBe(1);
  const fallen = after(higher, bad, 4);
  expect(fallen.rung).toBe(2);
  expect(after(fallen, good, 45).rung).toBe(2);
  expect(after(fallen, good, 120).rung).toBeLessThan(2);
});

test('late is as bad as rare', () => {
  expect(isStruggling({ ...good, delayP95: 900 })).toBe(true);
  expect(isStruggling(good)).toBe(false);
});

test('it says what was given up', () => {
  expect(explainRung(rungs, 0)).toBe('');
  expect(explainRung(rungs, 1)).toContain('384 × 384 instead of 512 × 512');
  expect(explainRung(rungs, 3)).toContain('15 pictures a second instead of 30');
});
