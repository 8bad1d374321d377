import type { Point } from '../../../paths.ts';
import { type Hair, backOfHead, fringe, lock, strands } from './hair.ts';

/** Loose, over the shoulders. */
export const long: Hair = {
  back: (fig, tones) => {
    const s = fig.breath * 2;
    const path = lock(
      fig,
      tones,
      [
        [0, -60],
        [42, -48],
        [56, -8],
        [56, 36],
        [56 + s, 70],
        [34, 88],
        [0 + s, 84],
        [-36, 89],
        [-58 - s, 70],
        [-57, 36],
        [-56, -8],
        [-42, -48],
      ],
      3,
    );
    fig.brush.clip(path, () =>
      strands(
        fig,
        tones,
        [-46, -30, -12, 12, 30, 46].map(
          (x) =>
            [
              [x * 0.6, -40],
              [x * 1.1, 20],
              [x * 1.15, 100],
            ] as Point[],
        ),
      ),
    );
  },
  front: (fig, tones) => {
    fringe(fig, tones, -1);
    for (const side of [-1, 1]) {
      const path = lock(
        fig,
        tones,
        [
          [side * 45, -26],
          [side * 54, -4],
          [side * 56, 34],
          [side * 50, 58],
          [side * 42, 40],
          [side * 43, 8],
        ],
        2,
      );
      fig.brush.clip(path, () =>
        strands(fig, tones, [
          [
            [side * 49, -24],
            [side * 51, 10],
            [side * 49, 54],
          ],
        ]),
      );
    }
  },
  away: (fig, tones) => backOfHead(fig, tones, 44),
};
