import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { smooth } from '../noise.ts';
import { field, fillBox, glow, linear, radial } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { arc, ball, column, cuboid, isometric, rings } from './solids.ts';
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

/** Close up: circles, arcs and beams that hold each other in balance on pale ground. */
export function composition(stage: VistaStage): void {
  const { tones, w, h, view, short, tense } = stage;
  stage.footing = 'floating';
  const heart = { x: w * 0.6, y: h * 0.4 };
  stage.key = { x: w * 0.2, y: h * 0.1, colour: tones.light };
  stage.layer('ground', 1, {}, (c) => {
    fillBox(
      c,
      stage.all,
      radial(c, heart.x, heart.y, w * 0.75, [
        [0, blend(tones.haze, tones.light, 0.7)],
        [0.6, tones.haze],
        [1, blend(tones.haze, tones.sky, 0.5)],
      ]),
    );
    stage.lamp(c, { ...heart, radius: short * 0.6, colour: tones.light, strength: 0.4 });
  });
  const turned = stage.between(-0.5, -0.05) - tense * 0.3;
  stage.layer('planes', 0.86, { bloom: 0 }, (c) => {
    c.fillStyle = alpha(tones.sky, 0.85);
    c.fill(
      polygon([
        [view.x0, h * 0.2],
        [w * 0.42, view.y0],
        [w * 0.56, view.y0],
        [w * 0.1, view.y1],
        [view.x0, view.y1],
      ]),
    );
    c.fillStyle = alpha(blend(tones.haze, tones.accent, 0.45), 0.85);
    c.fill(
      polygon([
        [w * 0.9, view.y0],
        [view.x1, view.y0],
        [view.x1, h * 0.9],
        [w * 0.66, h * 0.98],
      ]),
    );
    for (let column = 0; column < 7; column++) {
      for (let row = 0; row < 4; row++) {
        if ((column + row) % 2) continue;
        const s = short * 0.042;
        c.fillStyle = blend(tones.deep, tones.sky, 0.25);
        c.save();
        c.translate(w * 0.82, h * 0.74);
        c.rotate(turned);
        c.fillRect(column * s, row * s, s, s);
        c.restore();
      }
    }
  });
  stage.layer('circle', 0.66, { bloom: 0 }, (c) => {
    const r = short * 0.31 * stage.bigger;
    glow(c, heart.x, heart.y, r * 1.9, tones.accent, 0.5);
    c.fillStyle = alpha(tones.deep, 0.2);
    c.fill(ellipse(heart.x + 16, heart.y + 20, r));
    rings(c, heart.x, heart.y, [
      [r, tones.deep],
      [r * 0.93, tones.main],
      [r * 0.74, blend(tones.main, tones.accent, 0.6)],
      [r * 0.6, tones.sky],
      [r * 0.5, blend(tones.sky, tones.deep, 0.5)],
    ]);
    const segments = Math.round(stage.by(10, 22));
    for (let index = 0; index < segments; index += 2) {
      const [a, b] = [(index / segments) * Math.PI * 2, ((index + 1) / segments) * Math.PI * 2];
      c.fillStyle = tones.light;
      c.beginPath();
      c.arc(heart.x, heart.y, r * 0.6, a, b);
      c.arc(heart.x, heart.y, r * 0.5, b, a, true);
      c.fill();
    }
    ball(stage, c, { x: heart.x, y: heart.y, r: r * 0.34, colour: tones.accent });
  });
  const swing = stage.between(2.9, 3.7);
  stage.layer('beams', 0.5, { bloom: 0 }, (c) => {
    const beam = (x0: number, y0: number, x1: number, y1: number, width: number, colour: string) => {
      c.lineCap = 'butt';
      c.strokeStyle = alpha(tones.deep, 0.22);
      c.lineWidth = width;
      c.beginPath();
      c.moveTo(w * x0 + 8, h * y0 + 10);
      c.lineTo(w * x1 + 8, h * y1 + 10);
      c.stroke();
      c.strokeStyle = colour;
      c.beginPath();
      c.moveTo(w * x0, h * y0);
      c.lineTo(w * x1, h * y1);
      c.stroke();
    };
    beam(-0.1, 0.92, 0.9, 0.02, 13, tones.ink);
    beam(0.08, 0.06, 0.5, 0.98, 5, tones.main);
    beam(0.3, 0.7, 1.08, 0.56, 3, tones.ink);
    for (let index = 0; index < 6; index++)
      beam(0.62 + index * 0.022, 0.98 - index * 0.01, 0.78 + index * 0.022, 0.6 - index * 0.012, 2.5, tones.ink);
    arc(c, w * 0.24, h * 0.62, short * 0.3, swing, swing + 2.2, tones.accent, 26);
    arc(c, w * 0.24, h * 0.62, short * 0.24, swing - 0.2, swing + 1.9, tones.ink, 4);
    arc(c, w * 0.24, h * 0.62, short * 0.2, swing, swing + 1.6, tones.main, 9);
    c.globalCompositeOperation = 'multiply';
    c.fillStyle = alpha(tones.accent, 0.7);
    c.fill(
      polygon([
        [w * 0.4, h * 0.78],
        [w * 0.74, h * 0.66],
        [w * 0.54, h * 0.2],
      ]),
    );
    c.globalCompositeOperation = 'source-over';
  });
  stage.thread(0.34, {
    air: [
      [w * 0.16, h * 0.74, h * 0.16],
      [w * 0.46, h * 0.24, h * 0.18],
    ],
    road: [
      [w * -0.02, h * 1.1, 13],
      [w * 0.2, h * 0.7, 10],
      [w * 0.46, h * 0.42, 7],
      [w * 0.72, h * 0.2, 5],
      [w * 0.9, h * 0.02, 3],
    ],
  });
  stage.layer('balls', 0.16, { bloom: 0 }, (c) => {
    for (const [x, y, r, colour] of [
      [0.09, 0.2, 0.09, tones.main],
      [0.95, 0.62, 0.1, tones.sky],
      [0.36, 0.9, 0.045, tones.accent],
      [0.84, 0.16, 0.05, tones.ink],
      [0.26, 0.12, 0.024, tones.ink],
    ] as const) {
      c.fillStyle = alpha(tones.deep, 0.2);
      c.fill(ellipse(w * x + short * r * 0.24, h * y + short * r * 0.3, short * r));
      ball(stage, c, { x: w * x, y: h * y, r: short * r * stage.bigger * stage.between(0.8, 1.15), colour });
    }
  });
}

