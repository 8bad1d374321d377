import { blend } from '../../colour.ts';
import { glow } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { nebula, planet, ringsOf, rock } from './bodies.ts';
import { starfield, sunStar } from './stars.ts';

/** Nearing a planet with rings. */
export function ringedPlanet(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  const sun = { x: w * 0.16, y: h * 0.2 };
  stage.key = { ...sun, colour: tones.light };
  const [x, y, r] = [w * 0.62, h * 0.5, stage.short * 0.25 * stage.bigger];
  const around = { x, y, r, tilt: -0.36, flat: 0.24 };
  stage.layer('gas', 1, { soft: 0 }, (c) => nebula(stage, c, { ...sun, size: w * 0.5, strength: 0.62 }));
  stage.layer('stars', 0.94, {}, (c) => {
    starfield(stage, c, 360);
    sunStar(stage, c, { ...sun, r: stage.short * 0.018 * stage.bigger });
  });
  stage.layer('planet', 0.66, {}, (c) => {
    glow(c, x, y, r * 2.3, tones.main, 0.25);
    ringsOf(stage, c, { ...around, isFront: false });
    planet(stage, c, {
      x,
      y,
      r,
      isBanded: true,
      tilt: -0.36,
      colours: [
        blend(tones.deep, tones.main, 0.4),
        tones.main,
        blend(tones.main, tones.haze, 0.6),
        blend(tones.accent, tones.haze, 0.35),
        tones.light,
      ],
      air: blend(tones.haze, tones.light, 0.4),
    });
    ringsOf(stage, c, { ...around, isFront: true });
  });
  stage.thread(0.5, {
    air: [
      [w * 0.2, h * 0.72, h * 0.13],
      [w * 0.52, h * 0.24, h * 0.1],
    ],
    road: [
      [w * 0.05, h * 1.12, 14],
      [w * 0.22, h * 0.82, 7],
      [w * 0.4, h * 0.74, 4],
      [w * 0.5, h * 0.6, 2.2],
      [w * 0.58, h * 0.5, 1],
    ],
  });
  stage.layer('moon', 0.34, {}, (c) => {
    planet(stage, c, {
      x: w * 0.27,
      y: h * 0.66,
      r: stage.short * 0.07,
      colours: [tones.deep, blend(tones.deep, tones.haze, 0.6), tones.haze, tones.light],
    });
  });
  stage.layer('rocks', 0.12, {}, (c) => {
    for (const [px, py, size] of [
      [0.05, 0.9, 92],
      [0.2, 1.0, 34],
      [0.92, 0.1, 40],
      [0.98, 0.24, 18],
      [0.86, 0.93, 24],
    ] as const) {
      rock(stage, c, { x: w * px, y: h * py, r: size * stage.by(0.7, 1.2) });
    }
  });
}
