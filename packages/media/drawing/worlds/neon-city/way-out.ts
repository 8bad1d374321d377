import { Path2D } from '@napi-rs/canvas';
import { alpha, blend } from '../../colour.ts';
import { curve, polygon } from '../../paths.ts';
import { fillBox, glow, linear, radial } from '../paint.ts';
import { clouds } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { tower } from './parts.ts';

/** Leaving: the motorway swings towards the viewer, tail lights behind, the city small under its own glow. */
export function wayOut(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const horizon = h * 0.5;
  const city = w * 0.4;
  stage.key = { x: city, y: horizon, colour: tones.accent };
  stage.footing = 'wet';
  stage.layer('sky', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, horizon],
        [
          [0, tones.ink],
          [0.5, tones.deep],
          [1, blend(tones.sky, tones.haze, 0.4)],
        ],
      ),
    );
    glow(c, city, horizon, w * 0.34, tones.accent, 0.75);
    glow(c, city, horizon, w * 0.16, tones.light, 0.5);
    stage.stars(c, [view.x0, view.y0, view.x1, h * 0.42], 170, [tones.light, tones.haze, tones.glare]);
    clouds(stage, c, [view.x0, h * 0.14, view.x1, h * 0.5], {
      size: [460, 44],
      cover: 0.4,
      shade: tones.deep,
      lit: blend(tones.accent, tones.haze, 0.3),
      strength: 0.7,
    });
  });
  stage.layer('city', 0.9, {}, (c) => {
    for (let index = 0; index < 34; index++) {
      const offset = stage.between(-1, 1);
      const tall = h * 0.17 * (1 - Math.abs(offset)) ** 1.4 * stage.between(0.4, 1.2) * stage.bigger + 6;
      tower(stage, c, {
        x: city + offset * w * 0.24,
        foot: horizon + 4,
        wide: stage.between(9, 24),
        tall,
        distance: 0.4,
        window: 1.6,
      });
    }
    tower(stage, c, {
      x: city - 10,
      foot: horizon + 4,
      wide: 24,
      tall: h * 0.21 * stage.bigger,
      distance: 0.3,
      window: 1.7,
      isLandmark: true,
    });
  });
  stage.layer('land', 0.66, {}, (c) => {
    c.fillStyle = linear(
      c,
      [0, horizon, 0, h],
      [
        [0, tones.far(tones.deep, 0.25)],
        [0.2, tones.ink],
        [1, tones.ink],
      ],
    );
    c.fill(
      polygon([
        [view.x0, horizon - 4],
        [w * 0.2, horizon + 2],
        [w * 0.6, horizon + 3],
        [w * 0.8, horizon - 8],
        [view.x1, horizon - 26],
        [view.x1, view.y1],
        [view.x0, view.y1],
      ]),
    );
    const sparks = new Path2D();
    for (let index = 0; index < 160; index++) {
      const t = stage.random() ** 2;
      sparks.rect(stage.between(view.x0, view.x1), horizon + 5 + t * h * 0.2, 1.6 + t * 2, 1.4 + t);
    }
    c.fillStyle = alpha(tones.light, 0.55);
    c.fill(sparks);
  });
  const road = (side: number): [number, number, number][] => [
    [w * (0.62 + side * 0.62), h * 1.2, 0],
    [w * (0.66 + side * 0.3), h * 0.9, 0],
    [w * (0.64 + side * 0.13), h * 0.72, 0],
    [w * (0.54 + side * 0.05), h * 0.6, 0],
    [w * (0.45 + side * 0.018), h * 0.54, 0],
    [city, horizon + 3, 0],
  ];
  const edge = (side: number): [number, number][] => road(side).map(([x, y]) => [x, y]);
  stage.layer('motorway', 0.42, {}, (c) => {
    c.fillStyle = linear(
      c,
      [0, horizon, 0, h],
      [
        [0, blend(tones.sky, tones.accent, 0.4)],
        [0.3, blend(tones.deep, tones.sky, 0.4)],
        [1, blend(tones.ink, tones.deep, 0.7)],
      ],
    );
    const wet = curve(edge(-1));
    for (const [x, y] of edge(1).reverse()) wet.lineTo(x, y);
    c.fill(wet);
    c.save();
    c.clip(wet);
    stage.reflect(c, horizon + 3, { strength: 0.5, smear: 22, ripple: 10 });
    c.restore();
    c.save();
    c.globalCompositeOperation = 'screen';
    const trails = Math.round(stage.by(5, 13));
    for (let trail = 0; trail < trails; trail++) {
      const isTail = trail % 2 === 0;
      const side = (isTail ? 1 : -1) * stage.between(0.16, 0.8);
      const colour = isTail ? tones.accent : tones.light;
      const line = curve(edge(side));
      for (const [width, strength] of [
        [9, 0.1],
        [4, 0.28],
        [1.6, 0.9],
      ] as const) {
        c.strokeStyle = linear(
          c,
          [0, h, 0, horizon],
          [
            [0, colour, strength * 0.8],
            [0.7, colour, strength],
            [1, colour, strength * 0.4],
          ],
        );
        c.lineWidth = width;
        c.stroke(line);
      }
    }
    c.restore();
  });
  stage.thread(0.34, {
    air: [
      [w * 0.8, h * 0.36, h * 0.15],
      [w * 0.5, h * 0.42, h * 0.06],
    ],
    ground: [
      [w * 0.72, h * 0.97, h * 0.24],
      [w * 0.6, h * 0.68, h * 0.1],
    ],
    road: [
      [w * 0.62, h * 1.14, 12],
      [w * 0.66, h * 0.9, 7],
      [w * 0.64, h * 0.72, 4],
      [w * 0.54, h * 0.6, 2],
      [w * 0.44, h * 0.535, 1],
    ],
  });
  stage.layer('rail', 0.1, {}, (c) => {
    const rail = edge(-1.04).slice(0, 5);
    c.strokeStyle = blend(tones.ink, tones.light, 0.3);
    c.lineWidth = 5;
    c.stroke(curve(rail.map(([x, y], index): [number, number] => [x, y - 64 / (1 + index * 1.6)])));
    for (const [x, y, tall] of [
      [0.04, 1.02, 0.74],
      [0.25, 0.82, 0.42],
      [0.36, 0.7, 0.24],
    ] as const) {
      c.strokeStyle = tones.ink;
      c.lineWidth = 9 * tall;
      c.stroke(
        curve(
          [
            [w * x, h * y],
            [w * x, h * (y - tall)],
            [w * (x + tall * 0.12), h * (y - tall * 1.03)],
          ],
          0.5,
        ),
      );
      const [lx, ly] = [w * (x + tall * 0.13), h * (y - tall * 1.02)];
      c.fillStyle = tones.glare;
      c.fillRect(lx - 20 * tall, ly, 34 * tall, 5 * tall);
      stage.lamp(c, { x: lx, y: ly, radius: 190 * tall, colour: tones.light, strength: 0.8 });
      c.save();
      c.globalCompositeOperation = 'screen';
      c.fillStyle = radial(c, lx, ly, h * tall * 1.1, [
        [0, tones.light, 0.24],
        [1, tones.light, 0],
      ]);
      c.fill(
        polygon([
          [lx - 10 * tall, ly],
          [lx + 10 * tall, ly],
          [lx + w * 0.16 * tall, h * y],
          [lx - w * 0.16 * tall, h * y],
        ]),
      );
      c.restore();
    }
  });
}