/** The great sphere with everything that circles it, above the last stairs. */
export function orbits(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const heart = { x: w * 0.5, y: h * 0.37 };
  const r = short * 0.235 * stage.bigger;
  stage.key = { x: heart.x - w * 0.1, y: heart.y - h * 0.3, colour: tones.light };
  stage.layer('rays', 1, {}, (c) => {
    fillBox(c, stage.all, tones.sky);
    const rays = Math.round(stage.by(9, 18)) * 2;
    const reach = Math.hypot(w, h);
    for (let ray = 0; ray < rays; ray++) {
      const [a, b] = [(ray / rays) * Math.PI * 2, ((ray + 1) / rays) * Math.PI * 2];
      const [near, far] =
        ray % 2
          ? [tones.light, tones.main]
          : [blend(tones.main, tones.accent, 0.4), blend(tones.deep, tones.sky, 0.35)];
      c.fillStyle = radial(c, heart.x, heart.y, w * 0.7, [
        [0, near],
        [0.32, blend(near, far, 0.45)],
        [0.8, far],
        [1, blend(far, tones.deep, 0.4)],
      ]);
      c.beginPath();
      c.moveTo(heart.x, heart.y);
      c.lineTo(heart.x + Math.cos(a) * reach, heart.y + Math.sin(a) * reach);
      c.lineTo(heart.x + Math.cos(b + 0.004) * reach, heart.y + Math.sin(b + 0.004) * reach);
      c.fill();
    }
    stage.lamp(c, { ...heart, radius: r * 3.4, colour: tones.light, strength: 0.75 });
  });
  const count = Math.round(stage.by(2, 5));
  const ways = Array.from({ length: count }, (_, index) => ({
    rx: r * (1.5 + index * 0.42),
    ry: r * (0.36 + index * 0.13),
    tilt: (index % 2 ? 0.42 : -0.34) + index * 0.06,
    at: stage.between(0, 1.2) + index * 1.9,
    size: r * (0.1 + (index % 3) * 0.055),
  }));
  const half = (c: Context, front: boolean) => {
    ways.forEach(({ rx, ry, tilt, at, size }, index) => {
      c.strokeStyle = front ? tones.glare : alpha(tones.light, 0.7);
      c.lineWidth = front ? 3 : 2;
      c.beginPath();
      c.ellipse(heart.x, heart.y, rx, ry, tilt, front ? 0 : Math.PI, front ? Math.PI : Math.PI * 2);
      c.stroke();
      for (const turn of [at, at + 2.6]) {
        const angle = turn % (Math.PI * 2);
        if (angle < Math.PI !== front) continue;
        const [u, v] = [Math.cos(angle) * rx, Math.sin(angle) * ry];
        const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
        ball(stage, c, {
          x: heart.x + u * cos - v * sin,
          y: heart.y + u * sin + v * cos,
          r: size * (front ? 1.15 : 0.85),
          colour: [tones.accent, tones.sky, tones.main, blend(tones.haze, tones.sky, 0.4)][index % 4]!,
        });
      }
    });
  };
  stage.layer('far orbits', 0.88, { bloom: 0 }, (c) => half(c, false));
  stage.layer('sphere', 0.78, { bloom: 0.7 }, (c) => {
    rings(c, heart.x, heart.y, [
      [r * 1.26, tones.light, 0.3],
      [r * 1.13, tones.glare, 0.7],
    ]);
    checkeredSphere(stage, c, { ...heart, r });
  });
  stage.layer('orbits', 0.66, { bloom: 0 }, (c) => half(c, true));
  stage.layer('wings', 0.5, { bloom: 0 }, (c) => {
    for (const side of [-1, 1]) {
      for (let index = 0; index < 5; index++) {
        const x = w / 2 + side * (w * 0.2 + index * w * 0.078);
        column(stage, c, {
          x,
          foot: h * 1.02,
          tall: h * (0.16 + index * 0.085) * (0.8 + stage.grand * 0.3),
          half: short * 0.036,
          colour: [tones.main, tones.accent, tones.sky][index % 3]!,
        });
      }
    }
  });
  const steps = 9;
  const step = (index: number) => ({ half: w * (0.36 - index * 0.032), y: h * (1.02 - index * 0.034) });
  stage.layer('steps', 0.42, { bloom: 0 }, (c) => {
    for (let index = 0; index < steps; index++) {
      const { half: wide, y } = step(index);
      const tall = h * 0.035;
      c.fillStyle = linear(
        c,
        [w / 2 - wide, 0, w / 2 + wide, 0],
        [
          [0, blend(tones.deep, tones.sky, 0.3)],
          [0.5, blend(tones.sky, tones.haze, 0.3 + index * 0.05)],
          [1, tones.deep],
        ],
      );
      c.fillRect(w / 2 - wide, y, wide * 2, index ? tall : view.y1 - y);
      c.fillStyle = blend(tones.haze, tones.light, 0.2 + index * 0.08);
      c.fillRect(w / 2 - wide, y - h * 0.008, wide * 2, h * 0.01);
    }
  });
  stage.thread(0.36, {
    air: [
      [w * 0.14, h * 0.62, h * 0.15],
      [w * 0.5, h * 0.2, h * 0.2],
    ],
    ground: [
      [w * 0.5, h * 0.985, h * 0.27],
      [w * 0.5, h * 0.745, h * 0.2],
    ],
    road: [
      [w * 0.5, h * 1.12, 30],
      [w * 0.5, h * 0.98, 22],
      [w * 0.5, h * 0.86, 16],
      [w * 0.5, h * 0.745, 10],
      [w * 0.5, h * 0.6, 3],
    ],
  });
  stage.layer('near', 0.06, { bloom: 0 }, (c) => {
    ball(stage, c, { x: w * 0.02, y: h * 0.98, r: short * 0.2, colour: tones.sky });
    ball(stage, c, { x: w * 0.99, y: h * 0.93, r: short * 0.15, colour: tones.main });
    ball(stage, c, { x: w * 0.87, y: h * 1.02, r: short * 0.07, colour: tones.accent });
  });
}

