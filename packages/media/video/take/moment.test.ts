import { describe, expect, test } from 'vitest';
import { momentAt } from './moment.ts';

describe('momentAt', () => {
  test('carries a movement on from one clip to the next, frame by frame', () => {
    const whole = Array.from({ length: 100 }, (_, frame) => momentAt({ frames: 100, fps: 24 }, frame, [0, 1]));
    const parts = [
      ...Array.from({ length: 30 }, (_, frame) => momentAt({ frames: 30, fps: 24 }, frame, [0, 0.3])),
      ...Array.from({ length: 70 }, (_, frame) => momentAt({ frames: 70, fps: 24 }, frame, [0.3, 1])),
    ];
    parts.forEach((moment, frame) => {
      expect(moment.progress).toBeCloseTo(whole[frame]!.progress, 9);
      expect(moment.seconds).toBeCloseTo(frame / 24, 9);
    });
  });
});
