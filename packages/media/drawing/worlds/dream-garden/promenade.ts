import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { glow, linear } from '../paint.ts';
import { clouds, disc } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { blossoms, cup, dusk, meadow, topiary, wisteria } from './plants.ts';

/** The garden at night, seen off from its gate: clipped trees along a way of lamps, a moon over the hedges. */
export function promenade(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const moon = { x: w * 0.32, y: h * 0.24 };
  stage.key = { ...moon, colour: tones.light };
  const horizon = h * 0.56;
  stage.layer('night', 1, { soft: 0 }, (c) => {
    dusk(stage, c, h * 1.1, moon);
    c.fillStyle = linear(
      c,
      [0, view.y0, 0, horizon],
      [
        [0, tones.ink, 0.62],
        [1, tones.deep, 0.05],
      ],
    );
    c.fillRect(view.x0, view.y0, view.x1 - view.x0, view.y1 - view.y0);
    disc(stage, c, { ...moon, r: short * 0.095 * stage.bigger, colour: blend(tones.light, tones.haze, 0.2) });
    clouds(stage, c, [view.x0, h * 0.1, view.x1, h * 0.5], {
      size: [330, 44],
      cover: 0.45,
      shade: blend(tones.deep, tones.sky, 0.6),
      lit: blend(tones.haze, tones.light, 0.4),
      strength: 0.6,
    });
  });
  stage.layer('stars', 0.96, { bloom: 0 }, (c) =>
    stage.stars(c, [view.x0, view.y0, view.x1, horizon * 0.8], Math.round(stage.by(60, 140)), [
      tones.glare,
      tones.light,
      tones.haze,
    ]),
  );
  const vp = { x: w * 0.56, y: horizon };
  stage.layer('hedges', 0.84, { bloom: 0 }, (c) => {
    for (const [y, tall, tone] of [
      [0.545, 0.05, 0.6],
      [0.565, 0.07, 0.4],
    ] as const) {
      c.fillStyle = tones.far(blend(tones.deep, tones.main, 0.4), tone * 0.6);
      const path = new Path2D();
      path.moveTo(view.x0, h * 0.62);
      for (let x = view.x0; x <= view.x1 + 26; x += 26) {
        path.lineTo(x, h * (y - tall * 0.6));
        path.arc(x + 13, h * (y - tall * 0.6), 12, Math.PI, 0);
      }
      path.lineTo(view.x1 + 26, h * 0.62);
      path.closePath();
      c.fill(path);
    }
    const [x, y, wide] = [vp.x, h * 0.575, short * 0.085];
    c.fillStyle = blend(tones.haze, tones.light, 0.45);
    const arch = new Path2D();
    arch.rect(x - wide, y - wide * 1.9, wide * 2, wide * 1.9);
    arch.moveTo(x - wide * 0.55, y);
    arch.lineTo(x - wide * 0.55, y - wide * 0.9);
    arch.arc(x, y - wide * 0.9, wide * 0.55, Math.PI, 0);
    arch.lineTo(x + wide * 0.55, y);
    arch.closePath();
    stage.lamp(c, { x, y: y - wide * 0.7, radius: wide * 3, colour: tones.light, strength: 0.75 });
    c.fillStyle = tones.light;
    c.fillRect(x - wide * 0.6, y - wide * 1.5, wide * 1.2, wide * 1.5);
    c.fillStyle = linear(
      c,
      [x - wide, 0, x + wide, 0],
      [
        [0, blend(tones.haze, tones.sky, 0.4)],
        [1, blend(tones.sky, tones.deep, 0.4)],
      ],
    );
    c.fill(arch, 'evenodd');
    c.fillRect(x - wide * 1.15, y - wide * 2, wide * 2.3, wide * 0.18);
  });
  const at = (z: number, side: number): Point => [vp.x + (side * w * 0.27) / z, vp.y + (h * 0.42) / z];
  stage.layer('lawn', 0.74, { bloom: 0 }, (c) => {
    meadow(stage, c, () => horizon + 10, {
      top: blend(tones.main, tones.deep, 0.35),
      bottom: blend(tones.deep, tones.ink, 0.4),
      blades: 300,
      flowers: 0,
    });
    const way = new Path2D();
    for (const [z, side] of [
      [12, -0.4],
      [2, -0.4],
      [0.7, -0.4],
      [0.7, 0.4],
      [2, 0.4],
      [12, 0.4],
    ] as const)
      way.lineTo(...at(z, side));
    way.closePath();
    c.fillStyle = linear(
      c,
      [0, vp.y, 0, h],
      [
        [0, tones.light],
        [0.2, blend(tones.haze, tones.sky, 0.3)],
        [1, blend(tones.sky, tones.deep, 0.6)],
      ],
    );
    c.fill(way);
    glow(c, vp.x, vp.y + h * 0.06, w * 0.2, tones.light, 0.5);
  });
  const pairs = [
    { z: 4.2, depth: 0.66 },
    { z: 2.7, depth: 0.56 },
    { z: 1.75, depth: 0.44 },
  ];
  pairs.forEach(({ z, depth }, index) => {
    stage.layer(`trees ${index + 1}`, depth, { bloom: 0 }, (c) => {
      for (const side of [-1, 1]) {
        const [x, y] = at(z, side);
        c.fillStyle = alpha(tones.ink, 0.5);
        c.fill(ellipse(x + (h * 0.12) / z, y + 4, (h * 0.2) / z, (h * 0.03) / z));
        topiary(stage, c, {
          x,
          foot: y,
          tall: (Math.min(h, w * 0.8) * 0.72) / z,
          kind: (['cone', 'balls', 'spiral'] as const)[index]!,
          far: 0.3 - index * 0.12,
        });
        const [lx, ly] = at(z * 0.86, side * 0.56);
        lantern(stage, c, { x: lx, y: ly, tall: (Math.min(h, w * 0.8) * 0.24) / z });
      }
    });
  });
  stage.thread(0.4, {
    air: [
      [w * 0.3, h * 0.5, h * 0.13],
      [vp.x, h * 0.36, h * 0.09],
    ],
    ground: [
      [...at(1.08, -0.1), h * 0.25],
      [...at(3, 0), h * 0.1],
    ],
    road: [
      [...at(0.74, 0), 22],
      [...at(1.2, 0), 13],
      [...at(2.2, 0), 6],
      [...at(4, 0), 3],
      [...at(11, 0), 1],
    ],
  });
  stage.layer('gate', 0.1, { bloom: 0 }, (c) => {
    for (const [x, side] of [
      [0.03, 1],
      [0.98, -1],
    ] as const) {
      c.fillStyle = linear(
        c,
        [w * x - 60, 0, w * x + 60, 0],
        [
          [0, tones.ink],
          [0.5, blend(tones.deep, tones.ink, 0.4)],
          [1, blend(tones.deep, tones.sky, 0.3)],
        ],
      );
      c.fillRect(w * x - short * 0.075, h * 0.3, short * 0.15, view.y1);
      c.fillRect(w * x - short * 0.095, h * 0.28, short * 0.19, h * 0.035);
      c.fill(ellipse(w * x, h * 0.23, short * 0.055));
      c.strokeStyle = tones.ink;
      c.lineWidth = 6;
      for (let bar = 0; bar < 4; bar++) {
        const px = w * x + side * short * (0.11 + bar * 0.045);
        c.beginPath();
        c.moveTo(px, view.y1);
        c.lineTo(px, h * (0.42 + bar * 0.035));
        c.stroke();
        c.fillStyle = tones.ink;
        c.fill(ellipse(px, h * (0.41 + bar * 0.035), 6, 11));
      }
      c.beginPath();
      c.moveTo(w * x + side * short * 0.07, h * 0.4);
      c.quadraticCurveTo(w * x + side * short * 0.2, h * 0.44, w * x + side * short * 0.27, h * 0.6);
      c.stroke();
      for (let bunch = 0; bunch < 15; bunch++)
        wisteria(stage, c, {
          x: w * x + stage.between(-0.1, 0.12) * short * 1.1,
          y: h * stage.between(0.2, 0.4),
          length: h * stage.between(0.1, 0.24),
          wide: 20,
          tones: [blend(tones.accent, tones.deep, 0.7), blend(tones.accent, tones.haze, 0.3)],
        });
    }
    const colours = blossoms(stage);
    cup(stage, c, { x: w * 0.13, y: h * 1.0, size: short * 0.11, colours: colours[0]! });
    cup(stage, c, { x: w * 0.87, y: h * 1.01, size: short * 0.12, colours: colours[1]! });
  });
}

function lantern(stage: VistaStage, c: Context, { x, y, tall }: { x: number; y: number; tall: number }): void {
  const { tones } = stage;
  c.fillStyle = tones.ink;
  c.fillRect(x - tall * 0.025, y - tall, tall * 0.05, tall);
  c.fillStyle = tones.glare;
  c.fill(ellipse(x, y - tall, tall * 0.12));
  stage.lamp(c, { x, y: y - tall, radius: tall * 0.9, colour: tones.light, strength: 0.85, flickers: true });
  c.save();
  c.translate(x, y);
  c.scale(1, 0.24);
  glow(c, 0, 0, tall * 0.9, tones.light, 0.5 + 0.2 * fbm(x, y, 1));
  c.restore();
}