/** A sphere under a chessboard that winds around it. */
function checkeredSphere(stage: VistaStage, c: Context, { x, y, r }: { x: number; y: number; r: number }): void {
  const { tones, tense } = stage;
  const dark = ramp([tones.ink, tones.deep, blend(tones.deep, tones.main, 0.5)], 32);
  const pale = ramp([blend(tones.deep, tones.haze, 0.4), tones.haze, tones.glare], 32);
  const [lx, ly, lz] = [-0.45, -0.66, 0.6];
  field(c, [x - r, y - r, x + r, y + r], 0.9, (px, py, out) => {
    const [nx, ny] = [(px - x) / r, (py - y) / r];
    const d = nx * nx + ny * ny;
    if (d >= 1) {
      out[3] = 0;
      return;
    }
    const nz = Math.sqrt(1 - d);
    const [ty, tz] = [ny * 0.88 - nz * 0.47, ny * 0.47 + nz * 0.88];
    const [latitude, longitude] = [Math.asin(ty), Math.atan2(nx, tz)];
    const u = (longitude / Math.PI) * 9 + latitude * (0.8 + tense * 1.6);
    const v = (latitude / Math.PI) * 9;
    const wave = Math.sin(u * Math.PI) * Math.sin(v * Math.PI);
    const black = smooth(-0.1, 0.1, wave);
    const light = Math.max(0, Math.min(1, 0.18 + 0.86 * Math.max(0, nx * lx + ny * ly + nz * lz)));
    const [a, b] = [dark[(light * 31) | 0]!, pale[(light * 31) | 0]!];
    for (let part = 0; part < 3; part++) out[part] = b[part]! + (a[part]! - b[part]!) * black;
    out[3] = 255 * smooth(1, 0.985, d);
  });
}
