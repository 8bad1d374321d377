import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { fillBox, glow, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { arc, ball, rings } from './solids.ts';

/** Close up: circles, arcs and beams that hold each other in balance on pale ground. */
export function composition(stage: VistaStage): void {
  const { tones, w, h, view, short, tense } = stage;
  stage.footing = 'floating';
  const heart = { x: w * 0.6, y: h * 0.4 };
  stage.key = { x: w * 0.2, y: h * 0.1, colour: tones.light };
  stage.layer('ground', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      radial(c, heart.x, heart.y, w * 0.75, [
        [0, blend(tones.haze, tones.light, 0.7)],
        [0.6, tones.haze],
        [1, blend(tones.haze, tones.sky, 0.5)],
      ]),
    );
    stage.lamp(c, { ...heart, radius: short * 0.6, colour: tones.light, strength: 0.4 });
  });
  const turned = stage.between(-0.5, -0.05) - tense * 0.3;
  stage.layer('planes', 0.86, { bloom: 0 }, (c) => {
    c.fillStyle = alpha(tones.sky, 0.85);
    c.fill(
      polygon([
        [view.x0, h * 0.2],
        [w * 0.42, view.y0],
        [w * 0.56, view.y0],
        [w * 0.1, view.y1],
        [view.x0, view.y1],
      ]),
    );
    c.fillStyle = alpha(blend(tones.haze, tones.accent, 0.45), 0.85);
    c.fill(
      polygon([
        [w * 0.9, view.y0],
        [view.x1, view.y0],
        [view.x1, h * 0.9],
        [w * 0.66, h * 0.98],
      ]),
    );
    for (let column = 0; column < 7; column++) {
      for (let row = 0; row < 4; row++) {
        if ((column + row) % 2) continue;
        const s = short * 0.042;
        c.fillStyle = blend(tones.deep, tones.sky, 0.25);
        c.save();
        c.translate(w * 0.82, h * 0.74);
        c.rotate(turned);
        c.fillRect(column * s, row * s, s, s);
        c.restore();
      }
    }
  });
  stage.layer('circle', 0.66, { bloom: 0 }, (c) => {
    const r = short * 0.31 * stage.bigger;
    glow(c, heart.x, heart.y, r * 1.9, tones.accent, 0.5);
    c.fillStyle = alpha(tones.deep, 0.2);
    c.fill(ellipse(heart.x + 16, heart.y + 20, r));
    rings(c, heart.x, heart.y, [
      [r, tones.deep],
      [r * 0.93, tones.main],
      [r * 0.74, blend(tones.main, tones.accent, 0.6)],
      [r * 0.6, tones.sky],
      [r * 0.5, blend(tones.sky, tones.deep, 0.5)],
    ]);
    const segments = Math.round(stage.by(10, 22));
    for (let index = 0; index < segments; index += 2) {
      const [a, b] = [(index / segments) * Math.PI * 2, ((index + 1) / segments) * Math.PI * 2];
      c.fillStyle = tones.light;
      c.beginPath();
      c.arc(heart.x, heart.y, r * 0.6, a, b);
      c.arc(heart.x, heart.y, r * 0.5, b, a, true);
      c.fill();
    }
    ball(stage, c, { x: heart.x, y: heart.y, r: r * 0.34, colour: tones.accent });
  });
  const swing = stage.between(2.9, 3.7);
  stage.layer('beams', 0.5, { bloom: 0 }, (c) => {
    const beam = (x0: number, y0: number, x1: number, y1: number, width: number, colour: string) => {
      c.lineCap = 'butt';
      c.strokeStyle = alpha(tones.deep, 0.22);
      c.lineWidth = width;
      c.beginPath();
      c.moveTo(w * x0 + 8, h * y0 + 10);
      c.lineTo(w * x1 + 8, h * y1 + 10);
      c.stroke();
      c.strokeStyle = colour;
      c.beginPath();
      c.moveTo(w * x0, h * y0);
      c.lineTo(w * x1, h * y1);
      c.stroke();
    };
    beam(-0.1, 0.92, 0.9, 0.02, 13, tones.ink);
    beam(0.08, 0.06, 0.5, 0.98, 5, tones.main);
    beam(0.3, 0.7, 1.08, 0.56, 3, tones.ink);
    for (let index = 0; index < 6; index++)
      beam(0.62 + index * 0.022, 0.98 - index * 0.01, 0.78 + index * 0.022, 0.6 - index * 0.012, 2.5, tones.ink);
    arc(c, w * 0.24, h * 0.62, short * 0.3, swing, swing + 2.2, tones.accent, 26);
    arc(c, w * 0.24, h * 0.62, short * 0.24, swing - 0.2, swing + 1.9, tones.ink, 4);
    arc(c, w * 0.24, h * 0.62, short * 0.2, swing, swing + 1.6, tones.main, 9);
    c.globalCompositeOperation = 'multiply';
    c.fillStyle = alpha(tones.accent, 0.7);
    c.fill(
      polygon([
        [w * 0.4, h * 0.78],
        [w * 0.74, h * 0.66],
        [w * 0.54, h * 0.2],
      ]),
    );
    c.globalCompositeOperation = 'source-over';
  });
  stage.thread(0.34, {
    air: [
      [w * 0.16, h * 0.74, h * 0.16],
      [w * 0.46, h * 0.24, h * 0.18],
    ],
    road: [
      [w * -0.02, h * 1.1, 13],
      [w * 0.2, h * 0.7, 10],
      [w * 0.46, h * 0.42, 7],
      [w * 0.72, h * 0.2, 5],
      [w * 0.9, h * 0.02, 3],
    ],
  });
  stage.layer('balls', 0.16, { bloom: 0 }, (c) => {
    for (const [x, y, r, colour] of [
      [0.09, 0.2, 0.09, tones.main],
      [0.95, 0.62, 0.1, tones.sky],
      [0.36, 0.9, 0.045, tones.accent],
      [0.84, 0.16, 0.05, tones.ink],
      [0.26, 0.12, 0.024, tones.ink],
    ] as const) {
      c.fillStyle = alpha(tones.deep, 0.2);
      c.fill(ellipse(w * x + short * r * 0.24, h * y + short * r * 0.3, short * r));
      ball(stage, c, { x: w * x, y: h * y, r: short * r * stage.bigger * stage.between(0.8, 1.15), colour });
    }
  });
}
