import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../../colour.ts';
import { curve } from '../../../paths.ts';
import type { Figure } from '../../figure.ts';
import type { Hair, HairTones } from './hair.ts';

/** Short curls. */
export const curly: Hair = {
  behind: (fig, tones) => curls(fig, tones, [...curlRing, [-44, 22, 12], [46, 20, 12], [0, -30, 44]]),
  front: (fig, tones) => {
    const t = fig.turn * 4;
    curls(fig, tones, [
      [-36 + t, -30, 12],
      [-20 + t, -42, 13],
      [-2 + t, -46, 14],
      [16 + t, -42, 13],
      [33 + t * 0.7, -32, 12],
      [-8 + t, -34, 9],
      [8 + t, -33, 8],
    ]);
  },
  away: (fig, tones) =>
    curls(fig, tones, [
      ...curlRing,
      [0, -20, 46],
      [-24, 10, 22],
      [24, 10, 22],
      [0, 22, 22],
      [-30, -20, 20],
      [30, -20, 20],
      [-40, 20, 14],
      [40, 20, 14],
      [0, -24, 18],
    ]),
};

export function curls(fig: Figure, tones: HairTones, points: readonly (readonly [number, number, number])[]): void {
  const whole = new Path2D();
  for (const [x, y, r] of points) whole.addPath(fig.brush.blob(x, y, r, r, 0.08, 10));
  fig.brush.shape(whole, tones.main, { to: mix(tones.main, tones.light, 0.35), along: [20, 30, -20, -70], lift: 2.5 });
  const swirls = new Path2D();
  points.forEach(([x, y, r], i) => {
    const a = i * 1.3;
    swirls.addPath(
      curve([
        [x + Math.cos(a) * r * 0.7, y + Math.sin(a) * r * 0.7],
        [x + Math.cos(a + 1.4) * r * 0.6, y + Math.sin(a + 1.4) * r * 0.6],
        [x + Math.cos(a + 2.8) * r * 0.4, y + Math.sin(a + 2.8) * r * 0.4],
        [x, y + r * 0.1],
      ]),
    );
  });
  fig.brush.line(swirls, tones.light, 1.7, 0.55);
}

const curlRing: readonly (readonly [number, number, number])[] = [
  [-48, 6, 13],
  [-53, -14, 15],
  [-46, -36, 17],
  [-28, -54, 18],
  [-4, -62, 18],
  [20, -58, 18],
  [40, -44, 17],
  [51, -22, 15],
  [50, 0, 13],
];
