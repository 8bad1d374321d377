import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { smooth } from '../noise.ts';
import { field, fillBox, linear, radial } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { ball, column, rings } from './solids.ts';

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
