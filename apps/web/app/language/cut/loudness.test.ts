import { expect, test } from 'vitest';
import { loudnessPath } from './loudness.ts';

test('silence lies on the ground, full scale at the top', () => {
  const path = loudnessPath({ step: 0.5, loudness: [-100, -100, 0, -30], integrated: -20 }, 2, 4);
  expect(path).toBe('M0 1L0 1.000L1 1.000L2 0.000L3 0.500L4 1Z');
});
