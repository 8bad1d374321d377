import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { curve, ellipse, polygon } from '../../paths.ts';
import { fillBox, linear, softly, tube } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { onWall, wires } from './canyon.ts';
import type { Canyon } from './canyon.ts';
import { neons, sign, windows } from './parts.ts';

/** A narrow alley: signs above each other, steam, puddles. */
export function alley(stage: VistaStage): void {
  const { tones, w, h, view } = stage;
  const canyon: Canyon = { x: w * 0.44, y: h * 0.6, half: Math.max(w * 0.44, h * 0.3), high: h * 1.15 };
  stage.key = { x: canyon.x, y: h * 0.42, colour: tones.light };
  stage.footing = 'wet';
  const colours = neons(stage);
  stage.layer('end', 1, { soft: 0 }, (c) => {
    fillBox(
      c,
      stage.all,
      linear(
        c,
        [0, view.y0, 0, canyon.y],
        [
          [0, tones.deep],
          [0.7, blend(tones.sky, tones.haze, 0.5)],
          [1, blend(tones.haze, tones.accent, 0.4)],
        ],
      ),
    );
    windows(stage, c, {
      x: canyon.x - w * 0.12,
      y: view.y0,
      wide: w * 0.24,
      tall: canyon.y - view.y0 - 30,
      window: 6,
      distance: 0.6,
    });
    stage.lamp(c, {
      x: canyon.x,
      y: canyon.y - 30,
      radius: w * 0.24,
      colour: blend(tones.light, tones.accent, 0.3),
      strength: 0.95,
    });
  });
  stage.layer('back walls', 0.72, {}, (c) => {
    for (const side of [-1, 1]) alleyWall(stage, c, canyon, side, 0.2, 0.42);
    const [x, y] = onWall(canyon, 1, 0.3, 0.42);
    ring(stage, c, x - 40, y, 46 * stage.bigger, tones.accent);
  });
  stage.layer('ground', 0.56, { water: [view.x0, canyon.y, view.x1, view.y1] }, (c) => {
    const ground = polygon([
      onWall(canyon, -1, 0.2, 0),
      onWall(canyon, 1, 0.2, 0),
      onWall(canyon, 1, 1.9, 0),
      [view.x1, view.y1],
      [view.x0, view.y1],
      onWall(canyon, -1, 1.9, 0),
    ]);
    c.fillStyle = linear(
      c,
      [0, canyon.y, 0, view.y1],
      [
        [0, blend(tones.deep, tones.accent, 0.4)],
        [0.4, blend(tones.ink, tones.deep, 0.8)],
        [1, tones.ink],
      ],
    );
    c.fill(ground);
    c.save();
    c.clip(ground);
    stage.reflect(c, onWall(canyon, 1, 0.2, 0)[1], {
      strength: stage.spec.air === 'rain' ? 0.95 : 0.7,
      smear: 18,
      ripple: 6,
    });
    for (let slab = 0; slab < 12; slab++) {
      const near = 0.2 * 1.24 ** slab;
      c.strokeStyle = alpha(tones.ink, 0.55);
      c.lineWidth = 1 + near * 1.6;
      c.stroke(curve([onWall(canyon, -1, near, 0), onWall(canyon, 1, near, 0)], 0));
    }
    c.restore();
  });
  stage.layer('middle walls', 0.44, {}, (c) => {
    for (const side of [-1, 1]) alleyWall(stage, c, canyon, side, 0.42, 0.96);
  });
  stage.thread(0.36, {
    air: [
      [w * 0.36, h * 0.56, h * 0.11],
      [w * 0.47, h * 0.3, h * 0.12],
    ],
    ground: [
      [w * 0.4, h * 0.93, h * 0.27],
      [w * 0.45, h * 0.74, h * 0.14],
    ],
    road: [
      [w * 0.34, h * 1.14, 16],
      [w * 0.4, h * 0.92, 9],
      [w * 0.43, h * 0.77, 5],
      [w * 0.44, h * 0.69, 2.4],
    ],
  });
  stage.layer('steam', 0.3, { bloom: 0 }, (c) => {
    for (const [x, y, size] of [
      [0.3, 0.9, 1],
      [0.6, 0.84, 0.75],
    ] as const) {
      softly(c, [w * x - 90 * size, h * (y - 0.42), w * x + 110 * size, h * y], { blur: 14, strength: 0.4 }, (s) => {
        for (let puff = 0; puff < 14; puff++) {
          const t = puff / 13;
          s.fillStyle = alpha(blend(tones.haze, tones.light, 0.3), 0.5 * (1 - t));
          s.fill(ellipse(w * x + Math.sin(puff * 1.7) * 16 + t * 40 * size, h * (y - t * 0.36), (14 + t * 46) * size));
        }
      });
    }
  });
  stage.layer('near walls', 0.1, {}, (c) => {
    for (const side of [-1, 1]) alleyWall(stage, c, canyon, side, 0.92, 1.9);
    wires(stage, c);
    sign(stage, c, {
      x: w * 0.845,
      y: h * 0.1,
      wide: w * 0.085,
      tall: h * 0.42,
      colour: colours[1]!,
      second: colours[0]!,
    });
  });
}

