import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { fbm, ridged } from '../noise.ts';
import { field, fillBox, glow, linear } from '../paint.ts';
import { clouds } from '../scenery.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { sea } from './sea.ts';
import { swellLine } from './swell.ts';

/** A lighthouse on its rock, waves breaking at its foot. */
export function lighthouse(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.64;
  const lamp = { x: w * 0.66, y: h * 0.27 };
  stage.key = { ...lamp, colour: tones.light };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, horizon],
        [
          [0, tones.deep],
          [0.5, blend(tones.deep, tones.sky, 0.8)],
          [0.86, blend(tones.sky, tones.haze, 0.6)],
          [1, blend(tones.haze, tones.accent, 0.45)],
        ],
      ),
    );
    glow(c, w * 0.14, horizon, w * 0.5, tones.accent, 0.5);
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.62], {
      size: [300, 96],
      cover: 0.6 + stage.tense * 0.26,
      shade: blend(tones.deep, tones.sky, 0.4),
      lit: blend(tones.haze, tones.accent, 0.3),
      strength: 0.9,
    });
  });
  stage.layer('beam', 0.86, { bloom: 0 }, (c) => {
    c.globalCompositeOperation = 'screen';
    for (const [angle, length, half, strength] of [
      [Math.PI + 0.13, 0.8, 0.075, 0.62],
      [-0.1, 0.46, 0.09, 0.5],
    ] as const) {
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const reach = w * length;
      c.fillStyle = linear(
        c,
        [lamp.x, lamp.y, lamp.x + dx * reach, lamp.y + dy * reach],
        [
          [0, tones.glare, strength],
          [0.35, tones.light, strength * 0.5],
          [1, tones.light, 0],
        ],
      );
      c.fill(
        polygon([
          [lamp.x, lamp.y - 4],
          [lamp.x + Math.cos(angle - half) * reach, lamp.y + Math.sin(angle - half) * reach],
          [lamp.x + Math.cos(angle + half) * reach, lamp.y + Math.sin(angle + half) * reach],
          [lamp.x, lamp.y + 4],
        ]),
      );
    }
    c.globalCompositeOperation = 'source-over';
  });
  stage.layer('sea', 0.74, { water: [view.x0, horizon, view.x1, h * 0.86] }, (c) =>
    sea(stage, c, { from: horizon, to: h, horizon, rough: 0.5 + stage.tense * 0.4 }),
  );
  stage.layer('rock', 0.56, {}, (c) => {
    rockMass(stage, c, { x: w * 0.68, foot: h * 0.76, wide: w * 0.44, tall: h * 0.24 });
    tower(stage, c, { ...lamp, foot: h * 0.56, wide: h * 0.085 });
    surf(stage, c, { x: w * 0.66, y: h * 0.765, wide: w * 0.27, tall: h * (0.06 + stage.grand * 0.08) });
  });
  stage.thread(0.42, {
    air: [
      [w * 0.14, h * 0.46, h * 0.1],
      [w * 0.5, h * 0.2, h * 0.12],
    ],
    ground: [
      [w * 0.12, h * 0.86, h * 0.24],
      [w * 0.42, h * 0.78, h * 0.18],
    ],
    road: [
      [w * 0.06, h * 1.14, 16],
      [w * 0.2, h * 0.88, 8],
      [w * 0.4, h * 0.78, 5],
      [w * 0.54, h * 0.68, 3],
      [w * 0.64, h * 0.57, 1.4],
    ],
    isAfloat: true,
  });
  stage.layer('near sea', 0.16, {}, (c) => swellLine(stage, c, h * 0.88, 0.6 + stage.tense * 0.5));
}

