import { blend } from '../../colour.ts';
import type { VistaStage } from '../vista-stage.ts';
import { backLight, burst, cloud, curtain, fibres, proscenium, sheet, sickle, string, waves } from './sheets.ts';
import { valance } from './valance.ts';

/** The whole stage: a sea of cardboard waves and a moon on strings, between curtains. */
export function sea(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const moon = { x: w * 0.63, y: h * 0.33, r: short * 0.15 * stage.bigger };
  stage.key = { x: moon.x, y: moon.y, colour: tones.light };
  stage.layer('back', 1, {}, (c) => {
    backLight(stage, c, { ...moon, top: blend(tones.sky, tones.light, 0.55), middle: tones.sky, edge: tones.deep });
    for (let index = 0; index < stage.by(10, 30); index++) {
      const [x, y, r] = [stage.between(w * 0.06, w * 0.94), h * stage.between(0.08, 0.55), stage.between(4, 11)];
      sheet(stage, c, burst(x, y, r, r * 0.42, 5, stage.between(0, 1)), { colour: tones.light, off: 4 });
    }
  });
  stage.layer('moon', 0.9, { bloom: 0.6 }, (c) => {
    stage.lamp(c, { x: moon.x, y: moon.y, radius: moon.r * 2.6, colour: tones.light, strength: 0.6 });
    string(stage, c, moon.x, moon.y - moon.r * 0.9);
    sheet(stage, c, sickle(moon.x, moon.y, moon.r), {
      colour: blend(tones.light, tones.glare, 0.5),
      wash: tones.light,
      off: 14,
    });
    fibres(stage, c, 500);
  });
  stage.layer('clouds', 0.8, { bloom: 0 }, (c) => {
    for (const [x, y, size, tone] of [
      [0.24, 0.28, 0.16, 0.25],
      [0.83, 0.25, 0.13, 0.4],
      [0.44, 0.2, 0.1, 0.55],
    ] as const) {
      for (const side of [-0.4, 0.4]) string(stage, c, w * x + short * size * side, h * y - short * size * 0.3);
      sheet(stage, c, cloud(w * x, h * y, short * size), { colour: blend(tones.haze, tones.sky, tone), off: 14 });
    }
    fibres(stage, c, 500);
  });
  const rows = [
    { depth: 0.72, y: 0.58, size: 66, colour: blend(tones.accent, tones.haze, 0.45) },
    { depth: 0.62, y: 0.64, size: 84, colour: blend(tones.accent, tones.haze, 0.2) },
    { depth: 0.5, y: 0.71, size: 104, colour: tones.accent },
  ] as const;
  rows.forEach(({ depth, y, size, colour }, index) => {
    stage.layer(`waves ${index + 1}`, depth, { bloom: 0 }, (c) => {
      sheet(stage, c, waves(stage, h * y, size * (0.85 + stage.tense * 0.5), index * 37), {
        colour,
        wash: blend(colour, tones.deep, 0.4),
        off: 14,
        span: [h * (y - 0.06), h * (y + 0.2)],
      });
      fibres(stage, c, 500);
    });
  });
  stage.thread(0.46, {
    air: [
      [w * 0.2, h * 0.5, h * 0.13],
      [w * 0.7, h * 0.3, h * 0.15],
    ],
    ground: [
      [w * 0.22, h * 0.73, h * 0.21],
      [w * 0.7, h * 0.73, h * 0.21],
    ],
    road: [
      [w * 0.1, h * 0.98, 14],
      [w * 0.3, h * 0.8, 8],
      [w * 0.48, h * 0.7, 5],
      [w * 0.6, h * 0.6, 2.4],
      [w * 0.63, h * 0.54, 1],
    ],
    isAfloat: true,
  });
  stage.layer('near waves', 0.38, { bloom: 0 }, (c) => {
    const colour = blend(tones.accent, tones.deep, 0.32);
    sheet(stage, c, waves(stage, h * 0.79, 128, 20), {
      colour,
      wash: blend(colour, tones.ink, 0.4),
      off: 16,
      span: [h * 0.74, h * 0.95],
    });
    fibres(stage, c, 500);
  });
  stage.layer('curtains', 0.22, { bloom: 0 }, (c) => {
    for (const side of [0, 1])
      curtain(stage, c, {
        from: side ? view.x1 : view.x0,
        to: side ? w * 0.73 : w * 0.27,
        foot: h * 0.92,
        tie: h * 0.58,
        colour: blend(tones.main, tones.deep, 0.12),
      });
    valance(stage, c, h * 0.2);
  });
  stage.layer('proscenium', 0.06, { bloom: 0 }, (c) =>
    proscenium(stage, c, { colour: blend(tones.main, tones.deep, 0.5), sill: h * 0.9 }),
  );
}
