import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, polygon, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm, noise, smooth } from '../noise.ts';
import { field, fillBox, glow, linear, shafts } from '../paint.ts';
import { clouds, disc, sky } from '../scenery.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { mesa, sand } from './land.ts';

/** In the rock: walls like frozen waves, a slot of sky, one beam of light down to the sand. */
export function slotCanyon(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const slot = { x: w * 0.52, y: -h * 0.04 };
  stage.key = { x: slot.x, y: h * 0.16, colour: tones.light };
  stage.layer('far wall', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, view.y1],
        [
          [0, tones.glare],
          [0.24, blend(tones.light, tones.haze, 0.5)],
          [0.6, tones.main],
          [1, blend(tones.main, tones.deep, 0.6)],
        ],
      ),
    );
    wall(stage, c, { side: 1, edge: (y) => w * (0.2 + 0.06 * Math.sin(y / 130)), distance: 0.5, glowing: 0.5 });
    glow(c, slot.x, h * 0.1, w * 0.34, tones.light, 0.7);
  });
  stage.layer('middle walls', 0.78, {}, (c) => {
    wall(stage, c, {
      side: -1,
      edge: (y) => w * (0.43 + 0.045 * Math.sin(y / 120 + 1) - 0.05 * (y / h)),
      distance: 0.26,
      glowing: 0.34,
    });
    wall(stage, c, {
      side: 1,
      edge: (y) => w * (0.6 + 0.05 * Math.sin(y / 105 + 2.6) + 0.03 * (y / h)),
      distance: 0.22,
      glowing: 0.32,
    });
  });
  const floor = (x: number) => h * (0.78 + 0.03 * Math.sin(x / 160)) + 6 * (fbm(x / 50, 2, 2) - 0.5);
  stage.layer('floor', 0.6, {}, (c) => sand(stage, c, floor, { distance: 0.02, ripples: 1.3 }));
  stage.layer('beam', 0.56, { bloom: 0 }, (c) => {
    shafts(
      c,
      [w * 0.24, view.y0, w * 0.86, h * 0.95],
      { x: slot.x, y: -h * 0.3, colour: tones.light, strength: stage.by(0.5, 0.95) },
      [
        { angle: Math.PI / 2 + 0.05, width: 0.05, length: h * 1.25, strength: 0.85 },
        { angle: Math.PI / 2 - 0.1, width: 0.022, length: h * 1.2, strength: 0.5 },
        { angle: Math.PI / 2 + 0.19, width: 0.02, length: h * 1.1, strength: 0.4 },
      ],
    );
    c.save();
    c.translate(w * 0.5, h * 0.86);
    c.scale(1, 0.2);
    glow(c, 0, 0, w * 0.17, tones.light, 0.75);
    c.restore();
  });
  stage.thread(0.44, {
    air: [
      [w * 0.38, h * 0.6, h * 0.11],
      [w * 0.51, h * 0.26, h * 0.11],
    ],
    ground: [
      [w * 0.42, h * 0.95, h * 0.23],
      [w * 0.505, h * 0.84, h * 0.16],
    ],
    road: [
      [w * 0.34, h * 1.14, 15],
      [w * 0.42, h * 0.96, 8],
      [w * 0.52, h * 0.88, 5],
      [w * 0.49, h * 0.82, 3],
      [w * 0.51, h * 0.78, 1.6],
    ],
  });
  stage.layer('near walls', 0.16, {}, (c) => {
    wall(stage, c, {
      side: -1,
      edge: (y) => w * (0.24 + 0.07 * Math.sin(y / 150 + 0.4) - 0.06 * (y / h)),
      distance: 0,
      glowing: 0.18,
    });
    wall(stage, c, {
      side: 1,
      edge: (y) => w * (0.8 + 0.055 * Math.sin(y / 140 + 3.4) + 0.03 * (y / h)),
      distance: 0,
      glowing: 0.16,
    });
  });
}

