import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { fillBox, glow, linear } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import {
  backLight,
  burst,
  cloud,
  curtain,
  fibres,
  hills,
  proscenium,
  sheet,
  sickle,
  spot,
  string,
  waves,
} from './sheets.ts';

/** The whole stage: a sea of cardboard waves and a moon on strings, between curtains. */
export function sea(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const moon = { x: w * 0.63, y: h * 0.33, r: short * 0.15 * stage.bigger };
  stage.key = { x: moon.x, y: moon.y, colour: tones.light };
  stage.layer('back', 1, {}, (c) => {
    backLight(stage, c, { ...moon, top: blend(tones.sky, tones.light, 0.55), middle: tones.sky, edge: tones.deep });
    for (let index = 0; index < stage.by(10, 30); index++) {
      const [x, y, r] = [stage.between(w * 0.06, w * 0.94), h * stage.between(0.08, 0.55), stage.between(4, 11)];
      sheet(stage, c, burst(x, y, r, r * 0.42, 5, stage.between(0, 1)), { colour: tones.light, off: 4 });
    }
  });
  stage.layer('moon', 0.9, { bloom: 0.6 }, (c) => {
    stage.lamp(c, { x: moon.x, y: moon.y, radius: moon.r * 2.6, colour: tones.light, strength: 0.6 });
    string(stage, c, moon.x, moon.y - moon.r * 0.9);
    sheet(stage, c, sickle(moon.x, moon.y, moon.r), {
      colour: blend(tones.light, tones.glare, 0.5),
      wash: tones.light,
      off: 14,
    });
    fibres(stage, c, 500);
  });
  stage.layer('clouds', 0.8, { bloom: 0 }, (c) => {
    for (const [x, y, size, tone] of [
      [0.24, 0.28, 0.16, 0.25],
      [0.83, 0.25, 0.13, 0.4],
      [0.44, 0.2, 0.1, 0.55],
    ] as const) {
      for (const side of [-0.4, 0.4]) string(stage, c, w * x + short * size * side, h * y - short * size * 0.3);
      sheet(stage, c, cloud(w * x, h * y, short * size), { colour: blend(tones.haze, tones.sky, tone), off: 14 });
    }
    fibres(stage, c, 500);
  });
  const rows = [
    { depth: 0.72, y: 0.58, size: 66, colour: blend(tones.accent, tones.haze, 0.45) },
    { depth: 0.62, y: 0.64, size: 84, colour: blend(tones.accent, tones.haze, 0.2) },
    { depth: 0.5, y: 0.71, size: 104, colour: tones.accent },
  ] as const;
  rows.forEach(({ depth, y, size, colour }, index) => {
    stage.layer(`waves ${index + 1}`, depth, { bloom: 0 }, (c) => {
      sheet(stage, c, waves(stage, h * y, size * (0.85 + stage.tense * 0.5), index * 37), {
        colour,
        wash: blend(colour, tones.deep, 0.4),
        off: 14,
        span: [h * (y - 0.06), h * (y + 0.2)],
      });
      fibres(stage, c, 500);
    });
  });
  stage.thread(0.46, {
    air: [
      [w * 0.2, h * 0.5, h * 0.13],
      [w * 0.7, h * 0.3, h * 0.15],
    ],
    ground: [
      [w * 0.22, h * 0.73, h * 0.21],
      [w * 0.7, h * 0.73, h * 0.21],
    ],
    road: [
      [w * 0.1, h * 0.98, 14],
      [w * 0.3, h * 0.8, 8],
      [w * 0.48, h * 0.7, 5],
      [w * 0.6, h * 0.6, 2.4],
      [w * 0.63, h * 0.54, 1],
    ],
    isAfloat: true,
  });
  stage.layer('near waves', 0.38, { bloom: 0 }, (c) => {
    const colour = blend(tones.accent, tones.deep, 0.32);
    sheet(stage, c, waves(stage, h * 0.79, 128, 20), {
      colour,
      wash: blend(colour, tones.ink, 0.4),
      off: 16,
      span: [h * 0.74, h * 0.95],
    });
    fibres(stage, c, 500);
  });
  stage.layer('curtains', 0.22, { bloom: 0 }, (c) => {
    for (const side of [0, 1])
      curtain(stage, c, {
        from: side ? view.x1 : view.x0,
        to: side ? w * 0.73 : w * 0.27,
        foot: h * 0.92,
        tie: h * 0.58,
        colour: blend(tones.main, tones.deep, 0.12),
      });
    valance(stage, c, h * 0.2);
  });
  stage.layer('proscenium', 0.06, { bloom: 0 }, (c) =>
    proscenium(stage, c, { colour: blend(tones.main, tones.deep, 0.5), sill: h * 0.9 }),
  );
}

