import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { curve } from '../../paths.ts';
import { fbm, noise, smooth } from '../noise.ts';
import { field, shafts } from '../paint.ts';
import { clouds, disc, sky } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { asphalt, mesa, rockRamp, sand } from './land.ts';
import type { Road } from './land.ts';
import { heat } from './roads.ts';

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