/** A wall of layered stone left (-1) or right (1) of an edge: bands that flow, brightest towards the slot. */
function wall(
  stage: VistaStage,
  c: Context,
  options: { side: 1 | -1; edge: (y: number) => number; distance: number; glowing: number },
): void {
  const { tones, view, w, h } = stage;
  const { side, edge, distance, glowing } = options;
  const offset = stage.between(0, 200);
  const stone = ramp(
    [
      tones.ink,
      blend(tones.deep, tones.ink, 0.3),
      blend(tones.deep, tones.main, 0.6),
      tones.main,
      blend(tones.main, tones.haze, 0.6),
      tones.light,
    ].map((tone) => tones.far(tone, distance * 0.6)),
    96,
  );
  const path = new Path2D();
  path.moveTo(side < 0 ? view.x0 : view.x1, view.y0);
  for (let y = view.y0; y <= view.y1 + 6; y += 6) path.lineTo(edge(y) + 10 * (fbm(y / 60 + offset, 2, 3) - 0.5), y);
  path.lineTo(side < 0 ? view.x0 : view.x1, view.y1);
  path.closePath();
  const limit = side < 0 ? [view.x0, w * 0.62] : [w * 0.14, view.x1];
  c.save();
  c.clip(path);
  field(c, [limit[0]!, view.y0, limit[1]!, view.y1], 2.8, (x, y, out) => {
    const away = Math.abs(x - edge(y)) / (w * 0.2);
    const flow = fbm(x / 260 + offset, y / 230, 3);
    const band = (y + flow * 330 + away * 60) / 30;
    const strata = noise(offset, band) * 0.62 + noise(offset + 9, band * 3.3) * 0.38;
    const relief = noise(offset, band) - noise(offset, band + 0.5);
    const down = y / h;
    const value =
      0.16 +
      glowing * Math.exp(-away * 1.5) +
      0.3 * smooth(0.7, -0.1, down) * Math.exp(-away * 0.7) +
      (strata - 0.5) * 0.34 +
      relief * 0.16 +
      (fbm(x / 8, y / 5, 2) - 0.5) * 0.06 -
      smooth(0.5, 1.1, down) * 0.16;
    const tone = stone[(Math.max(0, Math.min(1, value)) * 95) | 0]!;
    out[0] = tone[0];
    out[1] = tone[1];
    out[2] = tone[2];
  });
  c.restore();
}

/** Close: an old sign of bulbs at the wayside, seen from below, wires across the sky. */
export function wayside(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.86;
  const sun = { x: w * 0.22, y: h * 0.66 };
  stage.key = { ...sun, colour: tones.light };
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    sky(stage, c, horizon, [
      [0, blend(tones.deep, tones.sky, 0.45)],
      [0.45, tones.sky],
      [0.8, tones.haze],
      [1, tones.light],
    ]);
    clouds(stage, c, [view.x0, view.y0, view.x1, h * 0.8], {
      size: [300, 74],
      cover: 0.56 + stage.tense * 0.2,
      shade: blend(tones.sky, tones.deep, 0.3),
      lit: blend(tones.light, tones.haze, 0.2),
      strength: 0.92,
    });
    disc(stage, c, { ...sun, r: stage.short * 0.09 * stage.bigger });
  });
  stage.layer('mesas', 0.84, { soft: 1.6 }, (c) => {
    mesa(stage, c, { x: w * 0.5, foot: horizon + 8, wide: w * 0.34, tall: h * 0.14, distance: 0.4, cell: 5 });
    mesa(stage, c, { x: w * 0.06, foot: horizon + 8, wide: w * 0.3, tall: h * 0.1, distance: 0.45, cell: 5 });
    mesa(stage, c, { x: w * 0.92, foot: horizon + 8, wide: w * 0.3, tall: h * 0.2, distance: 0.3, cell: 5 });
    sand(stage, c, (x) => horizon + 4 * Math.sin(x / 90), { distance: 0.06 });
  });
  stage.layer('wires', 0.62, {}, (c) => {
    c.strokeStyle = blend(tones.ink, tones.deep, 0.4);
    for (let wire = 0; wire < 4; wire++) {
      c.lineWidth = 1.8;
      c.stroke(
        curve([
          [view.x0, h * (0.1 + wire * 0.05)],
          [w * 0.3, h * (0.24 + wire * 0.045)],
          [w * 0.62, h * (0.16 + wire * 0.04)],
          [view.x1, h * (-0.06 + wire * 0.05)],
        ]),
      );
    }
  });
  stage.thread(0.5, {
    air: [
      [w * 0.1, h * 0.5, h * 0.14],
      [w * 0.38, h * 0.26, h * 0.17],
    ],
    ground: [
      [w * 0.12, h * 0.97, h * 0.3],
      [w * 0.4, h * 0.95, h * 0.34],
    ],
    road: [
      [w * 0.04, h * 1.14, 15],
      [w * 0.16, h * 0.99, 8],
      [w * 0.3, h * 0.91, 4],
      [w * 0.24, horizon + 6, 2],
    ],
  });
  stage.layer('sign', 0.32, { bloom: 0.9 }, (c) =>
    bulbSign(stage, c, w * 0.68, h * 0.36, stage.short * 0.3 * Math.min(1.15, stage.bigger)),
  );
  stage.layer('plants', 0.08, { soft: 1.2 }, (c) => {
    for (const [x, size] of [
      [0.02, 0.2],
      [0.1, 0.12],
      [0.88, 0.22],
      [0.98, 0.28],
      [0.8, 0.1],
    ] as const)
      agave(stage, c, w * x, h * 1.04, h * size);
  });
}

