import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import { fillBox, glow, linear } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { arc, ball, cast, column, rings, slab, tiles } from './solids.ts';

/** Solids on a tiled plain before a huge sun of rings. */
export function plain(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const horizon = h * 0.6;
  const r = short * 0.3 * stage.bigger;
  const sun = { x: w * 0.58, y: horizon - r * 0.42 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, horizon],
        [
          [0, tones.deep],
          [0.42, tones.sky],
          [0.8, blend(tones.sky, tones.haze, 0.6)],
          [1, tones.haze],
        ],
      ),
    );
    const steps = Math.round(stage.by(4, 8));
    for (let step = steps; step > 0; step--) {
      c.fillStyle = alpha(step % 2 ? tones.main : tones.haze, 0.1);
      c.fill(ellipse(sun.x, sun.y, r * (1 + step * 0.27)));
    }
    glow(c, sun.x, sun.y, w * 0.5, tones.light, 0.35);
    stage.lamp(c, { ...sun, radius: r * 2, colour: tones.light, strength: 0.4 });
    rings(c, sun.x, sun.y, [
      [r, tones.main],
      [r * 0.84, tones.accent],
      [r * 0.66, blend(tones.accent, tones.light, 0.6)],
      [r * 0.46, tones.light],
      [r * 0.26, tones.glare],
    ]);
  });
  stage.layer('arcs', 0.93, { bloom: 0 }, (c) => {
    arc(c, w * 0.1, h * 0.1, short * 0.62, 0, 1.5, alpha(tones.light, 0.6), 2);
    arc(c, w * 0.1, h * 0.1, short * 0.5, 0.1, 1.2, alpha(tones.accent, 0.8), 9);
    arc(c, w * 0.1, h * 0.1, short * 0.42, 0.3, 1.5, alpha(tones.main, 0.7), 3);
    for (const [x, y, size] of [
      [0.14, 0.15, 0.05],
      [0.9, 0.14, 0.034],
      [0.82, 0.26, 0.014],
    ] as const)
      ball(stage, c, { x: w * x, y: h * y, r: short * size * stage.bigger, colour: blend(tones.main, tones.sky, 0.2) });
    c.strokeStyle = alpha(tones.light, 0.5);
    c.lineWidth = 1.4;
    c.beginPath();
    c.moveTo(view.x0, h * 0.42);
    c.lineTo(view.x1, h * 0.02);
    c.stroke();
  });
  stage.layer('plain', 0.8, { bloom: 0 }, (c) => {
    tiles(stage, c, {
      horizon,
      tile: 90,
      dark: blend(tones.deep, tones.sky, 0.3),
      bright: blend(tones.sky, tones.haze, 0.45),
    });
  });
  stage.layer('far solids', 0.7, { bloom: 0 }, (c) => {
    for (const [x, tall, half, kind] of [
      [0.05, 0.2, 0.03, 0],
      [0.14, 0.1, 0.06, 1],
      [0.3, 0.16, 0.02, 2],
      [0.88, 0.24, 0.03, 2],
      [0.97, 0.12, 0.07, 1],
      [0.79, 0.08, 0.04, 1],
    ] as const) {
      const at = {
        x: w * x,
        foot: horizon + h * 0.03,
        tall: h * tall,
        half: short * half,
        colour: tones.far(kind === 1 ? tones.accent : tones.main, 0.4),
      };
      cast(stage, c, { x: at.x, y: at.foot, half: at.half * 0.9, length: h * 0.3 });
      if (kind === 0) slab(stage, c, at);
      else column(stage, c, { ...at, top: kind === 1 ? 0 : at.half });
    }
  });
  stage.layer('solids', 0.46, { bloom: 0 }, (c) => {
    const tower = { x: w * stage.between(0.15, 0.24), y: h * 0.76 };
    cast(stage, c, { ...tower, half: short * 0.055, length: h * 0.7 });
    slab(stage, c, {
      x: tower.x,
      foot: tower.y,
      tall: h * 0.5 * stage.bigger,
      half: short * 0.075,
      colour: tones.main,
    });
    const cone = { x: w * stage.between(0.3, 0.37), y: h * 0.8 };
    cast(stage, c, { ...cone, half: short * 0.07, length: h * 0.4 });
    column(stage, c, { x: cone.x, foot: cone.y, tall: h * 0.21, half: short * 0.085, top: 0, colour: tones.accent });
    const post = { x: w * stage.between(0.79, 0.88), y: h * stage.between(0.73, 0.77) };
    cast(stage, c, { ...post, half: short * 0.045, length: h * 0.5 });
    column(stage, c, {
      x: post.x,
      foot: post.y,
      tall: h * 0.34,
      half: short * 0.045,
      colour: blend(tones.sky, tones.haze, 0.5),
    });
    ball(stage, c, {
      x: post.x,
      y: post.y - h * 0.34 - short * 0.07,
      r: short * 0.085 * stage.bigger,
      colour: tones.main,
    });
  });
  stage.thread(0.35, {
    air: [
      [w * 0.1, h * 0.4, h * 0.12],
      [w * 0.62, h * 0.24, h * 0.14],
    ],
    ground: [
      [w * 0.38, h * 0.96, h * 0.22],
      [w * 0.56, h * 0.7, h * 0.12],
    ],
    road: [
      [w * 0.36, h * 1.12, 20],
      [w * 0.46, h * 0.9, 10],
      [w * 0.55, h * 0.76, 5],
      [w * 0.58, h * 0.66, 2],
      [w * 0.58, h * 0.605, 0.8],
    ],
  });
  stage.layer('near', 0.08, { bloom: 0 }, (c) => {
    const one = { x: w * 0.98, y: h * 0.9, r: short * 0.2 * stage.bigger };
    cast(stage, c, { x: one.x, y: one.y + one.r * 0.9, half: one.r * 0.8, length: h * 0.4 });
    ball(stage, c, { ...one, colour: blend(tones.sky, tones.deep, 0.2) });
    const small = { x: w * 0.08, y: h * 0.95, r: short * 0.06 };
    cast(stage, c, { x: small.x, y: small.y + small.r * 0.9, half: small.r * 0.8, length: h * 0.3 });
    ball(stage, c, { ...small, colour: tones.accent });
  });
}
