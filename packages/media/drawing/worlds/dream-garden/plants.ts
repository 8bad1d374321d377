import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { fillBox, glow, linear, radial } from '../paint.ts';
import type { Stop } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';

/** The garden's air: a dusk that brightens towards a place. */
export function dusk(stage: VistaStage, c: Context, horizon: number, light: { x: number; y: number }): void {
  const { tones, view, w } = stage;
  fillBox(
    c,
    stage.all,
    linear(
      c,
      [0, view.y0, 0, horizon],
      [
        [0, blend(tones.deep, tones.sky, 0.3)],
        [0.45, tones.sky],
        [0.82, blend(tones.sky, tones.haze, 0.72)],
        [1, blend(tones.haze, tones.light, 0.35)],
      ],
    ),
  );
  glow(c, light.x, light.y, w * 0.55, tones.light, 0.3 + stage.grand * 0.25);
  glow(c, light.x + w * 0.2, light.y, w * 0.4, tones.accent, 0.2);
}

/** Colours of one blossom: at its heart, in its middle and at the tips of its petals. */
export type Blossom = { heart: string; middle: string; tip: string };

/** Blossoms that go with the palette. */
export function blossoms({ tones }: VistaStage): Blossom[] {
  return [
    { heart: blend(tones.accent, tones.deep, 0.35), middle: tones.accent, tip: blend(tones.accent, tones.glare, 0.68) },
    {
      heart: blend(tones.sky, tones.deep, 0.2),
      middle: blend(tones.sky, tones.accent, 0.4),
      tip: blend(tones.haze, tones.glare, 0.5),
    },
    { heart: blend(tones.light, tones.accent, 0.6), middle: tones.light, tip: tones.glare },
  ];
}

/** A petal along +x from the origin: body, fold and veins. */
function petal(c: Context, length: number, half: number, { heart, middle, tip }: Blossom, glare: string): void {
  const path = spline(
    [
      [0, 0],
      [length * 0.32, -half * 0.8],
      [length * 0.72, -half],
      [length, -half * 0.1],
      [length * 0.96, half * 0.2],
      [length * 0.7, half],
      [length * 0.3, half * 0.75],
    ],
    0.85,
  );
  c.fillStyle = linear(
    c,
    [0, 0, length, 0],
    [
      [0, heart],
      [0.42, middle],
      [1, tip],
    ],
  );
  c.fill(path);
  c.strokeStyle = alpha(glare, 0.5);
  c.lineWidth = Math.max(0.6, length * 0.008);
  c.stroke(path);
  if (length < 26) return;
  const veins = new Path2D();
  for (const spread of [-0.55, -0.28, 0, 0.28, 0.55]) {
    veins.moveTo(length * 0.08, 0);
    veins.quadraticCurveTo(
      length * 0.5,
      half * spread * 1.1,
      length * (0.93 - Math.abs(spread) * 0.12),
      half * spread * 0.9,
    );
  }
  c.strokeStyle = alpha(tip, 0.4);
  c.lineWidth = Math.max(0.5, length * 0.006);
  c.stroke(veins);
}

/** A flower seen from the front or, with `flat` below 1, from the side; rows of petals around a shining heart. */
export function flower(
  stage: VistaStage,
  c: Context,
  {
    x,
    y,
    r,
    colours,
    petals = 9,
    rows = 2,
    flat = 1,
    turn = 0,
  }: {
    x: number;
    y: number;
    r: number;
    colours: Blossom;
    petals?: number;
    rows?: number;
    flat?: number;
    turn?: number;
  },
): void {
  const { tones, tense } = stage;
  for (let row = 0; row < rows; row++) {
    const reach = r * (1 - row * (0.62 / rows));
    for (let index = 0; index < petals; index++) {
      const angle = turn + ((index + row * 0.5) / petals) * Math.PI * 2;
      c.save();
      c.translate(x, y);
      c.scale(1, flat);
      c.rotate(angle);
      const half = reach * (Math.PI / petals) * (1.02 - tense * 0.42);
      petal(
        c,
        reach,
        half,
        {
          ...colours,
          middle: blend(colours.middle, colours.heart, row * 0.24),
          tip: blend(colours.tip, colours.middle, row * 0.2),
        },
        tones.glare,
      );
      c.restore();
    }
  }
  c.save();
  c.translate(x, y);
  c.scale(1, flat);
  c.fillStyle = radial(c, 0, 0, r * 0.26, [
    [0, tones.glare],
    [0.5, tones.light],
    [0.85, blend(tones.light, tones.accent, 0.5)],
    [1, tones.accent, 0],
  ]);
  c.fillRect(-r, -r, r * 2, r * 2);
  for (let grain = 0; grain < 26; grain++) {
    const angle = grain * 2.4;
    const d = r * 0.2 * Math.sqrt(grain / 26);
    c.fillStyle = alpha(blend(tones.accent, tones.deep, 0.3), 0.7);
    c.fill(ellipse(Math.cos(angle) * d, Math.sin(angle) * d, r * 0.012));
  }
  c.restore();
}

