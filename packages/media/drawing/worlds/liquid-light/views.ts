import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { fillBox, glow, linear, radial, shafts, tube } from '../paint.ts';
import type { ThreadWay } from '../thread.ts';
import type { VistaStage } from '../vista-stage.ts';
import { marble, melt } from './flow.ts';
import type { Ball } from './flow.ts';

function scatter(stage: VistaStage, count: number, size: readonly [number, number], keepOut = 0): Ball[] {
  const { w, h, key, short } = stage;
  const balls: Ball[] = [];
  for (let tries = 0; balls.length < count && tries < count * 6; tries++) {
    const ball = {
      x: stage.between(-0.04, 1.04) * w,
      y: stage.between(-0.04, 1.04) * h,
      r: stage.between(...size) * stage.bigger,
    };
    if (Math.hypot(ball.x - key.x, ball.y - key.y) > keepOut * short) balls.push(ball);
  }
  return balls;
}

function oils({ tones }: VistaStage): string[][] {
  return [
    [blend(tones.deep, tones.accent, 0.4), tones.accent, blend(tones.accent, tones.light, 0.6)],
    [blend(tones.deep, tones.main, 0.4), tones.main, blend(tones.main, tones.light, 0.6)],
    [blend(tones.deep, tones.haze, 0.4), tones.haze, blend(tones.haze, tones.light, 0.6)],
  ];
}

function way({ w, h }: VistaStage, to: Point): ThreadWay {
  return {
    air: [
      [w * 0.16, h * 0.74, h * 0.14],
      [to[0], to[1], h * 0.15],
    ],
    road: [
      [w * 0.02, h * 1.12, 15],
      [w * 0.18, h * 0.84, 8],
      [w * 0.36, h * 0.76, 5],
      [w * 0.42, h * 0.58, 3],
      [to[0], to[1], 1.4],
    ],
  };
}

/** Threads of light that flow across the picture. */
function streams(stage: VistaStage, c: Context, count: number, path: (t: number, lane: number) => Point): void {
  const { tones } = stage;
  for (let stream = 0; stream < count; stream++) {
    const lane = (stream + stage.random()) / count;
    const line = curve(Array.from({ length: 15 }, (_, index): Point => path(index / 14, lane)));
    const colour = stage.choose([tones.light, tones.accent, tones.haze]);
    tube(c, line, stage.between(0.8, 2.6), colour, blend(colour, tones.glare, 0.5), stage.between(0.35, 0.9));
  }
}

/** A sea of colour below a disc of light. */
export function shore(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  stage.footing = 'floating';
  const horizon = h * 0.54;
  stage.key = { x: w * 0.62, y: h * 0.34, colour: tones.light };
  const { key } = stage;
  stage.layer('air', 1, { soft: 0 }, (c) => {
    marble(stage, c, stage.all, {
      bands: 2,
      cell: 4.4,
      bend(x, y, out) {
        out.u = x / (w * 0.6);
        out.v = y / (h * 0.16);
        out.light = 0.1 + 0.7 * Math.exp(-(((x - key.x) / (w * 0.34)) ** 2) - ((y - key.y) / (h * 0.3)) ** 2);
      },
    });
    glow(c, key.x, key.y, w * 0.36, tones.light, 0.5);
  });
  stage.layer('disc', 0.9, { bloom: 0.9 }, (c) => {
    const r = stage.short * 0.17 * stage.bigger;
    stage.lamp(c, { ...key, radius: r * 2.8, colour: tones.accent, strength: 0.6 });
    melt(
      stage,
      c,
      [
        { x: key.x, y: key.y, r: r * 0.9 },
        { x: key.x + r * 0.5, y: key.y + r * 0.4, r: r * 0.62 },
        { x: key.x - r * 0.1, y: key.y + r * 1.5, r: r * 0.3 },
      ],
      { colours: [tones.accent, blend(tones.accent, tones.light, 0.6), tones.light, tones.glare] },
    );
  });
  stage.layer('sea', 0.7, { water: [view.x0, horizon, view.x1, h * 0.84] }, (c) => {
    marble(stage, c, [view.x0, horizon, view.x1, view.y1], {
      bands: 3.4 + stage.grand * 1.6,
      bend(x, y, out) {
        const t = (y - horizon) / (h - horizon);
        const z = 1 / (t + 0.12);
        out.u = ((x - w / 2) / w) * z * 1.1;
        out.v = z * 1.3;
        out.light = 0.12 + 0.8 * Math.exp(-(((x - key.x) / (w * (0.1 + t * 0.22))) ** 2)) * (1 - t * 0.5);
      },
    });
    fillBox(
      c,
      [view.x0, horizon, view.x1, horizon + 26],
      linear(
        c,
        [0, horizon, 0, horizon + 26],
        [
          [0, tones.light, 0.55],
          [1, tones.light, 0],
        ],
      ),
    );
  });
  stage.thread(0.5, way(stage, [w * 0.54, h * 0.4]));
  stage.layer('streams', 0.4, {}, (c) =>
    streams(stage, c, Math.round(stage.by(4, 9)), (t, lane) => [
      view.x0 + t * (view.x1 - view.x0),
      h * (0.7 + lane * 0.26) + h * 0.06 * Math.sin(t * 7 + lane * 9),
    ]),
  );
  stage.layer('drops', 0.12, {}, (c) => {
    const [one, two] = oils(stage);
    melt(
      stage,
      c,
      [
        { x: w * 0.02, y: h * 0.98, r: h * 0.16 },
        { x: w * 0.17, y: h * 1.02, r: h * 0.1 },
        { x: w * 0.24, y: h * 0.9, r: h * 0.035 },
      ],
      { colours: one! },
    );
    melt(
      stage,
      c,
      [
        { x: w * 0.98, y: h * 0.06, r: h * 0.13 },
        { x: w * 0.88, y: h * 0.13, r: h * 0.06 },
        { x: w * 1.0, y: h * 0.3, r: h * 0.04 },
      ],
      { colours: two! },
    );
  });
}

