import { alpha } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import { linear, radial } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { beam, fog, night, pool, silver, streetLamp } from './night.ts';

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
