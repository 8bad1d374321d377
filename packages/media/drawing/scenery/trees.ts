import { Path2D } from '@napi-rs/canvas';
import { mix } from '../colour.ts';
import { limb, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import type { Stage } from '../stage.ts';
import { leaves } from './plants.ts';

/** Tones of a crown at a depth. */
export type Foliage = { dark: string; mid: string; lit: string };

/** The season's foliage at a depth. */
export function foliageAt(stage: Stage, depth: number): Foliage {
  const { dark, mid, lit } = stage.grade.foliage;
  return { dark: stage.tone(dark, depth), mid: stage.tone(mid, depth), lit: stage.tone(lit, depth) };
}

/** A leafy crown: ragged lobes, then leaves from shadow to light. Bare twigs in winter. */
export function drawCrown(stage: Stage, x: number, y: number, rx: number, ry: number, tones: Foliage): void {
  const { brush, key } = stage;
  const lobes = 8;
  const lx = key.toward.x || -0.4;
  for (let i = 0; i < lobes; i++) {
    const a = (i / lobes) * Math.PI * 2 + 0.4;
    const px = x + Math.cos(a) * rx * brush.between(0.45, 0.6);
    const py = y + Math.sin(a) * ry * brush.between(0.42, 0.55);
    const facing = Math.max(0, -Math.sin(a) * 0.5 + Math.cos(a) * lx * 0.5);
    brush.shape(
      brush.blob(px, py, rx * brush.between(0.46, 0.6), ry * brush.between(0.46, 0.56), 0.13, 13),
      mix(tones.dark, tones.mid, 0.25 + facing),
      {
        to: tones.dark,
        along: [px, py - ry * 0.5, px, py + ry * 0.5],
        lift: 3,
        edge: 0.16,
      },
    );
  }
  brush.shape(brush.blob(x, y - ry * 0.08, rx * 0.62, ry * 0.56, 0.13, 13), mix(tones.dark, tones.mid, 0.6), {
    to: tones.dark,
    along: [x, y - ry * 0.6, x, y + ry * 0.5],
    lift: 3,
    edge: 0.16,
  });
  const size: [number, number] = [Math.max(3, rx * 0.07), Math.max(6, rx * 0.16)];
  brush.dab(
    leaves(stage, x - lx * rx * 0.15, y + ry * 0.35, 70, rx * 0.95, ry * 0.7, size),
    brush.darker(tones.dark, 0.25),
    0.75,
  );
  brush.dab(leaves(stage, x, y, 90, rx * 1.02, ry * 0.95, size), tones.mid, 0.7);
  brush.dab(
    leaves(stage, x + lx * rx * 0.25, y - ry * 0.28, 80, rx * 0.78, ry * 0.64, size),
    mix(tones.mid, tones.lit, 0.55),
    0.75,
  );
  brush.dab(leaves(stage, x + lx * rx * 0.4, y - ry * 0.42, 46, rx * 0.55, ry * 0.44, size), tones.lit, 0.8);
}

/** A broad-leaved tree with its foot at (x, y). */
export function drawTree(
  stage: Stage,
  x: number,
  y: number,
  height: number,
  depth: number,
  options: { tones?: Foliage; bark?: string; spread?: number } = {},
): void {
  const { brush, grade } = stage;
  const bark = options.bark ?? stage.tone('#7a5a48', depth);
  const tones = options.tones ?? foliageAt(stage, depth);
  const w = height * 0.055;
  const lean = brush.between(-0.04, 0.04) * height;
  const wind = stage.spec.weather === 'wind' ? height * 0.06 : 0;
  const trunk = spline([
    [x - w * 2.1, y + 6],
    [x - w * 1.05, y - height * 0.06],
    [x - w * 0.8 + lean * 0.4, y - height * 0.3],
    [x - w * 0.6 + lean, y - height * 0.62],
    [x + w * 0.6 + lean, y - height * 0.62],
    [x + w * 0.8 + lean * 0.4, y - height * 0.3],
    [x + w * 1.05, y - height * 0.06],
    [x + w * 2.2, y + 6],
    [x, y + 9],
  ]);
  const branch = (t: number, side: number, length: number) => {
    const by = y - height * t;
    const bx = x + lean * t * 1.4;
    return limb(
      [
        [bx, by],
        [bx + side * length * 0.5, by - length * 0.34],
        [bx + side * length + wind * 0.5, by - length * 0.9],
      ],
      [w * 0.45, w * 0.28, w * 0.1],
    );
  };
  for (const [t, side, length] of [
    [0.4, 1, 0.2],
    [0.46, -1, 0.22],
    [0.55, 1, 0.24],
    [0.56, -1, 0.2],
  ] as const) {
    brush.shape(branch(t, side, height * length), bark, { lift: 2 });
  }
  brush.shape(trunk, bark, {
    to: brush.darker(bark, 0.5),
    along: stage.key.toward.x > 0 ? [x + w, 0, x - w * 1.4, 0] : [x - w, 0, x + w * 1.4, 0],
    lift: 4,
  });
  if (height > 120)
    brush.fur(
      trunk,
      [x - w * 2, y - height * 0.6, x + w * 2, y],
      34,
      height * 0.1,
      [brush.darker(bark, 0.6), mix(bark, tones.lit, 0.4)],
      x,
      y - height * 9,
      1.6,
    );
  if (grade.bare) {
    bareCrown(stage, x + lean, y - height * 0.56, height, w, bark, wind);
    return;
  }
  const spread = options.spread ?? 1;
  drawCrown(stage, x + lean * 1.1 + wind, y - height * 0.72, height * 0.36 * spread, height * 0.28, tones);
  drawCrown(
    stage,
    x + lean + wind + height * 0.2 * spread * (brush.random() < 0.5 ? -1 : 1),
    y - height * 0.56,
    height * 0.17,
    height * 0.13,
    tones,
  );
}

/** Boughs that fork into twigs; in snow each carries a white line. */
function bareCrown(stage: Stage, x: number, y: number, height: number, w: number, bark: string, wind: number): void {
  const { brush, grade } = stage;
  const [boughs, twigs, snow] = [new Path2D(), new Path2D(), new Path2D()];
  const grow = (bx: number, by: number, angle: number, length: number, half: number, left: number): void => {
    const bend = angle + brush.between(-0.12, 0.12);
    const tip: Point = [
      bx + Math.cos(bend) * length + wind * (length / height),
      by + Math.sin(bend) * length - length * 0.06,
    ];
    const middle: Point = [(bx + tip[0]) / 2 + brush.between(-0.05, 0.05) * length, (by + tip[1]) / 2 + length * 0.05];
    (left > 1 ? boughs : twigs).addPath(limb([[bx, by], middle, tip], [half, half * 0.8, half * 0.58]));
    if (grade.snowy && left > 0) {
      snow.addPath(
        limb(
          [
            [bx, by - half * 0.8],
            [middle[0], middle[1] - half * 0.8],
            [tip[0], tip[1] - half * 0.5],
          ],
          [half * 0.4, half * 0.5, half * 0.2],
        ),
      );
    }
    if (left === 0) return;
    const forks = left === 3 ? [-0.55, 0, 0.5] : [-0.42, 0.46];
    for (const turn of forks) {
      const next = bend + turn + brush.between(-0.14, 0.14);
      // Twigs grow up to the light.
      grow(tip[0], tip[1], next * 0.86 - 0.22, length * brush.between(0.6, 0.76), half * 0.6, left - 1);
    }
  };
  for (const [turn, length] of [
    [-0.78, 0.2],
    [-0.3, 0.22],
    [0.2, 0.21],
    [0.74, 0.19],
  ] as const) {
    grow(x, y + height * 0.06, -Math.PI / 2 + turn, height * length, w * 0.5, height > 120 ? 3 : 2);
  }
  brush.dab(twigs, mix(bark, grade.haze, 0.15));
  brush.dab(boughs, bark);
  if (grade.snowy) brush.dab(snow, stage.tone('#f8fbff'), 0.85);
}

/** A fir with its foot at (x, y); snow lies on it when it lies anywhere. */
export function drawFir(
  stage: Stage,
  x: number,
  y: number,
  height: number,
  depth: number,
  colours?: readonly [string, string],
): void {
  const { brush, grade } = stage;
  const colour = colours?.[0] ?? stage.tone('#2f5a4c', depth);
  const to = colours?.[1] ?? stage.tone('#7a9c74', depth);
  const snow = grade.snowy ? stage.tone('#fbfdff', depth * 0.5) : undefined;
  brush.shape(
    limb(
      [
        [x, y + 6],
        [x, y - height * 0.3],
      ],
      [height * 0.035, height * 0.02],
    ),
    mix(colour, '#2a1a18', 0.5),
    { lift: 2 },
  );
  const tiers = height > 90 ? 7 : 5;
  for (let i = 0; i < tiers; i++) {
    const t = i / tiers;
    const w = height * 0.27 * (1 - t * 0.82);
    const bottom = y - height * 0.09 - t * height * 0.8;
    const top = bottom - height * 0.26;
    const teeth = 6;
    const points: Point[] = [[x, top]];
    for (let j = 0; j <= teeth; j++) {
      const u = 1 - (j / teeth) * 2;
      points.push([
        x + u * w + brush.between(-2, 2),
        bottom - Math.abs(u) * height * 0.012 + (j % 2 ? -height * 0.026 : height * 0.016),
      ]);
    }
    brush.shape(spline(points, 0.55), mix(colour, to, t * 0.5), {
      to: mix(colour, to, 0.3 + t * 0.4),
      along: [x + w, bottom, x - w, top],
      lift: 3,
      edge: 0.2,
    });
    if (!snow) continue;
    brush.dab(
      spline(
        [
          [x, top - 2],
          [x + w * 0.42, bottom - height * 0.09],
          [x + w * 0.18, bottom - height * 0.075],
          [x - w * 0.05, bottom - height * 0.1],
          [x - w * 0.3, bottom - height * 0.06],
          [x - w * 0.55, bottom - height * 0.06],
        ],
        0.7,
      ),
      snow,
      0.92,
    );
  }
}

/** Straight trunks that leave the picture at the top: the inside of a wood. `gap` keeps views open. */
export function drawTrunks(
  stage: Stage,
  count: number,
  width: readonly [number, number],
  colour: string,
  to: string,
  foot: number,
  gap: (x: number) => boolean,
  branches: number,
): void {
  const { brush, view, grade } = stage;
  const top = view.y0 - 20;
  const high = foot - top;
  const span = view.x1 - view.x0;
  for (let i = 0; i < count; i++) {
    const x = view.x0 + ((i + brush.between(0.15, 0.85)) / count) * span;
    if (gap(x)) continue;
    const w = brush.between(...width);
    const lean = brush.between(-26, 26);
    const y = foot + brush.between(-14, 18);
    for (let j = 0; j < branches; j++) {
      const t = brush.between(0.22, 0.84);
      const by = y - high * t;
      const side = brush.random() < 0.5 ? -1 : 1;
      const l = w * brush.between(3, 6.5);
      const bx = x + lean * t;
      brush.shape(
        limb(
          [
            [bx, by],
            [bx + side * l * 0.5, by - l * 0.22],
            [bx + side * l, by - l * 0.62],
          ],
          [w * 0.34, w * 0.2, w * 0.07],
        ),
        colour,
        { lift: 2 },
      );
    }
    const trunk = spline([
      [x - w * 1.9, y + 16],
      [x - w, y - 46],
      [x - w * 0.8 + lean * 0.4, y - high * 0.4],
      [x - w * 0.64 + lean, top],
      [x + w * 0.64 + lean, top],
      [x + w * 0.82 + lean * 0.4, y - high * 0.4],
      [x + w, y - 50],
      [x + w * 2.1, y + 16],
      [x, y + 22],
    ]);
    brush.shape(trunk, colour, { to, along: [0, top + high * 0.15, 0, y], lift: 6 });
    if (w > 11)
      brush.fur(
        trunk,
        [x - w * 1.4, top, x + w * 1.4, y],
        44,
        46,
        [brush.darker(colour, 0.5), mix(colour, grade.haze, 0.5)],
        x,
        -9000,
        1.7,
      );
    if (grade.snowy && w > 7) {
      brush.dab(
        spline([
          [x - w * 2, y + 14],
          [x - w, y - 4],
          [x, y + 4],
          [x + w, y - 6],
          [x + w * 2.2, y + 14],
          [x, y + 20],
        ]),
        '#f4f8fc',
        0.8,
      );
    }
  }
}

/** A round bush. */
export function drawBush(stage: Stage, x: number, y: number, width: number, depth: number, berries?: string): void {
  const { brush, grade } = stage;
  const tones = foliageAt(stage, depth);
  brush.contact(x, y, width * 0.9, width * 0.12, 0.3);
  drawCrown(stage, x, y - width * 0.36, width * 0.8, width * 0.44, tones);
  if (grade.snowy) {
    brush.dab(
      spline([
        [x - width * 0.7, y - width * 0.4],
        [x - width * 0.3, y - width * 0.78],
        [x + width * 0.3, y - width * 0.8],
        [x + width * 0.72, y - width * 0.4],
        [x + width * 0.2, y - width * 0.56],
        [x - width * 0.3, y - width * 0.5],
      ]),
      '#f8fbff',
      0.85,
    );
  }
  if (!berries) return;
  const path = new Path2D();
  for (let i = 0; i < 16; i++)
    path.addPath(
      brush.blob(
        x + brush.between(-0.7, 0.7) * width,
        y - width * brush.between(0.05, 0.7),
        width * 0.035,
        width * 0.035,
        0.1,
        6,
      ),
    );
  brush.dab(path, berries);
}
