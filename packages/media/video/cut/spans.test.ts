import { expect, test } from 'vitest';
import { countFrames, framesPerSecond, placeSpans, planStretches } from './spans.ts';

/** Spans of odd lengths, as an editor leaves them. */
const spans = Array.from({ length: 400 }, (_, index) => ({ start: index * 3 + 0.0131, end: index * 3 + 1.7779 }));

test('many cuts never add up: 400 spans are as long as they are together, to half a frame', () => {
  const placed = placeSpans(spans, 30);
  const seconds = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const { first, frames } = placed.at(-1)!;
  expect(Math.abs((first + frames) / 30 - seconds)).toBeLessThanOrEqual(0.5 / 30 + 1e-9);
  expect(countFrames(spans, 30)).toBe(first + frames);
  for (const { first: at, start, end, frames: shown } of placed) {
    expect(Math.abs(shown / 30 - (end - start))).toBeLessThanOrEqual(1 / 30 + 1e-9);
    expect(at).toBe(
      placed
        .slice(
          0,
          placed.findIndex((each) => each.first === at),
        )
        .reduce((sum, each) => sum + each.frames, 0),
    );
  }
});

test('stretches end at fixed times of the recording, at whole frames, and lose nothing between them', () => {
  const stretches = planStretches(
    [
      { start: 1.013, end: 70.51 },
      { start: 72, end: 95 },
    ],
    { fps: 30 },
  );
  expect(stretches.map((stretch) => stretch.map(({ start, end }) => [start * 30, end * 30].map(Math.round)))).toEqual([
    [[30, 900]],
    [[900, 1800]],
    [
      [1800, 2115],
      [2160, 2700],
    ],
    [[2700, 2850]],
  ]);
  expect(stretches.flatMap((stretch) => placeSpans(stretch, 30)).reduce((sum, { frames }) => sum + frames, 0)).toBe(
    2115 - 30 + 2850 - 2160,
  );
});

test('a change in one place changes one stretch', () => {
  const plan = planStretches(spans, { fps: 30 });
  const changed = planStretches(spans.with(3, { start: 9.2, end: 10.1 }), { fps: 30 });
  expect(changed.filter((stretch, index) => JSON.stringify(stretch) !== JSON.stringify(plan[index]))).toHaveLength(1);
});

test('little of a long recording gives stretches of a useful length', () => {
  const sparse = Array.from({ length: 120 }, (_, index) => ({ start: index * 120, end: index * 120 + 10 }));
  const lengths = planStretches(sparse, { fps: 30 }).map((stretch) => countFrames(stretch, 30) / 30);
  expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(15);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(40);
});

test.each([
  [29.97, 30],
  [30, 30],
  [59.94, 30],
  [60, 30],
  [50, 25],
  [25, 25],
  [23.976, 24],
  [24, 24],
  [28.4, 30],
  [15, 15],
  [5, 10],
  [120, 30],
  [0, 30],
])('a recording of %d frames a second becomes a film of %d', (recorded, fps) => {
  expect(framesPerSecond(recorded)).toBe(fps);
});