/** A cup like a tulip or a lotus, seen from the side and lit from within: foot at (x, y). */
export function cup(
  stage: VistaStage,
  c: Context,
  { x, y, size, colours }: { x: number; y: number; size: number; colours: Blossom },
): void {
  const { tones } = stage;
  glow(c, x, y - size * 0.5, size * 1.5, colours.tip, 0.5);
  for (const [lean, length, half] of [
    [-0.95, 0.86, 0.24],
    [0.95, 0.86, 0.24],
    [-0.58, 1, 0.26],
    [0.58, 1, 0.26],
    [-0.24, 1.06, 0.25],
    [0.24, 1.06, 0.25],
    [0, 0.98, 0.3],
  ] as const) {
    c.save();
    c.translate(x, y);
    c.rotate(-Math.PI / 2 + lean);
    petal(c, size * length, size * half, colours, tones.glare);
    c.restore();
  }
}

/** A stem that leans, with pointed leaves. */
export function stem(stage: VistaStage, c: Context, [x0, y0]: Point, [x1, y1]: Point, width: number): void {
  const { tones } = stage;
  const bend = (x1 - x0) * 0.2 + (y0 - y1) * 0.05;
  c.strokeStyle = linear(
    c,
    [x0, y0, x1, y1],
    [
      [0, blend(tones.ink, tones.main, 0.35)],
      [1, blend(tones.main, tones.light, 0.2)],
    ],
  );
  c.lineWidth = width;
  c.beginPath();
  c.moveTo(x0, y0);
  c.quadraticCurveTo(x0 - bend, (y0 + y1) / 2, x1, y1);
  c.stroke();
  for (const [t, side] of [
    [0.3, 1],
    [0.46, -1],
    [0.62, 1],
  ] as const) {
    const [lx, ly] = [x0 + (x1 - x0) * t - bend * 2 * t * (1 - t), y0 + (y1 - y0) * t];
    leaf(stage, c, { x: lx, y: ly, length: (y0 - y1) * 0.24, angle: -Math.PI / 2 + side * 0.95 });
  }
}

/** One pointed leaf from (x, y). */
export function leaf(
  stage: VistaStage,
  c: Context,
  { x, y, length, angle }: { x: number; y: number; length: number; angle: number },
): void {
  const { tones } = stage;
  c.save();
  c.translate(x, y);
  c.rotate(angle);
  const path = spline(
    [
      [0, 0],
      [length * 0.4, -length * 0.17],
      [length, 0],
      [length * 0.4, length * 0.17],
    ],
    0.9,
  );
  c.fillStyle = linear(
    c,
    [0, -length * 0.17, 0, length * 0.17],
    [
      [0, blend(tones.main, tones.light, 0.34)],
      [0.5, tones.main],
      [1, blend(tones.main, tones.deep, 0.62)],
    ],
  );
  c.fill(path);
  c.strokeStyle = alpha(tones.light, 0.4);
  c.lineWidth = Math.max(0.6, length * 0.012);
  c.beginPath();
  c.moveTo(0, 0);
  c.lineTo(length * 0.94, 0);
  c.stroke();
  c.restore();
}

/** A cluster of blossom that hangs down from (x, y), denser above. */
export function wisteria(
  stage: VistaStage,
  c: Context,
  {
    x,
    y,
    length,
    wide,
    tones: [dark, bright],
  }: { x: number; y: number; length: number; wide: number; tones: readonly [string, string] },
): void {
  const count = Math.round(14 + length * 0.3);
  for (let index = 0; index < count; index++) {
    const t = index / count;
    const reach = wide * (1 - t) ** 0.8 * (0.4 + 0.6 * stage.random());
    const side = stage.random() < 0.5 ? -1 : 1;
    const [px, py] = [x + side * reach + Math.sin(t * 4) * wide * 0.16, y + t * length];
    const r = wide * (0.34 - t * 0.2) * stage.between(0.7, 1.1);
    c.fillStyle = blend(dark, bright, Math.min(1, 0.15 + stage.random() * 0.5 + t * 0.4));
    c.fill(ellipse(px, py, r, r * 0.8, stage.random() * 3));
  }
}

