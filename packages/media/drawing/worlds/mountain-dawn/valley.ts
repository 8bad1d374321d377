import { Path2D } from '@napi-rs/canvas';
import { blend } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { linear } from '../paint.ts';
import { disc, fir, land, mistBank, range, sky } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { woods } from './woods.ts';

/** Going home: a stream leads out of a valley whose slopes close like curtains; a lit hut stays behind. */
export function valley(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const sun = { x: w * 0.5, y: h * 0.4 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, h * 0.5, [
      [0, tones.deep],
      [0.5, blend(tones.deep, tones.sky, 0.7)],
      [0.84, tones.haze],
      [1, blend(tones.haze, tones.accent, 0.5)],
    ]);
    stage.stars(c, [view.x0, view.y0, view.x1, h * 0.26], 90, [tones.light, tones.haze]);
    disc(stage, c, { ...sun, r: stage.short * 0.026 * stage.bigger });
  });
  stage.layer('far range', 0.92, {}, (c) => {
    range(stage, c, { foot: h * 0.56, height: h * 0.15, peaks: 3, distance: 0.5, snow: 0.5, gap: [w * 0.5, w * 0.06] });
  });
  const wings = [
    [0.76, 0.62, 0.4, 0.3],
    [0.58, 0.72, 0.56, 0.22],
    [0.4, 0.84, 0.74, 0.14],
  ] as const;
  wings.forEach(([depth, foot, rise, distance], index) => {
    stage.layer(`slopes ${index + 1}`, depth, {}, (c) => {
      const lean = index % 2 ? 0.06 : -0.05;
      const crest = (x: number) => {
        const away = Math.abs(x / w - 0.5 - lean) * 2;
        return h * (foot - rise * away ** 1.35 + 0.05 * (fbm(x / 80, index * 7, 4) - 0.5));
      };
      woods(stage, c, crest, {
        height: 20 + index * 18,
        gap: 6 + index * 3,
        tone: tones.far(blend(tones.deep, tones.main, 0.12), distance + 0.12),
      });
      mistBank(stage, c, [view.x0, h * (foot - 0.09), view.x1, h * (foot + 0.12)], tones.haze, 0.62 - index * 0.12);
    });
  });
  stage.layer('meadow', 0.3, { water: [w * 0.3, h * 0.8, w * 0.7, view.y1] }, (c) => {
    const ground = (x: number) => h * (0.85 + 0.02 * Math.sin(x / 140) - 0.05 * Math.abs(x / w - 0.5));
    land(stage, c, ground, [blend(tones.deep, tones.main, 0.42), tones.ink], h * 0.2);
    const stream = polygon([
      [w * 0.5, h * 0.853],
      [w * 0.55, h * 0.88],
      [w * 0.45, h * 0.92],
      [w * 0.5, h * 0.97],
      [w * 0.36, view.y1],
      [w * 0.64, view.y1],
      [w * 0.58, h * 0.97],
      [w * 0.5, h * 0.925],
      [w * 0.57, h * 0.88],
      [w * 0.506, h * 0.853],
    ]);
    c.fillStyle = linear(
      c,
      [0, h * 0.85, 0, view.y1],
      [
        [0, tones.glare],
        [0.4, blend(tones.haze, tones.light, 0.4)],
        [1, tones.sky],
      ],
    );
    c.fill(stream);
    const [x, y, size] = [w * 0.74, h * 0.86, h * 0.075];
    c.fillStyle = blend(tones.ink, tones.main, 0.2);
    c.fill(
      polygon([
        [x - size, y],
        [x - size, y - size * 0.55],
        [x, y - size * 1.1],
        [x + size, y - size * 0.55],
        [x + size, y],
      ]),
    );
    c.fillStyle = tones.ink;
    c.fill(
      polygon([
        [x - size * 1.2, y - size * 0.48],
        [x, y - size * 1.22],
        [x + size * 1.2, y - size * 0.48],
        [x, y - size * 1.06],
      ]),
    );
    c.fillStyle = tones.glare;
    c.fillRect(x - size * 0.2, y - size * 0.48, size * 0.36, size * 0.3);
    stage.lamp(c, { x, y: y - size * 0.32, radius: size * 2.2, colour: tones.light, strength: 0.7, flickers: true });
  });
  stage.thread(0.24, {
    air: [
      [w * 0.36, h * 0.3, h * 0.12],
      [w * 0.53, h * 0.44, h * 0.05],
    ],
    ground: [
      [w * 0.4, h * 0.97, h * 0.19],
      [w * 0.47, h * 0.87, h * 0.09],
    ],
    road: [
      [w * 0.3, h * 1.12, 13],
      [w * 0.42, h * 0.95, 6],
      [w * 0.47, h * 0.87, 2.6],
      [w * 0.49, h * 0.8, 1.4],
      [w * 0.5, h * 0.7, 0.9],
    ],
  });
  stage.layer('firs', 0.1, { sway: { anchorY: h, amount: 2, seconds: 6 } }, (c) => {
    const trees = new Path2D();
    for (const [x, tall] of [
      [-0.03, 0.84],
      [0.06, 0.6],
      [0.14, 0.34],
      [0.95, 0.5],
      [1.03, 0.8],
    ] as const) {
      fir(trees, w * x, h * 1.06, h * tall, stage.random);
    }
    c.fillStyle = linear(
      c,
      [0, h * 0.2, 0, h],
      [
        [0, blend(tones.deep, tones.ink, 0.3)],
        [1, tones.ink],
      ],
    );
    c.fill(trees);
  });
}
