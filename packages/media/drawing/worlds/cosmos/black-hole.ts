import { blend } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import { fbm, smooth } from '../noise.ts';
import { field, glow, linear } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { nebula, planet, rock } from './bodies.ts';
import { starfield } from './stars.ts';

/** The climax: a black hole in its ring of fire, whose light bends over and under it. */
export function blackHole(stage: VistaStage): void {
  const { tones, w, h } = stage;
  stage.footing = 'floating';
  const [x, y, r] = [w * 0.5, h * 0.43, stage.short * 0.135 * stage.bigger];
  stage.key = { x, y, colour: tones.light };
  stage.layer('gas', 1, { soft: 0 }, (c) => nebula(stage, c, { x, y, size: w * 0.5, strength: 0.55, lanes: 1.2 }));
  stage.layer('stars', 0.94, {}, (c) => starfield(stage, c, 420));
  const disc = ramp(
    [
      blend(tones.ink, tones.accent, 0.3),
      blend(tones.main, tones.accent, 0.5),
      tones.accent,
      tones.light,
      tones.glare,
      tones.glare,
    ],
    96,
  );
  const [sin, cos] = [Math.sin(-0.2), Math.cos(-0.2)];
  const reach = r * 5.4;
  stage.layer('hole', 0.7, { bloom: 1 }, (c) => {
    glow(c, x, y, reach, tones.accent, 0.5);
    stage.lamp(c, { x, y, radius: r * 3.6, colour: tones.light, strength: 0.7 });
    field(c, [x - reach, y - r * 3.1, x + reach, y + r * 3.1], 2.2, (px, py, out) => {
      const [dx, dy] = [px - x, py - y];
      const u = (dx * cos + dy * sin) / r;
      const v = (dy * cos - dx * sin) / r;
      const d = Math.hypot(u, v);
      // The ring seen flat, and its far side bent over and under the hole.
      const flat = Math.hypot(u, v * 5.2);
      const isBefore = v > 0;
      const swirl = fbm(Math.atan2(v * 5.2, u) * 2.4 + flat * 2.2, flat * 3.4, 4);
      let value = smooth(1.55, 1.9, flat) * smooth(5.2, 2, flat) * (0.5 + swirl) * (isBefore || d > 1.28 ? 1 : 0);
      const halo =
        Math.exp(-(((d - 1.42) / 0.2) ** 2)) *
        (0.65 + 0.5 * fbm(Math.atan2(v, u) * 3 + 8, d * 6, 3)) *
        (v > 0 ? 0.5 : 1);
      const photon = Math.exp(-(((d - 1.06) / 0.05) ** 2));
      // What comes towards the viewer shines brighter.
      const doppler = 1 + 0.42 * Math.tanh(-u * 0.7);
      value = (value * 0.95 + halo + photon * 0.9) * doppler;
      const hole = d < 1.02 && !(isBefore && flat > 1.55 && flat < 5.2) ? smooth(1.04, 0.98, d) : 0;
      if (hole > 0.02 && value < 0.5) {
        out[0] = 2;
        out[1] = 2;
        out[2] = 6;
        out[3] = 255 * hole;
        return;
      }
      const tone = disc[(Math.min(1, value * 0.82) * 95) | 0]!;
      out[0] = tone[0];
      out[1] = tone[1];
      out[2] = tone[2];
      out[3] = 255 * Math.min(1, value * 1.3);
    });
    c.save();
    c.globalCompositeOperation = 'screen';
    for (const way of [-1, 1]) {
      const [tx, ty] = [x - sin * way * h * 0.62, y + cos * way * h * 0.62];
      c.fillStyle = linear(
        c,
        [x, y, tx, ty],
        [
          [0, tones.glare, 0],
          [0.22, tones.light, 0.36 * stage.grand],
          [1, tones.main, 0],
        ],
      );
      c.fill(
        polygon([
          [x - 5, y + r * way],
          [x + 5, y + r * way],
          [tx + 34, ty],
          [tx - 34, ty],
        ]),
      );
    }
    c.restore();
  });
  stage.thread(0.5, {
    air: [
      [w * 0.2, h * 0.8, h * 0.13],
      [w * 0.47, h * 0.62, h * 0.15],
    ],
    road: [
      [w * 0.3, h * 1.14, 14],
      [w * 0.36, h * 0.9, 7],
      [w * 0.46, h * 0.76, 4],
      [w * 0.52, h * 0.62, 2],
      [x, y + r, 1],
    ],
  });
  stage.layer('worlds', 0.32, {}, (c) => {
    planet(stage, c, {
      x: w * 0.84,
      y: h * 0.76,
      r: stage.short * 0.1,
      colours: [tones.deep, tones.main, tones.haze],
      air: tones.main,
    });
    planet(stage, c, {
      x: w * 0.73,
      y: h * 0.88,
      r: stage.short * 0.03,
      colours: [tones.deep, tones.haze, tones.light],
    });
  });
  stage.layer('rocks', 0.1, {}, (c) => {
    for (let index = 0; index < stage.by(5, 12); index++) {
      const side = index % 2 ? 1 : -1;
      rock(stage, c, {
        x: w * (0.5 + side * stage.between(0.3, 0.56)),
        y: h * stage.between(0.78, 1.04),
        r: stage.between(10, 58),
      });
    }
  });
}
