import type { Path2D } from '@napi-rs/canvas';
import type { Context } from '../../brush.ts';
import { alpha, blend } from '../../colour.ts';
import { polygon } from '../../paths.ts';
import type { Point } from '../../paths.ts';
import type { VistaStage } from '../vista-stage.ts';
import { backLight, burst, cloud, fibres, sheet, spot, string } from './sheets.ts';

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
