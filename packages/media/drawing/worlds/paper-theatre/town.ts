import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { glow } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { backLight, burst, fibres, hills, house, paperFir, sheet, string } from './sheets.ts';

/** In a street of paper houses; lamps burn behind their windows. */
export function town(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const moon = { x: w * 0.34, y: h * 0.22 };
  stage.key = { ...moon, colour: tones.light };
  stage.layer('back', 1, {}, (c) => {
    backLight(stage, c, {
      ...moon,
      top: blend(tones.sky, tones.haze, 0.4),
      middle: tones.sky,
      edge: blend(tones.deep, tones.ink, 0.2),
    });
    string(stage, c, moon.x, moon.y - short * 0.1);
    const r = short * 0.11 * stage.bigger;
    sheet(stage, c, ellipse(moon.x, moon.y, r), { colour: tones.light, off: 12 });
    for (const [dx, dy, k] of [
      [-0.3, -0.2, 0.2],
      [0.3, 0.25, 0.26],
      [0.1, -0.45, 0.12],
    ] as const)
      sheet(stage, c, ellipse(moon.x + r * dx, moon.y + r * dy, r * k), {
        colour: blend(tones.light, tones.haze, 0.55),
        off: 3,
      });
    for (let star = 0; star < stage.by(8, 26); star++)
      sheet(stage, c, burst(stage.between(0, w), h * stage.between(0.02, 0.4), 7, 2.6, 4, stage.random()), {
        colour: tones.light,
        off: 3,
      });
  });
  const rows = [
    { depth: 0.84, foot: 0.74, wide: 0.1, tall: [0.14, 0.34], fade: 0.5 },
    { depth: 0.66, foot: 0.8, wide: 0.14, tall: [0.14, 0.3], fade: 0.22 },
  ] as const;
  rows.forEach(({ depth, foot, wide, tall, fade }, index) => {
    stage.layer(`houses ${index + 1}`, depth, { bloom: 0 }, (c) => {
      row(stage, c, {
        from: view.x0,
        to: view.x1,
        foot: h * foot,
        wide: short * wide,
        tall: [h * tall[0], h * tall[1]],
        fade,
        gap: index ? [w * 0.4, w * 0.6] : undefined,
      });
      sheet(stage, c, hills(stage, h * (foot + 0.005), 8, { bumps: 4, phase: index + 1 }), {
        colour: tones.far(blend(tones.sky, tones.deep, 0.4), fade * 0.7),
        off: 8,
      });
      fibres(stage, c, 500);
    });
  });
  stage.layer('lanterns', 0.56, { bloom: 0.8 }, (c) => {
    const count = Math.round(stage.by(5, 11));
    const at = (t: number): Point => [
      view.x0 + (view.x1 - view.x0) * t,
      h * (0.3 + 0.16 * Math.sin(t * Math.PI) + 0.02 * Math.sin(t * 19)),
    ];
    c.strokeStyle = tones.ink;
    c.lineWidth = 1.8;
    c.beginPath();
    for (let t = 0; t <= 1.001; t += 0.02) c.lineTo(...at(t));
    c.stroke();
    for (let index = 0; index < count; index++) {
      const [x, y] = at((index + 0.5) / count);
      const r = short * 0.026;
      stage.lamp(c, {
        x,
        y: y + r * 1.5,
        radius: r * 4.4,
        colour: blend(tones.light, tones.accent, 0.2),
        strength: 0.75,
        flickers: true,
      });
      sheet(stage, c, ellipse(x, y + r * 1.5, r, r * 1.2), {
        colour: index % 2 ? tones.light : blend(tones.main, tones.light, 0.45),
        off: 6,
      });
      c.fillStyle = tones.deep;
      c.fillRect(x - r * 0.4, y + r * 0.2, r * 0.8, r * 0.26);
    }
  });
  stage.layer('street', 0.46, { bloom: 0 }, (c) => {
    row(stage, c, {
      from: view.x0,
      to: w * 0.3,
      foot: h * 0.9,
      wide: short * 0.22,
      tall: [h * 0.3, h * 0.46],
      fade: 0,
    });
    row(stage, c, {
      from: w * 0.74,
      to: view.x1,
      foot: h * 0.9,
      wide: short * 0.22,
      tall: [h * 0.32, h * 0.44],
      fade: 0,
    });
    sheet(stage, c, hills(stage, h * 0.895, 10, { bumps: 3, phase: 5 }), {
      colour: blend(tones.sky, tones.deep, 0.45),
      wash: tones.ink,
      off: 12,
      span: [h * 0.88, h * 1.05],
    });
    c.fillStyle = alpha(tones.light, 0.18);
    for (let stone = 0; stone < 60; stone++) {
      const t = stage.random();
      c.fill(ellipse(stage.between(view.x0, view.x1), h * (0.915 + t * 0.1), 6 + t * 12, 2 + t * 3));
    }
    fibres(stage, c, 500);
  });
  stage.thread(0.4, {
    air: [
      [w * 0.3, h * 0.6, h * 0.13],
      [w * 0.62, h * 0.3, h * 0.14],
    ],
    ground: [
      [w * 0.36, h * 0.955, h * 0.27],
      [w * 0.58, h * 0.94, h * 0.25],
    ],
    road: [
      [w * 0.3, h * 1.12, 20],
      [w * 0.42, h * 0.95, 12],
      [w * 0.54, h * 0.89, 6],
      [w * 0.48, h * 0.82, 3],
      [w * 0.5, h * 0.76, 1.4],
    ],
  });
  stage.layer('near', 0.06, { bloom: 0 }, (c) => {
    for (const [x, tall] of [
      [0.02, 0.5],
      [0.98, 0.42],
      [0.9, 0.24],
    ] as const)
      sheet(stage, c, paperFir(w * x, h * 1.1, h * tall * 1.25), {
        colour: blend(tones.deep, tones.accent, 0.2),
        off: 18,
      });
    fibres(stage, c, 300);
  });
}

