import { Path2D } from '@napi-rs/canvas';
import { luma, mix } from '../../../colour.ts';
import { type Point, curve, spline } from '../../../paths.ts';
import type { Figure } from '../../figure.ts';

/** A way of wearing hair. */
export type Hair = {
  /** Behind the shoulders, drawn before the body. */
  back?: (fig: Figure, tones: HairTones) => void;
  /** Behind the skull. */
  behind?: (fig: Figure, tones: HairTones) => void;
  /** Over the forehead and the sides. */
  front?: (fig: Figure, tones: HairTones) => void;
  /** The whole back of the head. */
  away: (fig: Figure, tones: HairTones) => void;
};

/** The colours of hair. */
export type HairTones = { main: string; deep: string; light: string; tie: string };

/** Colours of a person's hair; ties and scarves take the accent. */
export function hairTones(fig: Figure): HairTones {
  const main = fig.character.person?.hairColour ?? '#5a3a28';
  return {
    main,
    deep: mix(main, '#0e0610', 0.4),
    light: luma(main) > 0.75 ? mix(main, '#ffffff', 0.5) : mix(main, '#ffcf90', 0.34),
    tie: fig.tones.accent,
  };
}

/** One mass of hair. */
export function lock(fig: Figure, tones: HairTones, points: Point[], lift = 2.5): Path2D {
  const path = spline(points);
  const ys = points.map((point) => point[1]);
  fig.brush.shape(path, tones.main, {
    to: mix(tones.main, tones.light, 0.4),
    along: [0, Math.max(...ys), -10, Math.min(...ys)],
    lift,
    halo: lift > 2.6 ? 2 : 0,
  });
  return path;
}

/** Single hairs, light and dark in turn. */
export function strands(fig: Figure, tones: HairTones, lines: readonly (readonly Point[])[], width = 1.6): void {
  const light = new Path2D();
  const dark = new Path2D();
  lines.forEach((line, index) => (index % 2 ? dark : light).addPath(curve(line)));
  fig.brush.line(light, tones.light, width, 0.6);
  fig.brush.line(dark, tones.deep, width, 0.5);
}

/** A cap of hair over the skull with a side parting, its fringe swept over the forehead. */
export function fringe(fig: Figure, tones: HairTones, side = -1): void {
  const t = fig.turn * 5;
  const cap = lock(fig, tones, [
    [-47, 4],
    [-53, -18],
    [-43, -47],
    [-14, -63],
    [18, -63],
    [44, -47],
    [53, -18],
    [48, 4],
    [44, -10],
    [36 + t * 0.4, -24],
    [(side < 0 ? 10 : 26) + t, -27],
    [side * 10 + t, -36],
    [(side < 0 ? -26 : -10) + t, -25],
    [-38 + t * 0.5, -18],
    [-44, -8],
  ]);
  fig.brush.clip(cap, () =>
    strands(fig, tones, [
      [
        [side * 12 + t, -60],
        [side * 12 + t - 18, -46],
        [-40, -20],
      ],
      [
        [side * 12 + t, -58],
        [20, -50],
        [42, -22],
      ],
      [
        [side * 8 + t, -58],
        [side * -6 + t, -44],
        [side * -20 + t, -28],
      ],
      [
        [-30, -56],
        [-44, -38],
        [-50, -10],
      ],
      [
        [32, -56],
        [46, -38],
        [50, -12],
      ],
    ]),
  );
}

/** The back of a head, its hair down to `down`. */
export function backOfHead(fig: Figure, tones: HairTones, down = 38): void {
  const path = lock(
    fig,
    tones,
    [
      [0, -64],
      [34, -56],
      [53, -24],
      [51, 10],
      [40, down],
      [0, down + 6],
      [-40, down],
      [-51, 10],
      [-53, -24],
      [-34, -56],
    ],
    3,
  );
  fig.brush.clip(path, () =>
    strands(
      fig,
      tones,
      [-36, -22, -8, 8, 22, 36].map(
        (x) =>
          [
            [x * 0.3, -62],
            [x * 1.1, -20],
            [x, down + 4],
          ] as Point[],
      ),
    ),
  );
}