/** The scalloped strip of cloth above the stage. */
function valance(stage: VistaStage, c: Context, y: number): void {
  const { tones, w, view } = stage;
  const path = new Path2D();
  const swags = 7;
  const wide = (view.x1 - view.x0) / swags;
  path.moveTo(view.x0, view.y0 - 10);
  path.lineTo(view.x0, y * 0.7);
  for (let swag = 0; swag < swags; swag++)
    path.quadraticCurveTo(view.x0 + wide * (swag + 0.5), y * 1.42, view.x0 + wide * (swag + 1), y * 0.7);
  path.lineTo(view.x1, view.y0 - 10);
  path.closePath();
  sheet(stage, c, path, { colour: tones.main, wash: blend(tones.main, tones.deep, 0.45), off: 18, span: [view.y0, y] });
  c.strokeStyle = alpha(tones.light, 0.8);
  c.lineWidth = 3;
  for (let swag = 0; swag < swags; swag++) {
    const trim = new Path2D();
    trim.moveTo(view.x0 + wide * swag, y * 0.7 - 8);
    trim.quadraticCurveTo(view.x0 + wide * (swag + 0.5), y * 1.42 - 8, view.x0 + wide * (swag + 1), y * 0.7 - 8);
    c.stroke(trim);
  }
  fibres(stage, c, Math.round(w * 0.5));
}

/** The last act: a sun of many papers turns over the clouds, the curtains wide open, confetti in the air. */
export function finale(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const sun = { x: w * 0.5, y: h * 0.46 };
  const r = short * 0.2 * stage.bigger;
  stage.key = { x: sun.x, y: sun.y - h * 0.2, colour: tones.light };
  stage.layer('back', 1, {}, (c) =>
    backLight(stage, c, {
      ...sun,
      top: tones.light,
      middle: blend(tones.haze, tones.main, 0.3),
      edge: blend(tones.sky, tones.deep, 0.3),
    }),
  );
  const tips = Math.round(stage.by(12, 20));
  const suns = [
    [4.6, 2.6, blend(tones.sky, tones.haze, 0.22), 0, 0.92],
    [3.3, 1.9, tones.main, 0.13, 0.86],
    [2.35, 1.45, blend(tones.main, tones.light, 0.5), 0.05, 0.8],
    [1.66, 1.16, tones.accent, 0.15, 0.74],
  ] as const;
  suns.forEach(([outer, inner, colour, turn, depth], index) => {
    stage.layer(`rays ${index + 1}`, depth, { bloom: 0 }, (c) => {
      sheet(stage, c, burst(sun.x, sun.y, r * outer, r * inner, tips, turn), { colour, off: 16 });
      fibres(stage, c, 500);
      if (index < 3) return;
      stage.lamp(c, { ...sun, radius: r * 2.4, colour: tones.light, strength: 0.75 });
      sheet(stage, c, ellipse(sun.x, sun.y, r), { colour: tones.light, off: 14 });
      sheet(stage, c, ellipse(sun.x, sun.y, r * 0.8), {
        colour: tones.glare,
        wash: blend(tones.light, tones.accent, 0.1),
        off: 7,
        span: [sun.y - r, sun.y + r],
      });
      glow(c, sun.x, sun.y, r * 1.6, tones.light, 0.5);
    });
  });
  const bank = (c: Context, y: number, size: number, colour: string, shift: number) => {
    for (let x = view.x0 - size + shift; x < view.x1 + size; x += size * 1.25)
      sheet(stage, c, cloud(x, y + Math.abs(x - w / 2) * -0.06, size), { colour, off: 12 });
    fillBox(c, [view.x0, y - 3, view.x1, view.y1], colour);
  };
  stage.layer('far clouds', 0.62, { bloom: 0 }, (c) => {
    bank(c, h * 0.76, short * 0.17, blend(tones.haze, tones.light, 0.3), 0);
    fibres(stage, c, 600);
  });
  stage.layer('castle', 0.54, { bloom: 0 }, (c) => {
    for (const [x, tall, wide] of [
      [-0.15, 0.3, 0.034],
      [0.15, 0.3, 0.034],
      [-0.09, 0.2, 0.05],
      [0.09, 0.2, 0.05],
    ] as const)
      tower(stage, c, { x: w / 2 + short * x * 1.9, foot: h * 0.84, tall: h * tall, half: short * wide });
    fibres(stage, c, 500);
  });
  stage.layer('clouds', 0.46, { bloom: 0 }, (c) => {
    bank(c, h * 0.85, short * 0.2, blend(tones.haze, tones.sky, 0.12), 90);
    fibres(stage, c, 500);
  });
  stage.thread(0.4, {
    air: [
      [w * 0.2, h * 0.6, h * 0.15],
      [w * 0.5, h * 0.3, h * 0.2],
    ],
    ground: [
      [w * 0.3, h * 0.9, h * 0.27],
      [w * 0.5, h * 0.88, h * 0.31],
    ],
    road: [
      [w * 0.4, h * 1.1, 24],
      [w * 0.46, h * 0.95, 14],
      [w * 0.5, h * 0.8, 8],
      [w * 0.5, h * 0.6, 4],
      [w * 0.5, h * 0.46, 2],
    ],
  });
  stage.layer('boards', 0.34, { bloom: 0 }, (c) => {
    sheet(stage, c, hills(stage, h * 0.93, h * 0.05, { bumps: 2, phase: 3 }), {
      colour: tones.main,
      wash: blend(tones.main, tones.deep, 0.6),
      off: 14,
      span: [h * 0.88, h],
    });
    fibres(stage, c, 300);
  });
  stage.layer('curtains', 0.2, { bloom: 0 }, (c) => {
    for (const side of [0, 1])
      curtain(stage, c, {
        from: side ? view.x1 : view.x0,
        to: side ? w * 0.84 : w * 0.16,
        foot: h * 1.1,
        tie: h * 0.6,
        colour: blend(tones.main, tones.deep, 0.3),
      });
    valance(stage, c, h * 0.12);
  });
  stage.layer('confetti', 0.05, { bloom: 0 }, (c) => {
    for (let piece = 0; piece < stage.by(24, 90); piece++) {
      const [x, y, size] = [stage.between(view.x0, view.x1), stage.between(view.y0, h * 0.9), stage.between(4, 10)];
      c.save();
      c.translate(x, y);
      c.rotate(stage.between(0, 6));
      c.scale(1, stage.between(0.3, 1));
      sheet(
        stage,
        c,
        piece % 3
          ? polygon([
              [-size, -size * 0.6],
              [size, -size * 0.6],
              [size, size * 0.6],
              [-size, size * 0.6],
            ])
          : ellipse(0, 0, size * 0.8),
        { colour: stage.choose([tones.accent, tones.light, tones.main, tones.haze]), off: 4 },
      );
      c.restore();
    }
  });
}