/** Rings of liquid that draw the eye into a bright middle. */
export function tunnel(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.53, y: h * 0.46, colour: tones.light };
  const { key } = stage;
  const around =
    (power: number, scale: number) => (x: number, y: number, out: { u: number; v: number; light: number }) => {
      const [dx, dy] = [x - key.x, y - key.y];
      const d = Math.hypot(dx, dy) / stage.short;
      const angle = Math.atan2(dy, dx) + d * 0.9;
      out.u = Math.cos(angle) * scale + Math.log(d + 0.05) * power;
      out.v = Math.sin(angle) * scale;
      out.light = Math.min(1, 0.12 + Math.exp(-d * 2.7) * 1.3);
    };
  stage.layer('depth', 1, { soft: 0, bloom: 0.9 }, (c) => {
    marble(stage, c, stage.all, { bands: 3 + stage.grand * 2, bend: around(2.2, 0.7) });
    glow(c, key.x, key.y, stage.short * 0.6, tones.light, 0.85);
    stage.lamp(c, { ...key, radius: stage.short * 0.3 * stage.bigger, colour: tones.light, strength: 0.8 });
  });
  stage.layer('far ring', 0.78, {}, (c) => ring(stage, c, 0.34, 0.05, 0));
  stage.thread(0.7, way(stage, [w * 0.51, h * 0.46]));
  stage.layer('ring', 0.5, {}, (c) => ring(stage, c, 0.56, 0.085, 1));
  stage.layer('streams', 0.36, {}, (c) =>
    streams(stage, c, Math.round(stage.by(5, 12)), (t, lane) => {
      const d = stage.short * (0.14 + t * 0.95);
      const angle = lane * Math.PI * 2 + t * 1.3;
      return [key.x + Math.cos(angle) * d, key.y + Math.sin(angle) * d];
    }),
  );
  stage.layer('near ring', 0.1, { soft: 1.5 }, (c) => ring(stage, c, 0.92, 0.15, 2));
}

/** Drops in a circle around the key light that melt into a wreath. */
function ring(stage: VistaStage, c: Context, distance: number, size: number, which: number): void {
  const { key, short } = stage;
  const count = Math.round(9 + distance * 12);
  const balls = Array.from({ length: count }, (_, index): Ball => {
    const angle = ((index + stage.between(-0.3, 0.3)) / count) * Math.PI * 2;
    const d = short * distance * stage.between(0.9, 1.16);
    return {
      x: key.x + Math.cos(angle) * d,
      y: key.y + Math.sin(angle) * d * 0.9,
      r: short * size * stage.between(0.45, 1.1),
    };
  });
  melt(stage, c, balls, { colours: oils(stage)[which]! });
}

