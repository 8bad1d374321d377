import { drawCast } from '../cast.ts';
import { alpha, mix } from '../colour.ts';
import { limb, spline } from '../paths.ts';
import type { Point } from '../paths.ts';
import { drawPeaks } from '../scenery/land.ts';
import { boatFor, drawBoatBack, drawBoatFront, drawWake, floats } from '../scenery/rowing-boat.ts';
import { drawBirds, drawSail } from '../scenery/shore.ts';
import { drawShafts, drawSky } from '../scenery/sky.ts';
import { drawWater } from '../scenery/water.ts';
import { drawProp } from '../props/index.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** The open sea: an island far off, swell that comes nearer, a boat for those who can't swim, a letter in a bottle. */
export const sea: Setting = { place: 'outdoors', horizon: 0.47, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height, spec } = stage;
  const away = stage.side;
  const rough = ['wind', 'rain'].includes(spec.weather) ? 1 : spec.weather === 'clear' ? 0.45 : 0.6;
  drawSky(stage, {
    bottom: horizon,
    also: () =>
      drawBirds(
        stage,
        width * (0.5 - away * 0.22),
        horizon * 0.52,
        6,
        13,
        mix(stage.tone('#ffffff', 0.2), grade.shade, 0.25),
      ),
  });
  stage.layer(
    'island',
    0.92,
    { lit: 0.3, wash: 0.2, broad: true, area: [view.x0, horizon - 150, view.x1, horizon + 4] },
    () => {
      const x = width * (0.5 + away * 0.3);
      brush.clip(
        spline(
          [
            [view.x0 - 50, view.y0],
            [view.x1 + 50, view.y0],
            [view.x1 + 50, horizon + 3],
            [view.x0 - 50, horizon + 3],
          ],
          0,
        ),
        () => {
          const far = stage.tone('#7c8a94', 0.86);
          drawPeaks(stage, horizon + 6, 9, 34, far, far, undefined);
          const land = stage.tone(grade.foliage.dark, 0.6);
          brush.at(x + 30, horizon - 26, 0.3, 0, false, () =>
            drawProp(brush, 'lighthouse', { state: grade.lamps ? 'lit' : 'out' }),
          );
          brush.shape(
            spline(
              [
                [x - 150, horizon + 8],
                [x - 90, horizon - 14],
                [x - 40, horizon - 40],
                [x + 20, horizon - 32],
                [x + 70, horizon - 20],
                [x + 150, horizon + 8],
              ],
              0.9,
            ),
            land,
            { to: stage.tone('#b0a080', 0.66), along: [0, horizon - 40, 0, horizon + 2], lift: 4 },
          );
          for (const [dx, h] of [
            [-62, 44],
            [-44, 56],
            [-30, 40],
          ] as const)
            palm(stage, x + dx, horizon - 26, h, 0.55);
        },
      );
    },
  );
  drawWater(stage, {
    top: horizon,
    depth: 0.72,
    colour: '#3f8ea6',
    reflects: ['island'],
    waves: rough,
    also: () => {
      drawSail(stage, stage.freeX([0.5 - away * 0.12, 0.5 - away * 0.4, 0.5]), horizon + 14, 24, 0.5, '#fbeedc');
      if (!spec.characters.some(({ species }) => species === 'whale'))
        tail(
          stage,
          stage.freeX([0.5 + away * 0.13, 0.5 + away * 0.02, 0.5 + away * 0.43, 0.5 - away * 0.26]),
          horizon + height * 0.1,
        );
    },
  });
  drawShafts(stage, 0.66, 0.16);
  stage.layer(
    'swell',
    0.5,
    {
      lit: 0.7,
      wash: 0.2,
      broad: true,
      area: [view.x0, horizon + height * 0.1, view.x1, view.y1],
      sway: { anchorY: view.y1, amount: 3, seconds: 5 },
    },
    () => {
      wave(stage, horizon + height * 0.19, 12 * (0.5 + rough), 0.34, 0.7);
    },
  );
  const boat = boatFor(stage);
  drawCast(stage, {
    waterline: (y, tall) => y + tall * 0.1,
    floats,
    under: (x, y, half) => {
      if (!boat || Math.abs(x - boat.x) > boat.half * 0.9) raft(stage, x, y, half);
    },
    before: () => boat && brush.as('actor', () => drawBoatBack(stage, boat)),
    after: () => {
      if (!boat) return;
      brush.as('actor', () => drawBoatFront(stage, boat));
      drawWake(stage, boat);
    },
  });
  stage.layer(
    'near swell',
    0.16,
    {
      lit: 0.8,
      wash: 0.2,
      rim: 0.2,
      area: [view.x0, height * 0.78, view.x1, view.y1],
      sway: { anchorY: view.y1, amount: 5, seconds: 4.2 },
    },
    () => {
      const y = Math.max((boat?.floor ?? 0) + 34, height * 0.92);
      wave(stage, y, 14 * (0.5 + rough), 0.1, 1);
      bottle(stage, stage.freeX([0.5 + away * 0.37, 0.5 - away * 0.38, 0.5], 40), y + 12);
      wave(stage, Math.max(y + 34, height * 0.975), 16 * (0.5 + rough), 0, 1);
    },
  );
}

