import { mix } from '../colour.ts';
import { ellipse, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import type { Stage } from '../stage.ts';
import { drawGroundShine } from './frame.ts';
import { drawHill, drawPath } from './land.ts';
import type { Crest, HillOptions } from './land.ts';
import { drawCover, drawFlowers, drawGrass, leaves } from './plants.ts';

/** Options of {@link drawMeadow}. */
export type MeadowOptions = HillOptions & {
  name?: string;
  depth?: number;
  flowers?: number;
  cover?: number;
  /** A path from the viewer to this point on the crest (x in units). */
  pathTo?: number;
  pathColour?: string;
  /** How high things on this layer reach, units from the top. Default a little over the horizon. */
  top?: number;
  before?: (crest: Crest) => void;
  also?: (crest: Crest) => void;
};

/** The near ground of grass (or snow): the plane that everybody stands on. */
export function drawMeadow(stage: Stage, options: MeadowOptions = {}): Crest {
  const { grade, view, horizon, height, width } = stage;
  const [mid, dark, lit] = [stage.tone(grade.grass.mid), stage.tone(grade.grass.dark), stage.tone(grade.grass.lit)];
  let crest: Crest = () => horizon;
  stage.layer(
    options.name ?? 'ground',
    options.depth ?? 0.42,
    {
      lit: 0.95,
      wash: 0.22,
      rim: grade.snowy ? 0.06 : 0.2,
      area: [view.x0, options.top ?? Math.min(horizon - 130, height * 0.5), view.x1, view.y1],
    },
    () => {
      options.before?.(crest);
      crest = drawHill(stage, horizon, 18, 340, mix(mid, lit, 0.3), mix(dark, grade.shade, 0.22), {
        length: height - horizon + 40,
        ...options,
      });
      if (options.pathTo !== undefined) {
        const colour = grade.snowy ? '#d8e2f2' : (options.pathColour ?? '#dcc498');
        drawPath(
          stage,
          [width * 0.5, view.y1 + 12],
          [options.pathTo, crest(options.pathTo) + 3],
          120,
          stage.tone(colour),
          0.75,
        );
      }
      if (grade.snowy) {
        drifts(stage, crest);
        drawCover(stage, crest, view.y1, 26, 22, [stage.tone('#a8a890'), stage.tone('#8a9488')], dark);
      } else {
        drawCover(
          stage,
          crest,
          view.y1,
          options.cover ?? 420,
          25,
          [mid, mix(mid, dark, 0.5), lit, dark],
          mix(dark, grade.shade, 0.3),
        );
        const many = stage.spec.season === 'winter' || stage.spec.season === 'autumn' ? 0.35 : 1;
        drawFlowers(
          stage,
          (options.flowers ?? 40) * many,
          (x) => crest(x) + 8,
          view.y1,
          5.5,
          [
            stage.tone('#fff8e8'),
            stage.tone(grade.accent),
            stage.tone('#f6c24c'),
            stage.tone('#b48ac8'),
            stage.tone('#fff8e8'),
          ],
          dark,
        );
        if (stage.spec.season === 'autumn') fallen(stage, crest);
      }
      options.also?.(crest);
      drawGroundShine(stage);
    },
  );
  return crest;
}

function drifts(stage: Stage, crest: Crest): void {
  const { brush, width, height, grade } = stage;
  const shadow = mix(stage.tone('#9fb4de'), grade.shade, 0.12);
  brush.soft(
    [stage.view.x0, stage.horizon - 20, stage.view.x1, stage.view.y1],
    12,
    0.5,
    (ctx) => {
      ctx.fillStyle = brush.style.tone(shadow, 'scenery');
      for (let i = 0; i < 7; i++) {
        const x = brush.between(0, width);
        ctx.beginPath();
        ctx.ellipse(
          x,
          brush.between(crest(x) + 30, height * 1.03),
          brush.between(110, 250),
          brush.between(6, 12),
          -0.03,
          0,
          7,
        );
        ctx.fill();
      }
    },
    'source-atop',
  );
}

function fallen(stage: Stage, crest: Crest): void {
  const { brush, width, view, grade } = stage;
  for (const colour of [grade.foliage.mid, grade.foliage.lit, '#a84c2c']) {
    const y = (crest(width / 2) + view.y1) / 2 + 10;
    brush.dab(
      leaves(stage, width / 2, y, 90, width * 0.62, (view.y1 - crest(width / 2)) * 0.5, [5, 11]),
      stage.tone(colour),
      0.85,
    );
  }
}

/** Tall blurred grass and flowers in the lower corners, right before the viewer; leaves room for faces and words. */
export function drawNearGrass(stage: Stage, options: { flowers?: boolean; snow?: boolean } = {}): void {
  const { brush, grade, width, height, view, spec } = stage;
  const close = ['close', 'birds-eye'].includes(spec.camera.shot);
  const deep = mix(stage.tone(grade.grass.dark), grade.shade, 0.4);
  const tones = [
    deep,
    mix(deep, stage.tone(grade.grass.mid), 0.5),
    stage.tone(grade.grass.mid),
    mix(stage.tone(grade.grass.lit), deep, 0.2),
  ];
  stage.layer(
    'near',
    0,
    {
      soft: 2.6,
      lit: 0.6,
      wash: 0.1,
      rim: 0.16,
      area: [view.x0, height * 0.4, view.x1, view.y1],
      sway: { anchorY: height * 1.05, amount: 8, seconds: 4.5 },
    },
    () => {
      if (grade.snowy || options.snow) {
        const white = stage.tone('#f8fbff');
        const bank = (points: Point[]) =>
          brush.shape(spline(points), white, {
            to: mix(white, '#8fa8d8', 0.5),
            along: [0, height * 0.9, 0, view.y1],
            lift: 6,
          });
        bank([
          [view.x0 - 50, view.y1 + 40],
          [view.x0 - 50, height * 0.93],
          [width * 0.08, height * 0.945],
          [width * 0.24, height * 1.0],
          [width * 0.4, view.y1 + 40],
        ]);
        bank([
          [view.x1 + 50, view.y1 + 40],
          [view.x1 + 50, height * 0.94],
          [width * 0.9, height * 0.955],
          [width * 0.74, height * 1.01],
          [width * 0.6, view.y1 + 40],
        ]);
        drawGrass(stage, view.x0, width * 0.12, () => height * 0.98, 10, [40, 110], [stage.tone('#8a8468'), deep], 3);
        drawGrass(stage, width * 0.9, view.x1, () => height * 0.98, 10, [40, 110], [stage.tone('#8a8468'), deep], 3);
        return;
      }
      const sides: [number, number][] = close
        ? []
        : [
            [view.x0, width * 0.24],
            [width * 0.76, view.x1],
          ];
      for (const [x0, x1] of sides) {
        const middle = (x0 + x1) / 2;
        const low = stage.isTaken(middle, width * 0.06) || stage.isQuiet(middle, height * 0.95);
        drawGrass(stage, x0, x1, () => height * 1.08, 40, low ? [50, 110] : [110, 280], tones, 6.5);
        if (options.flowers === false || low) continue;
        for (let i = 0; i < 4; i++) {
          const x = brush.between(x0, x1);
          const y = height * brush.between(0.76, 0.94);
          const r = brush.between(16, 30);
          const colour = stage.tone(brush.choose([grade.accent, '#f6c24c', '#fff4e0', '#b084c0']));
          brush.line(
            spline(
              [
                [x, y],
                [x + 8, height * 0.95],
                [x + 5, height * 1.1],
              ],
              1,
            ),
            tones[1]!,
            4.5,
          );
          for (let j = 0; j < 6; j++)
            brush.shape(
              brush.blob(
                x + Math.cos(j * 1.047) * r * 0.7,
                y + Math.sin(j * 1.047) * r * 0.5,
                r * 0.55,
                r * 0.46,
                0.1,
                8,
              ),
              colour,
              { lift: 2 },
            );
          brush.dab(ellipse(x, y, r * 0.32, r * 0.26), '#d98c30');
        }
      }
      drawGrass(stage, view.x0, view.x1, () => height * 1.08, 60, [40, 84], tones, 5.5);
    },
  );
}
