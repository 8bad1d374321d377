import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm, noise, smooth } from '../noise.ts';
import { field, fillBox, glow, linear, shafts } from '../paint.ts';
import type { Stop } from '../paint.ts';
import { clouds, disc, range, sky } from '../scenery.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { asphalt, cactus, mesa, rockRamp, sand, scrub } from './land.ts';
import type { Road } from './land.ts';

function heat({ tones }: VistaStage): Stop[] {
  return [
    [0, blend(tones.deep, tones.sky, 0.6)],
    [0.4, tones.sky],
    [0.78, tones.haze],
    [1, blend(tones.haze, tones.light, 0.75)],
  ];
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

function line({ view }: VistaStage, y: (x: number) => number): Point[] {
  const points: Point[] = [];
  for (let x = view.x0; x <= view.x1 + 8; x += 8) points.push([x, y(x)]);
  return points;
}

/** Left and right edge of a road at a height. */
function roadAt(road: Road, y: number): readonly [number, number] {
  for (let index = 0; index + 1 < road.length; index++) {
    const [a, b] = [road[index]!, road[index + 1]!];
    if (y > a[1] || y < b[1]) continue;
    const t = (y - a[1]) / (b[1] - a[1]);
    const [x, half] = [a[0] + (b[0] - a[0]) * t, a[2] + (b[2] - a[2]) * t];
    return [x - half * 1.1, x + half * 1.1];
  }
  return [0, 0];
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

/** The climax: a gate of rock, the sun whole in it, the road through. */
export function arch(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.64;
  const sun = { x: w * 0.5, y: h * 0.44 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 0, bloom: 0.8 }, (c) => {
    sky(stage, c, horizon, heat(stage));
    const wedges = Array.from({ length: 24 }, (_, index) => ({
      angle: (index / 24) * Math.PI * 2 + stage.between(-0.08, 0.08),
      width: stage.between(0.015, 0.05),
      length: w * stage.between(0.4, 0.8),
      strength: stage.between(0.12, 0.45),
    }));
    shafts(c, stage.all, { ...sun, colour: tones.light, strength: stage.by(0.25, 0.75) }, wedges);
    disc(stage, c, { ...sun, r: stage.short * 0.19 * stage.bigger });
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.5], {
      size: [380, 36],
      cover: 0.4,
      shade: blend(tones.sky, tones.deep, 0.3),
      lit: tones.light,
      strength: 0.7,
    });
  });
  stage.layer('far mesas', 0.86, {}, (c) => {
    for (const [x, wide, tall] of [
      [0.3, 0.2, 0.13],
      [0.68, 0.26, 0.1],
      [0.48, 0.1, 0.07],
    ] as const)
      mesa(stage, c, { x: w * x, foot: horizon + 4, wide: w * wide, tall: h * tall, distance: 0.5 });
  });
  const road: Road = [
    [w * 0.5, h * 1.25, w * 0.3],
    [w * 0.5, h * 0.98, w * 0.17],
    [w * 0.53, h * 0.82, w * 0.078],
    [w * 0.5, h * 0.72, w * 0.03],
    [w * 0.48, h * 0.67, w * 0.012],
    [w * 0.5, horizon + 2, w * 0.003],
  ];
  stage.layer('plain', 0.68, {}, (c) => {
    sand(stage, c, (x) => horizon + 5 + 5 * (fbm(x / 90, 4, 2) - 0.5), { distance: 0.12, ripples: 0.7 });
    asphalt(stage, c, road);
  });
  stage.thread(0.56, {
    air: [
      [w * 0.36, h * 0.62, h * 0.1],
      [w * 0.54, h * 0.32, h * 0.15],
    ],
    ground: [
      [w * 0.48, h * 0.95, h * 0.25],
      [w * 0.51, h * 0.74, h * 0.12],
    ],
    road: [
      [w * 0.49, h * 1.14, 12],
      [w * 0.5, h * 0.96, 7],
      [w * 0.53, h * 0.82, 4],
      [w * 0.5, h * 0.72, 2],
      [w * 0.48, h * 0.67, 1.2],
      [w * 0.5, horizon, 0.8],
    ],
  });
  stage.layer('arch', 0.34, {}, (c) => rockGate(stage, c, sun));
  stage.layer('birds', 0.2, {}, (c) => {
    c.strokeStyle = tones.ink;
    for (let bird = 0; bird < stage.by(5, 16); bird++) {
      const [x, y, size] = [
        sun.x + stage.between(-0.2, 0.22) * w,
        sun.y + stage.between(-0.16, 0.1) * h,
        stage.between(5, 12),
      ];
      c.lineWidth = size * 0.18;
      c.stroke(
        curve([
          [x - size, y - size * 0.3],
          [x - size * 0.4, y - size * 0.42],
          [x, y],
          [x + size * 0.4, y - size * 0.42],
          [x + size, y - size * 0.3],
        ]),
      );
    }
  });
}