function rockMass(
  stage: VistaStage,
  c: Context,
  { x: cx, foot, wide, tall }: { x: number; foot: number; wide: number; tall: number },
): void {
  const { tones, key } = stage;
  const offset = stage.between(0, 90);
  const crest = (x: number) =>
    foot - tall * Math.max(0, 1 - Math.abs((x - cx) / (wide * 0.5)) ** 2.2) * (0.66 + 0.5 * fbm(x / 44 + offset, 3, 4));
  const points: [number, number][] = [];
  for (let x = cx - wide / 2; x <= cx + wide / 2; x += 4) points.push([x, crest(x)]);
  const stone = ramp(
    [
      tones.ink,
      blend(tones.ink, tones.deep, 0.8),
      blend(tones.deep, tones.main, 0.5),
      blend(tones.main, tones.light, 0.6),
    ],
    48,
  );
  c.save();
  c.clip(polygon([...points, [cx + wide / 2, foot + 6], [cx - wide / 2, foot + 6]]));
  field(c, [cx - wide / 2, foot - tall * 1.3, cx + wide / 2, foot + 8], 2, (x, y, out) => {
    const n = ridged(x / 60 + offset + y / 140, y / 34, 4);
    const side = Math.sign(key.x - x) || 1;
    const slope = (ridged((x + side * 4) / 60 + offset + y / 140, (y - 3) / 34, 4) - n) * 2.6;
    const light = Math.max(
      0,
      Math.min(1, 0.34 + slope + 0.26 * Math.exp(-(y - crest(x)) / 16) - ((y - foot + tall) / tall) * 0.12),
    );
    const tone = stone[(light * 47) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  c.restore();
}

function tower(
  stage: VistaStage,
  c: Context,
  { x, y, foot, wide }: { x: number; y: number; foot: number; wide: number },
): void {
  const { tones } = stage;
  const at = (dx: number, up: number): [number, number] => [x + dx * wide, y + (foot - y) * (1 - up)];
  const body = polygon([at(-0.5, 0), at(-0.3, 0.86), at(0.3, 0.86), at(0.5, 0)]);
  c.fillStyle = linear(
    c,
    [x - wide / 2, 0, x + wide / 2, 0],
    [
      [0, blend(tones.haze, tones.light, 0.55)],
      [0.4, blend(tones.haze, tones.main, 0.3)],
      [1, tones.deep],
    ],
  );
  c.fill(body);
  c.save();
  c.clip(body);
  c.globalAlpha = 0.85;
  for (const low of [0.12, 0.46]) {
    c.fillStyle = linear(
      c,
      [x - wide / 2, 0, x + wide / 2, 0],
      [
        [0, tones.accent],
        [1, blend(tones.accent, tones.ink, 0.75)],
      ],
    );
    c.fillRect(x - wide, at(0, low + 0.17)[1], wide * 2, (foot - y) * 0.17);
  }
  c.restore();
  c.fillStyle = tones.ink;
  c.fill(polygon([at(-0.46, 0.86), at(0.46, 0.86), at(0.4, 0.9), at(-0.4, 0.9)]));
  c.fill(polygon([at(-0.32, 1.1), at(0, 1.24), at(0.32, 1.1)]));
  c.fillStyle = tones.glare;
  c.fill(polygon([at(-0.22, 0.9), at(0.22, 0.9), at(0.22, 1.1), at(-0.22, 1.1)]));
  stage.lamp(c, { x, y, radius: wide * 3.6, colour: tones.light, strength: 0.95 });
}

/** Spray where waves meet rock. */
function surf(
  stage: VistaStage,
  c: Context,
  { x, y, wide, tall }: { x: number; y: number; wide: number; tall: number },
): void {
  const { tones } = stage;
  for (let drop = 0; drop < 420; drop++) {
    const u = stage.between(-1, 1);
    const up = stage.random() ** 2 * tall * (0.5 + 0.7 * fbm(u * 4 + 9, 3, 3)) * 1.6;
    c.fillStyle = alpha(drop % 3 ? tones.glare : tones.haze, 0.18 + 0.4 * stage.random());
    c.fill(ellipse(x + u * wide + stage.between(-8, 8), y + 5 - up, stage.between(0.8, 7) * (1 - (up / tall) * 0.45)));
  }
}
