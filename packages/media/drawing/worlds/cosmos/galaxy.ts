import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import { fbm, smooth } from '../noise.ts';
import { field } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { nebula, planet, rock } from './bodies.ts';
import { edgeOfAir, starfield } from './stars.ts';

/** A spiral galaxy above the dark edge of a world. */
export function galaxy(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  const heart = { x: w * 0.6, y: h * 0.38 };
  stage.key = { ...heart, colour: tones.light };
  stage.layer('gas', 1, { soft: 0 }, (c) => nebula(stage, c, { ...heart, size: w * 0.6, strength: 0.5 }));
  stage.layer('stars', 0.95, {}, (c) => starfield(stage, c, 420));
  stage.layer('galaxy', 0.82, { bloom: 0.8 }, (c) => {
    const reach = stage.short * 0.62 * stage.bigger;
    const disc = ramp(
      [tones.sky, blend(tones.haze, tones.main, 0.5), blend(tones.haze, tones.accent, 0.5), tones.light, tones.glare],
      64,
    );
    const [sin, cos] = [Math.sin(-0.42), Math.cos(-0.42)];
    field(c, [heart.x - reach, heart.y - reach * 0.8, heart.x + reach, heart.y + reach * 0.8], 2.4, (x, y, out) => {
      const [dx, dy] = [x - heart.x, y - heart.y];
      const u = dx * cos + dy * sin;
      const v = (dy * cos - dx * sin) * 2.5;
      const d = Math.hypot(u, v) / reach;
      if (d > 1) {
        out[3] = 0;
        return;
      }
      const angle = Math.atan2(v, u);
      const clump = fbm(u / 34 + 9, v / 34, 4);
      const arm = 0.5 + 0.5 * Math.cos(2 * (angle - Math.log(d + 0.05) * 2.5) + (clump - 0.5) * 2.6);
      const core = Math.exp(-d * d * 60);
      const body = Math.exp(-d * 2.1) * (0.14 + arm ** 2.2 * 1.1 * (0.3 + clump)) * smooth(1, 0.66, d);
      const value = Math.min(1, body * 1.25 + core);
      const tone = disc[(Math.min(1, value * 0.95 + core * 0.5) * 63) | 0]!;
      out[0] = tone[0];
      out[1] = tone[1];
      out[2] = tone[2];
      out[3] = 255 * Math.min(1, value * 1.7);
    });
    stage.lamp(c, { ...heart, radius: reach * 0.42, colour: tones.light, strength: 0.6 });
    for (let star = 0; star < stage.by(90, 260); star++) {
      const d = stage.random() ** 0.7;
      const angle = Math.log(d + 0.05) * 2.5 + (star % 2) * Math.PI + stage.between(-0.5, 0.5);
      const [u, v] = [Math.cos(angle) * d * reach, (Math.sin(angle) * d * reach) / 2.5];
      c.fillStyle = alpha(star % 5 ? tones.glare : tones.accent, stage.between(0.3, 0.95));
      c.fill(ellipse(heart.x + u * cos - v * sin, heart.y + u * sin + v * cos, stage.between(0.4, 1.3)));
    }
  });
  stage.thread(0.5, {
    air: [
      [w * 0.14, h * 0.66, h * 0.12],
      [w * 0.5, h * 0.3, h * 0.14],
    ],
    road: [
      [w * 0.02, h * 1.12, 12],
      [w * 0.2, h * 0.76, 6],
      [w * 0.42, h * 0.62, 3.4],
      [w * 0.54, h * 0.46, 1.8],
      [w * 0.6, h * 0.38, 0.9],
    ],
  });
  stage.layer('world', 0.3, {}, (c) => {
    planet(stage, c, {
      x: w * 0.1,
      y: h * 0.24,
      r: stage.short * 0.06,
      colours: [tones.deep, tones.main, tones.haze],
      air: tones.main,
    });
    const r = w * 0.95;
    const [x, y] = [w * 0.34, h * 0.84 + r];
    planet(stage, c, {
      x,
      y,
      r,
      colours: [tones.deep, tones.sky, tones.main, tones.haze],
      air: blend(tones.haze, tones.light, 0.3),
      light: [0.3, -0.94, -0.05],
      cell: 3,
    });
    edgeOfAir(stage, c, { x, y, r });
  });
  stage.layer('rocks', 0.08, { soft: 1.5 }, (c) => {
    rock(stage, c, { x: w * 0.93, y: h * 0.82, r: 74 });
    rock(stage, c, { x: w * 0.8, y: h * 0.95, r: 26 });
  });
}
