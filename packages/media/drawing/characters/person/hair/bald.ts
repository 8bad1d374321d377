import { mix } from '../../../colour.ts';
import { spline } from '../../../paths.ts';
import { shade } from '../../figure.ts';
import type { Hair } from './hair.ts';

/** No hair, or a little round the ears of a grown-up. */
export const bald: Hair = {
  front: (fig) => {
    if (fig.character.species !== 'grown-up') return;
    const grey = fig.character.person?.hairColour ?? '#9a928c';
    for (const side of [-1, 1]) {
      fig.brush.shape(
        spline([
          [side * 44, -14],
          [side * 52, -4],
          [side * 51, 12],
          [side * 45, 16],
          [side * 42, 2],
        ]),
        grey,
        { to: mix(grey, '#ffffff', 0.3), along: [0, 16, 0, -14], lift: 1.5, edge: 0.1 },
      );
    }
  },
  away: (fig) => {
    const skin = fig.character.person?.skin ?? '#e8b48c';
    fig.brush.shape(
      spline([
        [0, -50],
        [32, -44],
        [47, -16],
        [46, 12],
        [34, 34],
        [0, 42],
        [-34, 34],
        [-46, 12],
        [-47, -16],
        [-32, -44],
      ]),
      skin,
      { to: shade(skin), along: [0, -50, 0, 44], lift: 3 },
    );
  },
};
