import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, spline } from '../../paths.ts';
import { glow, linear } from '../paint.ts';
import { clouds, disc } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { blossoms, butterfly, dusk, flower, stem, topiary } from './plants.ts';

/** Islands that float with trees, falls and blossoms before a great moon. */
export function islands(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const moon = { x: w * 0.6, y: h * 0.36 };
  stage.key = { ...moon, colour: tones.light };
  stage.footing = 'floating';
  stage.layer('air', 1, { soft: 0 }, (c) => {
    dusk(stage, c, h, moon);
    disc(stage, c, { ...moon, r: short * 0.2 * stage.bigger, colour: blend(tones.light, tones.haze, 0.3) });
    clouds(stage, c, [view.x0, h * 0.5, view.x1, view.y1], {
      size: [300, 80],
      cover: 0.86,
      shade: blend(tones.sky, tones.haze, 0.35),
      lit: tones.light,
      strength: 0.9,
    });
  });
  stage.layer('stars', 0.96, { bloom: 0 }, (c) =>
    stage.stars(c, [view.x0, view.y0, view.x1, h * 0.5], Math.round(stage.by(40, 110)), [tones.glare, tones.light]),
  );
  stage.layer('far islands', 0.84, { bloom: 0 }, (c) => {
    for (const [x, y, size] of [
      [0.12, 0.42, 0.1],
      [0.4, 0.6, 0.07],
      [0.86, 0.34, 0.08],
      [0.95, 0.62, 0.13],
    ] as const)
      island(stage, c, { x: w * x, y: h * y, half: short * size, far: 0.6 });
  });
  stage.layer('islands', 0.62, { bloom: 0 }, (c) => {
    island(stage, c, { x: w * 0.84, y: h * 0.52, half: short * 0.2, far: 0.22, tree: 1.2, falls: true });
    island(stage, c, { x: w * 0.15, y: h * 0.6, half: short * 0.15, far: 0.3, tree: 0.8, falls: true });
  });
  const home = { x: w * 0.45, y: h * 0.7, half: short * 0.34 * stage.bigger };
  stage.layer('home', 0.42, { bloom: 0 }, (c) => {
    island(stage, c, { ...home, far: 0.04, falls: true });
    blossomTree(stage, c, { x: home.x + home.half * 0.5, foot: home.y, tall: short * 0.46 * stage.bigger });
    topiary(stage, c, { x: home.x - home.half * 0.72, foot: home.y + 4, tall: short * 0.15, kind: 'spiral' });
    topiary(stage, c, { x: home.x - home.half * 0.5, foot: home.y + 4, tall: short * 0.1, kind: 'balls' });
  });
  stage.thread(0.4, {
    air: [
      [w * 0.14, h * 0.36, h * 0.12],
      [w * 0.5, h * 0.22, h * 0.15],
    ],
    ground: [
      [home.x - home.half * 0.3, home.y + 6, h * 0.16],
      [home.x + home.half * 0.26, home.y + 6, h * 0.16],
    ],
    road: [
      [w * 0.02, h * 0.96, 12],
      [w * 0.2, h * 0.8, 8],
      [home.x - home.half * 0.4, home.y + 10, 6],
      [home.x + home.half * 0.6, home.y - 4, 4],
      [w * 0.8, h * 0.52, 2.4],
    ],
  });
  stage.layer('near', 0.08, { bloom: 0, sway: { anchorY: h * 1.05, amount: 6, seconds: 5 } }, (c) => {
    const colours = blossoms(stage);
    for (const [x, y, r, index] of [
      [0.03, 0.78, 0.12, 0],
      [0.13, 0.93, 0.08, 1],
      [0.95, 0.86, 0.13, 2],
      [0.85, 0.98, 0.08, 0],
    ] as const) {
      stem(stage, c, [w * x, view.y1], [w * x, h * y], 6);
      flower(stage, c, { x: w * x, y: h * y, r: short * r, colours: colours[index]!, flat: 0.72, turn: x * 9 });
    }
    butterfly(stage, c, { x: w * 0.24, y: h * 0.84, size: short * 0.034, angle: 0.4 });
  });
}

