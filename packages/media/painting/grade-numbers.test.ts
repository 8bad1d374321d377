import { frameStyle, looks } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { gradeLength, isNeutral, writeGrade } from './grade-numbers.ts';

function numbers(style: object, place: 'under' | 'over' = 'under'): Float32Array {
  const out = new Float32Array(gradeLength);
  writeGrade(out, frameStyle.parse(style), { place, aspect: 4 / 3 });
  return out;
}

test('a neutral style changes no colour, before and after any look', () => {
  for (const look of looks) {
    expect(isNeutral(numbers({ look }))).toBe(true);
    expect(isNeutral(numbers({ look }, 'over'))).toBe(true);
  }
});

test('each setting makes a difference in some place for every look', () => {
  const settings = [
    { palette: { warmth: 1 } },
    { palette: { saturation: 0.5 } },
    { palette: { contrast: -1 } },
    { palette: { brightness: 1 } },
    { palette: { toning: 1 } },
    { light: { amount: 1 } },
    { light: { vignette: 1 } },
    { overlay: 'rain' },
  ];
  for (const look of looks)
    for (const setting of settings)
      expect(isNeutral(numbers({ look, ...setting })) && isNeutral(numbers({ look, ...setting }, 'over'))).toBe(false);
});

test('levels become black and a gain', () => {
  const out = new Float32Array(gradeLength);
  writeGrade(out, frameStyle.parse({}), { place: 'under', aspect: 1, levels: { low: 0.1, high: 0.6 } });
  expect(out[0]).toBeCloseTo(0.1);
  expect(out[1]).toBeCloseTo(2);
});
