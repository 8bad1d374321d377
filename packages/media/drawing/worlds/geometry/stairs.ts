import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { blend } from '../../colour.ts';
import { ellipse } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fillBox, linear } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { ball, cuboid, isometric, rings } from './solids.ts';
import type { Faces } from './solids.ts';

/** Towers, stairs and bridges in a space without vanishing point. */
export function stairs(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const sun = { x: w * 0.26, y: h * 0.3 };
  stage.key = { ...sun, colour: tones.light };
  stage.footing = 'floating';
  const air = blend(tones.haze, tones.sky, 0.28);
  stage.layer('air', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, view.y1],
        [
          [0, tones.sky],
          [0.5, air],
          [1, blend(tones.haze, tones.light, 0.4)],
        ],
      ),
    );
    const r = short * 0.26 * stage.bigger;
    stage.lamp(c, { ...sun, radius: r * 2.2, colour: tones.light, strength: 0.45 });
    rings(c, sun.x, sun.y, [
      [r, tones.light, 0.3],
      [r * 0.78, tones.light, 0.5],
      [r * 0.56, tones.glare, 0.95],
    ]);
  });
  const facesOf = (colour: string, far: number): Faces => [
    tones.far(blend(colour, tones.light, 0.55), far),
    tones.far(colour, far),
    tones.far(blend(colour, tones.deep, 0.62), far),
  ];
  stage.layer('far towers', 0.84, { bloom: 0 }, (c) => {
    for (const [x, y, u, tall] of [
      [0.08, 0.62, 0.03, 9],
      [0.2, 0.74, 0.034, 8],
      [0.55, 0.5, 0.026, 14],
      [0.93, 0.44, 0.034, 14],
      [0.8, 0.64, 0.028, 12],
    ] as const)
      tower(stage, c, {
        x: w * x,
        y: h * y,
        u: short * u,
        tall,
        faces: facesOf(blend(tones.main, tones.sky, 0.4), 0.6),
        fade: air,
        cap: tones.far(tones.accent, 0.5),
      });
  });
  stage.layer('towers', 0.6, { bloom: 0 }, (c) => {
    const faces = facesOf(tones.main, 0.16);
    tower(stage, c, {
      x: w * 0.14,
      y: h * 0.62,
      u: short * 0.06,
      tall: 9,
      faces,
      fade: air,
      cap: tones.accent,
      door: true,
    });
    flight(c, isometric(w * 0.5, h * 0.78, short * 0.045), {
      steps: Math.round(stage.by(7, 11)),
      faces: facesOf(tones.accent, 0.12),
      fade: air,
    });
    tower(stage, c, {
      x: w * 0.84,
      y: h * 0.42,
      u: short * 0.07,
      tall: 12,
      faces,
      fade: air,
      cap: tones.sky,
      door: true,
    });
  });
  stage.layer('bridge', 0.4, { bloom: 0 }, (c) => {
    const u = short * 0.06;
    const at = isometric(w * 0.6, h * 0.7, u);
    const faces = facesOf(blend(tones.haze, tones.main, 0.5), 0.04);
    cuboid(c, at, [-5, 3, -12, 1.4, 1.4, 12], faces, air);
    cuboid(c, at, [3, 3, -12, 1.4, 1.4, 12], faces, air);
    cuboid(c, at, [-7, 3, 0, 15, 1.4, 0.7], faces);
    for (let post = 0; post < 7; post++)
      cuboid(c, at, [-6.8 + post * 2.3, 3, 0.7, 0.2, 0.2, 0.5], facesOf(tones.main, 0));
    const [bx, by] = at(6.9, 3.7, 0.7);
    ball(stage, c, { x: bx, y: by - u * 0.85, r: u * 0.95 * stage.bigger, colour: tones.main });
  });
  const [from, to] = [
    isometric(w * 0.6, h * 0.7, short * 0.06)(-5, 3.8, 0.7),
    isometric(w * 0.6, h * 0.7, short * 0.06)(4.4, 3.8, 0.7),
  ];
  stage.thread(0.38, {
    air: [
      [w * 0.2, h * 0.5, h * 0.12],
      [w * 0.56, h * 0.24, h * 0.12],
    ],
    ground: [
      [from[0], from[1], h * 0.17],
      [to[0], to[1], h * 0.17],
    ],
    road: [
      [from[0] - w * 0.12, from[1] - h * 0.12, 5],
      [from[0], from[1], 5],
      [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, 5],
      [to[0], to[1], 5],
    ],
  });
  stage.layer('near', 0.08, { bloom: 0 }, (c) => {
    const dark = facesOf(blend(tones.deep, tones.sky, 0.4), 0);
    tower(stage, c, {
      x: w * -0.01,
      y: h * 0.86,
      u: short * 0.13,
      tall: 6,
      faces: dark,
      fade: tones.ink,
      cap: tones.main,
    });
    tower(stage, c, {
      x: w * 1.02,
      y: h * 0.9,
      u: short * 0.11,
      tall: 6,
      faces: dark,
      fade: tones.ink,
      cap: tones.accent,
    });
  });
}

