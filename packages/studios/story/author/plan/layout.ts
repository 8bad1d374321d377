import type { BeatId, Shape } from './shape.ts';

const layouts: Record<number, BeatId[][]> = {
  3: [
    ['home', 'call'],
    ['low', 'turn'],
    ['result', 'reward', 'rest'],
  ],
  4: [
    ['home', 'call'],
    ['try1', 'low'],
    ['turn', 'result'],
    ['reward', 'rest'],
  ],
  5: [['home', 'call'], ['try1', 'try2'], ['low'], ['turn', 'result'], ['reward', 'rest']],
  6: [['home', 'call'], ['try1'], ['try2'], ['low'], ['turn', 'result'], ['reward', 'rest']],
  7: [['home'], ['call'], ['try1'], ['try2'], ['low'], ['turn', 'result'], ['reward', 'rest']],
  8: [['home'], ['call'], ['try1'], ['try2'], ['try3'], ['low'], ['turn', 'result'], ['reward', 'rest']],
  9: [['home'], ['call'], ['try1'], ['try2'], ['try3'], ['low'], ['turn', 'result'], ['reward'], ['rest']],
  10: [['home'], ['call'], ['try1'], ['try2'], ['try3'], ['try4'], ['low'], ['turn', 'result'], ['reward'], ['rest']],
};

/** Which beats each scene tells; a shape without a beat passes it over. */
export function layOut(shape: Shape, scenes: number): BeatId[][] {
  const plan = layouts[Math.min(10, Math.max(3, scenes))] ?? [];
  return plan.map((beats) => beats.filter((beat) => shape.tell[beat]));
}
