import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import { fillBox, linear, radial } from '../paint.ts';
import { disc } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { blossoms, bush, butterfly, cup, dusk, wisteria } from './plants.ts';

/** On the pond: lily pads, lotus lamps and what the evening mirrors in the water. */
export function pond(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const sun = { x: w * 0.56, y: h * 0.2 };
  stage.key = { ...sun, colour: tones.light };
  stage.footing = 'wet';
  const shore = h * 0.36;
  stage.layer('air', 1, { soft: 0 }, (c) => {
    dusk(stage, c, shore, sun);
    disc(stage, c, { ...sun, r: short * 0.085 * stage.bigger });
  });
  stage.layer('far bank', 0.92, { soft: 1.5 }, (c) => {
    fillBox(c, [view.x0, shore - h * 0.022, view.x1, shore + 2], tones.far(blend(tones.main, tones.deep, 0.5), 0.4));
    for (let pass = 0; pass < 3; pass++) {
      for (let plant = 0; plant < 34; plant++) {
        const x = stage.between(view.x0, view.x1);
        const open = Math.min(1, Math.abs(x - sun.x) / (w * 0.3));
        const r = short * stage.between(0.03, 0.075) * (0.4 + open * 0.9) * (1.15 - pass * 0.25);
        const y = shore - r * 0.4 - open * h * (0.16 - pass * 0.06) * stage.random();
        const tone = stage.random() < 0.24 ? tones.accent : tones.main;
        bush(stage, c, { x, y: y + r * 0.7, r, tone, far: 0.42 - pass * 0.1 });
      }
    }
  });
  stage.layer('water', 0.8, { water: [view.x0, shore, view.x1, view.y1] }, (c) => {
    fillBox(
      c,
      [view.x0, shore, view.x1, view.y1],
      linear(
        c,
        [0, shore, 0, h],
        [
          [0, blend(tones.haze, tones.sky, 0.35)],
          [0.4, blend(tones.sky, tones.deep, 0.35)],
          [1, tones.deep],
        ],
      ),
    );
    stage.reflect(c, shore, { strength: 0.72, smear: 7, ripple: 5 });
    for (let line = 0; line < 80; line++) {
      const t = stage.random() ** 1.4;
      const near = Math.abs(stage.random() - stage.random());
      c.fillStyle = alpha(tones.glare, 0.5 * (1 - near));
      c.fillRect(
        sun.x + (stage.random() - 0.5) * w * (0.08 + t * 0.34),
        shore + 3 + t * (h - shore),
        stage.between(8, 46) * (0.3 + t),
        1 + t * 1.4,
      );
    }
  });
  const lilies = (c: Context, from: number, to: number, count: number) => {
    const places = Array.from({ length: count }, () => ({ t: stage.random(), x: stage.random() })).toSorted(
      (a, b) => a.t - b.t,
    );
    for (const { t, x } of places) {
      const y = h * (from + (to - from) * t);
      const size = ((y - shore) / h) ** 1.15 * short * 0.24;
      const px = view.x0 + x * (view.x1 - view.x0);
      if (Math.abs(px - sun.x) < w * 0.12 && t < 0.6) continue;
      pad(stage, c, { x: px, y, r: size });
    }
  };
  stage.layer('far lilies', 0.68, { bloom: 0 }, (c) => {
    lilies(c, 0.42, 0.58, 30);
    for (const [x, y, size] of [
      [0.2, 0.5, 0.04],
      [0.35, 0.46, 0.026],
      [0.76, 0.49, 0.036],
      [0.9, 0.54, 0.05],
    ] as const)
      lotus(stage, c, { x: w * x, y: h * y, size: short * size });
  });
  stage.layer('lilies', 0.48, { bloom: 0 }, (c) => {
    lilies(c, 0.6, 0.8, 15);
    for (const [x, y, size] of [
      [0.12, 0.7, 0.085],
      [0.83, 0.68, 0.1],
      [0.4, 0.63, 0.05],
    ] as const)
      lotus(stage, c, { x: w * x, y: h * y, size: short * size * stage.bigger });
  });
  stage.thread(0.4, {
    air: [
      [w * 0.2, h * 0.5, h * 0.13],
      [w * 0.52, h * 0.34, h * 0.1],
    ],
    ground: [
      [w * 0.34, h * 0.86, h * 0.25],
      [w * 0.54, h * 0.66, h * 0.17],
    ],
    road: [
      [w * 0.36, h * 1.12, 18],
      [w * 0.44, h * 0.86, 10],
      [w * 0.56, h * 0.66, 5],
      [w * 0.54, h * 0.48, 2],
      [w * 0.56, h * 0.38, 1],
    ],
    isAfloat: true,
  });
  stage.layer('near lilies', 0.2, { bloom: 0 }, (c) => {
    pad(stage, c, { x: w * 0.14, y: h * 0.97, r: short * 0.22 });
    pad(stage, c, { x: w * 0.86, y: h * 0.99, r: short * 0.26 });
    lotus(stage, c, { x: w * 0.9, y: h * 0.97, size: short * 0.2 * stage.bigger });
    for (let index = 0; index < stage.by(2, 6); index++)
      butterfly(stage, c, {
        x: w * stage.between(0.1, 0.9),
        y: h * stage.between(0.4, 0.8),
        size: short * stage.between(0.014, 0.028),
        angle: stage.between(-0.8, 0.8),
      });
  });
  stage.layer('willow', 0.06, { bloom: 0, sway: { anchorY: view.y0, amount: 9, seconds: 6 } }, (c) => {
    for (let bunch = 0; bunch < 26; bunch++) {
      const x = bunch % 2 ? w * stage.between(-0.05, 0.2) : w * stage.between(0.82, 1.06);
      wisteria(stage, c, {
        x,
        y: view.y0 - 10,
        length: h * stage.between(0.2, 0.46),
        wide: 26,
        tones: [blend(tones.sky, tones.deep, 0.5), blend(tones.accent, tones.haze, 0.45)],
      });
    }
  });
}