function tower(
  stage: VistaStage,
  c: Context,
  {
    x,
    y,
    u,
    tall,
    faces,
    fade,
    cap,
    door = false,
  }: { x: number; y: number; u: number; tall: number; faces: Faces; fade: string; cap: string; door?: boolean },
): void {
  const { tones } = stage;
  const at = isometric(x, y + u * stage.between(-0.8, 0.5), u);
  cuboid(c, at, [-1, -1, -tall, 2, 2, tall], faces, fade);
  cuboid(c, at, [-1.25, -1.25, 0, 2.5, 2.5, 0.35], faces);
  const [tx, ty] = at(0, 0, 0.35);
  const side = faces[1];
  const dome = new Path2D();
  dome.arc(tx, ty, u * 0.95, Math.PI, 0);
  dome.ellipse(tx, ty, u * 0.95, u * 0.5, 0, 0, Math.PI);
  c.fillStyle = linear(
    c,
    [tx - u, ty - u, tx + u, ty],
    [
      [0, blend(cap, tones.light, 0.7)],
      [0.5, cap],
      [1, blend(cap, tones.deep, 0.65)],
    ],
  );
  c.fill(dome);
  c.strokeStyle = side;
  c.lineWidth = Math.max(1, u * 0.08);
  c.beginPath();
  c.moveTo(tx, ty - u * 0.9);
  c.lineTo(tx, ty - u * 1.7);
  c.stroke();
  c.fillStyle = tones.light;
  c.fill(ellipse(tx, ty - u * 1.75, u * 0.12));
  for (let row = 0; row < tall - 2; row += 2) {
    const a = at(0.1, 1, -0.8 - row);
    opening(
      c,
      a,
      u * 0.34,
      u * (door && row > 0 ? 1.1 : 0.6),
      [0.866, 0.5],
      row % 4 ? tones.light : blend(side, tones.deep, 0.7),
    );
  }
}

/** An arched opening on a face that runs along the direction. */
function opening(c: Context, [x, y]: Point, half: number, tall: number, [ux, uy]: Point, colour: string): void {
  c.save();
  c.transform(ux, uy, 0, 1, x, y);
  const path = new Path2D();
  path.moveTo(-half, tall);
  path.lineTo(-half, 0);
  path.arc(0, 0, half, Math.PI, 0);
  path.lineTo(half, tall);
  path.closePath();
  c.fillStyle = colour;
  c.fill(path);
  c.restore();
}

function flight(
  c: Context,
  at: ReturnType<typeof isometric>,
  { steps, faces, fade }: { steps: number; faces: Faces; fade: string },
): void {
  for (let step = steps; step >= 0; step--) cuboid(c, at, [-1.2, -step, -6, 2.4, 1, 6 + step * 0.62], faces, fade);
  for (let step = 1; step < steps; step++)
    cuboid(c, at, [1.2 + (step - 1), -0.2, -7 - step * 0.6, 1, 1.8, 7], faces, fade);
}
