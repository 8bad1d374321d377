import { expect, test } from 'vitest';
import { directionSlopes, kuwaharaEllipse, kuwaharaRadius, kuwaharaSectors, packKuwahara } from './kuwahara-tables.ts';

test('the weights of every sector sum to 1 and lie inside the ellipse', () => {
  for (const table of [0, 3, 26, 50, 95]) {
    const { along, across, cos, sin } = kuwaharaEllipse(3, table);
    const sectors = kuwaharaSectors(3, table);
    expect(sectors).toHaveLength(8);
    for (const taps of sectors) {
      expect(taps.reduce((sum, tap) => sum + tap.weight, 0)).toBeCloseTo(1, 9);
      for (const { dx, dy } of taps)
        expect(((cos * dx + sin * dy) / along) ** 2 + ((cos * dy - sin * dx) / across) ** 2).toBeLessThanOrEqual(1);
    }
  }
});

test('opposite sectors mirror each other, and the first looks along the direction', () => {
  const sectors = kuwaharaSectors(3, 0);
  const meanX = (taps: (typeof sectors)[number]) => taps.reduce((sum, { dx, weight }) => sum + dx * weight, 0);
  expect(meanX(sectors[0]!)).toBeGreaterThan(0.5);
  expect(meanX(sectors[4]!)).toBeCloseTo(-meanX(sectors[0]!), 6);
  expect(meanX(sectors[2]!)).toBeCloseTo(0, 6);
});

test('packed tables tell where each sector ends', () => {
  const { ends, taps } = packKuwahara(2);
  expect(ends).toHaveLength(96 * 9);
  expect(ends.at(-1)! * 4).toBe(taps.length);
  const sectors = kuwaharaSectors(2, 7);
  sectors.forEach((sector, k) => expect(ends[7 * 9 + k + 1]! - ends[7 * 9 + k]!).toBe(sector.length));
});

test('slopes part a quarter turn into twelve steps', () => {
  const slopes = directionSlopes();
  expect(slopes[0]).toBeCloseTo(Math.tan(Math.PI / 48), 6);
  expect([...slopes]).toEqual([...slopes].sort((a, b) => a - b));
});

test('the radius goes with the size of the picture', () => {
  expect(kuwaharaRadius({ width: 512, height: 512 }, 3)).toBe(3);
  expect(kuwaharaRadius({ width: 640, height: 256 }, 3)).toBe(1.5);
  expect(kuwaharaRadius({ width: 1024, height: 1024 }, 3)).toBe(4);
});
