import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { field, linear } from '../paint.ts';
import { land } from '../scenery.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { nebula, planet } from './bodies.ts';
import { starfield } from './stars.ts';

/** Going away: from the ground of a moon, a last look at the small bright world. */
export function homeward(stage: VistaStage): void {
  const { tones, w, h } = stage;
  const home = { x: w * 0.64, y: h * 0.32, r: stage.short * 0.085 * stage.bigger };
  stage.key = { x: w * 1.1, y: h * 0.05, colour: tones.light };
  stage.layer('gas', 1, { soft: 0 }, (c) =>
    nebula(stage, c, { x: w * 0.3, y: h * 0.2, size: w * 0.6, strength: 0.36 }),
  );
  stage.layer('stars', 0.95, {}, (c) => starfield(stage, c, 480));
  stage.layer('home', 0.86, {}, (c) => {
    stage.lamp(c, { ...home, radius: home.r * 3.2, colour: tones.main, strength: 0.5 });
    planet(stage, c, {
      ...home,
      colours: [tones.sky, tones.main, tones.main, tones.accent, tones.glare],
      air: blend(tones.main, tones.light, 0.5),
      cell: 1.3,
    });
  });
  const hills = [
    { depth: 0.7, y: 0.68, rough: 90, fade: 0.4 },
    { depth: 0.44, y: 0.78, rough: 60, fade: 0.16 },
  ] as const;
  hills.forEach(({ depth, y, rough, fade }, index) => {
    stage.layer(`hills ${index + 1}`, depth, {}, (c) =>
      moonGround(
        stage,
        c,
        (x) => h * y - rough * (fbm(x / 150 + index * 9, 4, 4) - 0.3) * (0.5 + Math.abs(x / w - 0.5)),
        fade,
      ),
    );
  });
  stage.thread(0.34, {
    air: [
      [w * 0.26, h * 0.5, h * 0.14],
      [w * 0.58, h * 0.3, h * 0.08],
    ],
    ground: [
      [w * 0.3, h * 0.92, h * 0.22],
      [w * 0.46, h * 0.8, h * 0.12],
    ],
    road: [
      [w * 0.12, h * 1.14, 14],
      [w * 0.3, h * 0.93, 7],
      [w * 0.42, h * 0.84, 4],
      [w * 0.5, h * 0.76, 2],
      [w * 0.56, h * 0.68, 1],
    ],
  });
  stage.layer('near ground', 0.14, {}, (c) => {
    moonGround(
      stage,
      c,
      (x) =>
        h *
          (0.95 -
            0.16 * Math.exp(-(((x - w * 0.02) / (w * 0.2)) ** 2)) -
            0.05 * Math.exp(-(((x - w) / (w * 0.2)) ** 2))) -
        16 * (fbm(x / 50, 2, 3) - 0.5),
      0,
    );
  });
}

/** Grey ground with craters, lit from the side. */
function moonGround(stage: VistaStage, c: Context, crest: (x: number) => number, fade: number): void {
  const { tones, view, h } = stage;
  const path = land(stage, c, crest, [tones.deep, tones.ink], h * 0.3);
  const dust = ramp(
    [
      tones.ink,
      blend(tones.ink, tones.deep, 0.7),
      blend(tones.deep, tones.haze, 0.5),
      blend(tones.haze, tones.light, 0.5),
    ].map((tone) => blend(tone, tones.sky, fade * 0.6)),
    48,
  );
  const offset = stage.between(0, 99);
  const top =
    Math.min(crest(view.x0), crest(view.x1), crest(stage.w * 0.25), crest(stage.w * 0.5), crest(stage.w * 0.75)) - 30;
  c.save();
  c.clip(path);
  field(c, [view.x0, top, view.x1, view.y1], 3, (x, y, out) => {
    const deep = y - crest(x);
    const z = 1 / (0.25 + deep / (h * 0.3));
    const [u, v] = [(x / 120) * Math.min(2, z), (deep / 40) * Math.min(2.4, z) + offset];
    const slope = (fbm(u + offset + 0.2, v - 0.1, 3) - fbm(u + offset, v, 3)) * 1.25;
    const light = Math.max(0, Math.min(1, 0.68 + slope + 0.3 * Math.exp(-deep / 9) - deep / (h * 0.7)));
    const tone = dust[(light * 47) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  for (let crater = 0; crater < 14; crater++) {
    const x = stage.between(view.x0, view.x1);
    const deep = stage.random() ** 1.4 * h * 0.22 + 10;
    const y = crest(x) + deep;
    const r = 8 + deep * stage.between(0.15, 0.5);
    c.fillStyle = linear(
      c,
      [x - r, 0, x + r, 0],
      [
        [0, tones.haze, 0.3 * (1 - fade)],
        [0.5, tones.ink, 0.1],
        [1, tones.ink, 0.8],
      ],
    );
    c.fill(ellipse(x, y, r, r * 0.26));
    c.strokeStyle = alpha(tones.light, 0.3 * (1 - fade));
    c.lineWidth = 1.3;
    c.beginPath();
    c.ellipse(x, y, r, r * 0.26, 0, Math.PI * 0.62, Math.PI * 1.5);
    c.stroke();
  }
  c.restore();
}
