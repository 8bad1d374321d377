import type { Point } from '../../../paths.ts';
import { type Hair, backOfHead, lock, strands } from './hair.ts';

/** To the chin, with a straight fringe. */
export const bob: Hair = {
  behind: (fig, tones) => {
    const path = lock(
      fig,
      tones,
      [
        [0, -64],
        [40, -52],
        [57, -14],
        [58, 22],
        [46, 40],
        [30, 34],
        [-30, 34],
        [-46, 40],
        [-58, 22],
        [-57, -14],
        [-40, -52],
      ],
      3,
    );
    fig.brush.clip(path, () =>
      strands(
        fig,
        tones,
        [-52, -44, 44, 52].map(
          (x) =>
            [
              [x * 0.8, -40],
              [x, 0],
              [x * 0.92, 38],
            ] as Point[],
        ),
      ),
    );
  },
  front: (fig, tones) => {
    const t = fig.turn * 5;
    const cap = lock(fig, tones, [
      [-48, 14],
      [-56, -14],
      [-44, -48],
      [-12, -63],
      [16, -63],
      [46, -47],
      [56, -14],
      [49, 14],
      [45, -6],
      [37 + t * 0.4, -15],
      [18 + t, -12],
      [0 + t, -15],
      [-18 + t, -11],
      [-36 + t * 0.4, -14],
      [-44, -4],
    ]);
    fig.brush.clip(cap, () =>
      strands(
        fig,
        tones,
        [-34, -22, -10, 2, 14, 26, 38].map(
          (x) =>
            [
              [x * 0.35 + t * 0.3, -62],
              [x * 0.9 + t * 0.8, -38],
              [x + t, -10],
            ] as Point[],
        ),
      ),
    );
  },
  away: (fig, tones) => backOfHead(fig, tones, 40),
};
