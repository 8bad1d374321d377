import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { glow, linear } from '../paint.ts';
import { clouds, disc, sky } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { sea } from './sea.ts';

/** The climax: a wave that towers over everything and just begins to break, the sun behind its lip. */
export function greatWave(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.66;
  const sun = { x: w * 0.66, y: h * 0.43 };
  stage.key = { ...sun, colour: tones.light };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0, bloom: 0.8 }, (c) => {
    sky(stage, c, horizon, [
      [0, blend(tones.deep, tones.sky, 0.5)],
      [0.4, tones.sky],
      [0.76, blend(tones.haze, tones.accent, 0.25)],
      [1, blend(tones.accent, tones.light, 0.5)],
    ]);
    glow(c, sun.x, sun.y, w * 0.4, tones.accent, 0.6);
    disc(stage, c, { ...sun, r: stage.short * 0.14 * stage.bigger });
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.5], {
      size: [320, 70],
      cover: 0.46 + stage.tense * 0.2,
      shade: blend(tones.sky, tones.deep, 0.3),
      lit: blend(tones.accent, tones.light, 0.5),
      strength: 0.9,
    });
  });
  stage.layer('sea', 0.86, { water: [view.x0, horizon, view.x1, h * 0.9] }, (c) =>
    sea(stage, c, { from: horizon, to: view.y1, horizon, rough: 0.6 + stage.tense * 0.4 }),
  );
  stage.layer('far wave', 0.7, {}, (c) =>
    wave(stage, c, { x: w * 1.0, foot: h * 0.86, size: h * 0.3, flip: true, dim: 0.3 }),
  );
  stage.thread(0.6, {
    air: [
      [w * 0.8, h * 0.6, h * 0.1],
      [w * 0.62, h * 0.26, h * 0.14],
    ],
    ground: [
      [w * 0.86, h * 0.86, h * 0.19],
      [w * 0.66, h * 0.78, h * 0.17],
    ],
    road: [
      [w * 0.9, h * 1.14, 14],
      [w * 0.8, h * 0.92, 7],
      [w * 0.68, h * 0.78, 4],
      [w * 0.66, horizon + 4, 1.4],
    ],
    isAfloat: true,
  });
  stage.layer('wave', 0.4, { bloom: 0.6 }, (c) =>
    wave(stage, c, { x: w * 0.1, foot: h * 1.02, size: h * 0.86 * Math.min(1.12, stage.bigger), flip: false, dim: 0 }),
  );
  stage.layer('spray', 0.1, {}, (c) => {
    const crest = (x: number) =>
      h *
      (0.92 +
        0.03 * Math.sin(x / 90) -
        0.08 * Math.exp(-(((x - w * 0.16) / (w * 0.24)) ** 2)) +
        0.04 * (fbm(x / 60, 3, 3) - 0.5));
    const points: Point[] = [];
    for (let x = view.x0; x <= view.x1 + 10; x += 10) points.push([x, crest(x)]);
    const path = curve(points);
    path.lineTo(view.x1 + 10, view.y1);
    path.lineTo(view.x0, view.y1);
    path.closePath();
    c.fillStyle = linear(
      c,
      [0, h * 0.84, 0, view.y1],
      [
        [0, blend(tones.deep, tones.main, 0.6)],
        [0.3, tones.deep],
        [1, tones.ink],
      ],
    );
    c.fill(path);
    c.strokeStyle = alpha(tones.glare, 0.75);
    c.lineWidth = 2.6;
    c.stroke(curve(points));
    for (let drop = 0; drop < stage.by(90, 260); drop++) {
      const x = stage.between(view.x0, w * 0.8);
      c.fillStyle = alpha(tones.glare, 0.3 + 0.6 * stage.random());
      c.fill(ellipse(x, crest(x) - stage.random() ** 2.4 * h * 0.3, 0.8 + 3 * stage.random() ** 3));
    }
  });
}

