import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import { fillBox, glow, linear, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { blossoms, butterfly, flower, leaf, stem } from './plants.ts';

/** Eye to eye with one blossom; dew, and butterflies of light that come to it. */
export function blossom(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  stage.footing = 'floating';
  const heart = { x: w * 0.63, y: h * 0.47 };
  stage.key = { ...heart, colour: tones.light };
  stage.layer('air', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [view.x0, view.y0, view.x1, view.y1],
        [
          [0, blend(tones.deep, tones.sky, 0.35)],
          [0.45, blend(tones.sky, tones.main, 0.35)],
          [1, blend(tones.main, tones.deep, 0.55)],
        ],
      ),
    );
    glow(c, heart.x, heart.y, w * 0.6, tones.accent, 0.35);
    glow(c, w * 0.2, h * 0.2, w * 0.3, tones.haze, 0.35);
  });
  stage.layer('bokeh', 0.86, { bloom: 0.8 }, (c) => {
    for (let index = 0; index < stage.by(16, 40); index++) {
      const [x, y, r] = [
        stage.between(view.x0, view.x1),
        stage.between(view.y0, view.y1),
        stage.between(8, 44) * stage.bigger,
      ];
      const colour = stage.choose([tones.light, tones.accent, tones.haze, tones.main]);
      c.fillStyle = radial(c, x, y, r, [
        [0, colour, 0.16],
        [0.85, colour, 0.24],
        [0.95, colour, 0.4],
        [1, colour, 0],
      ]);
      c.fillRect(x - r, y - r, r * 2, r * 2);
    }
  });
  stage.layer('soft flowers', 0.74, { soft: 7 }, (c) => {
    const colours = blossoms(stage);
    for (const [x, y, r, index] of [
      [0.1, 0.72, 0.16, 1],
      [0.3, 0.9, 0.2, 0],
      [0.92, 0.1, 0.16, 2],
      [0.3, 0.14, 0.1, 0],
    ] as const) {
      stem(stage, c, [w * x + 20, view.y1], [w * x, h * y], 9);
      flower(stage, c, { x: w * x, y: h * y, r: short * r, colours: colours[index]!, flat: 0.8, turn: x * 7 });
    }
  });
  stage.layer('stem', 0.6, { bloom: 0 }, (c) => {
    stem(stage, c, [w * 0.56, view.y1], [heart.x, heart.y], 17);
    leaf(stage, c, { x: w * 0.57, y: h * 0.98, length: short * 0.44, angle: -2.7 });
    leaf(stage, c, { x: w * 0.59, y: h * 0.92, length: short * 0.4, angle: -0.25 });
  });
  stage.layer('blossom', 0.5, { bloom: 0.3 }, (c) => {
    const r = short * 0.4 * stage.bigger;
    glow(c, heart.x, heart.y, r * 1.7, tones.accent, 0.3);
    flower(stage, c, { ...heart, r, colours: blossoms(stage)[0]!, petals: 11, rows: 3, flat: 0.86, turn: 0.2 });
    stage.lamp(c, { ...heart, radius: r * 0.6, colour: tones.light, strength: 0.45 });
    for (let filament = 0; filament < 26; filament++) {
      const angle = (filament / 26) * Math.PI * 2;
      const reach = r * stage.between(0.22, 0.36);
      const [x, y] = [heart.x + Math.cos(angle) * reach, heart.y + Math.sin(angle) * reach * 0.8 - r * 0.05];
      c.strokeStyle = alpha(tones.light, 0.8);
      c.lineWidth = 1.6;
      c.beginPath();
      c.moveTo(heart.x, heart.y);
      c.quadraticCurveTo((heart.x + x) / 2, (heart.y + y) / 2 - 10, x, y);
      c.stroke();
      c.fillStyle = tones.glare;
      c.fill(ellipse(x, y, 3.6, 2.8));
    }
    for (let drop = 0; drop < 16; drop++) {
      const angle = stage.between(0, 6.28);
      const d = r * stage.between(0.45, 0.92);
      const [x, y, size] = [heart.x + Math.cos(angle) * d, heart.y + Math.sin(angle) * d * 0.86, stage.between(3, 8)];
      c.fillStyle = radial(c, x - size * 0.2, y + size * 0.3, size * 1.2, [
        [0, tones.glare, 0.8],
        [0.6, tones.haze, 0.3],
        [1, tones.deep, 0.35],
      ]);
      c.fill(ellipse(x, y, size, size * 0.92));
      c.fillStyle = '#ffffff';
      c.fill(ellipse(x - size * 0.3, y - size * 0.36, size * 0.24));
    }
  });
  stage.thread(0.4, {
    air: [
      [w * 0.1, h * 0.74, h * 0.17],
      [w * 0.42, h * 0.3, h * 0.2],
    ],
    road: [
      [view.x0, h * 1.04, 12],
      [w * 0.16, h * 0.84, 9],
      [w * 0.36, h * 0.74, 6],
      [w * 0.5, h * 0.58, 4],
      [w * 0.62, h * 0.48, 2],
    ],
  });
  stage.layer('butterflies', 0.2, { bloom: 0 }, (c) => {
    butterfly(stage, c, { x: w * 0.22, y: h * 0.26, size: short * 0.1 * stage.bigger, angle: 0.7 });
    butterfly(stage, c, { x: w * 0.42, y: h * 0.11, size: short * 0.055, angle: -0.3 });
    if (stage.grand > 0.4) butterfly(stage, c, { x: w * 0.88, y: h * 0.22, size: short * 0.045, angle: -0.7 });
  });
  stage.layer('near', 0.05, { soft: 8 }, (c) => {
    for (const [x, y, length, angle] of [
      [-0.03, 1.0, 0.6, -0.7],
      [1.03, 1.02, 0.5, -2.3],
      [0.02, 0.1, 0.3, 0.3],
    ] as const)
      leaf(stage, c, { x: w * x, y: h * y, length: short * length, angle });
  });
}