/** A row of waves over the whole width, opaque below its crest. */
function wave(stage: Stage, y: number, rise: number, depth: number, strength: number): void {
  const { brush, view, grade } = stage;
  const phase = brush.random() * 6;
  const step = 74;
  const points: Point[] = [];
  for (let x = view.x0 - 80, i = 0; x <= view.x1 + 80; x += step / 2, i++) {
    const roll = Math.sin(x / 210 + phase);
    points.push([x, y - (i % 2 ? rise * (0.75 + 0.45 * roll) : 0) + roll * rise * 0.5]);
  }
  const top = mix(grade.water('#4f9ab0', depth), grade.sky[2]!, 0.22);
  const deep = mix(grade.water('#2f7a94', depth), grade.sky[4]!, 0.22);
  const body = spline([...points, [view.x1 + 90, view.y1 + 60], [view.x0 - 90, view.y1 + 60]], 0.85);
  const toned = (colour: string) => brush.style.tone(colour, 'scenery');
  if (strength === 1) brush.shape(body, top, { to: deep, along: [0, y - rise, 0, y + 110], lift: 8, plate: true });
  else {
    const fade = brush.ctx.createLinearGradient(0, y - rise, 0, y + 130);
    fade.addColorStop(0, alpha(toned(top), strength));
    fade.addColorStop(1, alpha(toned(deep), 0));
    brush.ctx.fillStyle = fade;
    brush.ctx.fill(body);
  }
  const foam = mix(grade.sky[0]!, '#ffffff', 0.4);
  for (let i = 1; i < points.length; i += 2) {
    const [px, py] = points[i]!;
    if (brush.random() < 0.25) continue;
    const w = brush.between(14, 27);
    brush.dab(
      spline(
        [
          [px - w, py + rise * 0.55],
          [px - w * 0.3, py + 1],
          [px + w * 0.4, py + 2],
          [px + w, py + rise * 0.5],
          [px + w * 0.2, py + 7],
        ],
        0.9,
      ),
      foam,
      0.5 * strength,
    );
  }
}

function palm(stage: Stage, x: number, y: number, height: number, depth: number): void {
  const { brush, grade } = stage;
  const lean = height * 0.2;
  brush.dab(
    limb(
      [
        [x, y],
        [x + lean * 0.3, y - height * 0.5],
        [x + lean, y - height],
      ],
      [2, 1.5, 1],
    ),
    stage.tone('#6a5040', depth),
  );
  for (const a of [-2.9, -2.2, -1.4, -0.7, -0.1]) {
    const l = height * 0.42;
    brush.dab(
      spline(
        [
          [x + lean, y - height],
          [x + lean + Math.cos(a) * l * 0.6, y - height + Math.sin(a) * l * 0.6 - 2],
          [x + lean + Math.cos(a) * l, y - height + Math.sin(a) * l * 0.5 + l * 0.2],
          [x + lean + Math.cos(a) * l * 0.5, y - height + Math.sin(a) * l * 0.4 + 1],
        ],
        0.8,
      ),
      stage.tone(grade.foliage.mid, depth),
    );
  }
}

