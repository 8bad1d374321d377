import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import { fillBox, glow } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { backLight, burst, cloud, curtain, fibres, hills, sheet } from './sheets.ts';
import { valance } from './valance.ts';

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
