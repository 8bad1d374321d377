import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { fillBox, linear } from '../paint.ts';
import type { Stop } from '../paint.ts';
import { clouds, disc, range, sky } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { asphalt, cactus, mesa, sand, scrub } from './land.ts';
import type { Road } from './land.ts';

/** Colours of a desert sky. */
export function heat({ tones }: VistaStage): Stop[] {
  return [
    [0, blend(tones.deep, tones.sky, 0.6)],
    [0.4, tones.sky],
    [0.78, tones.haze],
    [1, blend(tones.haze, tones.light, 0.75)],
  ];
}

/** Points along the picture at a height. */
export function line({ view }: VistaStage, y: (x: number) => number): Point[] {
  const points: Point[] = [];
  for (let x = view.x0; x <= view.x1 + 8; x += 8) points.push([x, y(x)]);
  return points;
}

/** Left and right edge of a road at a height. */
export function roadAt(road: Road, y: number): readonly [number, number] {
  for (let index = 0; index + 1 < road.length; index++) {
    const [a, b] = [road[index]!, road[index + 1]!];
    if (y > a[1] || y < b[1]) continue;
    const t = (y - a[1]) / (b[1] - a[1]);
    const [x, half] = [a[0] + (b[0] - a[0]) * t, a[2] + (b[2] - a[2]) * t];
    return [x - half * 1.1, x + half * 1.1];
  }
  return [0, 0];
}

/** The road winds between table mountains towards a great low sun. */
export function winding(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.56;
  const sun = { x: w * 0.58, y: horizon - h * (0.06 + 0.06 * stage.grand) };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, horizon, heat(stage));
    disc(stage, c, { ...sun, r: stage.short * 0.15 * stage.bigger });
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.5], {
      size: [420, 34],
      cover: 0.44 + stage.tense * 0.2,
      shade: blend(tones.sky, tones.deep, 0.3),
      lit: blend(tones.light, tones.haze, 0.3),
      strength: 0.85,
    });
  });
  stage.layer('far mesas', 0.88, {}, (c) => {
    for (const [x, wide, tall] of [
      [0.34, 0.26, 0.1],
      [0.74, 0.2, 0.13],
      [0.5, 0.12, 0.07],
      [1.0, 0.2, 0.1],
    ] as const)
      mesa(stage, c, { x: w * x, foot: horizon + 4, wide: w * wide, tall: h * tall, distance: 0.56 });
  });
  stage.layer('mesas', 0.7, {}, (c) => {
    fillBox(c, [view.x0, horizon + 2, view.x1, view.y1], blend(tones.main, tones.haze, 0.4));
    mesa(stage, c, { x: w * 0.16, foot: h * 0.6, wide: w * 0.4, tall: h * 0.3 * stage.bigger, distance: 0.2 });
    mesa(stage, c, { x: w * 0.9, foot: h * 0.59, wide: w * 0.3, tall: h * 0.22, distance: 0.28 });
  });
  const road: Road = [
    [w * 0.42, h * 1.2, w * 0.2],
    [w * 0.46, h * 0.94, w * 0.12],
    [w * 0.6, h * 0.8, w * 0.062],
    [w * 0.55, h * 0.7, w * 0.03],
    [w * 0.45, h * 0.64, w * 0.016],
    [w * 0.5, h * 0.595, w * 0.007],
    [w * 0.57, horizon + 3, w * 0.002],
  ];
  stage.layer('plain', 0.5, {}, (c) => {
    sand(stage, c, (x) => horizon + 6 + h * 0.012 * (fbm(x / 120, 3, 2) - 0.5), { distance: 0.12, ripples: 0.6 });
    asphalt(stage, c, road);
    scrub(stage, c, horizon + 26, Math.round(stage.by(40, 90)), (y) => roadAt(road, y));
  });
  stage.thread(0.36, {
    air: [
      [w * 0.24, h * 0.48, h * 0.11],
      [w * 0.64, h * 0.2, h * 0.13],
    ],
    ground: [
      [w * 0.36, h * 0.94, h * 0.22],
      [w * 0.52, h * 0.7, h * 0.1],
    ],
    road: [
      [w * 0.36, h * 1.14, 10],
      [w * 0.44, h * 0.94, 6],
      [w * 0.59, h * 0.8, 3.6],
      [w * 0.55, h * 0.7, 2.2],
      [w * 0.45, h * 0.64, 1.5],
      [w * 0.5, h * 0.595, 1],
      [w * 0.57, horizon + 3, 0.8],
    ],
  });
  stage.layer('cacti', 0.12, {}, (c) => {
    const ground = (x: number) =>
      h * (1.0 - 0.13 * Math.exp(-(((x - w) / (w * 0.24)) ** 2)) - 0.08 * Math.exp(-((x / (w * 0.16)) ** 2)));
    c.fillStyle = linear(
      c,
      [0, h * 0.86, 0, h],
      [
        [0, blend(tones.deep, tones.main, 0.3)],
        [1, tones.ink],
      ],
    );
    c.fill(polygon([...line(stage, ground), [view.x1, view.y1], [view.x0, view.y1]]));
    const plants = new Path2D();
    cactus(plants, w * 0.9, ground(w * 0.9) + 8, h * 0.44, [
      [-1, 0.42, 0.3],
      [1, 0.3, 0.4],
    ]);
    cactus(plants, w * 0.985, ground(w * 0.985) + 8, h * 0.26, [[-1, 0.5, 0.24]]);
    cactus(plants, w * 0.05, ground(w * 0.05) + 8, h * 0.2, [[1, 0.44, 0.3]]);
    c.fillStyle = linear(
      c,
      [0, h * 0.5, 0, h],
      [
        [0, blend(tones.ink, tones.accent, 0.34)],
        [1, tones.ink],
      ],
    );
    c.fill(plants);
    c.strokeStyle = alpha(tones.light, 0.3);
    c.lineWidth = 1.2;
  });
}

