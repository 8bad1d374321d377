import { limb } from '../../../paths.ts';
import { type Hair, backOfHead, fringe, lock } from './hair.ts';

/** Cut short, with a fringe. */
export const short: Hair = {
  behind: (fig, tones) =>
    lock(fig, tones, [
      [-48, 18],
      [-54, -14],
      [-40, -50],
      [0, -64],
      [40, -50],
      [54, -14],
      [46, 18],
      [0, 10],
    ]),
  front: (fig, tones) => {
    fringe(fig, tones, fig.sway > 0 ? 1 : -1);
    if (fig.character.species === 'child' && fig.sway > 0) {
      // A cowlick.
      for (const [x, dx, dy] of [
        [0, 13, -13],
        [5, 16, -5],
      ] as const) {
        fig.brush.shape(
          limb(
            [
              [x - 3, -58],
              [x + dx * 0.35, -61 + dy * 0.7],
              [x + dx, -61 + dy],
            ],
            [5, 4, 1],
          ),
          tones.main,
          { lift: 1, edge: 0 },
        );
      }
    }
  },
  away: (fig, tones) => backOfHead(fig, tones, 30),
};