/** In the middle of it: slow round masses before and behind. */
export function immersed(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.5, y: h * 0.16, colour: tones.light };
  const { key } = stage;
  const bend = (x: number, y: number, out: { u: number; v: number; light: number }) => {
    out.u = x / (w * 0.34);
    out.v = y / (h * 0.7);
    out.light = Math.min(1, 0.14 + 0.9 * Math.exp(-Math.hypot(x - key.x, y - key.y) / (h * 0.5)));
  };
  stage.layer('liquid', 1, { soft: 0 }, (c) => {
    marble(stage, c, stage.all, { bands: 2.6, bend, cell: 4 });
    stage.lamp(c, { ...key, radius: w * 0.3, colour: tones.light, strength: 0.7 });
  });
  stage.layer('veil', 0.84, {}, (c) =>
    marble(stage, c, stage.all, { bands: 3.4 + stage.grand, bend, veil: 0.5, cell: 4 }),
  );
  const [one, two, three] = oils(stage);
  stage.layer('far drops', 0.66, {}, (c) =>
    melt(stage, c, scatter(stage, Math.round(stage.by(7, 14)), [22, 60], 0.1), { colours: three! }),
  );
  stage.thread(0.5, way(stage, [w * 0.52, h * 0.4]));
  stage.layer('drops', 0.38, {}, (c) =>
    melt(stage, c, scatter(stage, Math.round(stage.by(6, 11)), [34, 84], 0.42), { colours: two! }),
  );
  stage.layer('near drops', 0.1, {}, (c) =>
    melt(
      stage,
      c,
      [
        { x: w * -0.02, y: h * 0.2, r: h * 0.2 },
        { x: w * 0.06, y: h * 0.48, r: h * 0.1 },
        { x: w * 1.02, y: h * 0.74, r: h * 0.24 },
        { x: w * 0.86, y: h * 0.98, r: h * 0.15 },
        { x: w * 0.78, y: h * 0.88, r: h * 0.045 },
      ],
      { colours: one! },
    ),
  );
}

/** Close: lenses of oil, each with the whole light in it. */
export function drops(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.3, y: h * 0.12, colour: tones.light };
  stage.layer('ground', 1, { soft: 3 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, 0, w, h],
        [
          [0, blend(tones.haze, tones.light, 0.35)],
          [0.4, tones.haze],
          [0.7, tones.sky],
          [1, tones.deep],
        ],
      ),
    );
    for (let stain = 0; stain < 12; stain++)
      glow(
        c,
        stage.between(0, w),
        stage.between(0, h),
        stage.between(120, 320),
        stage.choose([tones.main, tones.accent, tones.light]),
        0.5,
      );
  });
  stage.layer('small drops', 0.78, {}, (c) => {
    for (let drop = 0; drop < stage.by(40, 110); drop++)
      lens(stage, c, stage.between(-0.05, 1.05) * w, stage.between(-0.05, 1.05) * h, 4 + 24 * stage.random() ** 2);
  });
  stage.thread(0.56, way(stage, [w * 0.42, h * 0.34]));
  stage.layer('great drop', 0.4, { bloom: 0.7 }, (c) => {
    const r = stage.short * 0.3 * stage.bigger;
    lens(stage, c, w * 0.63, h * 0.5, r);
    stage.lamp(c, { x: w * 0.63 + r * 0.3, y: h * 0.5 + r * 0.4, radius: r * 1.1, colour: tones.light, strength: 0.4 });
    for (const [dx, dy, size] of [
      [-1.3, 0.5, 0.34],
      [1.16, -0.72, 0.26],
      [-0.86, -0.96, 0.16],
      [0.6, 1.22, 0.14],
    ] as const)
      lens(stage, c, w * 0.63 + dx * r, h * 0.5 + dy * r, r * size);
  });
  stage.layer('near drops', 0.1, { soft: 2.4 }, (c) => {
    for (const [x, y, size] of [
      [0.02, 0.94, 0.2],
      [0.97, 0.05, 0.16],
      [0.12, 0.04, 0.09],
    ] as const)
      lens(stage, c, w * x, h * y, stage.short * size);
  });
}