function tower(
  stage: VistaStage,
  c: Context,
  { x, foot, tall, half }: { x: number; foot: number; tall: number; half: number },
): void {
  const { tones } = stage;
  const wall = polygon([
    [x - half, foot],
    [x - half, foot - tall],
    [x + half, foot - tall],
    [x + half, foot],
  ]);
  for (const [dx, dy] of [
    [-0.42, 0.2],
    [0.14, 0.42],
    [-0.3, 0.64],
  ] as const)
    wall.rect(x + half * dx, foot - tall * (1 - dy), half * 0.34, half * 0.6);
  sheet(stage, c, wall, {
    colour: blend(tones.haze, tones.sky, 0.4),
    wash: blend(tones.sky, tones.deep, 0.3),
    isPierced: true,
    off: 10,
    span: [foot - tall, foot],
  });
  sheet(
    stage,
    c,
    polygon([
      [x - half * 1.25, foot - tall],
      [x, foot - tall - half * 2.6],
      [x + half * 1.25, foot - tall],
    ]),
    { colour: tones.accent, off: 7 },
  );
  sheet(
    stage,
    c,
    polygon([
      [x, foot - tall - half * 3.7],
      [x + half * 1.1, foot - tall - half * 3.35],
      [x, foot - tall - half * 3],
    ]),
    { colour: tones.main, off: 4 },
  );
  c.strokeStyle = tones.ink;
  c.lineWidth = 1.6;
  c.beginPath();
  c.moveTo(x, foot - tall - half * 2.5);
  c.lineTo(x, foot - tall - half * 3.8);
  c.stroke();
}

