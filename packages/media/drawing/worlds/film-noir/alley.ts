import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { linear } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { cobbles, fog, front, night, pool, silver, stranger, streetLamp } from './night.ts';

/** A wet alley: one lamp, a stranger with a long shadow coming this way. */
export function alley(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const { tone, black } = silver(stage);
  stage.footing = 'wet';
  const end = { x: w * 0.54, y: h * 0.5 };
  stage.key = { x: end.x, y: h * 0.36, colour: tones.light };
  stage.layer('end', 1, {}, (c) => {
    night(stage, c, { ...end, y: h * 0.44, reach: w * 0.36, strength: 0.9 });
    stage.lamp(c, { x: end.x, y: h * 0.42, radius: h * 0.4 * stage.bigger, colour: tones.light, strength: 0.7 });
    cobbles(stage, c, {
      horizon: h * 0.52,
      eye: end.x,
      light: { x: end.x, y: h * 0.62, reach: w * (0.22 + stage.grand * 0.1) },
    });
  });
  stage.layer('far houses', 0.88, { bloom: 0 }, (c) => {
    for (const [x, wide, top, shade] of [
      [-0.1, 0.05, 0.2, 0.3],
      [0.062, 0.06, 0.14, 0.3],
      [-0.07, 0.04, 0.3, 0.42],
      [0.048, 0.035, 0.28, 0.42],
    ] as const) {
      c.fillStyle = linear(
        c,
        [0, h * top, 0, h * 0.54],
        [
          [0, tone(shade * 0.5)],
          [1, tone(shade + 0.2)],
        ],
      );
      c.fillRect(end.x + w * x, h * top, w * wide, h * (0.54 - top));
    }
    fog(stage, c, [end.x - w * 0.18, h * 0.26, end.x + w * 0.18, h * 0.58], {
      ...end,
      reach: w * 0.2,
      strength: 0.9,
      size: 70,
    });
  });
  const vanishing = [end.x, h * 0.52] as const;
  stage.layer('houses', 0.7, { bloom: 0 }, (c) => {
    front(stage, c, {
      near: w * 0.14,
      far: w * 0.46,
      top: -h * 1.2,
      foot: h * 0.9,
      vanishing,
      windows: 6,
      lit: 0.18 + stage.grand * 0.2,
    });
    front(stage, c, {
      near: w * 0.93,
      far: w * 0.62,
      top: -h * 1.2,
      foot: h * 0.88,
      vanishing,
      windows: 6,
      lit: 0.14 + stage.grand * 0.2,
    });
    c.strokeStyle = black;
    c.lineWidth = 2;
    for (const [y, bend] of [
      [0.16, 0.06],
      [0.24, 0.05],
    ] as const) {
      c.beginPath();
      c.moveTo(w * 0.2, h * y);
      c.quadraticCurveTo(end.x, h * (y + bend), w * 0.88, h * (y - 0.05));
      c.stroke();
    }
  });
  stage.layer('lamp', 0.52, {}, (c) => {
    const head = streetLamp(stage, c, { x: w * 0.72, y: h * 0.79, tall: h * 0.56, reach: -h * 0.1 });
    pool(stage, c, head, { ground: h * 0.78, half: h * 0.24, strength: 0.65 });
    fog(stage, c, [w * 0.14, h * 0.5, w * 0.94, h * 0.86], {
      x: head[0],
      y: h * 0.6,
      reach: w * 0.3,
      strength: 0.5,
      size: 120,
    });
  });
  stage.layer('shadow', 0.44, { bloom: 0 }, (c) => {
    const [x, y, tall] = [w * 0.5, h * 0.72, h * 0.17];
    c.save();
    c.translate(x, y);
    c.transform(1, 0, -0.5, 1, 0, 0);
    c.scale((tall / 100) * 1.7, (-tall / 100) * 2.6);
    c.globalAlpha = 0.8;
    stranger(stage, c, { umbrella: true });
    c.restore();
    c.save();
    c.translate(x, y);
    c.scale(tall / 100, tall / 100);
    stranger(stage, c, { umbrella: true });
    c.restore();
  });
  stage.thread(0.34, {
    air: [
      [w * 0.26, h * 0.52, h * 0.13],
      [w * 0.56, h * 0.34, h * 0.1],
    ],
    ground: [
      [w * 0.32, h * 0.96, h * 0.27],
      [w * 0.44, h * 0.84, h * 0.2],
    ],
    road: [
      [w * 0.4, h * 1.12, 22],
      [w * 0.46, h * 0.9, 11],
      [w * 0.5, h * 0.72, 5],
      [w * 0.53, h * 0.6, 2],
      [w * 0.54, h * 0.53, 0.8],
    ],
  });
  stage.layer('near', 0.08, {}, (c) => {
    c.fillStyle = linear(
      c,
      [view.x0, 0, w * 0.12, 0],
      [
        [0, black],
        [0.9, black],
        [1, tone(0.12)],
      ],
    );
    c.fillRect(view.x0, view.y0, w * 0.09 - view.x0, view.y1 - view.y0);
    c.fillRect(w * 0.955, view.y0, view.x1 - w * 0.955, view.y1 - view.y0);
    sign(stage, c, { x: w * 0.09, y: h * 0.2, tall: short * 0.36 });
  });
}

/** A neon sign on a bracket: a glass in the accent colour. */
function sign(stage: VistaStage, c: Context, { x, y, tall }: { x: number; y: number; tall: number }): void {
  const { tones } = stage;
  const { black } = silver(stage);
  c.fillStyle = black;
  c.fillRect(x - 8, y + tall * 0.14, tall * 0.2, 5);
  c.beginPath();
  c.roundRect(x + tall * 0.08, y, tall * 0.46, tall, 8);
  c.fill();
  const glass = new Path2D();
  const [cx, top] = [x + tall * 0.31, y + tall * 0.22];
  glass.moveTo(cx - tall * 0.15, top);
  glass.lineTo(cx + tall * 0.15, top);
  glass.lineTo(cx, top + tall * 0.24);
  glass.closePath();
  glass.moveTo(cx, top + tall * 0.24);
  glass.lineTo(cx, top + tall * 0.5);
  glass.moveTo(cx - tall * 0.1, top + tall * 0.5);
  glass.lineTo(cx + tall * 0.1, top + tall * 0.5);
  for (const [width, strength] of [
    [16, 0.14],
    [9, 0.3],
    [4, 1],
  ] as const) {
    c.strokeStyle = alpha(width > 5 ? tones.accent : blend(tones.accent, tones.glare, 0.45), strength);
    c.lineWidth = width;
    c.stroke(glass);
  }
  stage.lamp(c, { x: cx, y: top + tall * 0.2, radius: tall * 0.9, colour: tones.accent, strength: 0.6 });
}
