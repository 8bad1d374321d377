import { expect, test } from 'vitest';
import { lightMap } from './light.ts';
import type { LightPlan } from './light.ts';

const dark: LightPlan = {
  width: 400,
  height: 200,
  ambient: '#808080',
  lights: [],
  slope: { x: 0, y: 0, amount: 0 },
  focus: { x: 200, y: 100, amount: 0 },
  stepped: false,
};

const at = ({ width, factors }: ReturnType<typeof lightMap>, x: number, y: number) =>
  Array.from(factors.subarray(((y >> 2) * width + (x >> 2)) * 3, ((y >> 2) * width + (x >> 2)) * 3 + 3));

test('without lights every place has the ambient light', () => {
  const map = lightMap(dark);
  expect([map.width, map.height]).toEqual([100, 50]);
  for (const factor of map.factors) expect(factor).toBeCloseTo(128 / 255, 5);
});

test('a lamp adds 1 / (1 + 3.2 d²/r²) − 1/20.2 of its colour, and nothing beyond its reach', () => {
  const light = { x: 200, y: 100, radius: 40, colour: '#ff8000', strength: 0.5 };
  const map = lightMap({ ...dark, lights: [light] });
  const share = (d: number) => 1 / (1 + 3.2 * (d / 40) ** 2) - 1 / 20.2;
  for (const d of [0, 20, 40, 80]) {
    const [red, green, blue] = at(map, 200 + d, 100);
    expect(red).toBeCloseTo(128 / 255 + 0.5 * share(d), 4);
    expect(green).toBeCloseTo(128 / 255 + 0.5 * (128 / 255) * share(d), 4);
    expect(blue).toBeCloseTo(128 / 255, 4);
  }
  expect(at(map, 320, 100)[0]).toBeCloseTo(128 / 255, 4);
});

test('the side towards the light is brighter and the corners away from the focus are darker', () => {
  const sloped = lightMap({ ...dark, slope: { x: -1, y: 0, amount: 0.2 } });
  expect(at(sloped, 0, 100)[0]!).toBeCloseTo((128 / 255) * 1.2, 3);
  expect(at(sloped, 396, 100)[0]!).toBeLessThan(at(sloped, 0, 100)[0]!);
  const focused = lightMap({ ...dark, focus: { x: 0, y: 100, amount: 0.34 } });
  expect(at(focused, 396, 100)[0]!).toBeLessThan(at(focused, 0, 100)[0]! * 0.8);
});

test('light on card falls in steps but reaches as far', () => {
  const lights = [{ x: 200, y: 100, radius: 60, colour: '#ffffff', strength: 1 }];
  const smooth = lightMap({ ...dark, lights });
  const stepped = lightMap({ ...dark, lights, stepped: true });
  let most = 0;
  for (const [index, factor] of smooth.factors.entries())
    most = Math.max(most, Math.abs(factor - stepped.factors[index]!));
  expect(most).toBeGreaterThan(0.02);
  expect(most).toBeLessThan(0.09);
});
