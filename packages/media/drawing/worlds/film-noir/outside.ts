import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { glow, linear, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { beam, cobbles, fog, front, night, pool, silver, stranger, streetLamp } from './night.ts';

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

/** The end of the song: a pier of lamps that runs out into the fog. */
export function pier(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const { tone, black, white } = silver(stage);
  stage.footing = 'wet';
  const end = { x: w * 0.37, y: h * 0.47 };
  stage.key = { ...end, colour: tones.light };
  stage.layer('night', 1, {}, (c) => {
    night(stage, c, { ...end, reach: w * 0.6, strength: 0.5 + stage.grand * 0.3 });
    fog(stage, c, [view.x0, h * 0.2, view.x1, h * 0.7], { ...end, reach: w * 0.5, strength: 0.7, size: 260 });
  });
  stage.layer('sea', 0.9, { water: [view.x0, h * 0.5, view.x1, view.y1] }, (c) => {
    c.fillStyle = linear(
      c,
      [0, h * 0.5, 0, h],
      [
        [0, tone(0.36)],
        [0.3, tone(0.12)],
        [1, black],
      ],
    );
    c.fillRect(view.x0, h * 0.5, view.x1 - view.x0, view.y1 - h * 0.5);
    for (let line = 0; line < 150; line++) {
      const t = stage.random() ** 1.5;
      const x = stage.between(view.x0, view.x1);
      const lit = Math.exp(-Math.abs(x - end.x) / (w * (0.08 + t * 0.2)));
      c.fillStyle = alpha(white, 0.06 + 0.5 * lit);
      c.fillRect(x, h * 0.5 + t * h * 0.5, stage.between(14, 80) * (0.2 + t), 0.8 + t * 1.4);
    }
  });
  stage.layer('lighthouse', 0.8, {}, (c) => {
    const [x, y] = [w * 0.8, h * 0.5];
    const light = [x, y - h * 0.205] as const;
    beam(stage, c, [light, [view.x0, h * 0.12], [view.x0, h * 0.34]], [light[0], light[1]], {
      length: w * 0.95,
      strength: 0.7,
    });
    beam(stage, c, [light, [view.x1, h * 0.22], [view.x1, h * 0.3]], [light[0], light[1]], {
      length: w * 0.4,
      strength: 0.8,
    });
    c.fillStyle = tone(0.14);
    c.fill(
      polygon([
        [x - 13, y],
        [x - 8, y - h * 0.19],
        [x + 8, y - h * 0.19],
        [x + 13, y],
      ]),
    );
    c.fillRect(x - 11, y - h * 0.195, 22, 5);
    c.fillRect(x - 6, y - h * 0.235, 12, 8);
    c.fillStyle = white;
    c.fillRect(x - 5, y - h * 0.218, 10, 14);
    c.fillStyle = tone(0.1);
    c.fill(
      polygon([
        [x - w * 0.09, y + 5],
        [x - w * 0.02, y - 10],
        [x + w * 0.03, y - 12],
        [x + w * 0.1, y + 5],
      ]),
    );
    stage.lamp(c, { x, y: light[1], radius: h * 0.16, colour: tones.light, strength: 0.9 });
  });
  const vp = { x: end.x, y: h * 0.5 };
  const at = (z: number, side: number, up = 0) =>
    [vp.x + ((w * 0.2 + side * w * 0.17) * 1) / z, vp.y + (h * (0.34 - up)) / z] as const;
  stage.layer('pier', 0.6, {}, (c) => {
    const deck = [at(0.55, -1), at(9, -1), at(9, 1), at(0.55, 1)];
    c.fillStyle = linear(
      c,
      [0, vp.y, 0, h],
      [
        [0, tone(0.6)],
        [0.2, tone(0.26)],
        [1, tone(0.04)],
      ],
    );
    c.fill(polygon(deck));
    c.strokeStyle = alpha(black, 0.7);
    for (let plank = 0; plank < 60; plank++) {
      const z = 0.56 + (plank / 60) ** 1.6 * 7;
      c.lineWidth = 2.4 / z;
      c.beginPath();
      c.moveTo(...at(z, -1));
      c.lineTo(...at(z, 1));
      c.stroke();
    }
    c.fillStyle = radial(c, vp.x, vp.y, w * 0.3, [
      [0, tones.light, 0.5],
      [1, tones.light, 0],
    ]);
    c.fill(polygon(deck));
    for (const [z, side] of [
      [6, 1],
      [6, -1],
      [3.6, 1],
      [3.6, -1],
      [2.2, 1],
      [2.2, -1],
    ] as const) {
      const [x, y] = at(z, side);
      const head = streetLamp(stage, c, { x, y, tall: (h * 0.72) / z, reach: (-side * h * 0.1) / z, warm: z < 3 });
      pool(stage, c, head, { ground: y, half: (h * 0.2) / z, strength: 0.5 });
    }
  });
  stage.layer('fog', 0.5, { bloom: 0 }, (c) =>
    fog(stage, c, [view.x0, h * 0.4, view.x1, h * 0.72], { ...end, reach: w * 0.4, strength: 0.62 }),
  );
  const [fx, fy] = at(1.15, -0.1);
  const [tx, ty] = at(3, 0);
  stage.thread(0.4, {
    air: [
      [w * 0.6, h * 0.5, h * 0.14],
      [w * 0.4, h * 0.36, h * 0.08],
    ],
    ground: [
      [fx, fy, h * 0.26],
      [tx, ty, h * 0.12],
    ],
    road: [
      [w * 0.62, h * 1.14, 22],
      [fx, fy, 10],
      [tx, ty, 4],
      [vp.x + 10, vp.y + h * 0.05, 2],
      [vp.x, vp.y + 8, 0.9],
    ],
  });
  stage.layer('near lamp', 0.12, {}, (c) => {
    const [x, y] = [w * 0.93, h * 1.04];
    const head = streetLamp(stage, c, { x, y, tall: h * 0.98, reach: -h * 0.15 });
    pool(stage, c, head, { ground: h * 0.98, half: h * 0.26, strength: 0.5 });
    c.strokeStyle = black;
    c.lineWidth = 16;
    c.beginPath();
    c.moveTo(view.x0, h * 0.9);
    c.lineTo(w * 0.16, h * 0.97);
    c.moveTo(w * 0.02, h * 0.86);
    c.lineTo(w * 0.02, view.y1);
    c.stroke();
  });
}
