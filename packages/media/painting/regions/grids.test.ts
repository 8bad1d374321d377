import { expect, test } from 'vitest';
import { cellScale, paneRules, seedGrid, stoneRules } from './grids.ts';

const size = { width: 512, height: 512 };

test('a finer detail makes smaller cells, in few steps', () => {
  expect(cellScale(size, 0)).toBeCloseTo(1.68, 1);
  expect(cellScale(size, 0.5)).toBe(1);
  expect(cellScale(size, 1)).toBeCloseTo(0.59, 1);
  const steps = new Set(Array.from({ length: 101 }, (_, i) => cellScale(size, i / 100)));
  expect(steps.size).toBeLessThan(9);
});

test('a grid has more cells than a frame can show at once, wherever it lies', () => {
  for (const cell of [3, 5.6, 10.5, 21.3]) {
    const grid = seedGrid(size, cell);
    for (let origin = -3 * cell; origin < 3 * cell; origin += 0.7) {
      const first = Math.floor(-origin / cell) - 1;
      const last = Math.floor((255.5 - origin) / cell) + 1;
      expect(last - first + 1).toBeLessThanOrEqual(grid.columns);
    }
  }
});

test('cells have at least three pixels, also in the smallest pictures', () => {
  const tiny = { width: 64, height: 64 };
  for (const rules of [...paneRules(tiny, 1), stoneRules(tiny, 1)]) expect(rules.grid.cell).toBeGreaterThanOrEqual(3);
});
