import { Path2D } from '@napi-rs/canvas';
import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import { fbm, noise, smooth } from '../noise.ts';
import { field, radial, shafts } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { blossoms, butterfly, cup, flower, meadow, stem } from './plants.ts';

/** The bloom that opens as large as the sky, over a garden where everything turns to it. */
export function greatBloom(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const heart = { x: w * 0.5, y: h * 0.4 };
  stage.key = { ...heart, colour: tones.light };
  const reach = short * 0.66 * stage.bigger;
  const sides = 12;
  stage.layer('sky bloom', 1, { bloom: 0.8 }, (c) => {
    const tints = ramp(
      [
        blend(tones.deep, tones.sky, 0.35),
        tones.sky,
        blend(tones.sky, tones.accent, 0.55),
        blend(tones.accent, tones.haze, 0.5),
        blend(tones.haze, tones.light, 0.6),
        tones.glare,
      ],
      96,
    );
    const sharp = 0.35 + stage.tense * 0.5;
    field(c, stage.all, 2.6, (x, y, out) => {
      const [dx, dy] = [x - heart.x, (y - heart.y) * 1.06];
      const d = Math.hypot(dx, dy) / reach;
      const angle = Math.atan2(dy, dx);
      let value = 0.2 * Math.exp(-d * 0.7);
      // Rings of petals, each turned against the one before: what lies nearer to the heart covers what is farther.
      for (let ring = 6; ring >= 0; ring--) {
        const r = 0.2 + ring * 0.2;
        const turned = angle + ring * (Math.PI / sides) + 0.1;
        const lobe = Math.abs(Math.cos((turned * sides) / 2));
        const edge = r * (0.78 + 0.24 * lobe ** sharp);
        if (d > edge) continue;
        const deep = d / edge;
        const vein = 0.03 * Math.sin(turned * sides * 7) * smooth(0.2, 0.9, deep);
        value =
          0.26 + 0.6 * (1 - ring / 7.4) + (deep ** 5 * 0.26 - 0.2) * (1 - ring * 0.06) + vein + 0.05 * (lobe - 0.5);
      }
      const haze = fbm(dx / 180 + 30, dy / 180, 2) - 0.5;
      const tint = tints[(Math.max(0, Math.min(1, value + haze * 0.1 + Math.exp(-d * d * 16) * 0.5)) * 95) | 0]!;
      out[0] = tint[0];
      out[1] = tint[1];
      out[2] = tint[2];
    });
    stage.lamp(c, { ...heart, radius: reach * 0.8, colour: tones.light, strength: 0.7 });
  });
  stage.layer('rays', 0.9, { bloom: 0 }, (c) => {
    const rays = Math.round(stage.by(9, 20));
    shafts(
      c,
      stage.all,
      { ...heart, colour: tones.light, strength: 0.4 + stage.grand * 0.3 },
      Array.from({ length: rays }, (_, index) => ({
        angle: (index / rays) * 6.283 + stage.between(0, 0.2),
        width: stage.between(0.012, 0.04),
        length: w * stage.between(0.5, 0.8),
        strength: stage.between(0.25, 0.55),
      })),
    );
    c.fillStyle = radial(c, heart.x, heart.y, reach * 0.2, [
      [0, '#ffffff'],
      [0.5, tones.glare],
      [1, tones.light, 0],
    ]);
    c.fill(ellipse(heart.x, heart.y, reach * 0.2));
    for (let grain = 0; grain < 150; grain++) {
      const d = reach * 0.15 * Math.sqrt(grain / 150);
      c.fillStyle = alpha(blend(tones.accent, tones.light, 0.4), 0.75);
      c.fill(ellipse(heart.x + Math.cos(grain * 2.4) * d, heart.y + Math.sin(grain * 2.4) * d, 1.8));
    }
  });
  const hill = (y: number, phase: number, rise: number) => (x: number) =>
    h * y - h * rise * noise((x / w) * 2.4 + phase, phase) + Math.abs(x - w / 2) * -0.05;
  stage.layer('far garden', 0.7, { bloom: 0 }, (c) => {
    const crest = hill(0.82, 2, 0.06);
    meadow(stage, c, crest, {
      top: tones.far(blend(tones.main, tones.light, 0.3), 0.4),
      bottom: tones.far(tones.main, 0.3),
      blades: 200,
      flowers: 40,
    });
    const colours = blossoms(stage);
    for (let index = 0; index < 34; index++) {
      const x = stage.between(view.x0, view.x1);
      const tall = h * stage.between(0.05, 0.14);
      stem(stage, c, [x, crest(x) + 8], [x + (heart.x - x) * 0.04, crest(x) - tall], 2.2);
      cup(stage, c, {
        x: x + (heart.x - x) * 0.04,
        y: crest(x) - tall + 4,
        size: short * stage.between(0.024, 0.045),
        colours: colours[index % 3]!,
      });
    }
  });
  stage.layer('garden', 0.5, { bloom: 0, sway: { anchorY: h, amount: 4, seconds: 5 } }, (c) => {
    const crest = hill(0.93, 6, 0.05);
    const colours = blossoms(stage);
    for (const side of [-1, 1]) {
      for (let index = 0; index < 8; index++) {
        const x = w / 2 + side * w * (0.17 + index * 0.054 + stage.between(-0.012, 0.012));
        const tall = h * (0.1 + index * 0.03 + stage.between(0, 0.08)) * (0.8 + stage.grand * 0.3);
        const [hx, hy] = [x - side * 14, crest(x) - tall];
        stem(stage, c, [x, crest(x) + 14], [hx, hy], 5);
        const r = short * (0.03 + index * 0.0055);
        if (index % 2)
          flower(stage, c, {
            x: hx,
            y: hy,
            r: r * 1.15,
            colours: colours[index % 3]!,
            petals: 9,
            rows: 2,
            flat: 0.8,
            turn: index,
          });
        else cup(stage, c, { x: hx, y: hy + r, size: r * 1.6, colours: colours[(index + 1) % 3]! });
      }
    }
    meadow(stage, c, crest, {
      top: blend(tones.main, tones.light, 0.2),
      bottom: blend(tones.main, tones.deep, 0.75),
      blades: 340,
      flowers: 60,
    });
  });
  stage.thread(0.38, {
    air: [
      [w * 0.2, h * 0.66, h * 0.14],
      [w * 0.5, h * 0.34, h * 0.2],
    ],
    ground: [
      [w * 0.36, h * 0.95, h * 0.24],
      [w * 0.5, h * 0.93, h * 0.3],
    ],
    road: [
      [w * 0.4, h * 1.12, 22],
      [w * 0.46, h * 0.97, 12],
      [w * 0.5, h * 0.86, 6],
      [w * 0.5, h * 0.7, 3],
      [w * 0.5, h * 0.44, 2],
    ],
  });
  stage.layer('butterflies', 0.26, { bloom: 0 }, (c) => {
    const count = Math.round(stage.by(5, 16));
    for (let index = 0; index < count; index++) {
      const angle = (index / count) * 6.283 + stage.between(-0.2, 0.2);
      const d = reach * stage.between(0.5, 1.15);
      butterfly(stage, c, {
        x: heart.x + Math.cos(angle) * d * 1.25,
        y: heart.y + Math.sin(angle) * d * 0.62,
        size: short * stage.between(0.012, 0.032),
        angle: angle + 1.57,
      });
    }
  });
  stage.layer('near', 0.05, { bloom: 0, sway: { anchorY: h * 1.1, amount: 8, seconds: 5 } }, (c) => {
    const colours = blossoms(stage);
    for (const [x, y, r, index] of [
      [0.02, 0.8, 0.13, 0],
      [0.12, 0.96, 0.1, 2],
      [0.98, 0.78, 0.14, 1],
      [0.88, 0.97, 0.1, 0],
    ] as const) {
      stem(stage, c, [w * x, view.y1], [w * x, h * y], 8);
      flower(stage, c, {
        x: w * x,
        y: h * y,
        r: short * r,
        colours: colours[index]!,
        petals: 10,
        rows: 2,
        flat: 0.76,
        turn: x * 8,
      });
    }
    const dark = new Path2D();
    for (let blade = 0; blade < 40; blade++) {
      const x = stage.between(view.x0, view.x1);
      dark.moveTo(x, view.y1);
      dark.quadraticCurveTo(x, h * 1.0, x + stage.between(-26, 26), h * stage.between(0.94, 1.02));
    }
    c.strokeStyle = blend(tones.deep, tones.main, 0.3);
    c.lineWidth = 4;
    c.stroke(dark);
  });
}