function island(
  stage: VistaStage,
  c: Context,
  {
    x,
    y,
    half,
    far,
    tree = 0,
    falls = false,
  }: { x: number; y: number; half: number; far: number; tree?: number; falls?: boolean },
): void {
  const { tones } = stage;
  const toned = (colour: string) => tones.far(colour, far);
  const deep = half * 1.05;
  const rock = new Path2D();
  rock.moveTo(x - half, y);
  const steps = 13;
  for (let step = 1; step < steps; step++) {
    const t = step / steps;
    const down = Math.sin(t * Math.PI) ** 1.35 * deep * stage.between(0.62, 1.12) + 8;
    rock.lineTo(x - half + t * half * 2, y + down);
  }
  rock.lineTo(x + half, y);
  rock.closePath();
  const side = stage.key.x > x ? 1 : -1;
  c.fillStyle = linear(
    c,
    [x - half * side, y + deep, x + half * side, y],
    [
      [0, toned(blend(tones.deep, tones.ink, 0.4))],
      [0.55, toned(blend(tones.deep, tones.sky, 0.4))],
      [1, toned(blend(tones.haze, tones.accent, 0.25))],
    ],
  );
  c.fill(rock);
  c.save();
  c.clip(rock);
  c.strokeStyle = alpha(toned(tones.ink), 0.35);
  c.lineWidth = Math.max(1, half * 0.016);
  for (let crack = 0; crack < 9; crack++) {
    const at = x - half + ((crack + 0.6) / 9) * half * 2;
    c.beginPath();
    c.moveTo(at, y);
    c.lineTo(at + stage.between(-0.1, 0.1) * half, y + deep * 0.35);
    c.lineTo(x + (at - x) * 0.6, y + deep);
    c.stroke();
  }
  c.restore();
  if (falls) {
    const at = x - side * half * 0.42;
    const long = half * 2.1;
    c.fillStyle = linear(
      c,
      [0, y, 0, y + long],
      [
        [0, tones.glare, 0.95],
        [0.4, blend(tones.light, tones.haze, 0.3), 0.6],
        [1, tones.haze, 0],
      ],
    );
    c.fillRect(at - half * 0.055, y - 2, half * 0.11, long);
    c.fillRect(at + half * 0.085, y, half * 0.035, long * 0.7);
    glow(c, at, y + long * 0.75, half * 0.5, tones.light, 0.25);
  }
  const turf = spline(
    [
      [x - half * 1.05, y + half * 0.05],
      [x - half * 0.8, y - half * 0.07],
      [x, y - half * 0.1],
      [x + half * 0.8, y - half * 0.07],
      [x + half * 1.05, y + half * 0.05],
      [x + half * 0.6, y + half * 0.15],
      [x + half * 0.2, y + half * 0.1],
      [x - half * 0.3, y + half * 0.17],
      [x - half * 0.7, y + half * 0.11],
    ],
    0.8,
  );
  c.fillStyle = linear(
    c,
    [0, y - half * 0.1, 0, y + half * 0.17],
    [
      [0, toned(blend(tones.main, tones.light, 0.5))],
      [0.5, toned(tones.main)],
      [1, toned(blend(tones.main, tones.deep, 0.6))],
    ],
  );
  c.fill(turf);
  const colours = blossoms(stage);
  for (let index = 0; index < half * 0.24; index++) {
    const t = stage.between(-0.92, 0.92);
    c.fillStyle = toned(stage.choose(colours).middle);
    c.fill(ellipse(x + t * half, y - half * 0.05 + stage.random() * half * 0.1, Math.max(1, half * 0.016)));
  }
  if (tree > 0) blossomTree(stage, c, { x: x + side * half * 0.1, foot: y, tall: half * tree, far });
  else if (far > 0.1) topiary(stage, c, { x: x - half * 0.2, foot: y, tall: half * 0.9, kind: 'balls', far });
}

/** A tree whose crown is clouds of blossom. */
function blossomTree(
  stage: VistaStage,
  c: Context,
  { x, foot, tall, far = 0 }: { x: number; foot: number; tall: number; far?: number },
): void {
  const { tones, key } = stage;
  const toned = (colour: string) => tones.far(colour, far);
  c.strokeStyle = toned(blend(tones.ink, tones.deep, 0.4));
  for (const [dx, dy, width] of [
    [0, 0.5, 0.07],
    [-0.24, 0.62, 0.035],
    [0.26, 0.64, 0.035],
    [0.06, 0.8, 0.03],
  ] as const) {
    c.lineWidth = tall * width;
    c.beginPath();
    c.moveTo(x, foot + 3);
    c.bezierCurveTo(
      x - tall * 0.06,
      foot - tall * 0.24,
      x + dx * tall * 0.3,
      foot - tall * 0.36,
      x + dx * tall,
      foot - tall * dy,
    );
    c.stroke();
  }
  const heads = [
    [0, 0.84, 0.2],
    [-0.27, 0.68, 0.19],
    [0.28, 0.7, 0.2],
    [-0.13, 0.6, 0.16],
    [0.13, 0.58, 0.16],
    [-0.42, 0.56, 0.12],
    [0.44, 0.56, 0.13],
  ] as const;
  for (const pass of [0, 1, 2]) {
    for (const [hx, hy, hr] of heads) {
      for (let index = 0; index < 42; index++) {
        const angle = stage.between(0, 6.283);
        const d = Math.sqrt(stage.random()) * hr * tall * (1.04 - pass * 0.16);
        const [px, py] = [
          x + hx * tall + Math.cos(angle) * d,
          foot - hy * tall + Math.sin(angle) * d * 0.8 - pass * hr * tall * 0.12,
        ];
        const lit = Math.max(
          0,
          Math.min(1, 0.5 - Math.sin(angle) * 0.3 + (key.x > x ? 1 : -1) * Math.cos(angle) * 0.3),
        );
        const colour =
          pass === 0
            ? blend(tones.accent, tones.deep, 0.55)
            : pass === 1
              ? blend(tones.accent, tones.deep, 0.25 * (1 - lit))
              : blend(tones.accent, tones.glare, 0.25 + lit * 0.5);
        c.fillStyle = alpha(toned(colour), 0.88);
        const r = tall * stage.between(0.016, 0.034) * (1.25 - pass * 0.3);
        c.fill(ellipse(px, py, r, r * 0.8));
      }
    }
  }
}