function row(
  stage: VistaStage,
  c: Context,
  {
    from,
    to,
    foot,
    wide,
    tall,
    fade,
    gap,
  }: {
    from: number;
    to: number;
    foot: number;
    wide: number;
    tall: readonly [number, number];
    fade: number;
    gap?: readonly [number, number] | undefined;
  },
): void {
  const { tones } = stage;
  for (let x = from; x < to;) {
    const width = Math.min(wide * stage.between(0.75, 1.2), Math.max(wide * 0.5, to - x));
    if (!gap || x + width < gap[0] || x > gap[1]) {
      const height = stage.between(...tall);
      const colour = tones.far(
        stage.choose([
          tones.main,
          blend(tones.main, tones.deep, 0.4),
          tones.accent,
          blend(tones.haze, tones.main, 0.5),
          blend(tones.accent, tones.deep, 0.4),
        ]),
        fade * 0.6,
      );
      // What shines behind the windows.
      const lit = stage.random() < 0.5 + stage.grand * 0.5;
      c.fillStyle = lit ? blend(tones.light, tones.accent, 0.12) : tones.ink;
      c.fillRect(x + width * 0.1, foot - height, width * 0.8, height);
      if (lit) glow(c, x + width * 0.4, foot - height * 0.6, width * 0.7, tones.glare, 0.5);
      sheet(stage, c, house(x, foot, width, height), {
        colour,
        wash: blend(colour, tones.deep, 0.35),
        isPierced: true,
        off: 11 * (1 - fade * 0.5),
        span: [foot - height, foot],
      });
      const [cx, top] = [x + width / 2, foot - height - width * 0.55];
      const roof = polygon([
        [x - width * 0.07, foot - height + width * 0.02],
        [cx, top - width * 0.05],
        [x + width * 1.07, foot - height + width * 0.02],
        [cx, top + width * 0.1],
      ]);
      sheet(stage, c, roof, { colour: blend(colour, tones.deep, 0.55), off: 5 });
    }
    x += width * stage.between(0.9, 1.02);
  }
}
