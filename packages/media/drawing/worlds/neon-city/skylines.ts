import { Path2D } from '@napi-rs/canvas';
import { blend } from '../../colour.ts';
import { curve, polygon } from '../../paths.ts';
import { fillBox, linear } from '../paint.ts';
import { clouds } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { moon, night } from './night.ts';
import { beams, neons, sign, skyline, tower } from './parts.ts';

/** The skyline over black water, with every light drawn out in it. */
export function bay(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const shore = h * 0.66;
  const disc = { x: w * 0.64, y: h * 0.4, r: stage.short * 0.2 * stage.bigger };
  stage.key = { x: disc.x, y: disc.y, colour: blend(tones.accent, tones.light, 0.4) };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    night(stage, c, shore);
    stage.stars(c, [view.x0, view.y0, view.x1, h * 0.3], 70, [tones.light, tones.haze]);
    moon(stage, c, disc);
    clouds(stage, c, [view.x0, h * 0.1, view.x1, h * 0.56], {
      size: [420, 46],
      cover: 0.42,
      shade: blend(tones.sky, tones.deep, 0.3),
      lit: blend(tones.accent, tones.haze, 0.4),
      strength: 0.75,
    });
  });
  stage.layer('far towers', 0.88, {}, (c) => {
    if (stage.grand > 0.5) beams(stage, c, shore - 20, Math.round(stage.by(0, 5)));
    skyline(stage, c, { foot: shore, tall: [h * 0.1, h * 0.27], wide: [26, 58], distance: 0.62, window: 2.6 });
  });
  stage.layer('towers', 0.7, {}, (c) => {
    skyline(stage, c, {
      foot: shore,
      tall: [h * 0.1, h * 0.33],
      wide: [38, 86],
      distance: 0.24,
      window: 3.6,
      hollow: 0.45,
    });
    tower(stage, c, {
      x: w * 0.3,
      foot: shore,
      wide: w * 0.06,
      tall: h * 0.46 * stage.bigger,
      distance: 0.12,
      window: 3.6,
      isLandmark: true,
    });
    const row = new Path2D();
    for (let x = view.x0; x < view.x1; x += 17) row.rect(x, shore - 3.5, 2.4, 2.4);
    c.fillStyle = tones.light;
    c.fill(row);
    fillBox(c, [view.x0, shore - 1.5, view.x1, shore + 3], tones.ink);
  });
  stage.layer('water', 0.5, { water: [view.x0, shore, view.x1, view.y1] }, (c) => {
    fillBox(c, [view.x0, shore + 1, view.x1, view.y1], blend(tones.ink, tones.deep, 0.5));
    stage.reflect(c, shore + 2, { strength: 0.92, smear: 16, ripple: 7 });
    fillBox(
      c,
      [view.x0, shore + 1, view.x1, view.y1],
      linear(
        c,
        [0, shore, 0, view.y1],
        [
          [0, tones.ink, 0.2],
          [0.5, tones.deep, 0.38],
          [1, tones.ink, 0.86],
        ],
      ),
    );
  });
  stage.thread(0.4, {
    air: [
      [w * 0.2, h * 0.44, h * 0.1],
      [w * 0.62, h * 0.2, h * 0.13],
    ],
    ground: [
      [w * 0.16, h * 0.9, h * 0.16],
      [w * 0.56, h * 0.8, h * 0.14],
    ],
    road: [
      [w * 0.06, h * 1.12, 12],
      [w * 0.3, h * 0.88, 6],
      [w * 0.52, h * 0.75, 3],
      [w * 0.62, h * 0.67, 1.4],
    ],
    isAfloat: stage.spec.thread.kind === 'boat',
  });
  stage.layer('pier', 0.12, {}, (c) => {
    const deck = h * 0.93;
    c.fillStyle = linear(
      c,
      [0, deck, 0, view.y1],
      [
        [0, blend(tones.ink, tones.main, 0.22)],
        [0.2, tones.ink],
        [1, tones.ink],
      ],
    );
    c.fill(
      polygon([
        [view.x0, deck],
        [w * 0.38, deck + 8],
        [w * 0.42, view.y1],
        [view.x0, view.y1],
      ]),
    );
    c.strokeStyle = tones.ink;
    c.lineWidth = 4;
    c.stroke(
      curve([
        [view.x0, deck - 50],
        [w * 0.18, deck - 47],
        [w * 0.37, deck - 42],
      ]),
    );
    c.lineWidth = 3;
    for (let x = view.x0; x < w * 0.37; x += 46) {
      c.beginPath();
      c.moveTo(x, deck + 6);
      c.lineTo(x, deck - 48);
      c.stroke();
    }
    c.lineWidth = 5;
    c.stroke(
      curve(
        [
          [w * 0.085, deck],
          [w * 0.085, deck - h * 0.3],
          [w * 0.092, deck - h * 0.325],
          [w * 0.115, deck - h * 0.33],
        ],
        0.8,
      ),
    );
    stage.lamp(c, { x: w * 0.118, y: deck - h * 0.322, radius: 120, colour: tones.light, strength: 0.8 });
    c.fillStyle = tones.glare;
    c.fillRect(w * 0.106, deck - h * 0.328, 26, 6);
  });
}

