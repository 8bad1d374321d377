import { mix } from '../../../colour.ts';
import { spline } from '../../../paths.ts';
import { shade } from '../../figure.ts';
import { type Hair, type HairTones, lock, strands } from './hair.ts';

/** Covered by a scarf. */
export const headscarf: Hair = {
  back: (fig, tones) => {
    const path = lock(
      fig,
      scarfTones(tones),
      [
        [-40, 10],
        [40, 10],
        [52, 44],
        [58, 70],
        [0, 78],
        [-60, 70],
        [-52, 44],
      ],
      3,
    );
    fig.brush.clip(path, () =>
      strands(
        fig,
        scarfTones(tones),
        [
          [
            [-30, 20],
            [-44, 74],
          ],
          [
            [30, 20],
            [42, 74],
          ],
        ],
        2,
      ),
    );
  },
  behind: (fig, tones) =>
    lock(
      fig,
      scarfTones(tones),
      [
        [0, -63],
        [38, -54],
        [56, -18],
        [55, 18],
        [42, 44],
        [0, 58],
        [-42, 44],
        [-55, 18],
        [-56, -18],
        [-38, -54],
      ],
      3,
    ),
  front: (fig, tones) => {
    const t = fig.turn * 6;
    const whole = spline([
      [0, -63],
      [38, -54],
      [56, -18],
      [55, 18],
      [44, 42],
      [20, 56],
      [-20, 56],
      [-44, 42],
      [-55, 18],
      [-56, -18],
      [-38, -54],
    ]);
    whole.addPath(
      spline([
        [t, -38],
        [26 + t, -32],
        [39 + t * 0.7, -8],
        [39 + t * 0.5, 14],
        [29 + t * 0.6, 33],
        [t, 44],
        [-29 + t, 33],
        [-39 + t * 0.8, 14],
        [-39 + t * 0.8, -8],
        [-26 + t, -32],
      ]),
    );
    const s = scarfTones(tones);
    fig.brush.shape(whole, s.main, { to: s.deep, along: [0, -60, 0, 60], lift: 2.5, rule: 'evenodd' });
    strands(
      fig,
      s,
      [
        [
          [-10 + t, -60],
          [-34, -44],
          [-48, -10],
        ],
        [
          [10 + t, -60],
          [36, -44],
          [49, -10],
        ],
        [
          [-44, 30],
          [-20, 50],
          [10, 54],
        ],
        [
          [40, 34],
          [20, 48],
          [-6, 54],
        ],
      ],
      1.7,
    );
  },
  away: (fig, tones) => {
    const s = scarfTones(tones);
    const path = lock(
      fig,
      s,
      [
        [0, -63],
        [38, -54],
        [56, -18],
        [55, 18],
        [58, 66],
        [0, 76],
        [-58, 66],
        [-55, 18],
        [-56, -18],
        [-38, -54],
      ],
      3,
    );
    fig.brush.clip(path, () =>
      strands(
        fig,
        s,
        [
          [
            [0, -40],
            [-30, 10],
            [-46, 70],
          ],
          [
            [0, -40],
            [4, 20],
            [0, 74],
          ],
          [
            [0, -40],
            [30, 10],
            [46, 70],
          ],
        ],
        2,
      ),
    );
  },
};

/** A headscarf is cloth: its colour is given as the hair's. */
function scarfTones(tones: HairTones): HairTones {
  return { ...tones, light: mix(tones.main, '#ffffff', 0.35), deep: shade(tones.main) };
}