/** A butterfly of light. */
export function butterfly(
  stage: VistaStage,
  c: Context,
  { x, y, size, angle }: { x: number; y: number; size: number; angle: number },
): void {
  const { tones } = stage;
  stage.lamp(c, { x, y, radius: size * 2.6, colour: tones.light, strength: 0.6 });
  c.save();
  c.translate(x, y);
  c.rotate(angle);
  for (const side of [-1, 1]) {
    c.save();
    c.scale(side * (side > 0 ? 0.72 : 1), 1);
    for (const [points, colour] of [
      [
        [
          [0, -0.08],
          [0.3, -0.7],
          [0.86, -0.86],
          [1, -0.5],
          [0.7, -0.12],
          [0.1, 0.04],
        ],
        tones.light,
      ],
      [
        [
          [0, 0],
          [0.6, 0.02],
          [0.82, 0.34],
          [0.52, 0.74],
          [0.24, 0.6],
          [0.04, 0.2],
        ],
        blend(tones.light, tones.accent, 0.45),
      ],
    ] as const) {
      const wing = spline(
        points.map(([u, v]): Point => [u * size, v * size]),
        0.8,
      );
      c.fillStyle = radial(c, 0, 0, size, [
        [0, tones.glare],
        [0.5, colour],
        [1, blend(colour, tones.accent, 0.6)],
      ]);
      c.fill(wing);
      c.strokeStyle = alpha(tones.glare, 0.9);
      c.lineWidth = Math.max(0.8, size * 0.035);
      c.stroke(wing);
    }
    c.restore();
  }
  c.strokeStyle = blend(tones.deep, tones.accent, 0.3);
  c.lineWidth = Math.max(1, size * 0.08);
  c.stroke(
    curve([
      [0, -size * 0.3],
      [0, size * 0.36],
    ]),
  );
  c.restore();
}

/** A clipped tree: stacked balls on a stem. */
export function topiary(
  stage: VistaStage,
  c: Context,
  {
    x,
    foot,
    tall,
    kind,
    far = 0,
  }: { x: number; foot: number; tall: number; kind: 'balls' | 'cone' | 'spiral'; far?: number },
): void {
  const { tones, key } = stage;
  const side = key.x > x ? 1 : -1;
  const green = tones.far(tones.main, far);
  const stops: Stop[] = [
    [0, tones.far(blend(tones.main, tones.light, 0.62), far)],
    [0.3, green],
    [0.72, tones.far(blend(tones.main, tones.deep, 0.72), far)],
    [1, tones.far(blend(tones.deep, tones.ink, 0.5), far)],
  ];
  const ball = (y: number, r: number, flat = 1) => {
    c.fillStyle = radial(c, x + side * r * 0.5, y - r * 0.45, r * 1.7, stops);
    c.fill(ellipse(x, y, r, r * flat));
    for (let tuft = 0; tuft < r * 1.4; tuft++) {
      const angle = stage.between(0, 6.3);
      const d = Math.sqrt(stage.random()) * r;
      const lit = Math.max(0, (Math.cos(angle) * side - Math.sin(angle)) * 0.5);
      c.fillStyle = alpha(
        lit > 0.3 ? tones.far(blend(tones.main, tones.light, 0.75), far) : tones.far(tones.deep, far),
        0.35,
      );
      c.fill(ellipse(x + Math.cos(angle) * d, y + Math.sin(angle) * d * flat, Math.max(0.8, r * 0.04)));
    }
  };
  c.fillStyle = tones.far(blend(tones.ink, tones.main, 0.25), far);
  c.fillRect(x - tall * 0.018, foot - tall * 0.3, tall * 0.036, tall * 0.3);
  if (kind === 'balls') {
    ball(foot - tall * 0.3, tall * 0.2);
    ball(foot - tall * 0.6, tall * 0.15);
    ball(foot - tall * 0.83, tall * 0.1);
  } else if (kind === 'spiral') {
    for (let turn = 0; turn < 7; turn++) ball(foot - tall * (0.16 + turn * 0.12), tall * (0.21 - turn * 0.026), 0.6);
  } else {
    const path = new Path2D();
    path.moveTo(x, foot - tall);
    path.quadraticCurveTo(x + tall * 0.13, foot - tall * 0.4, x + tall * 0.2, foot - tall * 0.08);
    path.quadraticCurveTo(x, foot, x - tall * 0.2, foot - tall * 0.08);
    path.quadraticCurveTo(x - tall * 0.13, foot - tall * 0.4, x, foot - tall);
    c.fillStyle = linear(c, [x + side * tall * 0.18, 0, x - side * tall * 0.18, 0], stops);
    c.fill(path);
  }
}

