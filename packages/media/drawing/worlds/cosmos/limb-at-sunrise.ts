import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { glow, shafts } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { nebula, planet, rock } from './bodies.ts';
import { edgeOfAir, starfield, sunStar } from './stars.ts';

/** Close: the sun comes up behind the curve of a world whose cities still shine. */
export function limbAtSunrise(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  stage.footing = 'floating';
  const r = w * 1.15;
  const [x, y] = [w * 0.42, h * 0.52 + r];
  const angle = -Math.PI / 2 + 0.24;
  const sun = { x: x + Math.cos(angle) * r, y: y + Math.sin(angle) * r - 3 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('gas', 1, { soft: 0 }, (c) =>
    nebula(stage, c, { x: sun.x, y: sun.y - h * 0.1, size: w * 0.5, strength: 0.5 }),
  );
  stage.layer('stars', 0.94, {}, (c) => starfield(stage, c, 380));
  stage.layer('sun', 0.84, { bloom: 1 }, (c) => {
    const wedges = Array.from({ length: 18 }, (_, index) => ({
      angle: -Math.PI * (index / 17) + stage.between(-0.05, 0.05),
      width: stage.between(0.01, 0.035),
      length: w * stage.between(0.25, 0.6),
      strength: stage.between(0.2, 0.6),
    }));
    shafts(
      c,
      [view.x0, view.y0, view.x1, sun.y + 60],
      { ...sun, colour: tones.light, strength: stage.by(0.25, 0.7) },
      wedges,
    );
    sunStar(stage, c, { ...sun, r: stage.short * 0.03 * stage.bigger });
  });
  stage.layer('world', 0.56, { bloom: 0.8 }, (c) => {
    planet(stage, c, {
      x,
      y,
      r,
      colours: [tones.ink, tones.deep, blend(tones.deep, tones.sky, 0.7), tones.main],
      air: blend(tones.main, tones.light, 0.4),
      light: [0.24, -0.95, -0.16],
      cell: 3,
    });
    edgeOfAir(stage, c, { x, y, r });
    const offset = stage.between(0, 90);
    for (let city = 0; city < stage.by(300, 1300); city++) {
      const [px, py] = [stage.between(view.x0, view.x1), stage.between(h * 0.5, view.y1)];
      const depth = Math.hypot(px - x, py - y) / r;
      if (depth > 0.985 || fbm(px / 150 + offset, py / 70, 4) < 0.53) continue;
      c.fillStyle = alpha(city % 6 ? tones.accent : tones.light, 0.25 + 0.65 * stage.random());
      c.fill(ellipse(px, py, stage.between(0.6, 1.7), 0.9));
      if (city % 60 === 0) glow(c, px, py, 22, tones.accent, 0.5);
    }
  });
  stage.thread(0.36, {
    air: [
      [w * 0.16, h * 0.6, h * 0.15],
      [w * 0.56, h * 0.26, h * 0.13],
    ],
    road: [
      [w * 0.1, h * 1.14, 14],
      [w * 0.2, h * 0.84, 7],
      [w * 0.4, h * 0.66, 4],
      [w * 0.58, h * 0.58, 2],
      [sun.x, sun.y, 1],
    ],
  });
  stage.layer('rocks', 0.1, { soft: 1 }, (c) => {
    rock(stage, c, { x: w * 0.95, y: h * 0.84, r: 96 });
    rock(stage, c, { x: w * 0.07, y: h * 0.12, r: 44 });
    rock(stage, c, { x: w * 0.82, y: h * 0.96, r: 30 });
  });
}