/** A drop as a lens: dark towards the light, bright on the far side, a small window of light on top. */
function lens(stage: VistaStage, c: Context, x: number, y: number, r: number): void {
  const { tones } = stage;
  const [deep, full] = stage.choose([
    [tones.deep, tones.accent],
    [tones.deep, tones.main],
    [tones.sky, tones.accent],
    [tones.deep, tones.haze],
  ] as const);
  c.fillStyle = radial(c, x + r * 0.3, y + r * 0.4, r * 1.3, [
    [0, tones.ink, 0.45],
    [0.74, tones.ink, 0.26],
    [1, tones.ink, 0],
  ]);
  c.fill(ellipse(x + r * 0.12, y + r * 0.16, r * 1.14));
  c.fillStyle = radial(c, x + r * 0.34, y + r * 0.42, r * 1.5, [
    [0, blend(full, tones.glare, 0.72)],
    [0.3, blend(full, tones.light, 0.25)],
    [0.62, full],
    [0.86, blend(full, deep, 0.65)],
    [1, deep],
  ]);
  c.fill(ellipse(x, y, r));
  c.strokeStyle = linear(
    c,
    [x - r, y - r, x + r, y + r],
    [
      [0, tones.glare, 0.75],
      [0.45, tones.light, 0.1],
      [1, tones.glare, 0.9],
    ],
  );
  c.lineWidth = Math.max(0.8, r * 0.025);
  c.stroke(ellipse(x, y, r * 0.985));
  c.fillStyle = radial(c, x - r * 0.4, y - r * 0.46, r * 0.3, [
    [0, tones.glare, 0.95],
    [0.5, tones.glare, 0.7],
    [1, tones.glare, 0],
  ]);
  c.fill(ellipse(x - r * 0.4, y - r * 0.46, r * 0.3, r * 0.19, -0.7));
}

/** The climax: everything streams out of one blinding middle. */
export function burst(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.5, y: h * 0.48, colour: tones.light };
  const { key, short } = stage;
  stage.layer('explosion', 1, { soft: 0, bloom: 1 }, (c) => {
    marble(stage, c, stage.all, {
      bands: 3.6 + stage.grand * 2.4,
      bend(x, y, out) {
        const [dx, dy] = [x - key.x, y - key.y];
        const d = Math.hypot(dx, dy) / short;
        const angle = Math.atan2(dy, dx);
        out.u = Math.cos(angle) * 2.3 + Math.sin(angle * 3) * 0.3;
        out.v = Math.sin(angle) * 2.3 + d * 0.7;
        out.light = Math.min(1, 0.2 + Math.exp(-d * 2.1) * 1.2);
      },
    });
    const wedges = Array.from({ length: 30 }, (_, index) => ({
      angle: (index / 30) * Math.PI * 2 + stage.between(-0.08, 0.08),
      width: stage.between(0.01, 0.05),
      length: w * stage.between(0.3, 0.75),
      strength: stage.between(0.2, 0.7),
    }));
    shafts(c, stage.all, { ...key, colour: tones.light, strength: stage.by(0.3, 0.85) }, wedges);
    glow(c, key.x, key.y, short * 0.75 * stage.bigger, tones.glare, 0.95);
    stage.lamp(c, { ...key, radius: short * 0.42 * stage.bigger, colour: tones.light, strength: 0.9 });
  });
  const [one, two, three] = oils(stage);
  const splash = (count: number, from: number, to: number, size: readonly [number, number]): Ball[] =>
    Array.from({ length: count }, (_, index) => {
      const angle = ((index + stage.between(-0.4, 0.4)) / count) * Math.PI * 2;
      const d = short * stage.between(from, to);
      return {
        x: key.x + Math.cos(angle) * d * 1.25,
        y: key.y + Math.sin(angle) * d,
        r: stage.between(...size) * stage.bigger,
      };
    });
  stage.layer('far splash', 0.76, {}, (c) =>
    melt(stage, c, splash(Math.round(stage.by(16, 34)), 0.3, 0.52, [5, 16]), { colours: three! }),
  );
  stage.thread(0.6, way(stage, [w * 0.49, h * 0.42]));
  stage.layer('splash', 0.44, {}, (c) => {
    melt(stage, c, splash(Math.round(stage.by(12, 26)), 0.46, 0.72, [12, 36]), { colours: two! });
    streams(stage, c, Math.round(stage.by(8, 20)), (t, lane) => {
      const angle = lane * Math.PI * 2 + 0.3 * Math.sin(t * 4 + lane * 20);
      const d = short * (0.16 + t * 0.9);
      return [key.x + Math.cos(angle) * d * 1.2, key.y + Math.sin(angle) * d];
    });
  });
  stage.layer('near splash', 0.1, { soft: 1.4 }, (c) =>
    melt(stage, c, splash(13, 0.76, 1.05, [22, 74]), { colours: one! }),
  );
}

