import { expect, test } from 'vitest';
import { blendStyles, frameStyle } from './frame-style.ts';

const day = frameStyle.parse({ palette: { warmth: -1, shadows: '#000000' }, overlay: 'snow', overlayAmount: 1 });
const dusk = frameStyle.parse({
  look: 'ink',
  palette: { warmth: 1, shadows: '#8040ff' },
  overlay: 'leaves',
  overlayAmount: 1,
});

test('an empty style is whole: every field has its default', () => {
  expect(frameStyle.parse({})).toMatchObject({
    look: 'oil',
    strength: 1,
    palette: { saturation: 1, toning: 0 },
    light: { amount: 0 },
  });
});

test('half way between two styles numbers and colours are half way, and the look is the new one', () => {
  const half = blendStyles(day, dusk, 0.5);
  expect(half.palette.warmth).toBeCloseTo(0);
  expect(half.palette.shadows).toBe('#402080');
  expect(half.look).toBe('ink');
});

test('a new overlay comes in from nothing', () => {
  expect(blendStyles(day, dusk, 0.25)).toMatchObject({ overlay: 'leaves', overlayAmount: 0.25 });
});

test('the blend ends in the new style itself', () => {
  expect(blendStyles(day, dusk, 1)).toEqual(dusk);
});

test('names what is out of range', () => {
  expect(frameStyle.safeParse({ strength: 2 }).error?.issues[0]?.path).toEqual(['strength']);
  expect(frameStyle.safeParse({ palette: { lights: 'gold' } }).error?.issues[0]?.message).toContain('#f2a33c');
});
