import { Path2D } from '@napi-rs/canvas';
import { alpha, blend } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { glow, linear } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { fog, night, pool, silver, streetLamp } from './night.ts';

/** The harbour at night: bridge, cranes and a ship in the fog, lamps along the quay. */
export function harbour(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const { black, tone, white } = silver(stage);
  stage.footing = 'wet';
  const moon = { x: w * 0.66, y: h * 0.27 };
  stage.key = { ...moon, colour: tones.light };
  const water = h * 0.66;
  stage.layer('night', 1, {}, (c) => {
    night(stage, c, { ...moon, reach: w * 0.62, strength: 0.74 + stage.grand * 0.3 });
    const r = short * 0.12 * stage.bigger;
    stage.lamp(c, { ...moon, radius: r * 3.4, colour: tones.light, strength: 0.5 });
    c.fillStyle = white;
    c.beginPath();
    c.arc(moon.x, moon.y, r, 0, 7);
    c.fill();
    fog(stage, c, [view.x0, h * 0.08, view.x1, h * 0.52], { ...moon, reach: w * 0.7, strength: 0.75, size: 240 });
  });
  stage.layer('city', 0.9, { bloom: 0 }, (c) => {
    const path = new Path2D();
    path.moveTo(view.x0, water);
    for (let x = view.x0; x < view.x1;) {
      const wide = stage.between(18, 58);
      const y = water - h * (0.05 + 0.17 * fbm(x / 120, 3, 2) ** 1.4 + (stage.random() < 0.14 ? 0.08 : 0));
      path.lineTo(x, y);
      path.lineTo(x + wide, y);
      x += wide;
    }
    path.lineTo(view.x1, water);
    path.closePath();
    c.fillStyle = linear(
      c,
      [0, h * 0.42, 0, water],
      [
        [0, tone(0.2)],
        [1, tone(0.36)],
      ],
    );
    c.fill(path);
    for (let index = 0; index < stage.by(30, 110); index++) {
      c.fillStyle = alpha(index % 4 ? white : tones.accent, stage.between(0.3, 0.9));
      c.fillRect(stage.between(view.x0, view.x1), stage.between(h * 0.58, water), 1.8, 2.4);
    }
  });
  stage.layer('bridge', 0.74, {}, (c) => {
    const deck = h * 0.55;
    const [left, right] = [w * 0.2, w * 0.86];
    c.strokeStyle = tone(0.08);
    c.fillStyle = tone(0.08);
    for (const x of [left, right]) {
      for (const side of [-1, 1]) c.fillRect(x + side * 11 - 4, h * 0.2, 8, water - h * 0.2);
      for (const y of [0.22, 0.34, 0.46]) c.fillRect(x - 13, h * y, 26, 7);
    }
    c.lineWidth = 8;
    c.beginPath();
    c.moveTo(view.x0, deck);
    c.lineTo(view.x1, deck);
    c.stroke();
    const cable = (x: number) => {
      const span = (right - left) / 2;
      const t = (x - (left + right) / 2) / span;
      const within = Math.abs(t) <= 1 ? t * t : Math.max(0, 1 - (Math.abs(t) - 1) * 1.5);
      return deck - 12 - (deck - h * 0.22 - 12) * within;
    };
    c.lineWidth = 3;
    c.beginPath();
    for (let x = view.x0; x <= view.x1; x += 6) c.lineTo(x, cable(x));
    c.stroke();
    c.lineWidth = 1;
    for (let x = view.x0; x <= view.x1; x += 13) {
      c.beginPath();
      c.moveTo(x, cable(x));
      c.lineTo(x, deck);
      c.stroke();
    }
    const lamps = Math.round(stage.by(7, 15));
    for (let index = 0; index < lamps; index++) {
      const x = view.x0 + ((index + 0.5) / lamps) * (view.x1 - view.x0);
      c.fillStyle = white;
      c.fillRect(x - 1.5, deck - 13, 3, 3);
      glow(c, x, deck - 12, 22, tones.light, 0.7);
    }
  });
  stage.layer('water', 0.6, { water: [view.x0, water, view.x1, view.y1] }, (c) => {
    c.fillStyle = linear(
      c,
      [0, water, 0, h],
      [
        [0, tone(0.2)],
        [0.5, tone(0.06)],
        [1, black],
      ],
    );
    c.fillRect(view.x0, water, view.x1 - view.x0, view.y1 - water);
    stage.reflect(c, water, { strength: 0.75, smear: 9, ripple: 8 });
    c.fillStyle = alpha(white, 0.5);
    for (let line = 0; line < 90; line++) {
      const t = stage.random() ** 1.4;
      const y = water + t * (h - water);
      const x = moon.x + (stage.random() - 0.5) * w * (0.1 + t * 0.24);
      c.fillRect(x, y, stage.between(8, 40) * (0.3 + t), 1 + t * 1.3);
    }
  });
  stage.layer('ship', 0.52, { bloom: 0 }, (c) => {
    const [x, y] = [w * 0.88, water + h * 0.045];
    c.fillStyle = tone(0.035);
    c.fill(
      polygon([
        [x - w * 0.2, y - h * 0.1],
        [x - w * 0.13, y],
        [x + w * 0.3, y],
        [x + w * 0.3, y - h * 0.085],
        [x - w * 0.06, y - h * 0.085],
      ]),
    );
    c.fillRect(x - w * 0.01, y - h * 0.16, w * 0.2, h * 0.08);
    c.fillRect(x + w * 0.02, y - h * 0.2, w * 0.13, h * 0.05);
    for (const at of [0.04, 0.1]) {
      c.fillStyle = tone(0.02);
      c.fillRect(x + w * at, y - h * 0.29, w * 0.032, h * 0.1);
      c.fillStyle = tones.accent;
      c.fillRect(x + w * at, y - h * 0.275, w * 0.032, h * 0.026);
    }
    c.fillStyle = blend(tones.light, tones.accent, 0.3);
    for (let port = 0; port < 13; port++) c.fillRect(x + w * (0.005 + port * 0.0145), y - h * 0.132, 5, 6);
    fog(stage, c, [view.x0, water - h * 0.07, view.x1, water + h * 0.14], {
      x: moon.x,
      y: water,
      reach: w * 0.55,
      strength: 0.6 + stage.grand * 0.2,
    });
  });
  stage.thread(0.36, {
    air: [
      [w * 0.1, h * 0.5, h * 0.12],
      [w * 0.56, h * 0.3, h * 0.12],
    ],
    ground: [
      [w * 0.24, h * 0.93, h * 0.25],
      [w * 0.52, h * 0.93, h * 0.25],
    ],
    road: [
      [w * 0.1, h * 1.12, 14],
      [w * 0.3, h * 0.95, 7],
      [w * 0.5, h * 0.82, 4],
      [w * 0.62, h * 0.7, 2],
      [w * 0.66, h * 0.66, 1],
    ],
  });
  stage.layer('quay', 0.2, {}, (c) => {
    c.fillStyle = linear(
      c,
      [0, h * 0.91, 0, h],
      [
        [0, tone(0.3)],
        [0.06, tone(0.07)],
        [1, black],
      ],
    );
    c.fillRect(view.x0, h * 0.915, view.x1 - view.x0, view.y1);
    for (const [x, tall] of [
      [0.1, 0.5],
      [0.74, 0.4],
    ] as const) {
      const head = streetLamp(stage, c, { x: w * x, y: h * 0.95, tall: h * tall, reach: h * 0.07 });
      pool(stage, c, head, { ground: h * 0.94, half: h * 0.17, strength: 0.5 + stage.grand * 0.2 });
    }
    c.fillStyle = black;
    for (const x of [0.36, 0.6, 0.94]) {
      c.beginPath();
      c.roundRect(w * x, h * 0.885, 26, 40, 6);
      c.roundRect(w * x - 6, h * 0.88, 38, 12, 6);
      c.fill();
    }
  });
}