/** Straight on: one point, one line, poles with wires. */
export function straightOn(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.62;
  const far = { x: w * 0.5, y: horizon };
  const sun = { x: far.x, y: horizon - h * (0.12 + 0.06 * stage.grand) };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, horizon, heat(stage));
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.58], {
      size: [520, 40],
      cover: 0.5 + stage.tense * 0.2,
      shade: blend(tones.sky, tones.deep, 0.35),
      lit: blend(tones.light, tones.accent, 0.15),
      strength: 0.9,
    });
    disc(stage, c, { ...sun, r: stage.short * 0.11 * stage.bigger });
  });
  stage.layer('hills', 0.86, {}, (c) => {
    range(stage, c, { foot: horizon + 8, height: h * 0.1, peaks: 4, distance: 0.42, gap: [far.x, w * 0.08] });
  });
  const road: Road = [
    [far.x, h * 1.3, w * 0.64],
    [far.x, h * 1.05, w * 0.42],
    [far.x, h * 0.84, w * 0.2],
    [far.x, h * 0.72, w * 0.09],
    [far.x, h * 0.655, w * 0.032],
    [far.x, horizon + 2, w * 0.003],
  ];
  stage.layer('plain', 0.6, {}, (c) => {
    sand(stage, c, (x) => horizon + 3 + 4 * (fbm(x / 70, 4, 2) - 0.5), { distance: 0.1 });
    asphalt(stage, c, road);
    scrub(stage, c, horizon + 16, Math.round(stage.by(60, 130)), (y) => roadAt(road, y));
  });
  stage.thread(0.44, {
    air: [
      [w * 0.3, h * 0.5, h * 0.12],
      [w * 0.52, h * 0.22, h * 0.1],
    ],
    ground: [
      [w * 0.47, h * 0.95, h * 0.24],
      [w * 0.497, h * 0.69, h * 0.07],
    ],
    road: [
      [w * 0.49, h * 1.14, 15],
      [w * 0.494, h * 0.86, 8],
      [w * 0.498, h * 0.73, 4],
      [w * 0.5, h * 0.66, 2],
      [w * 0.5, horizon + 2, 1],
    ],
  });
  stage.layer('poles', 0.3, {}, (c) => poles(stage, c, far, [0.06, 0.1, 0.17, 0.29]));
  stage.layer('near poles', 0.1, {}, (c) => {
    poles(stage, c, far, [0.5, 0.92, 1.7]);
    const plants = new Path2D();
    cactus(plants, w * 0.93, h * 1.02, h * 0.4, [
      [-1, 0.4, 0.34],
      [1, 0.5, 0.2],
    ]);
    c.fillStyle = linear(
      c,
      [0, h * 0.6, 0, h],
      [
        [0, blend(tones.ink, tones.accent, 0.3)],
        [1, tones.ink],
      ],
    );
    c.fill(plants);
  });
}

/** Telegraph poles on the left, receding to a point, with their wires. */
function poles(stage: VistaStage, c: Context, far: { x: number; y: number }, nears: readonly number[]): void {
  const { tones, w, h } = stage;
  const place = (near: number, up: number, out: number): Point => [
    far.x - w * (0.62 - out) * near,
    far.y + h * 0.3 * near - h * 0.98 * near * up,
  ];
  c.strokeStyle = blend(tones.ink, tones.deep, 0.3);
  for (const [index, near] of nears.entries()) {
    c.lineWidth = Math.max(1, 14 * near);
    c.stroke(curve([place(near, 0, 0), place(near, 1, 0)], 0));
    for (const up of [0.98, 0.88]) {
      c.lineWidth = Math.max(0.8, 7 * near);
      c.stroke(curve([place(near, up, -0.11), place(near, up, 0.11)], 0));
    }
    const next = nears[index + 1] ?? near * 1.8;
    c.lineWidth = Math.max(0.7, 2 * near);
    for (const [up, out] of [
      [0.99, -0.1],
      [0.99, 0.1],
      [0.89, -0.08],
      [0.89, 0.08],
    ] as const) {
      const [a, b] = [place(near, up, out), place(next, up, out)];
      c.stroke(curve([a, [(a[0] * 1.4 + b[0] * 0.6) / 2, (a[1] * 1.4 + b[1] * 0.6) / 2 + h * 0.06 * near], b]));
    }
  }
}