/** Meadow up to a line, with blades along its edge and small blossoms strewn over it. */
export function meadow(
  stage: VistaStage,
  c: Context,
  crest: (x: number) => number,
  { top, bottom, blades, flowers }: { top: string; bottom: string; blades: number; flowers: number },
): void {
  const { view, tones, h } = stage;
  const path = new Path2D();
  path.moveTo(view.x0, view.y1);
  let least = Infinity;
  for (let x = view.x0; x <= view.x1 + 6; x += 6) {
    const y = crest(x) + (fbm(x / 24, 5, 2) - 0.5) * 7;
    least = Math.min(least, y);
    path.lineTo(x, y);
  }
  path.lineTo(view.x1 + 6, view.y1);
  path.closePath();
  c.fillStyle = linear(
    c,
    [0, least, 0, least + h * 0.28],
    [
      [0, top],
      [1, bottom],
    ],
  );
  c.fill(path);
  const grass = new Path2D();
  for (let blade = 0; blade < blades; blade++) {
    const x = stage.between(view.x0, view.x1);
    const y = crest(x) + stage.random() ** 2 * h * 0.12;
    const tall = stage.between(6, 20);
    grass.moveTo(x, y + 4);
    grass.quadraticCurveTo(x, y - tall * 0.5, x + stage.between(-7, 9), y - tall);
  }
  c.strokeStyle = blend(top, tones.light, 0.15);
  c.lineWidth = 1.6;
  c.stroke(grass);
  const colours = blossoms(stage);
  for (let index = 0; index < flowers; index++) {
    const x = stage.between(view.x0, view.x1);
    const t = stage.random();
    const y = crest(x) + 4 + t * h * 0.16;
    const colour = stage.choose(colours);
    c.fillStyle = stage.random() < 0.4 ? colour.tip : colour.middle;
    const r = 1.4 + t * 4;
    for (let part = 0; part < 5; part++) {
      const angle = (part / 5) * 6.283;
      c.fill(ellipse(x + Math.cos(angle) * r, y + Math.sin(angle) * r * 0.7, r * 0.72, r * 0.52));
    }
    c.fillStyle = tones.light;
    c.fill(ellipse(x, y, r * 0.5, r * 0.4));
  }
}

/** A bush of leaves, here and there in blossom: foot at (x, y). */
export function bush(
  stage: VistaStage,
  c: Context,
  { x, y, r, tone, far }: { x: number; y: number; r: number; tone: string; far: number },
): void {
  const { tones, key } = stage;
  const side = key.x > x ? 1 : -1;
  const [dark, middle, lit] = [blend(tone, tones.deep, 0.68), tone, blend(tone, tones.light, 0.55)].map((colour) =>
    tones.far(colour, far),
  ) as [string, string, string];
  c.fillStyle = dark;
  c.fill(ellipse(x, y - r * 0.7, r, r * 0.8));
  const dabs = Math.round(20 + r * 0.7);
  for (let dab = 0; dab < dabs; dab++) {
    const t = dab / dabs;
    const angle = stage.between(0, 6.283);
    const d = Math.sqrt(stage.random()) * r;
    const [dx, dy] = [Math.cos(angle) * d + side * r * 0.12 * t, Math.sin(angle) * d * 0.8 - r * 0.16 * t];
    const light = 0.5 + ((dx * side - dy) / r) * 0.42;
    c.fillStyle = light * (0.5 + t * 0.6) > 0.5 ? lit : light > 0.36 ? middle : dark;
    c.fill(ellipse(x + dx, y - r * 0.7 + dy, r * stage.between(0.09, 0.19), r * stage.between(0.06, 0.12), angle));
  }
}