/** The curtain has fallen: one light on it, and whoever steps before it. */
export function curtainCall(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const spotted = { x: w * 0.52, y: h * 0.84, half: short * 0.3 * stage.bigger };
  stage.key = { x: w * 0.52, y: 0, colour: tones.light };
  stage.layer('back', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, view.y1],
        [
          [0, tones.ink],
          [1, tones.deep],
        ],
      ),
    );
    fibres(stage, c, 300);
  });
  const colour = blend(tones.main, tones.deep, 0.16);
  stage.layer('curtain', 0.8, { bloom: 0 }, (c) => {
    for (const side of [0, 1])
      curtain(stage, c, { from: side ? view.x1 : view.x0, to: w * 0.52 + (side ? -4 : 4), foot: h * 0.8, colour });
    c.save();
    c.globalCompositeOperation = 'source-atop';
    c.fillStyle = linear(
      c,
      [0, view.y0, 0, h],
      [
        [0, tones.ink, 0.75],
        [0.5, tones.ink, 0.28],
        [1, tones.ink, 0.5],
      ],
    );
    c.fillRect(view.x0, view.y0, view.x1 - view.x0, view.y1 - view.y0);
    c.restore();
    c.strokeStyle = tones.light;
    c.lineWidth = 5;
    c.setLineDash([1, 11]);
    c.beginPath();
    c.moveTo(view.x0, h * 0.765);
    c.lineTo(view.x1, h * 0.765);
    c.stroke();
    c.setLineDash([]);
    const disc = ellipse(spotted.x, h * 0.52, spotted.half * 0.92, spotted.half * 1.02);
    c.save();
    c.globalCompositeOperation = 'soft-light';
    c.fillStyle = alpha(tones.glare, 0.95);
    c.fill(disc);
    c.globalCompositeOperation = 'screen';
    c.fillStyle = alpha(tones.light, 0.22);
    c.fill(disc);
    c.restore();
    stage.lamp(c, { x: spotted.x, y: h * 0.52, radius: spotted.half * 1.5, colour: tones.light, strength: 0.35 });
    fibres(stage, c, 900);
  });
  stage.layer('boards', 0.66, { bloom: 0 }, (c) => {
    const floor = polygon([
      [view.x0, h * 0.8],
      [view.x1, h * 0.8],
      [view.x1, view.y1],
      [view.x0, view.y1],
    ]);
    const wood = blend(tones.haze, tones.main, 0.55);
    sheet(stage, c, floor, {
      colour: blend(wood, tones.deep, 0.45),
      wash: blend(wood, tones.ink, 0.75),
      off: 8,
      span: [h * 0.8, h],
    });
    c.strokeStyle = alpha(tones.ink, 0.5);
    c.lineWidth = 1.6;
    for (let board = -16; board <= 16; board++) {
      c.beginPath();
      c.moveTo(w / 2 + board * w * 0.045, h * 0.8);
      c.lineTo(w / 2 + board * w * 0.075, view.y1);
      c.stroke();
    }
    c.save();
    c.translate(spotted.x, h * 0.89);
    c.scale(1, 0.24);
    c.globalCompositeOperation = 'screen';
    c.fillStyle = alpha(tones.light, 0.5);
    c.fill(ellipse(0, 0, spotted.half));
    c.restore();
    fibres(stage, c, 500);
  });
  stage.layer('scraps', 0.6, { bloom: 0 }, (c) => {
    for (let piece = 0; piece < stage.by(12, 44); piece++) {
      const t = stage.random();
      c.save();
      c.translate(stage.between(view.x0, view.x1), h * (0.82 + t * 0.17));
      c.scale(1, 0.4);
      c.rotate(stage.between(0, 6));
      const size = 4 + t * 6;
      sheet(
        stage,
        c,
        polygon([
          [-size, -size],
          [size, -size],
          [size, size],
          [-size, size],
        ]),
        { colour: stage.choose([tones.accent, tones.light, tones.haze]), off: 4 },
      );
      c.restore();
    }
    const [x, y] = [w * 0.76, h * 0.87];
    sheet(stage, c, burst(x, y, short * 0.075, short * 0.034, 5, 0.4), { colour: tones.light, off: 10 });
    fibres(stage, c, 200);
  });
  stage.layer('beam', 0.5, { bloom: 0 }, (c) =>
    spot(stage, c, [w * 0.86, view.y0 - 20], { x: spotted.x, y: h * 0.89, half: spotted.half }, 0.6),
  );
  stage.thread(0.42, {
    air: [
      [w * 0.34, h * 0.6, h * 0.15],
      [w * 0.56, h * 0.46, h * 0.16],
    ],
    ground: [
      [w * 0.42, h * 0.92, h * 0.3],
      [w * 0.54, h * 0.88, h * 0.27],
    ],
    road: [
      [w * 0.4, h * 1.1, 18],
      [w * 0.45, h * 0.97, 12],
      [w * 0.5, h * 0.88, 7],
      [w * 0.52, h * 0.81, 4],
    ],
  });
  stage.layer('proscenium', 0.06, { bloom: 0 }, (c) =>
    proscenium(stage, c, { colour: blend(tones.deep, tones.main, 0.3), sill: h * 0.965 }),
  );
}
