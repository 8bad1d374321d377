import { type Point, curve } from '../../../paths.ts';
import { type Hair, backOfHead, lock, strands } from './hair.ts';

/** Pinned up. */
export const bun: Hair = {
  behind: (fig, tones) => {
    const r = 21;
    const path = fig.brush.blob(-3, -72, r, r * 0.92, 0.04, 14);
    fig.brush.shape(path, tones.main, { to: tones.light, along: [10, -52, -10, -92], lift: 3, halo: 2 });
    fig.brush.clip(path, () =>
      strands(fig, tones, [
        [
          [-20, -66],
          [-4, -86],
          [16, -74],
        ],
        [
          [-16, -58],
          [0, -74],
          [16, -62],
        ],
      ]),
    );
    lock(fig, tones, [
      [-46, 14],
      [-53, -14],
      [-40, -50],
      [0, -62],
      [40, -50],
      [53, -14],
      [46, 14],
      [0, 8],
    ]);
  },
  front: (fig, tones) => {
    const t = fig.turn * 5;
    const cap = lock(fig, tones, [
      [-47, 2],
      [-52, -18],
      [-42, -47],
      [-12, -62],
      [14, -62],
      [44, -47],
      [52, -18],
      [47, 2],
      [40, -16],
      [22 + t, -36],
      [0 + t, -41],
      [-22 + t, -36],
      [-40, -14],
    ]);
    fig.brush.clip(cap, () =>
      strands(
        fig,
        tones,
        [-40, -24, -8, 8, 24, 40].map(
          (x) =>
            [
              [x, -14],
              [x * 0.7, -40],
              [x * 0.1, -64],
            ] as Point[],
        ),
      ),
    );
  },
  away: (fig, tones) => {
    backOfHead(fig, tones, 30);
    const path = fig.brush.blob(0, -58, 22, 20, 0.04, 14);
    fig.brush.shape(path, tones.main, { to: tones.light, along: [10, -40, -10, -80], lift: 3, halo: 2 });
    fig.brush.line(
      curve([
        [-16, -62],
        [0, -70],
        [14, -54],
        [2, -48],
      ]),
      tones.deep,
      1.7,
      0.6,
    );
  },
};
