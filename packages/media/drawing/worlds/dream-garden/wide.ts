import { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { fbm } from '../noise.ts';
import { glow, linear, shafts } from '../paint.ts';
import { clouds, disc } from '../scenery.ts';
import type { VistaStage } from '../vista-stage.ts';
import { blossoms, bush, butterfly, cup, dusk, flower, meadow, stem, topiary, wisteria } from './plants.ts';

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
export function blossomTree(
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

/** Under an arch after arch of hanging blossom, towards the light. */
export function pergola(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const end = { x: w * 0.5, y: h * 0.5 };
  stage.key = { ...end, colour: tones.light };
  stage.layer('light', 1, { soft: 0 }, (c) => {
    dusk(stage, c, h * 0.7, end);
    disc(stage, c, { ...end, r: short * 0.075 * stage.bigger });
  });
  const ground = (s: number) => h * 0.56 + h * 0.36 * s;
  stage.layer('path', 0.92, { bloom: 0 }, (c) => {
    for (let index = 0; index < 46; index++) {
      const x = stage.between(view.x0, view.x1);
      const open = Math.min(1, Math.abs(x - end.x) / (w * 0.3));
      bush(stage, c, {
        x,
        y: h * 0.585,
        r: short * stage.between(0.03, 0.06) * (0.35 + open),
        tone: index % 5 ? tones.main : tones.accent,
        far: 0.5,
      });
    }
    meadow(stage, c, (x) => h * 0.57 + Math.abs(x - end.x) * 0.015, {
      top: blend(tones.main, tones.light, 0.35),
      bottom: blend(tones.main, tones.deep, 0.75),
      blades: 200,
      flowers: 0,
    });
    const path = new Path2D();
    path.moveTo(end.x - 7, h * 0.575);
    path.bezierCurveTo(end.x - 10, h * 0.72, w * 0.3, h * 0.9, w * 0.2, view.y1);
    path.lineTo(w * 0.8, view.y1);
    path.bezierCurveTo(w * 0.7, h * 0.9, end.x + 10, h * 0.72, end.x + 7, h * 0.575);
    path.closePath();
    c.fillStyle = linear(
      c,
      [0, h * 0.57, 0, h],
      [
        [0, tones.glare],
        [0.25, blend(tones.haze, tones.light, 0.4)],
        [1, blend(tones.sky, tones.deep, 0.45)],
      ],
    );
    c.fill(path);
    for (let fallen = 0; fallen < stage.by(60, 160); fallen++) {
      const t = stage.random() ** 0.8;
      c.fillStyle = alpha(blend(tones.accent, tones.glare, stage.random() * 0.6), 0.75);
      c.fill(
        ellipse(
          end.x + stage.between(-0.26, 0.26) * w * t,
          h * (0.58 + t * 0.42),
          1 + t * 4,
          0.5 + t * 1.8,
          stage.random(),
        ),
      );
    }
  });
  const arches = [
    { s: 0.24, depth: 0.86 },
    { s: 0.38, depth: 0.74 },
    { s: 0.6, depth: 0.58 },
    { s: 0.95, depth: 0.4 },
    { s: 1.45, depth: 0.1 },
  ];
  arches.forEach(({ s, depth }, index) => {
    if (index === 4) {
      shaftLayer(stage, end);
      stage.thread(0.34, {
        air: [
          [w * 0.34, h * 0.6, h * 0.13],
          [w * 0.54, h * 0.42, h * 0.09],
        ],
        ground: [
          [w * 0.44, h * 0.95, h * 0.24],
          [w * 0.5, h * 0.74, h * 0.13],
        ],
        road: [
          [w * 0.48, h * 1.12, 26],
          [w * 0.49, h * 0.9, 13],
          [w * 0.5, h * 0.72, 6],
          [w * 0.5, h * 0.62, 2.4],
          [w * 0.5, h * 0.575, 0.9],
        ],
      });
    }
    stage.layer(
      `arch ${index + 1}`,
      depth,
      { bloom: 0, sway: { anchorY: view.y0, amount: 3 + s * 4, seconds: 5 } },
      (c) => {
        const far = 0.62 - index * 0.15;
        const toned = (colour: string) => tones.far(colour, Math.max(0, far));
        const [rx, crown, foot] = [w * 0.36 * s, h * 0.5 - h * 0.34 * s, ground(s)];
        c.strokeStyle = toned(blend(tones.ink, tones.main, 0.3));
        c.lineWidth = 9 * s + 1;
        c.beginPath();
        c.moveTo(end.x - rx, foot);
        c.lineTo(end.x - rx, h * 0.5 - h * 0.08 * s);
        c.bezierCurveTo(end.x - rx, crown, end.x + rx, crown, end.x + rx, h * 0.5 - h * 0.08 * s);
        c.lineTo(end.x + rx, foot);
        c.stroke();
        const over = (t: number): Point => {
          const angle = Math.PI * (1 - t);
          return [end.x + Math.cos(angle) * rx * 1.03, h * 0.5 - h * 0.06 * s - Math.sin(angle) * h * 0.245 * s];
        };
        const bright = blend(tones.haze, tones.glare, 0.35);
        const bunches = Math.round(stage.by(15, 24));
        for (let pass = 0; pass < 2; pass++) {
          for (let bunch = 0; bunch < bunches; bunch++) {
            const t = (bunch + stage.random()) / bunches;
            const [x, y] = over(t);
            const colour = pass
              ? blend(tones.accent, tones.sky, stage.random() * 0.8)
              : blend(tones.sky, tones.deep, 0.3);
            wisteria(stage, c, {
              x: x + stage.between(-18, 18) * s,
              y: y - 12 * s,
              length: h * s * (pass ? stage.between(0.1, 0.23) : stage.between(0.14, 0.28)),
              wide: 24 * s + 2,
              tones: [toned(blend(colour, tones.deep, 0.3)), toned(blend(colour, bright, 0.7))],
            });
          }
        }
        for (let tuft = 0; tuft < 60; tuft++) {
          const [x, y] = over(stage.random());
          c.fillStyle = toned(blend(tones.main, stage.random() < 0.5 ? tones.light : tones.deep, 0.35));
          c.fill(
            ellipse(
              x + stage.between(-20, 20) * s,
              y + stage.between(-26, 6) * s,
              9 * s + 1,
              4.5 * s + 0.6,
              stage.between(-0.7, 0.7),
            ),
          );
        }
        if (index === 4) return;
        for (const side of [-1, 1]) {
          for (let leg = 0; leg < 34; leg++) {
            const y = foot - (foot - h * 0.5) * stage.random();
            c.fillStyle = toned(blend(tones.main, leg % 3 ? tones.deep : tones.light, 0.4));
            c.fill(
              ellipse(
                end.x + side * (rx + stage.between(-7, 7) * s),
                y,
                8 * s + 0.6,
                4 * s + 0.4,
                stage.between(-1, 1),
              ),
            );
          }
          for (let plant = 0; plant < 9; plant++) {
            const x = end.x + side * rx * (0.98 + (plant / 9) * 0.75);
            bush(stage, c, {
              x,
              y: foot + stage.between(0, 10) * s,
              r: stage.between(26, 46) * s,
              tone: plant % 4 === 3 ? tones.accent : tones.main,
              far: Math.max(0, far),
            });
          }
          const colours = blossoms(stage);
          for (let head = 0; head < 7; head++)
            flower(stage, c, {
              x: end.x + side * (rx + stage.between(0, 0.7) * rx),
              y: foot - stage.between(4, 44) * s,
              r: stage.between(10, 19) * s,
              colours: colours[head % 3]!,
              petals: 7,
              rows: 1,
              flat: 0.8,
              turn: head,
            });
        }
      },
    );
  });
}

function shaftLayer(stage: VistaStage, end: { x: number; y: number }): void {
  const { w, h } = stage;
  stage.layer('shafts', 0.36, { bloom: 0 }, (c) => {
    const wedges = Array.from({ length: Math.round(stage.by(5, 10)) }, () => ({
      angle: stage.between(0.2, 2.94),
      width: stage.between(0.015, 0.05),
      length: h * stage.between(0.5, 0.8),
      strength: stage.between(0.3, 0.6),
    }));
    shafts(
      c,
      [w * 0.12, h * 0.3, w * 0.88, h],
      { ...end, colour: stage.tones.light, strength: 0.45 + stage.grand * 0.25 },
      wedges,
    );
  });
}

/** The garden at night, seen off from its gate: clipped trees along a way of lamps, a moon over the hedges. */
export function promenade(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const moon = { x: w * 0.32, y: h * 0.24 };
  stage.key = { ...moon, colour: tones.light };
  const horizon = h * 0.56;
  stage.layer('night', 1, { soft: 0 }, (c) => {
    dusk(stage, c, h * 1.1, moon);
    c.fillStyle = linear(
      c,
      [0, view.y0, 0, horizon],
      [
        [0, tones.ink, 0.62],
        [1, tones.deep, 0.05],
      ],
    );
    c.fillRect(view.x0, view.y0, view.x1 - view.x0, view.y1 - view.y0);
    disc(stage, c, { ...moon, r: short * 0.095 * stage.bigger, colour: blend(tones.light, tones.haze, 0.2) });
    clouds(stage, c, [view.x0, h * 0.1, view.x1, h * 0.5], {
      size: [330, 44],
      cover: 0.45,
      shade: blend(tones.deep, tones.sky, 0.6),
      lit: blend(tones.haze, tones.light, 0.4),
      strength: 0.6,
    });
  });
  stage.layer('stars', 0.96, { bloom: 0 }, (c) =>
    stage.stars(c, [view.x0, view.y0, view.x1, horizon * 0.8], Math.round(stage.by(60, 140)), [
      tones.glare,
      tones.light,
      tones.haze,
    ]),
  );
  const vp = { x: w * 0.56, y: horizon };
  stage.layer('hedges', 0.84, { bloom: 0 }, (c) => {
    for (const [y, tall, tone] of [
      [0.545, 0.05, 0.6],
      [0.565, 0.07, 0.4],
    ] as const) {
      c.fillStyle = tones.far(blend(tones.deep, tones.main, 0.4), tone * 0.6);
      const path = new Path2D();
      path.moveTo(view.x0, h * 0.62);
      for (let x = view.x0; x <= view.x1 + 26; x += 26) {
        path.lineTo(x, h * (y - tall * 0.6));
        path.arc(x + 13, h * (y - tall * 0.6), 12, Math.PI, 0);
      }
      path.lineTo(view.x1 + 26, h * 0.62);
      path.closePath();
      c.fill(path);
    }
    const [x, y, wide] = [vp.x, h * 0.575, short * 0.085];
    c.fillStyle = blend(tones.haze, tones.light, 0.45);
    const arch = new Path2D();
    arch.rect(x - wide, y - wide * 1.9, wide * 2, wide * 1.9);
    arch.moveTo(x - wide * 0.55, y);
    arch.lineTo(x - wide * 0.55, y - wide * 0.9);
    arch.arc(x, y - wide * 0.9, wide * 0.55, Math.PI, 0);
    arch.lineTo(x + wide * 0.55, y);
    arch.closePath();
    stage.lamp(c, { x, y: y - wide * 0.7, radius: wide * 3, colour: tones.light, strength: 0.75 });
    c.fillStyle = tones.light;
    c.fillRect(x - wide * 0.6, y - wide * 1.5, wide * 1.2, wide * 1.5);
    c.fillStyle = linear(
      c,
      [x - wide, 0, x + wide, 0],
      [
        [0, blend(tones.haze, tones.sky, 0.4)],
        [1, blend(tones.sky, tones.deep, 0.4)],
      ],
    );
    c.fill(arch, 'evenodd');
    c.fillRect(x - wide * 1.15, y - wide * 2, wide * 2.3, wide * 0.18);
  });
  const at = (z: number, side: number): Point => [vp.x + (side * w * 0.27) / z, vp.y + (h * 0.42) / z];
  stage.layer('lawn', 0.74, { bloom: 0 }, (c) => {
    meadow(stage, c, () => horizon + 10, {
      top: blend(tones.main, tones.deep, 0.35),
      bottom: blend(tones.deep, tones.ink, 0.4),
      blades: 300,
      flowers: 0,
    });
    const way = new Path2D();
    for (const [z, side] of [
      [12, -0.4],
      [2, -0.4],
      [0.7, -0.4],
      [0.7, 0.4],
      [2, 0.4],
      [12, 0.4],
    ] as const)
      way.lineTo(...at(z, side));
    way.closePath();
    c.fillStyle = linear(
      c,
      [0, vp.y, 0, h],
      [
        [0, tones.light],
        [0.2, blend(tones.haze, tones.sky, 0.3)],
        [1, blend(tones.sky, tones.deep, 0.6)],
      ],
    );
    c.fill(way);
    glow(c, vp.x, vp.y + h * 0.06, w * 0.2, tones.light, 0.5);
  });
  const pairs = [
    { z: 4.2, depth: 0.66 },
    { z: 2.7, depth: 0.56 },
    { z: 1.75, depth: 0.44 },
  ];
  pairs.forEach(({ z, depth }, index) => {
    stage.layer(`trees ${index + 1}`, depth, { bloom: 0 }, (c) => {
      for (const side of [-1, 1]) {
        const [x, y] = at(z, side);
        c.fillStyle = alpha(tones.ink, 0.5);
        c.fill(ellipse(x + (h * 0.12) / z, y + 4, (h * 0.2) / z, (h * 0.03) / z));
        topiary(stage, c, {
          x,
          foot: y,
          tall: (Math.min(h, w * 0.8) * 0.72) / z,
          kind: (['cone', 'balls', 'spiral'] as const)[index]!,
          far: 0.3 - index * 0.12,
        });
        const [lx, ly] = at(z * 0.86, side * 0.56);
        lantern(stage, c, { x: lx, y: ly, tall: (Math.min(h, w * 0.8) * 0.24) / z });
      }
    });
  });
  stage.thread(0.4, {
    air: [
      [w * 0.3, h * 0.5, h * 0.13],
      [vp.x, h * 0.36, h * 0.09],
    ],
    ground: [
      [...at(1.08, -0.1), h * 0.25],
      [...at(3, 0), h * 0.1],
    ],
    road: [
      [...at(0.74, 0), 22],
      [...at(1.2, 0), 13],
      [...at(2.2, 0), 6],
      [...at(4, 0), 3],
      [...at(11, 0), 1],
    ],
  });
  stage.layer('gate', 0.1, { bloom: 0 }, (c) => {
    for (const [x, side] of [
      [0.03, 1],
      [0.98, -1],
    ] as const) {
      c.fillStyle = linear(
        c,
        [w * x - 60, 0, w * x + 60, 0],
        [
          [0, tones.ink],
          [0.5, blend(tones.deep, tones.ink, 0.4)],
          [1, blend(tones.deep, tones.sky, 0.3)],
        ],
      );
      c.fillRect(w * x - short * 0.075, h * 0.3, short * 0.15, view.y1);
      c.fillRect(w * x - short * 0.095, h * 0.28, short * 0.19, h * 0.035);
      c.fill(ellipse(w * x, h * 0.23, short * 0.055));
      c.strokeStyle = tones.ink;
      c.lineWidth = 6;
      for (let bar = 0; bar < 4; bar++) {
        const px = w * x + side * short * (0.11 + bar * 0.045);
        c.beginPath();
        c.moveTo(px, view.y1);
        c.lineTo(px, h * (0.42 + bar * 0.035));
        c.stroke();
        c.fillStyle = tones.ink;
        c.fill(ellipse(px, h * (0.41 + bar * 0.035), 6, 11));
      }
      c.beginPath();
      c.moveTo(w * x + side * short * 0.07, h * 0.4);
      c.quadraticCurveTo(w * x + side * short * 0.2, h * 0.44, w * x + side * short * 0.27, h * 0.6);
      c.stroke();
      for (let bunch = 0; bunch < 15; bunch++)
        wisteria(stage, c, {
          x: w * x + stage.between(-0.1, 0.12) * short * 1.1,
          y: h * stage.between(0.2, 0.4),
          length: h * stage.between(0.1, 0.24),
          wide: 20,
          tones: [blend(tones.accent, tones.deep, 0.7), blend(tones.accent, tones.haze, 0.3)],
        });
    }
    const colours = blossoms(stage);
    cup(stage, c, { x: w * 0.13, y: h * 1.0, size: short * 0.11, colours: colours[0]! });
    cup(stage, c, { x: w * 0.87, y: h * 1.01, size: short * 0.12, colours: colours[1]! });
  });
}

function lantern(stage: VistaStage, c: Context, { x, y, tall }: { x: number; y: number; tall: number }): void {
  const { tones } = stage;
  c.fillStyle = tones.ink;
  c.fillRect(x - tall * 0.025, y - tall, tall * 0.05, tall);
  c.fillStyle = tones.glare;
  c.fill(ellipse(x, y - tall, tall * 0.12));
  stage.lamp(c, { x, y: y - tall, radius: tall * 0.9, colour: tones.light, strength: 0.85, flickers: true });
  c.save();
  c.translate(x, y);
  c.scale(1, 0.24);
  glow(c, 0, 0, tall * 0.9, tones.light, 0.5 + 0.2 * fbm(x, y, 1));
  c.restore();
}