/** It runs off: dark, a last pool of light, threads that drip. */
export function ebb(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  stage.footing = 'floating';
  stage.key = { x: w * 0.58, y: h * 0.78, colour: tones.light };
  const { key } = stage;
  stage.layer('dark', 1, { soft: 0 }, (c) => {
    marble(stage, c, stage.all, {
      bands: 1.8,
      cell: 4.4,
      bend(x, y, out) {
        out.u = x / (w * 0.2);
        out.v = y / (h * 1.3);
        out.light = 0.7 * Math.exp(-(((x - key.x) / (w * 0.3)) ** 2) - ((y - key.y) / (h * 0.34)) ** 2);
      },
    });
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, h],
        [
          [0, tones.ink, 0.5],
          [0.6, tones.ink, 0.1],
          [1, tones.ink, 0.4],
        ],
      ),
    );
  });
  stage.layer('pool', 0.82, { bloom: 0.9 }, (c) => {
    c.save();
    c.translate(key.x, key.y);
    c.scale(1, 0.24);
    for (let wave = 7; wave > 0; wave--) {
      const r = w * 0.045 * wave * stage.bigger;
      c.fillStyle = radial(c, 0, 0, r, [
        [0, wave < 3 ? tones.glare : tones.accent, 0.5],
        [0.86, blend(tones.accent, tones.main, wave / 7), 0.26],
        [0.95, tones.light, 0.7],
        [1, tones.light, 0],
      ]);
      c.fillRect(-r, -r, r * 2, r * 2);
    }
    c.restore();
    stage.lamp(c, { ...key, radius: w * 0.16, colour: tones.light, strength: 0.7 });
  });
  const drips = (
    c: Context,
    colours: readonly string[],
    count: number,
    wide: readonly [number, number],
    long: readonly [number, number],
  ) => {
    for (let drip = 0; drip < count; drip++) {
      const x = ((drip + stage.between(0.15, 0.85)) / count) * w;
      const [half, end] = [stage.between(...wide), h * stage.between(...long) * (0.45 + Math.abs(x / w - 0.58))];
      c.fillStyle = linear(
        c,
        [x - half, 0, x + half, 0],
        [
          [0, colours[0]!],
          [0.4, colours[1]!],
          [0.7, colours[2]!],
          [1, colours[0]!],
        ],
      );
      const neck = half * 0.3;
      c.fill(
        spline(
          [
            [x - half * 2.4, view.y0 - 8],
            [x - half * 0.8, view.y0 + half * 2.4],
            [x - neck, end * 0.55],
            [x - neck, end - half * 3],
            [x - half, end - half * 0.4],
            [x, end + half * 0.7],
            [x + half, end - half * 0.4],
            [x + neck, end - half * 3],
            [x + neck, end * 0.55],
            [x + half * 0.8, view.y0 + half * 2.4],
            [x + half * 2.4, view.y0 - 8],
          ],
          0.9,
        ),
      );
      c.fill(ellipse(x, end + half * stage.between(4, 10), half * 0.4, half * 0.55));
      c.fillStyle = alpha(tones.glare, 0.8);
      c.fill(ellipse(x - half * 0.36, end - half * 0.5, half * 0.16, half * 0.3));
    }
  };
  const [one, two] = oils(stage);
  stage.layer('far drips', 0.66, {}, (c) => drips(c, two!, Math.round(stage.by(4, 9)), [4, 8], [0.3, 0.8]));
  stage.thread(0.5, {
    ...way(stage, [key.x - w * 0.02, h * 0.62]),
    air: [
      [w * 0.3, h * 0.36, h * 0.14],
      [key.x, h * 0.66, h * 0.08],
    ],
  });
  stage.layer('drips', 0.34, {}, (c) => drips(c, one!, Math.round(stage.by(3, 6)), [9, 17], [0.4, 0.95]));
  stage.layer('edge', 0.08, { soft: 1.5 }, (c) => {
    const ball = (x: number, y: number, r: number): Ball => ({
      x: w * x,
      y: h * y,
      r: h * r * (0.9 + 0.2 * fbm(x * 9, y, 2)),
    });
    melt(
      stage,
      c,
      [
        ball(-0.03, -0.02, 0.2),
        ball(0.09, -0.06, 0.14),
        ball(0.93, -0.07, 0.16),
        ball(1.03, 0.03, 0.2),
        ball(0.82, -0.09, 0.1),
      ],
      { colours: [tones.ink, tones.deep, blend(tones.deep, tones.accent, 0.4)] },
    );
  });
}