function pad(stage: VistaStage, c: Context, { x, y, r }: { x: number; y: number; r: number }): void {
  const { tones } = stage;
  const flat = 0.34;
  const notch = stage.between(0.2, 2.6);
  c.save();
  c.translate(x, y);
  c.scale(1, flat);
  c.fillStyle = alpha(tones.ink, 0.35);
  c.fill(ellipse(r * 0.05, r * 0.18, r));
  c.beginPath();
  c.moveTo(0, 0);
  c.arc(0, 0, r, notch + 0.24, notch + Math.PI * 2 - 0.1);
  c.closePath();
  c.fillStyle = radial(c, 0, -r * 0.4, r * 1.5, [
    [0, blend(tones.main, tones.light, 0.5)],
    [0.5, tones.main],
    [1, blend(tones.main, tones.deep, 0.68)],
  ]);
  c.fill();
  c.strokeStyle = alpha(blend(tones.main, tones.light, 0.7), 0.8);
  c.lineWidth = Math.max(1, r * 0.035);
  c.stroke();
  c.lineWidth = Math.max(0.5, r * 0.014);
  c.strokeStyle = alpha(tones.light, 0.35);
  for (let vein = 0; vein < 11; vein++) {
    const angle = notch + 0.4 + (vein / 11) * 5.7;
    c.beginPath();
    c.moveTo(0, 0);
    c.lineTo(Math.cos(angle) * r * 0.9, Math.sin(angle) * r * 0.9);
    c.stroke();
  }
  c.restore();
}

function lotus(stage: VistaStage, c: Context, { x, y, size }: { x: number; y: number; size: number }): void {
  const { tones } = stage;
  pad(stage, c, { x, y: y + size * 0.05, r: size * 1.05 });
  c.save();
  c.translate(x, y + size * 0.16);
  c.scale(1, -0.5);
  c.globalAlpha = 0.22;
  cup(stage, c, { x: 0, y: 0, size, colours: blossoms(stage)[0]! });
  c.restore();
  stage.lamp(c, {
    x,
    y: y - size * 0.5,
    radius: size * 1.7,
    colour: blend(tones.light, tones.accent, 0.25),
    strength: 0.7,
  });
  cup(stage, c, { x, y: y + size * 0.08, size, colours: blossoms(stage)[0]! });
}