/** Rock all around with a round gate in it, banded, its inner edge lit by the sun it frames. */
function rockGate(stage: VistaStage, c: Context, sun: { x: number; y: number }): void {
  const { view, w, h, isPortrait } = stage;
  const offset = stage.between(0, 90);
  const rock = rockRamp(stage, 0);
  const [rx, ry] = [w * (isPortrait ? 0.42 : 0.335), h * (isPortrait ? 0.3 : 0.42)];
  const hole = (x: number, y: number) => {
    const [u, v] = [(x - sun.x) / rx, (y - sun.y - h * 0.03) / ry];
    const wobble = (fbm(x / 120 + offset, y / 120, 4) - 0.5) * 0.34;
    // Legs stand apart below: the gate opens to the ground.
    return (v > 0 ? Math.abs(u) ** 2.4 + v * v * 0.06 * (v > 1 ? 0 : 1) : u * u + v * v) + wobble;
  };
  const skyline = (x: number) =>
    h * (-0.02 + 0.62 * smooth(0.34, 0.56, Math.abs(x / w - 0.5)) * (0.5 + fbm(x / 200 + offset, 1, 3)));
  field(c, stage.all, 2.6, (x, y, out) => {
    const inside = hole(x, y);
    const over = smooth(skyline(x) - 3, skyline(x) + 3, y);
    const body = smooth(0.985, 1.015, inside) * over;
    if (body <= 0.004) {
      out[3] = 0;
      return;
    }
    const fold = fbm(x / 210 + offset, y / 210, 3) * 60;
    const band = noise(offset, (y + fold) / 11);
    const crack = fbm(x / 22 + offset, y / 110, 4);
    const edge = Math.exp(-(inside - 1) * 5.5);
    const grit = fbm(x / 9, y / 9, 2) - 0.5;
    const value =
      0.1 + edge * 0.55 + (band - 0.5) * 0.2 + (crack - 0.5) * 0.36 + grit * 0.1 - ((y - view.y0) / h) * 0.05;
    const tone = rock[(Math.max(0, Math.min(1, value)) * 63) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
    out[3] = 255 * body;
  });
}

/** Leaving: tail lights under the Milky Way. */
export function milkyWay(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.66;
  const end = { x: w * 0.56, y: horizon };
  stage.key = { x: end.x, y: horizon - h * 0.02, colour: blend(tones.light, tones.accent, 0.3) };
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, horizon],
        [
          [0, tones.ink],
          [0.5, blend(tones.ink, tones.deep, 0.8)],
          [0.86, blend(tones.deep, tones.sky, 0.7)],
          [1, blend(tones.sky, tones.haze, 0.6)],
        ],
      ),
    );
    const dust = ramp(
      [tones.deep, blend(tones.deep, tones.sky, 0.8), blend(tones.sky, tones.haze, 0.5), tones.haze, tones.light],
      64,
    );
    const offset = stage.between(0, 90);
    field(c, [view.x0, view.y0, view.x1, horizon], 4, (x, y, out) => {
      const across = (x - w * 0.62) * 0.8 + (y - h * 0.3) * 0.62;
      const along = (y - h * 0.3) * 0.8 - (x - w * 0.62) * 0.62;
      const wob = (fbm(along / 190 + offset, across / 190, 3) - 0.5) * 130;
      const band = Math.exp(-(((across + wob) / (w * 0.11)) ** 2));
      const lane = Math.exp(-(((across + wob * 1.7 - 12) / (w * 0.025)) ** 2));
      const n = fbm(along / 70 + offset, across / 50, 5);
      const value = Math.max(0, band * (0.2 + n * 0.85) - lane * (0.3 + n * 0.3));
      const tone = dust[(Math.min(1, value) * 63) | 0]!;
      out[0] = tone[0];
      out[1] = tone[1];
      out[2] = tone[2];
      out[3] = 255 * smooth(0, 0.5, value) * 0.9 * smooth(horizon, horizon - h * 0.2, y);
    });
    glow(c, end.x, horizon, w * 0.3, tones.accent, 0.3);
  });
  stage.layer('stars', 0.96, {}, (c) =>
    stage.stars(c, [view.x0, view.y0, view.x1, horizon - 6], Math.round(stage.by(420, 800)), [
      tones.glare,
      tones.light,
      tones.haze,
    ]),
  );
  stage.layer('mesas', 0.84, {}, (c) => {
    for (const [x, wide, tall] of [
      [0.12, 0.3, 0.12],
      [0.36, 0.14, 0.06],
      [0.82, 0.34, 0.15],
    ] as const)
      mesa(stage, c, { x: w * x, foot: horizon + 4, wide: w * wide, tall: h * tall, distance: 0.2 });
    fillBox(
      c,
      [view.x0, horizon - 14, view.x1, horizon + 6],
      linear(
        c,
        [0, horizon - 14, 0, horizon + 6],
        [
          [0, tones.deep, 0],
          [1, tones.deep, 0.9],
        ],
      ),
    );
  });
  const road: Road = [
    [w * 0.34, h * 1.25, w * 0.3],
    [w * 0.38, h * 1.0, w * 0.17],
    [w * 0.49, h * 0.84, w * 0.075],
    [w * 0.6, h * 0.75, w * 0.032],
    [w * 0.6, h * 0.7, w * 0.014],
    [end.x, horizon + 2, w * 0.003],
  ];
  stage.layer('plain', 0.5, {}, (c) => {
    const ground = sand(stage, c, (x) => horizon + 3 + 6 * (fbm(x / 90, 4, 2) - 0.5), { distance: 0, ripples: 0.8 });
    asphalt(stage, c, road);
    scrub(stage, c, horizon + 20, 70, (y) => roadAt(road, y));
    c.fillStyle = linear(
      c,
      [0, horizon, 0, h],
      [
        [0, tones.deep, 0.5],
        [1, tones.ink, 0.82],
      ],
    );
    c.fill(ground);
    const [x, y] = [w * 0.598, h * 0.712];
    c.save();
    c.globalCompositeOperation = 'screen';
    c.fillStyle = linear(
      c,
      [x, y, end.x, horizon],
      [
        [0, tones.light, 0.9],
        [1, tones.light, 0],
      ],
    );
    c.fill(
      polygon([
        [x - 9, y - 3],
        [x + 9, y - 3],
        [end.x + 20, horizon - 3],
        [end.x - 30, horizon - 3],
      ]),
    );
    c.restore();
    c.fillStyle = tones.ink;
    c.fill(
      polygon([
        [x - 14, y + 2],
        [x - 13, y - 9],
        [x - 9, y - 16],
        [x + 9, y - 16],
        [x + 13, y - 9],
        [x + 14, y + 2],
      ]),
    );
    for (const dx of [-10.5, 10.5]) {
      c.fillStyle = blend(tones.accent, tones.light, 0.4);
      c.fillRect(x + dx - 3, y - 8, 6, 3.4);
      stage.lamp(c, { x: x + dx, y: y - 6, radius: 46, colour: tones.accent, strength: 0.9 });
    }
  });
  stage.thread(0.3, {
    air: [
      [w * 0.2, h * 0.5, h * 0.14],
      [w * 0.5, h * 0.4, h * 0.07],
    ],
    ground: [
      [w * 0.3, h * 0.97, h * 0.26],
      [w * 0.45, h * 0.82, h * 0.13],
    ],
    road: [
      [w * 0.34, h * 1.14, 12],
      [w * 0.38, h * 1.0, 7],
      [w * 0.49, h * 0.84, 4],
      [w * 0.6, h * 0.75, 2],
      [w * 0.6, h * 0.7, 1.3],
      [end.x, horizon + 2, 0.8],
    ],
  });
  stage.layer('cacti', 0.1, {}, (c) => {
    const plants = new Path2D();
    cactus(plants, w * 0.88, h * 1.04, h * 0.56, [
      [-1, 0.42, 0.32],
      [1, 0.34, 0.42],
    ]);
    cactus(plants, w * 0.06, h * 1.04, h * 0.34, [[1, 0.5, 0.26]]);
    c.fillStyle = tones.ink;
    c.fill(plants);
    c.fill(
      polygon([
        ...line(stage, (x) => h * (1.03 - 0.06 * Math.exp(-(((x - w * 0.9) / (w * 0.2)) ** 2)))),
        [view.x1, view.y1],
        [view.x0, view.y1],
      ]),
    );
    c.strokeStyle = alpha(tones.haze, 0.22);
    c.lineWidth = 1.4;
  });
}
