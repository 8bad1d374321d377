import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, spline } from '../../paths.ts';
import { fillBox, glow, linear, radial } from '../paint.ts';
import { disc, land, range } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';

/** Close to the ground: grasses and flowers against the light, everything else is bokeh. */
export function meadow(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const sun = { x: w * 0.66, y: h * 0.38 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 6 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, h * 0.7],
        [
          [0, tones.sky],
          [0.55, tones.haze],
          [1, blend(tones.haze, tones.light, 0.75)],
        ],
      ),
    );
    glow(c, sun.x, sun.y, w * 0.5, tones.light, 0.6);
    disc(stage, c, { ...sun, r: stage.short * 0.1 * stage.bigger });
  });
  stage.layer('hills', 0.85, { soft: 7 }, (c) => {
    range(stage, c, {
      foot: h * 0.78,
      height: h * 0.26,
      peaks: 2,
      distance: 0.5,
      snow: 0.4,
      cell: 7,
      gap: [sun.x, w * 0.2],
    });
    land(
      stage,
      c,
      (x) => h * (0.72 + 0.04 * Math.sin(x / 200)),
      [blend(tones.main, tones.haze, 0.3), tones.deep],
      h * 0.4,
    );
  });
  stage.layer('bokeh', 0.6, { bloom: 0.8 }, (c) => {
    c.globalCompositeOperation = 'screen';
    for (let index = 0; index < stage.by(16, 46); index++) {
      const r = stage.between(7, 34) * stage.bigger;
      const [x, y] = [stage.between(view.x0, view.x1), h * (0.5 + 0.5 * stage.random() ** 1.4)];
      const colour = stage.choose([tones.light, tones.accent, tones.light]);
      c.fillStyle = radial(c, x, y, r, [
        [0, colour, 0.14],
        [0.82, colour, 0.2],
        [0.95, colour, 0.34],
        [1, colour, 0],
      ]);
      c.fillRect(x - r, y - r, r * 2, r * 2);
    }
    c.globalCompositeOperation = 'source-over';
  });
  stage.layer('soft grass', 0.45, { soft: 3, sway: { anchorY: h * 1.05, amount: 5, seconds: 5 } }, (c) => {
    grass(stage, c, {
      count: 90,
      tall: [0.22, 0.44],
      wide: 5,
      foot: h * 1.08,
      tone: blend(tones.deep, tones.main, 0.45),
      tip: blend(tones.main, tones.light, 0.5),
    });
  });
  stage.thread(0.35, {
    air: [
      [w * 0.2, h * 0.6, h * 0.14],
      [w * 0.56, h * 0.24, h * 0.18],
    ],
    ground: [
      [w * 0.2, h * 0.92, h * 0.24],
      [w * 0.46, h * 0.84, h * 0.2],
    ],
    road: [
      [w * 0.2, h * 1.12, 16],
      [w * 0.34, h * 0.94, 8],
      [w * 0.5, h * 0.84, 4],
      [w * 0.6, h * 0.74, 2],
    ],
  });
  stage.layer('flowers', 0.24, { sway: { anchorY: h * 1.05, amount: 8, seconds: 4.4 } }, (c) => {
    grass(stage, c, {
      count: 90,
      tall: [0.16, 0.5],
      wide: 4.4,
      foot: h * 1.08,
      tone: blend(tones.ink, tones.deep, 0.6),
      tip: blend(tones.main, tones.light, 0.3),
    });
    for (const [x, tall, size] of [
      [0.16, 0.52, 1],
      [0.3, 0.36, 0.7],
      [0.42, 0.6, 1.15],
      [0.78, 0.42, 0.8],
      [0.9, 0.58, 1.05],
    ] as const) {
      flower(stage, c, { x: w * x, foot: h * 1.06, tall: h * tall, size: size * 50 * stage.bigger });
    }
  });
  stage.layer('near blades', 0.05, { soft: 6, sway: { anchorY: h * 1.1, amount: 12, seconds: 4 } }, (c) => {
    grass(stage, c, {
      count: 12,
      tall: [0.4, 0.85],
      wide: 16,
      foot: h * 1.14,
      tone: tones.ink,
      tip: blend(tones.deep, tones.main, 0.4),
      edges: true,
    });
  });
}

function grass(
  stage: VistaStage,
  c: Context,
  options: {
    count: number;
    tall: readonly [number, number];
    wide: number;
    foot: number;
    tone: string;
    tip: string;
    edges?: boolean;
  },
): void {
  const { view, h, w, tones } = stage;
  const { count, tall, wide, foot, tone, tip, edges = false } = options;
  for (let index = 0; index < count; index++) {
    const x = edges
      ? index % 2
        ? w * stage.between(-0.06, 0.2)
        : w * stage.between(0.82, 1.06)
      : stage.between(view.x0, view.x1);
    const height = h * stage.between(...tall);
    const bend = stage.between(-0.4, 0.55) * height;
    const half = wide * stage.between(0.5, 1.1);
    const [tipX, tipY] = [x + bend, foot - height];
    const blade = new Path2D();
    blade.moveTo(x - half, foot);
    blade.quadraticCurveTo(x - half + bend * 0.1, foot - height * 0.6, tipX, tipY);
    blade.quadraticCurveTo(x + half + bend * 0.2, foot - height * 0.5, x + half, foot);
    blade.closePath();
    c.fillStyle = linear(
      c,
      [x, foot, tipX, tipY],
      [
        [0, tone],
        [0.5, blend(tone, tip, 0.35)],
        [1, tip],
      ],
    );
    c.fill(blade);
    if (index % 9 === 0 && !edges) {
      const [dx, dy] = [x + bend * 0.45, foot - height * 0.7];
      c.fillStyle = alpha(tones.glare, 0.85);
      c.fill(ellipse(dx, dy, 2.2, 2.8));
      glow(c, dx, dy, 12, tones.light, 0.6);
    }
  }
}

function flower(
  stage: VistaStage,
  c: Context,
  { x, foot, tall, size }: { x: number; foot: number; tall: number; size: number },
): void {
  const { tones, tense } = stage;
  const [hx, hy] = [x + stage.between(-30, 30), foot - tall];
  c.strokeStyle = blend(tones.ink, tones.main, 0.4);
  c.lineWidth = 3.4;
  c.beginPath();
  c.moveTo(x, foot);
  c.quadraticCurveTo(x - 14, foot - tall * 0.5, hx, hy);
  c.stroke();
  const petals = 7 + Math.round(stage.random() * 3);
  const turn = stage.between(0, 3);
  for (let petal = 0; petal < petals; petal++) {
    const angle = (petal / petals) * Math.PI * 2 + turn;
    const length = size * stage.between(0.85, 1.15);
    const half = size * (0.34 - tense * 0.14);
    c.save();
    c.translate(hx, hy);
    c.scale(1, 0.72);
    c.rotate(angle);
    c.fillStyle = linear(
      c,
      [0, 0, length, 0],
      [
        [0, blend(tones.accent, tones.deep, 0.5)],
        [0.45, tones.accent],
        [1, blend(tones.accent, tones.glare, 0.6)],
      ],
    );
    c.fill(
      spline(
        [
          [0, 0],
          [length * 0.5, -half],
          [length, 0],
          [length * 0.5, half],
        ],
        1 - tense * 0.5,
      ),
    );
    c.restore();
  }
  c.fillStyle = radial(c, hx - 2, hy - 3, size * 0.3, [
    [0, tones.glare],
    [0.6, tones.light],
    [1, blend(tones.light, tones.deep, 0.6)],
  ]);
  c.fill(ellipse(hx, hy, size * 0.25, size * 0.2));
}