/** Above the roofs: the disc stands huge behind the towers, the streets glow below. */
export function rooftop(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const disc = { x: w * 0.5, y: h * 0.4, r: stage.short * 0.33 * stage.bigger };
  stage.key = { x: disc.x, y: disc.y, colour: tones.light };
  stage.layer('sky', 1, { soft: 0, bloom: 0.8 }, (c) => {
    night(stage, c, h * 0.74);
    stage.stars(c, [view.x0, view.y0, view.x1, h * 0.4], 110, [tones.light, tones.haze]);
    moon(stage, c, disc);
  });
  stage.layer('far towers', 0.84, {}, (c) => {
    beams(stage, c, h * 0.72, Math.round(stage.by(2, 8)));
    skyline(stage, c, {
      foot: h * 0.86,
      tall: [h * 0.16, h * 0.36],
      wide: [24, 60],
      distance: 0.58,
      window: 2.8,
      hollow: 0.5,
    });
  });
  stage.layer('towers', 0.6, {}, (c) => {
    skyline(stage, c, {
      foot: h * 1.02,
      tall: [h * 0.2, h * 0.54],
      wide: [54, 110],
      distance: 0.2,
      window: 4.2,
      hollow: 0.62,
    });
    for (const [x, tall, wide] of [
      [0.12, 0.8, 0.1],
      [0.8, 0.86, 0.11],
    ] as const) {
      tower(stage, c, {
        x: w * x,
        foot: h * 1.02,
        wide: w * wide,
        tall: h * tall * stage.bigger,
        distance: 0.08,
        window: 4.6,
        isLandmark: true,
      });
    }
    const colours = neons(stage);
    for (let index = 0; index < stage.by(3, 8); index++) {
      const upright = stage.random() < 0.6;
      sign(stage, c, {
        x: w * stage.choose([0.14, 0.24, 0.31, 0.66, 0.72, 0.83]),
        y: h * stage.between(0.5, 0.72),
        wide: upright ? 20 : 62,
        tall: upright ? 78 : 24,
        colour: colours[index % 3]!,
        second: colours[(index + 1) % 3]!,
      });
    }
  });
  stage.layer('street glow', 0.5, { bloom: 0 }, (c) => {
    fillBox(
      c,
      [view.x0, h * 0.66, view.x1, view.y1],
      linear(
        c,
        [0, h * 0.66, 0, h],
        [
          [0, tones.accent, 0],
          [0.6, tones.accent, 0.22],
          [1, blend(tones.accent, tones.light, 0.4), 0.5],
        ],
      ),
    );
  });
  const roof = h * 0.88;
  stage.thread(0.3, {
    air: [
      [w * 0.26, h * 0.66, h * 0.12],
      [w * 0.52, h * 0.3, h * 0.18],
    ],
    ground: [
      [w * 0.36, roof + 2, h * 0.2],
      [w * 0.5, roof + 2, h * 0.26],
    ],
    road: [
      [w * 0.42, h * 1.12, 16],
      [w * 0.47, h * 0.9, 8],
      [w * 0.5, h * 0.72, 4],
      [w * 0.5, h * 0.6, 2],
    ],
  });
  stage.layer('roof', 0.16, {}, (c) => {
    c.fillStyle = linear(
      c,
      [0, roof, 0, view.y1],
      [
        [0, blend(tones.ink, tones.light, 0.3)],
        [0.05, blend(tones.ink, tones.deep, 0.5)],
        [1, tones.ink],
      ],
    );
    c.fill(
      polygon([
        [view.x0, roof + 40],
        [w * 0.12, roof + 22],
        [w * 0.12, roof],
        [w * 0.92, roof],
        [w * 0.92, roof + 26],
        [view.x1, roof + 44],
        [view.x1, view.y1],
        [view.x0, view.y1],
      ]),
    );
    c.fillStyle = tones.ink;
    const tank = { x: w * 0.83, y: roof - 2, r: w * 0.045 };
    c.fillRect(tank.x - tank.r, tank.y - tank.r * 3, tank.r * 2, tank.r * 2);
    c.fill(
      polygon([
        [tank.x - tank.r * 1.1, tank.y - tank.r * 3],
        [tank.x, tank.y - tank.r * 3.9],
        [tank.x + tank.r * 1.1, tank.y - tank.r * 3],
      ]),
    );
    for (const dx of [-0.8, -0.25, 0.25, 0.8]) c.fillRect(tank.x + tank.r * dx - 2, tank.y - tank.r, 4, tank.r);
    c.strokeStyle = tones.ink;
    for (const [x, tall] of [
      [0.18, 0.2],
      [0.21, 0.13],
      [0.68, 0.1],
    ] as const) {
      c.lineWidth = 3;
      c.stroke(
        curve([
          [w * x, roof],
          [w * x, roof - h * tall],
        ]),
      );
      c.lineWidth = 2;
      for (let arm = 1; arm < 4; arm++)
        c.stroke(
          curve([
            [w * x - 16 + arm * 3, roof - h * tall * (1 - arm * 0.16)],
            [w * x + 16 - arm * 3, roof - h * tall * (1 - arm * 0.16)],
          ]),
        );
    }
  });
}
