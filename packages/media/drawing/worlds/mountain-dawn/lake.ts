import { Path2D } from '@napi-rs/canvas';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { fillBox, linear } from '../paint.ts';
import { clouds, disc, fir, land, mistBank, range, sky } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { dawn } from './woods.ts';

/** One great mountain and its mirror image in a still lake. */
export function lake(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const shore = h * 0.6;
  const sun = { x: w * 0.3, y: h * 0.3 };
  stage.key = { ...sun, colour: tones.light };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, shore, dawn(stage));
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.5], {
      size: [260, 70],
      cover: 0.45 + stage.tense * 0.25,
      shade: blend(tones.sky, tones.haze, 0.3),
      lit: blend(tones.light, tones.accent, 0.22),
      strength: 0.9,
    });
    disc(stage, c, { ...sun, r: stage.short * 0.035 * stage.bigger });
  });
  stage.layer('mountain', 0.82, {}, (c) => {
    range(stage, c, { foot: shore + 8, height: h * 0.16, peaks: 3.2, distance: 0.56, snow: 0.3 });
    range(stage, c, {
      foot: shore + 8,
      height: h * 0.22,
      peaks: 2.2,
      distance: 0.16,
      snow: 1.2,
      summits: [
        [w * 0.58, 1.35 * stage.bigger, w * 0.3],
        [w * 0.8, 0.5, w * 0.18],
      ],
      gap: [w * 0.16, w * 0.16],
      cell: 2,
    });
    mistBank(stage, c, [view.x0, shore - h * 0.1, view.x1, shore + h * 0.06], tones.haze, 0.8);
  });
  stage.layer('shore', 0.66, {}, (c) => {
    const trees = new Path2D();
    for (let x = view.x0; x < view.x1; x += stage.between(5, 11)) {
      const dense = 0.35 + 0.65 * Math.abs(Math.sin(x / (w * 0.24) + 0.8));
      fir(trees, x, shore + 3, h * 0.085 * dense * stage.between(0.6, 1.15), stage.random);
    }
    c.fillStyle = linear(
      c,
      [0, shore - h * 0.1, 0, shore],
      [
        [0, blend(tones.deep, tones.haze, 0.34)],
        [1, blend(tones.deep, tones.ink, 0.3)],
      ],
    );
    c.fill(trees);
    fillBox(c, [view.x0, shore, view.x1, shore + 8], blend(tones.deep, tones.ink, 0.3));
  });
  stage.layer('lake', 0.5, { water: [view.x0, shore, view.x1, view.y1] }, (c) => {
    fillBox(c, [view.x0, shore + 2, view.x1, view.y1], blend(tones.haze, tones.sky, 0.5));
    stage.reflect(c, shore + 2, { strength: 0.95, smear: 5, ripple: 2 + stage.tense * 6 });
    fillBox(
      c,
      [view.x0, shore + 2, view.x1, view.y1],
      linear(
        c,
        [0, shore, 0, view.y1],
        [
          [0, tones.haze, 0.28],
          [0.12, tones.sky, 0.12],
          [1, tones.deep, 0.62],
        ],
      ),
    );
    c.fillStyle = alpha(tones.glare, 0.3);
    for (let index = 0; index < 46; index++) {
      const t = stage.random() ** 1.6;
      const y = shore + 6 + t * (view.y1 - shore);
      const wide = stage.between(20, 90) * (0.3 + t);
      const x = index % 2 ? sun.x + stage.between(-70, 70) * (0.5 + t) : stage.between(view.x0, view.x1);
      c.globalAlpha = index % 2 ? 0.8 : 0.3;
      c.fill(ellipse(x, y, wide, 0.7 + t * 0.9));
    }
    c.globalAlpha = 1;
  });
  stage.thread(0.4, {
    air: [
      [w * 0.22, h * 0.46, h * 0.09],
      [w * 0.42, h * 0.16, h * 0.12],
    ],
    ground: [
      [w * 0.22, h * 0.83, h * 0.15],
      [w * 0.52, h * 0.71, h * 0.11],
    ],
    road: [
      [w * 0.1, h * 1.12, 14],
      [w * 0.24, h * 0.9, 7],
      [w * 0.42, h * 0.74, 3.4],
      [w * 0.5, h * 0.63, 1.2],
    ],
    isAfloat: stage.spec.thread.kind === 'boat',
  });
  stage.layer('stones', 0.12, {}, (c) => {
    const bank = (x: number) => h * (1.02 - 0.13 * Math.exp(-(((x - w) / (w * 0.26)) ** 2)) + 0.02 * fbm(x / 60, 3, 2));
    land(stage, c, bank, [blend(tones.deep, tones.main, 0.2), tones.ink], h * 0.12);
    for (let index = 0; index < 15; index++) {
      const x = w * (0.6 + 0.46 * stage.random() ** 0.7);
      const size = stage.between(8, 42) * (x / w);
      const y = bank(x) + size * 0.18;
      const stone = polygon([
        [x - size, y + size * 0.4],
        [x - size * 0.8, y - size * 0.22],
        [x - size * 0.2, y - size * 0.55],
        [x + size * 0.5, y - size * 0.4],
        [x + size, y + size * 0.1],
        [x + size * 0.9, y + size * 0.5],
      ]);
      c.fillStyle = linear(
        c,
        [x - size, y - size, x + size * 0.5, y + size * 0.4],
        [
          [0, blend(tones.main, tones.light, 0.42)],
          [0.4, blend(tones.deep, tones.main, 0.4)],
          [1, tones.ink],
        ],
      );
      c.fill(stone);
    }
    c.strokeStyle = tones.ink;
    for (let index = 0; index < 30; index++) {
      const x = w * 0.02 + stage.random() * w * 0.2;
      const tall = h * stage.between(0.1, 0.3) * (1 - x / (w * 0.3));
      c.lineWidth = stage.between(1.2, 3);
      c.beginPath();
      c.moveTo(x, view.y1);
      c.quadraticCurveTo(x + 4, h - tall * 0.5, x + stage.between(-22, 40), h * 1.02 - tall);
      c.stroke();
    }
  });
}