function ring(stage: VistaStage, c: Context, x: number, y: number, r: number, colour: string): void {
  tube(c, ellipse(x, y, r), 3.4, colour, blend(colour, '#ffffff', 0.65));
  tube(c, ellipse(x, y, r * 0.72), 2, stage.tones.light, stage.tones.glare, 0.8);
  stage.lamp(c, { x, y, radius: r * 3, colour, strength: 0.6 });
}

/** One wall of the alley between two nearnesses: bricks of light and shade, pipes, windows, awning, signs that stick out. */
function alleyWall(stage: VistaStage, c: Context, canyon: Canyon, side: number, from: number, to: number): void {
  const { tones } = stage;
  const colours = neons(stage);
  const far = Math.max(0, 0.4 - from * 0.5);
  const corner = (near: number, up: number) => onWall(canyon, side, near, up);
  const wall = polygon([corner(from, 1.2), corner(to, 1.2), corner(to, 0), corner(from, 0)]);
  const dark = tones.far(blend(tones.ink, tones.deep, 0.45), far);
  c.fillStyle = linear(
    c,
    [corner(from, 0)[0], 0, corner(to, 0)[0], 0],
    [
      [0, tones.far(blend(tones.deep, tones.accent, 0.34), far)],
      [0.16, dark],
      [1, tones.ink],
    ],
  );
  c.fill(wall);
  c.strokeStyle = alpha(tones.ink, 0.5);
  c.lineWidth = 1;
  for (let course = 0; course < 22; course++) c.stroke(curve([corner(from, course / 18), corner(to, course / 18)], 0));
  const panes = new Path2D();
  const dim = new Path2D();
  const columns = 3;
  for (let row = 1; row < 6; row++) {
    for (let column = 0; column < columns; column++) {
      const a = from + (to - from) * ((column + 0.25) / columns);
      const b = from + (to - from) * ((column + 0.7) / columns);
      const pane = stage.random() < stage.by(0.25, 0.62) ? panes : dim;
      polygon(
        [
          corner(a, row * 0.17 + 0.1),
          corner(b, row * 0.17 + 0.1),
          corner(b, row * 0.17 + 0.02),
          corner(a, row * 0.17 + 0.02),
        ],
        pane,
      );
    }
  }
  c.fillStyle = alpha(tones.far(blend(tones.light, tones.accent, 0.2), far), 0.82);
  c.fill(panes);
  c.fillStyle = alpha(tones.sky, 0.3);
  c.fill(dim);
  c.strokeStyle = alpha(blend(tones.ink, tones.light, 0.3), 0.8);
  c.lineWidth = 1.5 + from * 5;
  const pipe = from + (to - from) * 0.1;
  c.stroke(curve([corner(pipe, 1.2), corner(pipe, 0)], 0));
  const shop = polygon([
    corner(from + (to - from) * 0.2, 0.15),
    corner(to, 0.15),
    corner(to, 0.02),
    corner(from + (to - from) * 0.2, 0.02),
  ]);
  const warm = side < 0 ? tones.light : blend(tones.accent, tones.light, 0.35);
  c.fillStyle = linear(
    c,
    [0, corner(to, 0.15)[1], 0, corner(to, 0)[1]],
    [
      [0, tones.glare, 0.95],
      [1, warm, 0.55],
    ],
  );
  c.fill(shop);
  const awning = polygon([
    corner(from + (to - from) * 0.18, 0.19),
    corner(to, 0.19),
    [corner(to, 0.14)[0] - side * 26 * to, corner(to, 0.14)[1]],
    [corner(from, 0.14)[0] - side * 26 * from, corner(from, 0.14)[1]],
  ]);
  c.fillStyle = blend(tones.deep, colours[side < 0 ? 1 : 2]!, 0.5);
  c.fill(awning);
  for (let index = 0; index < Math.round(stage.by(2, 5)); index++) {
    const near = from + (to - from) * stage.between(0.05, 0.75);
    const [x, y] = corner(near, 0.24 + ((index * 0.17 + stage.between(0, 0.1)) % 0.6));
    const size = 100 * near * stage.between(0.75, 1.15);
    const upright = stage.random() < 0.6;
    const [wide, tall] = upright ? [size * 0.46, size * 1.4] : [size * 1.15, size * 0.5];
    sign(stage, c, {
      x: side < 0 ? x - wide * 0.1 : x - wide * 0.9,
      y: y - tall,
      wide,
      tall,
      colour: colours[(index + (side < 0 ? 0 : 1)) % 3]!,
      second: colours[(index + 2) % 4]!,
    });
  }
}
