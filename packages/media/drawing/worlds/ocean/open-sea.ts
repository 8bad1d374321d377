import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { fbm, smooth } from '../noise.ts';
import { field, glow, linear } from '../paint.ts';
import type { Stop } from '../paint.ts';
import { clouds, disc, sky } from '../scenery.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { sea } from './sea.ts';
import { swellLine } from './swell.ts';

/** The open sea: a low sun, towers of cloud, its path on the water. */
export function openSea(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.58;
  const sun = { x: w * 0.4, y: horizon - h * (0.05 + 0.05 * stage.grand) };
  stage.key = { ...sun, colour: tones.light };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, horizon, evening(stage));
    glow(c, sun.x, horizon, w * 0.5, tones.accent, 0.45);
    disc(stage, c, { ...sun, r: stage.short * 0.085 * stage.bigger });
  });
  stage.layer('clouds', 0.92, {}, (c) => {
    towers(stage, c, horizon);
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.36], {
      size: [360, 44],
      cover: 0.4 + stage.tense * 0.2,
      shade: blend(tones.sky, tones.deep, 0.25),
      lit: blend(tones.accent, tones.light, 0.5),
      strength: 0.85,
    });
  });
  stage.layer('far sea', 0.78, { water: [view.x0, horizon, view.x1, h * 0.8] }, (c) => {
    sea(stage, c, { from: horizon, to: h * 0.98, horizon, rough: 0.2 + stage.tense * 0.5 });
    stacks(stage, c, horizon);
  });
  stage.thread(0.5, {
    air: [
      [w * 0.16, h * 0.5, h * 0.1],
      [w * 0.66, h * 0.22, h * 0.13],
    ],
    ground: [
      [w * 0.16, h * 0.78, h * 0.2],
      [w * 0.56, h * 0.68, h * 0.14],
    ],
    road: [
      [w * 0.2, h * 1.14, 16],
      [w * 0.3, h * 0.88, 8],
      [w * 0.37, h * 0.72, 4],
      [w * 0.395, h * 0.63, 2],
      [w * 0.4, horizon + 2, 1],
    ],
    isAfloat: true,
  });
  stage.layer('near sea', 0.2, {}, (c) => swellLine(stage, c, h * 0.85, 0.3 + stage.tense * 0.6));
}

function evening({ tones }: VistaStage): Stop[] {
  return [
    [0, blend(tones.deep, tones.sky, 0.55)],
    [0.45, tones.sky],
    [0.8, tones.haze],
    [1, blend(tones.haze, blend(tones.light, tones.accent, 0.4), 0.75)],
  ];
}

/** Cumulus that stand on the horizon. */
function towers(stage: VistaStage, c: Context, horizon: number): void {
  const { tones, w, h, key, view } = stage;
  const offset = stage.between(0, 90);
  const tone = ramp(
    [
      blend(tones.sky, tones.deep, 0.2),
      blend(tones.sky, tones.haze, 0.6),
      tones.haze,
      blend(tones.accent, tones.light, 0.55),
      tones.glare,
    ],
    64,
  );
  const top = (x: number) =>
    horizon -
    h *
      (0.06 +
        0.34 *
          smooth(0.42, 0.82, fbm(x / (w * 0.16) + offset, 2, 3)) *
          (0.5 + (0.5 * Math.abs(x - key.x)) / (w * 0.4)) +
        0.03 * Math.exp(-(((x - key.x) / (w * 0.1)) ** 2)));
  field(c, [view.x0, horizon - h * 0.46, view.x1, horizon], 3.2, (x, y, out) => {
    const puff = fbm(x / 58 + offset, y / 46, 4);
    const deep = (y - top(x)) / 60 + (puff - 0.5) * 1.7;
    const body = smooth(0, 0.5, deep);
    if (body <= 0.004) {
      out[3] = 0;
      return;
    }
    const side = Math.sign(key.x - x) || 1;
    const lean = (puff - fbm((x + side * 14) / 58 + offset, (y - 9) / 46, 3)) * 2;
    const near = Math.exp(-Math.abs(x - key.x) / (w * 0.3));
    const light = Math.max(0, Math.min(1, 0.42 + lean + near * 0.3 - Math.max(0, deep - 0.3) * 0.05));
    const part = tone[(light * 63) | 0]!;
    out[0] = part[0];
    out[1] = part[1];
    out[2] = part[2];
    out[3] = 255 * body * (0.95 - 0.5 * smooth(horizon - h * 0.09, horizon, y));
  });
}

function stacks(stage: VistaStage, c: Context, horizon: number): void {
  const { tones, w, h } = stage;
  for (const [x, tall, wide, fade] of [
    [0.79, 0.1, 0.05, 0.4],
    [0.86, 0.2, 0.075, 0.22],
    [0.93, 0.13, 0.06, 0.3],
  ] as const) {
    const foot = horizon + h * 0.012 * (1 - fade) * 4;
    const at = (dx: number, dy: number): [number, number] => [w * (x + dx * wide), foot - h * tall * dy];
    c.fillStyle = linear(
      c,
      [w * (x - wide / 2), 0, w * (x + wide / 2), 0],
      [
        [0, tones.far(blend(tones.main, tones.light, 0.3), fade)],
        [0.3, tones.far(blend(tones.deep, tones.main, 0.3), fade)],
        [1, tones.far(tones.deep, fade)],
      ],
    );
    c.fill(
      polygon([
        at(-0.56, 0),
        at(-0.4, 0.34),
        at(-0.44, 0.6),
        at(-0.26, 0.78),
        at(-0.2, 1),
        at(0.06, 0.96),
        at(0.16, 0.8),
        at(0.32, 0.74),
        at(0.36, 0.4),
        at(0.6, 0),
      ]),
    );
    c.fillStyle = alpha(tones.deep, 0.4);
    c.fill(ellipse(w * x, foot + 3, w * wide * 0.6, 4));
  }
}