/** A whale's tail far away, just going down. */
function tail(stage: Stage, x: number, y: number): void {
  const { brush, grade } = stage;
  const skin = stage.tone('#4a6a88', 0.4);
  brush.shape(
    spline(
      [
        [x - 5, y],
        [x - 4, y - 22],
        [x - 12, y - 34],
        [x - 36, y - 44],
        [x - 22, y - 50],
        [x, y - 40],
        [x + 22, y - 51],
        [x + 36, y - 45],
        [x + 13, y - 34],
        [x + 5, y - 22],
        [x + 7, y],
      ],
      0.9,
    ),
    skin,
    { to: brush.darker(skin, 0.3), along: [0, y - 50, 0, y], lift: 3 },
  );
  brush.dab(brush.blob(x, y, 24, 4, 0.15, 10), mix(grade.sky[0]!, '#ffffff', 0.4), 0.6);
}

/** A letter in a bottle. */
function bottle(stage: Stage, x: number, y: number): void {
  const { brush, grade } = stage;
  brush.at(x, y, 1, -0.5, false, () => {
    const glass = spline(
      [
        [-9, 16],
        [-10, -14],
        [-4, -24],
        [-4, -36],
        [4, -36],
        [4, -24],
        [10, -14],
        [9, 16],
      ],
      0.5,
    );
    brush.shape(glass, mix(stage.tone('#9fd0b8', 0), '#ffffff', 0.2), {
      to: stage.tone('#5f9a88'),
      along: [-10, 0, 10, 0],
      lift: 2,
    });
    brush.dab(
      spline(
        [
          [-5, 12],
          [-5, -10],
          [4, -12],
          [5, 11],
        ],
        0.3,
      ),
      stage.tone('#fbf0d4'),
    );
    brush.dab(
      spline(
        [
          [-4, -35],
          [-4, -43],
          [4, -43],
          [4, -35],
        ],
        0.3,
      ),
      stage.tone('#b5804c'),
    );
  });
  brush.dab(brush.blob(x + 4, y + 10, 24, 5, 0.1, 9), stage.tone('#4f9ab0', 0.08));
  brush.dab(brush.blob(x + 4, y + 7, 22, 2, 0.1, 9), mix(grade.sky[0]!, '#ffffff', 0.4), 0.6);
}

/** Planks tied together, for things that would sink. */
function raft(stage: Stage, x: number, y: number, half: number): void {
  const { brush, grade } = stage;
  const wood = stage.tone('#a87c54', 0.02);
  const w = half * 1.15 + 14;
  for (const [dy, dx] of [
    [-7, 5],
    [3, -2],
    [14, 3],
  ] as const) {
    brush.shape(
      spline(
        [
          [x - w + dx, y + dy - 5],
          [x + w + dx, y + dy - 6],
          [x + w + dx + 4, y + dy + 2],
          [x + w + dx, y + dy + 7],
          [x - w + dx, y + dy + 7],
          [x - w + dx - 4, y + dy + 1],
        ],
        0.4,
      ),
      wood,
      { to: brush.darker(wood, 0.4), along: [0, y + dy - 6, 0, y + dy + 8], lift: 3 },
    );
  }
  for (const side of [-0.7, 0.7])
    brush.line(
      limb(
        [
          [x + side * w, y - 12],
          [x + side * w + 3, y + 20],
        ],
        [1, 1],
      ),
      stage.tone('#ecd8b0', 0.02),
      4,
    );
  brush.contact(x, y + 1, half, Math.max(4, half * 0.14), 0.45);
  brush.dab(brush.blob(x, y + 23, w * 1.08, 4.5, 0.14, 11), mix(grade.sky[0]!, '#ffffff', 0.4), 0.7);
}
