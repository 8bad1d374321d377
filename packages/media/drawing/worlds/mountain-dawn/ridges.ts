import { Path2D } from '@napi-rs/canvas';
import { blend } from '../../colour.ts';
import { fbm } from '../noise.ts';
import { linear } from '../paint.ts';
import { clouds, disc, fir, land, mistBank, range, sky } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { dawn, woods } from './woods.ts';

/** Ridge behind ridge, the sun in the gap, firs on the nearest. */
export function ridges(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const sun = { x: w * 0.63, y: h * (0.5 - stage.grand * 0.06) };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, h * 0.6, dawn(stage));
    clouds(stage, c, [view.x0, h * 0.02, view.x1, h * 0.46], {
      size: [330, 52],
      cover: 0.5 + stage.tense * 0.22,
      shade: blend(tones.sky, tones.deep, 0.2),
      lit: blend(tones.light, tones.accent, 0.3),
      strength: 0.85,
    });
    disc(stage, c, { ...sun, r: stage.short * 0.05 * stage.bigger });
  });
  stage.layer('far range', 0.9, {}, (c) => {
    range(stage, c, {
      foot: h * 0.66,
      height: h * 0.27,
      peaks: 3.4,
      distance: 0.62,
      snow: 0.4,
      gap: [sun.x, w * 0.12],
    });
  });
  stage.layer('main range', 0.74, {}, (c) => {
    range(stage, c, {
      foot: h * 0.74,
      height: h * 0.3,
      peaks: 2.6,
      distance: 0.34,
      snow: 0.42,
      summits: [[w * 0.27, 0.82 * stage.bigger, w * 0.2]],
      gap: [sun.x + w * 0.03, w * 0.17],
    });
    mistBank(stage, c, [view.x0, h * 0.58, view.x1, h * 0.86], tones.haze, 0.85);
  });
  stage.layer('wooded ridge', 0.46, {}, (c) => {
    const crest = (x: number) => h * (0.79 + 0.07 * Math.sin(x / (w * 0.22) + 2.2) + 0.05 * (fbm(x / 120, 5, 3) - 0.5));
    woods(stage, c, crest, { height: 44, gap: 8, tone: blend(tones.deep, tones.haze, 0.34) });
    mistBank(stage, c, [view.x0, h * 0.82, view.x1, h * 1.06], tones.haze, 0.75);
  });
  const near = (x: number) => h * (0.9 + 0.1 * ((x - w * 0.2) / w) + 0.03 * (fbm(x / 90, 9, 3) - 0.5));
  stage.thread(0.3, {
    air: [
      [w * 0.34, h * 0.56, h * 0.1],
      [w * 0.74, h * 0.24, h * 0.12],
    ],
    ground: [
      [w * 0.34, near(w * 0.34) + 4, h * 0.15],
      [w * 0.62, near(w * 0.62) + 4, h * 0.17],
    ],
    road: [
      [w * 0.18, h * 1.12, 9],
      [w * 0.3, h * 0.94, 4.6],
      [w * 0.5, h * 0.85, 2.8],
      [w * 0.54, h * 0.8, 1.8],
      [w * 0.66, h * 0.74, 1],
    ],
    surface: near,
  });
  stage.layer('ledge', 0.16, { sway: { anchorY: h, amount: 1.5, seconds: 6 } }, (c) => {
    land(stage, c, near, [blend(tones.deep, tones.main, 0.16), tones.ink], h * 0.16);
    const trees = new Path2D();
    for (const [x, tall] of [
      [0.02, 0.56],
      [0.085, 0.4],
      [0.14, 0.27],
      [-0.06, 0.46],
      [0.93, 0.34],
      [0.99, 0.5],
      [1.06, 0.4],
    ] as const) {
      fir(trees, w * x, near(w * x) + 10, h * tall, stage.random);
    }
    c.fillStyle = linear(
      c,
      [0, h * 0.36, 0, h],
      [
        [0, blend(tones.deep, tones.main, 0.22)],
        [1, tones.ink],
      ],
    );
    c.fill(trees);
  });
}
