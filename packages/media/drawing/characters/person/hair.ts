import { Path2D } from '@napi-rs/canvas';
import { luma, mix } from '../../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../../paths.ts';
import { shade, type Figure } from '../figure.ts';

type Hair = {
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

function lock(fig: Figure, tones: HairTones, points: Point[], lift = 2.5): Path2D {
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

function strands(fig: Figure, tones: HairTones, lines: readonly (readonly Point[])[], width = 1.6): void {
  const light = new Path2D();
  const dark = new Path2D();
  lines.forEach((line, index) => (index % 2 ? dark : light).addPath(curve(line)));
  fig.brush.line(light, tones.light, width, 0.6);
  fig.brush.line(dark, tones.deep, width, 0.5);
}

/** A cap of hair over the skull with a side parting, its fringe swept over the forehead. */
function fringe(fig: Figure, tones: HairTones, side = -1): void {
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

function backOfHead(fig: Figure, tones: HairTones, down = 38): void {
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

function curls(fig: Figure, tones: HairTones, points: readonly (readonly [number, number, number])[]): void {
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

/** Nine ways of wearing hair. */
export const hairs: Record<string, Hair> = {
  short: {
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
  },
  long: {
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
  },
  curly: {
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
  },
  afro: {
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
  },
  bob: {
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
  },
  braids: {
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
  },
  bun: {
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
  },
  bald: {
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
  },
  headscarf: {
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
  },
};

/** A headscarf is cloth: its colour is given as the hair's. */
function scarfTones(tones: HairTones): HairTones {
  return { ...tones, light: mix(tones.main, '#ffffff', 0.35), deep: shade(tones.main) };
}

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
