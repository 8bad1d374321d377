import { frameStyle } from '@kinora/capabilities';
import { expect, test } from 'vitest';
import { createStyleBlend } from './style-blend.ts';

const oil = frameStyle.parse({ look: 'oil', palette: { warmth: 0 } });
const warm = frameStyle.parse({ look: 'oil', palette: { warmth: 1 } });

test('a new style is reached over its blend, halfway in the middle, without a jump', () => {
  const blend = createStyleBlend(oil);
  blend.setStyle(warm, { time: 10, blend: 2 });
  expect(blend.at(10).palette.warmth).toBe(0);
  expect(blend.at(11).palette.warmth).toBeCloseTo(0.5);
  expect(blend.at(12)).toEqual(warm);
  expect(blend.target).toEqual(warm);
  blend.setStyle(oil, { time: 20 });
  blend.setStyle(warm, { time: 20.5 });
  expect(blend.at(20.5).palette.warmth).toBeCloseTo(0.5);
});

test('a blend of no time is there at once', () => {
  const blend = createStyleBlend(oil);
  blend.setStyle(warm, { time: 3, blend: 0 });
  expect(blend.at(3)).toEqual(warm);
});

test('only another look dissolves from the last picture, and a look under way goes on dissolving', () => {
  const blend = createStyleBlend(oil);
  blend.setStyle(warm, { time: 0 });
  expect(blend.at(0.5).dissolve).toBeUndefined();
  blend.setStyle({ ...warm, look: 'neon' }, { time: 1 });
  expect(blend.at(1).dissolve).toBe(1);
  expect(blend.at(1.5).dissolve).toBeCloseTo(0.5);
  blend.setStyle({ ...oil, look: 'neon' }, { time: 1.5 });
  expect(blend.at(1.5).dissolve).toBeGreaterThan(0);
  expect(blend.at(2.5).dissolve).toBeUndefined();
});
