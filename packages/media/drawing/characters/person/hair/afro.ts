import { mix } from '../../../colour.ts';
import type { Point } from '../../../paths.ts';
import { type Hair, lock } from './hair.ts';

/** A round afro. */
export const afro: Hair = {
  behind: (fig, tones) => {
    const path = fig.brush.blob(0, -20, 74, 69, 0.03, 46);
    fig.brush.shape(path, tones.main, {
      to: mix(tones.main, tones.light, 0.4),
      along: [30, 40, -30, -110],
      lift: 4,
      halo: 3,
    });
    fig.brush.fur(path, [-76, -92, 76, 50], 200, 6, [mix(tones.main, tones.light, 0.6), tones.deep], 0, -10, 1.8);
  },
  front: (fig, tones) => {
    const t = fig.turn * 5;
    const line: Point[] = [];
    for (let i = 0; i <= 8; i++)
      line.push([
        -44 + i * 11 + t * Math.sin((i / 8) * Math.PI),
        -12 - Math.sin((i / 8) * Math.PI) * 22 + (i % 2 ? -3 : 2),
      ]);
    const path = lock(fig, tones, [...line, [48, -34], [28, -58], [-28, -58], [-48, -34]], 1);
    fig.brush.fur(path, [-50, -60, 50, 0], 50, 6, [mix(tones.main, tones.light, 0.6), tones.deep], 0, 20, 1.8);
  },
  away: (fig, tones) => {
    const path = fig.brush.blob(0, -14, 74, 68, 0.03, 46);
    fig.brush.shape(path, tones.main, {
      to: mix(tones.main, tones.light, 0.4),
      along: [30, 40, -30, -110],
      lift: 4,
      halo: 3,
    });
    fig.brush.fur(path, [-76, -92, 76, 58], 220, 6, [mix(tones.main, tones.light, 0.6), tones.deep], 0, -10, 1.8);
  },
};
