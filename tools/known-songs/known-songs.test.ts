import { expect, test } from 'vitest';
import { compose, continuity, fMeasure, medianBias, plans } from './index.ts';

test('every song has a name of its own, and a third of them is held back', () => {
  expect(new Set(plans.map((plan) => plan.name)).size).toBe(plans.length);
  const heldBack = plans.filter((plan) => plan.set === 'held-back').length;
  expect(heldBack / plans.length).toBeGreaterThan(0.3);
});

test('a steady song has its beats where its tempo says, and bars of its metre', () => {
  const plan = plans.find((each) => each.name === 'five-four-130')!;
  const { truth } = compose(plan);
  truth.beats.forEach((beat, index) => {
    expect(beat).toBeCloseTo(0.5 + (index * 60) / 130, 6);
  });
  expect(truth.downbeats).toEqual(truth.beats.filter((_, index) => index % 5 === 0));
  expect(truth.sections.every((section) => truth.downbeats.some((time) => Math.abs(time - section.start) < 1e-6))).toBe(
    true,
  );
});

test('a plan gives the same notes twice', () => {
  expect(compose(plans[5]!)).toEqual(compose(plans[5]!));
});

test('scores are perfect for the truth, and know doubling, lag and guesses', () => {
  const known = Array.from({ length: 40 }, (_, index) => index * 0.5);
  expect(fMeasure(known, known, { tolerance: 0.03 })).toBe(1);
  expect(continuity(known, known)).toBeCloseTo(38 / 39);
  const doubled = Array.from({ length: 79 }, (_, index) => index * 0.25);
  expect(fMeasure(doubled, known, { tolerance: 0.07 })).toBeCloseTo((2 * 40) / 119);
  const late = known.map((time) => time + 0.05);
  expect(medianBias(late, known)).toBeCloseTo(0.05);
  expect(fMeasure(late, known, { tolerance: 0.03 })).toBe(0);
});