/** A breaking wave: back, hollow face with streaks that follow its curl, lip of foam. `size` is its height; foot at (x, foot). */
function wave(
  stage: VistaStage,
  c: Context,
  { x, foot, size, flip, dim }: { x: number; foot: number; size: number; flip: boolean; dim: number },
): void {
  const { tones, view } = stage;
  const into = (colour: string) => tones.far(colour, dim);
  c.save();
  c.translate(x, foot);
  c.scale(flip ? -size : size, size);
  const outer: Point[] = [
    [-0.9, 0.14],
    [-0.62, -0.14],
    [-0.34, -0.5],
    [-0.04, -0.82],
    [0.28, -0.97],
    [0.58, -0.95],
    [0.8, -0.8],
    [0.9, -0.6],
  ];
  const inner: Point[] = [
    [0.9, -0.6],
    [0.76, -0.68],
    [0.58, -0.72],
    [0.42, -0.64],
    [0.33, -0.46],
    [0.38, -0.26],
    [0.54, -0.1],
    [0.82, 0.02],
    [1.3, 0.1],
  ];
  const left = (view.x0 - x) / size - 1;
  const body = new Path2D();
  curve(outer, 1, body);
  for (const [px, py] of inner.slice(1)) body.lineTo(px, py);
  body.lineTo(1.3, 0.6);
  body.lineTo(flip ? -1.6 : left, 0.6);
  body.lineTo(flip ? -1.6 : left, 0.2);
  body.closePath();
  c.fillStyle = linear(
    c,
    [-0.5, 0.1, 0.5, -0.95],
    [
      [0, into(tones.ink)],
      [0.35, into(tones.deep)],
      [0.7, into(blend(tones.deep, tones.main, 0.8))],
      [1, into(blend(tones.main, tones.haze, 0.35))],
    ],
  );
  c.fill(body);
  // The hollow face: light comes through the thin water near the lip.
  const face = spline(
    [
      [0.86, -0.62],
      [0.58, -0.73],
      [0.36, -0.6],
      [0.3, -0.42],
      [0.37, -0.22],
      [0.56, -0.06],
      [0.9, 0.06],
      [1.3, 0.14],
      [1.3, 0.3],
      [0.2, 0.24],
      [-0.02, -0.1],
      [-0.02, -0.42],
      [0.14, -0.7],
      [0.4, -0.86],
      [0.66, -0.83],
    ],
    0.8,
  );
  c.fillStyle = linear(
    c,
    [0.2, 0.2, 0.55, -0.84],
    [
      [0, into(blend(tones.ink, tones.deep, 0.6))],
      [0.35, into(blend(tones.deep, tones.main, 0.6))],
      [0.7, into(blend(tones.main, tones.haze, 0.5))],
      [1, into(blend(tones.light, tones.accent, 0.3))],
    ],
  );
  c.fill(face);
  c.save();
  c.clip(face);
  for (let streak = 0; streak < 34; streak++) {
    const t = streak / 33;
    const k = 1 + t * 0.62;
    const at = (px: number, py: number): Point => [0.62 + (px - 0.62) * k, -0.34 + (py + 0.34) * k + t * 0.05];
    c.strokeStyle = alpha(streak % 3 ? into(tones.haze) : into(tones.deep), 0.16 + 0.24 * stage.random());
    c.lineWidth = stage.between(0.003, 0.011);
    c.stroke(
      curve([
        at(0.86, -0.64),
        at(0.58, -0.73),
        at(0.36, -0.6),
        at(0.3, -0.42),
        at(0.37, -0.22),
        at(0.56, -0.06),
        at(1.3, 0.12),
      ]),
    );
  }
  c.restore();
  c.save();
  c.clip(body);
  for (let streak = 0; streak < 40; streak++) {
    const t = stage.random();
    const drop = 0.05 + t * 0.85;
    c.strokeStyle = alpha(into(streak % 2 ? tones.main : tones.haze), 0.1 + 0.16 * stage.random());
    c.lineWidth = stage.between(0.003, 0.012);
    c.stroke(
      curve(
        outer
          .slice(0, 6)
          .map(([px, py]): Point => [px + drop * 0.16 - 0.02, py + drop * (0.5 + 0.5 * fbm(px * 3 + streak, t, 2))]),
      ),
    );
  }
  c.restore();
  foam(stage, c, outer, into);
  c.restore();
}

/** The lip: fingers of foam along the outer line, and flecks thrown ahead. */
function foam(stage: VistaStage, c: Context, outer: readonly Point[], into: (colour: string) => string): void {
  const { tones } = stage;
  const edge = [...outer.slice(3), [0.9, -0.56] as Point];
  const count = 620;
  for (let fleck = 0; fleck < count; fleck++) {
    const t = (fleck / count) * (edge.length - 1.001);
    const index = Math.floor(t);
    const part = t - index;
    const [a, b] = [edge[index]!, edge[index + 1]!];
    const spread = 0.014 + 0.05 * (t / edge.length) ** 1.4;
    const [px, py] = [
      a[0] + (b[0] - a[0]) * part + stage.between(-1, 1) * spread,
      a[1] + (b[1] - a[1]) * part + stage.between(-0.9, 1.5) * spread,
    ];
    const r = stage.between(0.003, 0.017) * (0.5 + t / edge.length);
    c.fillStyle = alpha(into(fleck % 4 ? tones.glare : blend(tones.haze, tones.main, 0.3)), 0.85);
    c.fill(ellipse(px, py, r));
  }
  for (let finger = 0; finger < 17; finger++) {
    const t = finger / 16;
    const [sx, sy] = [0.34 + t * 0.56, -0.955 + 0.36 * t ** 1.9];
    const long = stage.between(0.03, 0.1);
    c.strokeStyle = into(tones.glare);
    c.lineWidth = stage.between(0.008, 0.018);
    c.stroke(
      curve([
        [sx, sy],
        [sx + long * 0.7, sy + long * 0.1],
        [sx + long * 0.8, sy + long * 0.7],
        [sx + long * 0.45, sy + long * 0.8],
      ]),
    );
  }
  for (let fleck = 0; fleck < 150; fleck++) {
    const [px, py] = [0.7 + stage.random() ** 1.6 * 0.62, -0.72 + stage.between(-0.34, 0.36)];
    c.fillStyle = alpha(into(tones.glare), 0.3 + 0.6 * stage.random());
    c.fill(ellipse(px, py, stage.between(0.001, 0.007)));
  }
}
