import { mix } from '../../../colour.ts';
import { curve, ellipse, limb, spline } from '../../../paths.ts';
import type { Figure } from '../../figure.ts';
import { type Hair, type HairTones, backOfHead, lock, strands } from './hair.ts';

/** Two plaits with ties. */
export const braids: Hair = {
  behind: (fig, tones) =>
    lock(fig, tones, [
      [-46, 20],
      [-54, -12],
      [-40, -50],
      [0, -62],
      [40, -50],
      [54, -12],
      [46, 20],
      [0, 10],
    ]),
  front: (fig, tones) => {
    const t = fig.turn * 4;
    for (const side of [-1, 1]) {
      lock(fig, tones, [
        [t, -62],
        [side * 30, -56],
        [side * 52, -24],
        [side * 49, 12],
        [side * 43, -6],
        [side * 28 + t, -30],
        [t, -46],
      ]);
    }
    strands(fig, tones, [
      [
        [t - 4, -56],
        [-26, -44],
        [-46, -10],
      ],
      [
        [t + 4, -56],
        [26, -44],
        [46, -10],
      ],
    ]);
    for (const side of [-1, 1]) plait(fig, tones, side);
  },
  away: (fig, tones) => {
    backOfHead(fig, tones, 32);
    fig.brush.line(
      curve([
        [0, -62],
        [0, 34],
      ]),
      tones.deep,
      1.8,
      0.7,
    );
    for (const side of [-1, 1]) plait(fig, tones, side);
  },
};

function plait(fig: Figure, tones: HairTones, side: number): void {
  const { brush } = fig;
  const inBed = (fig.character.pose === 'lie' || fig.character.pose === 'curl-up') && fig.look.eyes === 'resting';
  if (inBed) {
    // On the pillow: one plait lies beside the head, the other one under it.
    if (side > 0) return;
    return brush.at(-40, -6, 1, 1.25, false, () => drawPlait(fig, tones, 1, -46));
  }
  drawPlait(fig, tones, side, 0);
}

function drawPlait(fig: Figure, tones: HairTones, side: number, dx: number): void {
  const { brush } = fig;
  const sway = fig.breath * 1.5;
  for (let i = 4; i >= 0; i--) {
    const [x, y] = [dx + side * (48 + i * 1.6) + sway * i * 0.2, 18 + i * 13.5];
    const r = 10.5 - i * 0.7;
    brush.shape(
      spline([
        [x - r, y - 5],
        [x, y - 10],
        [x + r, y - 5],
        [x + r * 0.7, y + 6],
        [x, y + 10],
        [x - r * 0.7, y + 6],
      ]),
      i % 2 ? tones.main : mix(tones.main, tones.light, 0.3),
      { to: tones.deep, along: [0, y - 10, 0, y + 14], lift: 1.4, edge: 0.15 },
    );
  }
  const [x, y] = [dx + side * 55 + sway, 18 + 5 * 13.5];
  brush.shape(
    limb(
      [
        [x, y],
        [x + side * 2, y + 15],
      ],
      [5, 3],
    ),
    tones.main,
    { lift: 1, edge: 0 },
  );
  brush.shape(ellipse(x, y - 2, 6, 4.6), tones.tie, { lift: 1.5 });
}