/** An arrow of bulbs on two poles that points down the road. */
function bulbSign(stage: VistaStage, c: Context, x: number, y: number, r: number): void {
  const { tones, view } = stage;
  c.fillStyle = linear(
    c,
    [x - r * 0.5, 0, x + r * 0.5, 0],
    [
      [0, blend(tones.deep, tones.light, 0.36)],
      [0.3, tones.deep],
      [1, tones.ink],
    ],
  );
  for (const dx of [-0.42, 0.34])
    c.fill(
      polygon([
        [x + r * dx, y],
        [x + r * (dx + 0.1), y],
        [x + r * (dx + 0.12), view.y1],
        [x + r * (dx - 0.02), view.y1],
      ]),
    );
  const arrow: Point[] = [
    [-1.25, -0.42],
    [0.35, -0.42],
    [0.35, -0.78],
    [1.3, 0],
    [0.35, 0.78],
    [0.35, 0.42],
    [-1.25, 0.42],
  ].map(([u, v]): Point => [x + u! * r, y + v! * r]);
  const shape = polygon(arrow);
  c.fillStyle = linear(
    c,
    [x, y - r, x, y + r],
    [
      [0, blend(tones.accent, tones.ink, 0.3)],
      [0.5, blend(tones.accent, tones.deep, 0.4)],
      [1, blend(tones.accent, tones.ink, 0.72)],
    ],
  );
  c.fill(shape);
  c.strokeStyle = linear(
    c,
    [x - r, y - r, x + r, y + r],
    [
      [0, blend(tones.haze, tones.light, 0.5)],
      [1, tones.deep],
    ],
  );
  c.lineWidth = r * 0.06;
  c.stroke(shape);
  c.save();
  c.clip(shape);
  for (let stain = 0; stain < 26; stain++) {
    const sx = x + stage.between(-1.2, 1.2) * r;
    c.fillStyle = linear(
      c,
      [0, y - r * 0.5, 0, y + r * 0.6],
      [
        [0, tones.ink, 0.3 * stage.random()],
        [1, tones.ink, 0],
      ],
    );
    c.fillRect(sx, y - r * 0.5, stage.between(2, 9), r * stage.between(0.3, 1.1));
  }
  c.restore();
  const bulbs: Point[] = [];
  arrow.forEach((from, index) => {
    const to = arrow[(index + 1) % arrow.length]!;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const count = Math.max(1, Math.round(length / (r * 0.2)));
    for (let step = 0; step < count; step++)
      bulbs.push([from[0] + ((to[0] - from[0]) * step) / count, from[1] + ((to[1] - from[1]) * step) / count]);
  });
  for (let step = 0; step < 8; step++) bulbs.push([x + r * (-1 + step * 0.2), y]);
  bulbs.forEach(([bx, by], index) => {
    const [ix, iy] = [x + (bx - x) * 0.88, y + (by - y) * 0.84];
    const isLit = stage.random() < stage.by(0.55, 1);
    c.fillStyle = isLit ? tones.glare : blend(tones.deep, tones.haze, 0.4);
    c.fill(ellipse(ix, iy, r * 0.042));
    if (!isLit) return;
    glow(c, ix, iy, r * 0.22, tones.light, 0.7);
    if (index % 7 === 0) stage.lamp(c, { x: ix, y: iy, radius: r * 0.5, colour: tones.light, strength: 0.3 });
  });
  stage.lamp(c, { x, y, radius: r * 2.2, colour: tones.light, strength: stage.by(0.2, 0.5) });
}

function agave(stage: VistaStage, c: Context, x: number, foot: number, size: number): void {
  const { tones } = stage;
  for (let leaf = 0; leaf < 17; leaf++) {
    const angle = -Math.PI / 2 + ((leaf / 16) * 2 - 1) * 1.25;
    const long = size * stage.between(0.8, 1.15);
    const [tx, ty] = [x + Math.cos(angle) * long, foot + Math.sin(angle) * long];
    const [nx, ny] = [-Math.sin(angle) * size * 0.07, Math.cos(angle) * size * 0.07];
    const [mx, my] = [x + Math.cos(angle) * long * 0.4, foot + Math.sin(angle) * long * 0.4];
    c.fillStyle = linear(
      c,
      [x, foot, tx, ty],
      [
        [0, tones.ink],
        [0.6, blend(tones.ink, tones.accent, 0.3)],
        [1, blend(tones.accent, tones.light, 0.3)],
      ],
    );
    c.fill(
      spline(
        [
          [x, foot],
          [mx + nx, my + ny],
          [tx, ty],
          [mx - nx, my - ny],
        ],
        0.7,
      ),
    );
    c.strokeStyle = alpha(tones.ink, 0.5);
    c.lineWidth = 1;
    c.stroke(
      curve(
        [
          [x, foot],
          [tx, ty],
        ],
        0,
      ),
    );
  }
}
