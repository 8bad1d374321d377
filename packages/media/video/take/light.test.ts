import { expect, test } from 'vitest';
import { gradeOf } from './light.ts';
import { nods, nudgeOf } from './nudge.ts';
import type { Pulse } from './read-music.ts';

const calm: Pulse = { level: 0.5, push: 0, flash: 0, hold: 0, sway: 0 };
const clip = { frames: 48 };

test('a calm moment keeps its light and its place', () => {
  expect(gradeOf(clip, 20, undefined)).toEqual({ gain: 1, lift: 0, light: 0 });
  expect(gradeOf(clip, 20, calm)).toEqual({ gain: 1, lift: 0, light: 0 });
  expect(nudgeOf(calm)).toEqual({ x: 0, y: 0, zoom: 1 });
});

test('loud is brighter, silence and a held breath darker, and a flash brightest', () => {
  const lift = (pulse: Partial<Pulse>) => gradeOf(clip, 20, { ...calm, ...pulse }).lift;
  const lifts = [lift({ hold: 1 }), lift({ level: 0 }), 0, lift({ level: 1 }), lift({ flash: 1 })];
  expect(lifts.toSorted((a, b) => a - b)).toEqual(lifts);
  expect(new Set(lifts).size).toBe(5);
});

test('fades begin and end in black, in half of the frames half way', () => {
  const gain = (frame: number) => gradeOf({ ...clip, fade: { in: 12, out: 24 } }, frame, undefined).gain;
  expect(gain(0)).toBeLessThan(0.01);
  expect((gain(5) + gain(6)) / 2).toBeCloseTo(0.5, 5);
  expect(gain(18)).toBe(1);
  expect((gain(35) + gain(36)) / 2).toBeCloseTo(0.5, 5);
  expect(gain(47)).toBeLessThan(0.01);
});

test('a change by fade is black in its middle, one by light brightest, and only where there is another picture', () => {
  const at = (frame: number, transition: 'light' | 'fade', to?: true) =>
    gradeOf({ ...clip, transition, ...(to && { to }) }, frame, undefined);
  expect(at(24, 'fade', true).gain).toBeLessThan(0.01);
  expect(at(24, 'light', true).lift).toBeCloseTo(0.7, 2);
  expect(at(0, 'light', true).lift).toBeLessThan(0.01);
  expect(at(24, 'fade')).toEqual({ gain: 1, lift: 0, light: 0 });
});

test('a beat never nods so far that an edge of the picture shows', () => {
  for (const push of [0.05, 0.5, 1]) {
    for (const sway of [-push, push]) {
      const { x, y, zoom } = nudgeOf({ ...calm, push, sway });
      const margin = (zoom - 1) / 2;
      expect(Math.abs(x) * zoom).toBeLessThan(margin);
      expect(Math.abs(y) * zoom).toBeLessThan(margin);
    }
  }
  expect(nods.height).toBeLessThan(nods.width);
});
