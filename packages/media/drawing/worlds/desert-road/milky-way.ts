import { Path2D } from '@napi-rs/canvas';
import { alpha, blend } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import { fbm, smooth } from '../noise.ts';
import { field, fillBox, glow, linear } from '../paint.ts';
import { ramp } from '../tones.ts';
import type { VistaStage } from '../vista-stage.ts';
import { asphalt, cactus, mesa, sand, scrub } from './land.ts';
import type { Road } from './land.ts';
import { line, roadAt } from './roads.ts';

/** Leaving: tail lights under the Milky Way. */
export function milkyWay(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.66;
  const end = { x: w * 0.56, y: horizon };
  stage.key = { x: end.x, y: horizon - h * 0.02, colour: blend(tones.light, tones.accent, 0.3) };
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, horizon],
        [
          [0, tones.ink],
          [0.5, blend(tones.ink, tones.deep, 0.8)],
          [0.86, blend(tones.deep, tones.sky, 0.7)],
          [1, blend(tones.sky, tones.haze, 0.6)],
        ],
      ),
    );
    const dust = ramp(
      [tones.deep, blend(tones.deep, tones.sky, 0.8), blend(tones.sky, tones.haze, 0.5), tones.haze, tones.light],
      64,
    );
    const offset = stage.between(0, 90);
    field(c, [view.x0, view.y0, view.x1, horizon], 4, (x, y, out) => {
      const across = (x - w * 0.62) * 0.8 + (y - h * 0.3) * 0.62;
      const along = (y - h * 0.3) * 0.8 - (x - w * 0.62) * 0.62;
      const wob = (fbm(along / 190 + offset, across / 190, 3) - 0.5) * 130;
      const band = Math.exp(-(((across + wob) / (w * 0.11)) ** 2));
      const lane = Math.exp(-(((across + wob * 1.7 - 12) / (w * 0.025)) ** 2));
      const n = fbm(along / 70 + offset, across / 50, 5);
      const value = Math.max(0, band * (0.2 + n * 0.85) - lane * (0.3 + n * 0.3));
      const tone = dust[(Math.min(1, value) * 63) | 0]!;
      out[0] = tone[0];
      out[1] = tone[1];
      out[2] = tone[2];
      out[3] = 255 * smooth(0, 0.5, value) * 0.9 * smooth(horizon, horizon - h * 0.2, y);
    });
    glow(c, end.x, horizon, w * 0.3, tones.accent, 0.3);
  });
  stage.layer('stars', 0.96, {}, (c) =>
    stage.stars(c, [view.x0, view.y0, view.x1, horizon - 6], Math.round(stage.by(420, 800)), [
      tones.glare,
      tones.light,
      tones.haze,
    ]),
  );
  stage.layer('mesas', 0.84, {}, (c) => {
    for (const [x, wide, tall] of [
      [0.12, 0.3, 0.12],
      [0.36, 0.14, 0.06],
      [0.82, 0.34, 0.15],
    ] as const)
      mesa(stage, c, { x: w * x, foot: horizon + 4, wide: w * wide, tall: h * tall, distance: 0.2 });
    fillBox(
      c,
      [view.x0, horizon - 14, view.x1, horizon + 6],
      linear(
        c,
        [0, horizon - 14, 0, horizon + 6],
        [
          [0, tones.deep, 0],
          [1, tones.deep, 0.9],
        ],
      ),
    );
  });
  const road: Road = [
    [w * 0.34, h * 1.25, w * 0.3],
    [w * 0.38, h * 1.0, w * 0.17],
    [w * 0.49, h * 0.84, w * 0.075],
    [w * 0.6, h * 0.75, w * 0.032],
    [w * 0.6, h * 0.7, w * 0.014],
    [end.x, horizon + 2, w * 0.003],
  ];
  stage.layer('plain', 0.5, {}, (c) => {
    const ground = sand(stage, c, (x) => horizon + 3 + 6 * (fbm(x / 90, 4, 2) - 0.5), { distance: 0, ripples: 0.8 });
    asphalt(stage, c, road);
    scrub(stage, c, horizon + 20, 70, (y) => roadAt(road, y));
    c.fillStyle = linear(
      c,
      [0, horizon, 0, h],
      [
        [0, tones.deep, 0.5],
        [1, tones.ink, 0.82],
      ],
    );
    c.fill(ground);
    const [x, y] = [w * 0.598, h * 0.712];
    c.save();
    c.globalCompositeOperation = 'screen';
    c.fillStyle = linear(
      c,
      [x, y, end.x, horizon],
      [
        [0, tones.light, 0.9],
        [1, tones.light, 0],
      ],
    );
    c.fill(
      polygon([
        [x - 9, y - 3],
        [x + 9, y - 3],
        [end.x + 20, horizon - 3],
        [end.x - 30, horizon - 3],
      ]),
    );
    c.restore();
    c.fillStyle = tones.ink;
    c.fill(
      polygon([
        [x - 14, y + 2],
        [x - 13, y - 9],
        [x - 9, y - 16],
        [x + 9, y - 16],
        [x + 13, y - 9],
        [x + 14, y + 2],
      ]),
    );
    for (const dx of [-10.5, 10.5]) {
      c.fillStyle = blend(tones.accent, tones.light, 0.4);
      c.fillRect(x + dx - 3, y - 8, 6, 3.4);
      stage.lamp(c, { x: x + dx, y: y - 6, radius: 46, colour: tones.accent, strength: 0.9 });
    }
  });
  stage.thread(0.3, {
    air: [
      [w * 0.2, h * 0.5, h * 0.14],
      [w * 0.5, h * 0.4, h * 0.07],
    ],
    ground: [
      [w * 0.3, h * 0.97, h * 0.26],
      [w * 0.45, h * 0.82, h * 0.13],
    ],
    road: [
      [w * 0.34, h * 1.14, 12],
      [w * 0.38, h * 1.0, 7],
      [w * 0.49, h * 0.84, 4],
      [w * 0.6, h * 0.75, 2],
      [w * 0.6, h * 0.7, 1.3],
      [end.x, horizon + 2, 0.8],
    ],
  });
  stage.layer('cacti', 0.1, {}, (c) => {
    const plants = new Path2D();
    cactus(plants, w * 0.88, h * 1.04, h * 0.56, [
      [-1, 0.42, 0.32],
      [1, 0.34, 0.42],
    ]);
    cactus(plants, w * 0.06, h * 1.04, h * 0.34, [[1, 0.5, 0.26]]);
    c.fillStyle = tones.ink;
    c.fill(plants);
    c.fill(
      polygon([
        ...line(stage, (x) => h * (1.03 - 0.06 * Math.exp(-(((x - w * 0.9) / (w * 0.2)) ** 2)))),
        [view.x1, view.y1],
        [view.x0, view.y1],
      ]),
    );
    c.strokeStyle = alpha(tones.haze, 0.22);
    c.lineWidth = 1.4;
  });
}
