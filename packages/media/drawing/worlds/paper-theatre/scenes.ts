import type { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { ellipse, polygon, spline } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import { glow } from '../paint.ts';
import type { VistaStage } from '../vista-stage.ts';
import { backLight, burst, cloud, fibres, hills, house, paperFir, sheet, spot, string, tree } from './sheets.ts';

/** A box of paper frames, one behind the other, each torn open wider: through them a far mountain. */
export function tunnel(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const end = { x: w * 0.5, y: h * 0.46 };
  stage.key = { ...end, colour: tones.light };
  stage.layer('back', 1, {}, (c) => {
    backLight(stage, c, { ...end, top: tones.glare, middle: blend(tones.light, tones.haze, 0.5), edge: tones.haze });
    const r = short * stage.by(0.075, 0.12) * stage.bigger;
    sheet(stage, c, ellipse(end.x, h * 0.38, r), { colour: blend(tones.main, tones.light, 0.2), off: 9 });
  });
  stage.layer('mountain', 0.9, { bloom: 0 }, (c) => {
    const peak = (x: number, y: number, half: number, colour: string) => {
      sheet(
        stage,
        c,
        polygon([
          [x - half, h * 0.72],
          [x, y],
          [x + half, h * 0.72],
        ]),
        { colour, wash: blend(colour, tones.haze, 0.6), off: 10, span: [y, h * 0.72] },
      );
      const k = half / (h * 0.72 - y);
      const snow = h * 0.07;
      sheet(
        stage,
        c,
        polygon([
          [x, y],
          [x + k * snow, y + snow],
          [x + k * snow * 0.4, y + snow * 0.72],
          [x, y + snow * 1.1],
          [x - k * snow * 0.45, y + snow * 0.7],
          [x - k * snow, y + snow],
        ]),
        { colour: tones.glare, off: 4 },
      );
    };
    peak(end.x - short * 0.16, h * 0.43, short * 0.2, blend(tones.sky, tones.haze, 0.45));
    peak(end.x + short * 0.13, h * 0.37, short * 0.24, blend(tones.sky, tones.haze, 0.3));
    sheet(stage, c, hills(stage, h * 0.66, h * 0.06, { bumps: 5, phase: 2 }), {
      colour: blend(tones.accent, tones.haze, 0.4),
      off: 8,
    });
    fibres(stage, c, 500);
  });
  const frames = [
    { s: 0.4, depth: 0.8, colour: blend(tones.haze, tones.main, 0.42), foot: 0.66 },
    { s: 0.54, depth: 0.68, colour: blend(tones.main, tones.haze, 0.2), foot: 0.71 },
    { s: 0.72, depth: 0.54, colour: tones.main, foot: 0.77 },
    { s: 1.0, depth: 0.36, colour: blend(tones.main, tones.sky, 0.55), foot: 0.85 },
    { s: 1.36, depth: 0.16, colour: blend(tones.sky, tones.deep, 0.45), foot: 0.94 },
    { s: 1.76, depth: 0.03, colour: tones.deep, foot: 1.05 },
  ];
  frames.forEach(({ s, depth, colour, foot }, index) => {
    if (index === 4) {
      stage.thread(0.3, {
        air: [
          [w * 0.34, h * 0.52, h * 0.13],
          [w * 0.56, h * 0.34, h * 0.11],
        ],
        ground: [
          [w * 0.42, h * 0.88, h * 0.23],
          [w * 0.5, h * 0.86, h * 0.21],
        ],
        road: [
          [w * 0.46, h * 1.1, 22],
          [w * 0.48, h * 0.92, 12],
          [w * 0.5, h * 0.8, 7],
          [w * 0.51, h * 0.7, 3],
          [w * 0.5, h * 0.62, 1],
        ],
      });
    }
    stage.layer(`frame ${index + 1}`, depth, { bloom: 0 }, (c) => {
      const rough = 0.05 + stage.tense * 0.06;
      const count = 22;
      const [rx, ry] = [w * 0.36 * s, h * 0.48 * s];
      const phase = stage.between(0, 7);
      const hole = spline(
        Array.from({ length: count }, (_, corner): Point => {
          const angle = (corner / count) * Math.PI * 2;
          const k = 1 + Math.sin(corner * 2.3 + phase) * rough + Math.sin(corner * 1.1 + phase * 2) * rough * 0.7;
          const low = h * foot + Math.sin(corner * 1.9 + phase) * 5;
          return [end.x + Math.cos(angle) * rx * k, Math.min(low, end.y - h * 0.03 + Math.sin(angle) * ry * k)];
        }),
        0.8,
      );
      hole.rect(view.x0 - 10, view.y0 - 10, view.x1 - view.x0 + 20, view.y1 - view.y0 + 20);
      sheet(stage, c, hole, { colour, wash: blend(colour, tones.deep, 0.3), isPierced: true, off: 12 + index * 3 });
      for (let plant = 0; plant < 4 + index; plant++) {
        const side = plant % 2 ? 1 : -1;
        const x = end.x + side * rx * stage.between(0.55, 0.98);
        const tall = short * (0.07 + s * 0.13) * stage.between(0.7, 1.2);
        const leaf =
          index % 2 ? paperFir(x, h * foot + 8, tall * 1.2) : tree(x, h * foot + 8, tall * 1.2, stage.random);
        sheet(stage, c, leaf, { colour: blend(plant % 3 ? tones.accent : colour, tones.deep, index * 0.09), off: 6 });
      }
      fibres(stage, c, 500);
    });
  });
}

/** In a street of paper houses; lamps burn behind their windows. */
export function town(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  const moon = { x: w * 0.34, y: h * 0.22 };
  stage.key = { ...moon, colour: tones.light };
  stage.layer('back', 1, {}, (c) => {
    backLight(stage, c, {
      ...moon,
      top: blend(tones.sky, tones.haze, 0.4),
      middle: tones.sky,
      edge: blend(tones.deep, tones.ink, 0.2),
    });
    string(stage, c, moon.x, moon.y - short * 0.1);
    const r = short * 0.11 * stage.bigger;
    sheet(stage, c, ellipse(moon.x, moon.y, r), { colour: tones.light, off: 12 });
    for (const [dx, dy, k] of [
      [-0.3, -0.2, 0.2],
      [0.3, 0.25, 0.26],
      [0.1, -0.45, 0.12],
    ] as const)
      sheet(stage, c, ellipse(moon.x + r * dx, moon.y + r * dy, r * k), {
        colour: blend(tones.light, tones.haze, 0.55),
        off: 3,
      });
    for (let star = 0; star < stage.by(8, 26); star++)
      sheet(stage, c, burst(stage.between(0, w), h * stage.between(0.02, 0.4), 7, 2.6, 4, stage.random()), {
        colour: tones.light,
        off: 3,
      });
  });
  const rows = [
    { depth: 0.84, foot: 0.74, wide: 0.1, tall: [0.14, 0.34], fade: 0.5 },
    { depth: 0.66, foot: 0.8, wide: 0.14, tall: [0.14, 0.3], fade: 0.22 },
  ] as const;
  rows.forEach(({ depth, foot, wide, tall, fade }, index) => {
    stage.layer(`houses ${index + 1}`, depth, { bloom: 0 }, (c) => {
      row(stage, c, {
        from: view.x0,
        to: view.x1,
        foot: h * foot,
        wide: short * wide,
        tall: [h * tall[0], h * tall[1]],
        fade,
        gap: index ? [w * 0.4, w * 0.6] : undefined,
      });
      sheet(stage, c, hills(stage, h * (foot + 0.005), 8, { bumps: 4, phase: index + 1 }), {
        colour: tones.far(blend(tones.sky, tones.deep, 0.4), fade * 0.7),
        off: 8,
      });
      fibres(stage, c, 500);
    });
  });
  stage.layer('lanterns', 0.56, { bloom: 0.8 }, (c) => {
    const count = Math.round(stage.by(5, 11));
    const at = (t: number): Point => [
      view.x0 + (view.x1 - view.x0) * t,
      h * (0.3 + 0.16 * Math.sin(t * Math.PI) + 0.02 * Math.sin(t * 19)),
    ];
    c.strokeStyle = tones.ink;
    c.lineWidth = 1.8;
    c.beginPath();
    for (let t = 0; t <= 1.001; t += 0.02) c.lineTo(...at(t));
    c.stroke();
    for (let index = 0; index < count; index++) {
      const [x, y] = at((index + 0.5) / count);
      const r = short * 0.026;
      stage.lamp(c, {
        x,
        y: y + r * 1.5,
        radius: r * 4.4,
        colour: blend(tones.light, tones.accent, 0.2),
        strength: 0.75,
        flickers: true,
      });
      sheet(stage, c, ellipse(x, y + r * 1.5, r, r * 1.2), {
        colour: index % 2 ? tones.light : blend(tones.main, tones.light, 0.45),
        off: 6,
      });
      c.fillStyle = tones.deep;
      c.fillRect(x - r * 0.4, y + r * 0.2, r * 0.8, r * 0.26);
    }
  });
  stage.layer('street', 0.46, { bloom: 0 }, (c) => {
    row(stage, c, {
      from: view.x0,
      to: w * 0.3,
      foot: h * 0.9,
      wide: short * 0.22,
      tall: [h * 0.3, h * 0.46],
      fade: 0,
    });
    row(stage, c, {
      from: w * 0.74,
      to: view.x1,
      foot: h * 0.9,
      wide: short * 0.22,
      tall: [h * 0.32, h * 0.44],
      fade: 0,
    });
    sheet(stage, c, hills(stage, h * 0.895, 10, { bumps: 3, phase: 5 }), {
      colour: blend(tones.sky, tones.deep, 0.45),
      wash: tones.ink,
      off: 12,
      span: [h * 0.88, h * 1.05],
    });
    c.fillStyle = alpha(tones.light, 0.18);
    for (let stone = 0; stone < 60; stone++) {
      const t = stage.random();
      c.fill(ellipse(stage.between(view.x0, view.x1), h * (0.915 + t * 0.1), 6 + t * 12, 2 + t * 3));
    }
    fibres(stage, c, 500);
  });
  stage.thread(0.4, {
    air: [
      [w * 0.3, h * 0.6, h * 0.13],
      [w * 0.62, h * 0.3, h * 0.14],
    ],
    ground: [
      [w * 0.36, h * 0.955, h * 0.27],
      [w * 0.58, h * 0.94, h * 0.25],
    ],
    road: [
      [w * 0.3, h * 1.12, 20],
      [w * 0.42, h * 0.95, 12],
      [w * 0.54, h * 0.89, 6],
      [w * 0.48, h * 0.82, 3],
      [w * 0.5, h * 0.76, 1.4],
    ],
  });
  stage.layer('near', 0.06, { bloom: 0 }, (c) => {
    for (const [x, tall] of [
      [0.02, 0.5],
      [0.98, 0.42],
      [0.9, 0.24],
    ] as const)
      sheet(stage, c, paperFir(w * x, h * 1.1, h * tall * 1.25), {
        colour: blend(tones.deep, tones.accent, 0.2),
        off: 18,
      });
    fibres(stage, c, 300);
  });
}

function row(
  stage: VistaStage,
  c: Context,
  {
    from,
    to,
    foot,
    wide,
    tall,
    fade,
    gap,
  }: {
    from: number;
    to: number;
    foot: number;
    wide: number;
    tall: readonly [number, number];
    fade: number;
    gap?: readonly [number, number] | undefined;
  },
): void {
  const { tones } = stage;
  for (let x = from; x < to;) {
    const width = Math.min(wide * stage.between(0.75, 1.2), Math.max(wide * 0.5, to - x));
    if (!gap || x + width < gap[0] || x > gap[1]) {
      const height = stage.between(...tall);
      const colour = tones.far(
        stage.choose([
          tones.main,
          blend(tones.main, tones.deep, 0.4),
          tones.accent,
          blend(tones.haze, tones.main, 0.5),
          blend(tones.accent, tones.deep, 0.4),
        ]),
        fade * 0.6,
      );
      // What shines behind the windows.
      const lit = stage.random() < 0.5 + stage.grand * 0.5;
      c.fillStyle = lit ? blend(tones.light, tones.accent, 0.12) : tones.ink;
      c.fillRect(x + width * 0.1, foot - height, width * 0.8, height);
      if (lit) glow(c, x + width * 0.4, foot - height * 0.6, width * 0.7, tones.glare, 0.5);
      sheet(stage, c, house(x, foot, width, height), {
        colour,
        wash: blend(colour, tones.deep, 0.35),
        isPierced: true,
        off: 11 * (1 - fade * 0.5),
        span: [foot - height, foot],
      });
      const [cx, top] = [x + width / 2, foot - height - width * 0.55];
      const roof = polygon([
        [x - width * 0.07, foot - height + width * 0.02],
        [cx, top - width * 0.05],
        [x + width * 1.07, foot - height + width * 0.02],
        [cx, top + width * 0.1],
      ]);
      sheet(stage, c, roof, { colour: blend(colour, tones.deep, 0.55), off: 5 });
    }
    x += width * stage.between(0.9, 1.02);
  }
}

/** Close up behind the scenes: paper birds, stars and clouds hang in the beam of a lamp. */
export function mobile(stage: VistaStage): void {
  const { tones, w, h, view, short } = stage;
  stage.footing = 'floating';
  const lamp: Point = [w * 0.08, view.y0 - 10];
  stage.key = { x: lamp[0], y: 0, colour: tones.light };
  stage.layer('back', 1, {}, (c) => {
    backLight(stage, c, {
      x: w * 0.6,
      y: h * 0.45,
      top: blend(tones.haze, tones.light, 0.3),
      middle: blend(tones.haze, tones.sky, 0.45),
      edge: blend(tones.sky, tones.deep, 0.5),
    });
  });
  // Shadows of everything fall on the back wall.
  stage.layer('shadows', 0.94, { soft: 6 }, (c) => {
    c.fillStyle = alpha(tones.deep, 0.42);
    c.fill(bird(w * 0.72, h * 0.56, short * 0.36));
    c.fill(bird(w * 0.4, h * 0.34, short * 0.2));
    c.fill(burst(w * 0.9, h * 0.4, short * 0.12, short * 0.05, 5));
  });
  const hang = (c: Context, x: number, y: number, path: Path2D, colour: string, off = 12) => {
    string(stage, c, x, y);
    sheet(stage, c, path, { colour, off });
  };
  stage.layer('far things', 0.72, { bloom: 0 }, (c) => {
    for (const [x, y, size] of [
      [0.14, 0.5, 0.05],
      [0.46, 0.16, 0.035],
      [0.84, 0.2, 0.05],
      [0.96, 0.6, 0.04],
      [0.34, 0.72, 0.03],
      [0.58, 0.84, 0.045],
    ] as const)
      hang(
        c,
        w * x,
        h * y - short * size,
        burst(w * x, h * y, short * size * stage.bigger, short * size * 0.42, 5, x * 5),
        blend(tones.light, tones.accent, x * 0.3),
      );
    hang(c, w * 0.2, h * 0.24, cloud(w * 0.2, h * 0.3, short * 0.13), blend(tones.haze, tones.light, 0.5));
    hang(c, w * 0.86, h * 0.72, cloud(w * 0.86, h * 0.78, short * 0.15), blend(tones.haze, tones.light, 0.3));
    fibres(stage, c, 400);
  });
  stage.layer('beam', 0.6, { bloom: 0 }, (c) =>
    spot(stage, c, lamp, { x: w * 0.66, y: h * 1.12, half: w * 0.3 }, 0.34 + stage.grand * 0.2),
  );
  stage.layer('birds', 0.5, { bloom: 0 }, (c) => {
    folded(stage, c, {
      x: w * 0.64,
      y: h * stage.between(0.42, 0.5),
      size: short * 0.38 * stage.bigger,
      colour: tones.main,
    });
    folded(stage, c, {
      x: w * stage.between(0.28, 0.38),
      y: h * stage.between(0.22, 0.32),
      size: short * 0.19,
      colour: tones.accent,
    });
    folded(stage, c, { x: w * 0.9, y: h * 0.24, size: short * 0.15, colour: tones.light });
    fibres(stage, c, 600);
  });
  stage.thread(0.36, {
    air: [
      [w * 0.16, h * 0.76, h * 0.18],
      [w * 0.42, h * 0.6, h * 0.22],
    ],
    road: [
      [view.x0, h * 0.95, 8],
      [w * 0.2, h * 0.8, 7],
      [w * 0.45, h * 0.78, 6],
      [w * 0.7, h * 0.66, 5],
      [view.x1, h * 0.6, 4],
    ],
  });
  stage.layer('near', 0.08, { soft: 2 }, (c) => {
    string(stage, c, w * 0.04, h * 0.78);
    sheet(stage, c, burst(w * 0.04, h * 0.92, short * 0.2, short * 0.1, 8, 0.2), {
      colour: blend(tones.accent, tones.deep, 0.35),
      off: 20,
    });
    string(stage, c, w * 0.97, h * 0.86);
    sheet(stage, c, cloud(w * 0.98, h * 1.02, short * 0.24), { colour: blend(tones.sky, tones.deep, 0.3), off: 20 });
  });
}

function bird(x: number, y: number, size: number): Path2D {
  return polygon([
    [x - size * 0.62, y + size * 0.1],
    [x - size * 0.18, y + size * 0.02],
    [x - size * 0.3, y - size * 0.52],
    [x + size * 0.14, y - size * 0.06],
    [x + size * 0.5, y - size * 0.26],
    [x + size * 0.66, y - size * 0.16],
    [x + size * 0.5, y - size * 0.14],
    [x + size * 0.16, y + size * 0.24],
    [x - size * 0.14, y + size * 0.26],
  ]);
}

/** A crane folded of one sheet: facets in the light and away from it, on its string. */
function folded(
  stage: VistaStage,
  c: Context,
  { x, y, size, colour }: { x: number; y: number; size: number; colour: string },
): void {
  const { tones } = stage;
  string(stage, c, x - size * 0.02, y - size * 0.06);
  const facet = (points: readonly Point[], tone: string, off = 0) => {
    const path = polygon(points.map(([u, v]): Point => [x + u * size, y + v * size]));
    if (off > 0) sheet(stage, c, path, { colour: tone, off });
    else {
      c.fillStyle = tone;
      c.fill(path);
      c.strokeStyle = alpha(tones.glare, 0.55);
      c.lineWidth = 1.2;
      c.stroke(path);
    }
  };
  const [lit, pale, dark] = [
    blend(colour, tones.light, 0.32),
    blend(colour, tones.glare, 0.6),
    blend(colour, tones.deep, 0.45),
  ];
  facet(
    [
      [0.02, -0.02],
      [0.34, -0.6],
      [0.26, 0.06],
    ],
    dark,
    12,
  );
  facet(
    [
      [-0.16, 0.05],
      [-0.72, 0.02],
      [-0.1, 0.2],
    ],
    dark,
    10,
  );
  facet(
    [
      [0.1, 0.02],
      [0.5, -0.3],
      [0.18, 0.2],
    ],
    colour,
    10,
  );
  facet(
    [
      [0.5, -0.3],
      [0.68, -0.16],
      [0.44, -0.22],
    ],
    pale,
  );
  facet(
    [
      [-0.18, 0.04],
      [0.18, 0.0],
      [0.16, 0.24],
      [-0.06, 0.3],
    ],
    lit,
    12,
  );
  facet(
    [
      [-0.18, 0.04],
      [-0.06, 0.3],
      [0.02, 0.1],
    ],
    colour,
  );
  facet(
    [
      [-0.14, 0.06],
      [-0.36, -0.62],
      [0.16, 0.02],
    ],
    lit,
    12,
  );
  facet(
    [
      [-0.14, 0.06],
      [-0.36, -0.62],
      [-0.02, -0.08],
    ],
    pale,
  );
}
