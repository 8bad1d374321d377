import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { curve, ellipse, limb, spline, star } from '../paths.ts';
import type { Point } from '../paths.ts';
import { drawGroundShine, frameSides } from '../scenery/frame.ts';
import { drawHill, drawPeaks } from '../scenery/land.ts';
import type { Crest } from '../scenery/land.ts';
import { drawStones } from '../scenery/plants.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** On the moon: grey hills and craters, the Earth in a black sky, a small rocket with a light on, footprints. */
export const moon: Setting = { place: 'space', horizon: 0.72, draw };

/** Moon dust: never quite grey, a little of the hour and season in it. */
function dust(stage: Stage, colour: string, depth: number): string {
  const { grade, spec } = stage;
  const warm = { day: '#fff0d8', 'golden-hour': '#f6c890', dusk: '#c8a0c0', moonrise: '#98a4d0', night: '#7f94c4' }[
    spec.timeOfDay
  ];
  const season = { spring: '#b8d8b8', summer: '#f0d8a8', autumn: '#e0a878', winter: '#c0d4f0' }[spec.season];
  const own = stage.spec.palette.ground ? mix(colour, stage.spec.palette.ground, 0.6) : colour;
  return mix(mix(mix(own, warm, 0.24), season, 0.09), mix(grade.sky[4]!, '#1a1f48', 0.5), depth * 0.62);
}

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height, key } = stage;
  const away = stage.side;
  const deep = ['#7fb0e4', '#3a4684', '#242c64', '#171c48', '#0e1232'];
  const tones = grade.sky.map((colour, index) => mix(colour, deep[index]!, [0.78, 0.72, 0.84, 0.9, 0.92][index]!));
  const earth = {
    x: stage.isQuiet(width * (0.5 + away * 0.26), height * 0.24)
      ? width * (0.5 - away * 0.22)
      : width * (0.5 + away * 0.26),
    y: height * 0.25,
    r: Math.min(width, height) * 0.125,
  };
  const stars: NonNullable<(typeof stage.current)['layer']['stars']> = [];
  const layer = stage.layer('space', 1, { soft: 0, lit: 0.1, broad: true, wash: 0.3, grain: 0.2 }, () => {
    stage.style.sky(brush, view, tones, { x: earth.x, y: earth.y, spread: 190 });
    scatterStars(stage, earth, stars);
    planet(stage, earth.x, earth.y, earth.r);
    comet(stage, width * (0.5 - away * 0.08), height * 0.13, away);
  });
  layer.stars = stars;
  stage.light(earth.x, earth.y + 80, 440, mix('#bcd8ff', key.colour, 0.5), 0.34 * (0.5 + key.strength));
  stage.layer(
    'far hills',
    0.86,
    { lit: 0.35, wash: 0.26, broad: true, area: [view.x0, horizon - 240, view.x1, horizon + 20] },
    () => {
      drawPeaks(stage, horizon - 70, 9, 120, dust(stage, '#9a9cb0', 0.8), dust(stage, '#c0c0cc', 0.7), undefined);
      const crest = drawHill(stage, horizon - 66, 34, 280, dust(stage, '#b0b0bc', 0.62), dust(stage, '#8a8a9c', 0.7), {
        length: 90,
      });
      for (let i = 0; i < 7; i++)
        crater(
          stage,
          brush.between(view.x0, view.x1),
          crest(width / 2) + brush.between(14, 34),
          brush.between(16, 40),
          0.62,
        );
      haze(stage);
    },
  );
  stage.layer(
    'hills',
    0.64,
    { lit: 0.6, wash: 0.24, rim: 0.2, area: [view.x0, view.y0, view.x1, horizon + 60] },
    () => {
      const crest = drawHill(stage, horizon - 26, 26, 260, dust(stage, '#c4c3cc', 0.36), dust(stage, '#8f8fa2', 0.46), {
        length: 110,
      });
      for (let i = 0; i < 6; i++)
        crater(
          stage,
          (width * (i + 0.5)) / 6 + brush.between(-40, 40),
          crest((width * (i + 0.5)) / 6) + brush.between(20, 34),
          brush.between(26, 56),
          0.36,
        );
      const x = stage.freeX([0.5 + away * 0.32, 0.5 - away * 0.36, 0.5], 20);
      rocket(stage, x, crest(x) + 22, stage.isPortrait ? 190 : 168);
    },
  );
  const { left, right } = frameSides(stage);
  stage.layer(
    'ground',
    0.42,
    { lit: 0.95, wash: 0.24, rim: 0.16, area: [view.x0, horizon - 120, view.x1, view.y1] },
    () => {
      const crest = drawHill(
        stage,
        horizon,
        16,
        340,
        dust(stage, '#dad8da', 0.08),
        mix(dust(stage, '#8a8898', 0.1), grade.shade, 0.22),
        { length: height - horizon + 40 },
      );
      const free = [0.12, 0.25, 0.5, 0.6, 0.77, 0.92].map((at) => width * at + brush.between(-20, 20));
      free.forEach((x, index) => crater(stage, x, crest(x) + 30 + (index % 3) * 46, 34 + (index % 3) * 24, 0.06));
      prints(stage, crest, away);
      flag(stage, stage.freeX([0.5 + away * 0.07, 0.5 + away * 0.42, 0.5 - away * 0.42], 0), horizon + 22);
      if (left === 'home' || left === 'plain')
        drawStones(
          stage,
          [
            [width * 0.05, horizon + 60, 34],
            [width * 0.12, horizon + 80, 17],
          ],
          dust(stage, '#a8a6b2', 0.06),
        );
      if (right === 'home' || right === 'plain')
        drawStones(
          stage,
          [
            [width * 0.95, horizon + 66, 32],
            [width * 0.88, horizon + 88, 16],
          ],
          dust(stage, '#a8a6b2', 0.06),
        );
      drawGroundShine(stage, 0.16);
    },
  );
  const grey = dust(stage, '#cfcdd2', 0.06);
  drawCast(stage, {
    feet: (x, y, half) => {
      for (const dx of [-0.7, -0.1, 0.55])
        brush.dab(brush.blob(x + dx * half, y + 5, half * 0.34, half * 0.06 + 2, 0.2, 9), grey, 0.6);
    },
  });
  stage.layer('near', 0, { soft: 3, lit: 0.5, wash: 0.1, rim: 0.2 }, () => {
    const dark = mix(dust(stage, '#6a6a80', 0.2), grade.shade, 0.5);
    if (left !== 'bare')
      drawStones(
        stage,
        [
          [width * 0.01, height * 0.99, 92],
          [width * 0.12, height * 1.05, 44],
        ],
        dark,
      );
    if (right !== 'bare')
      drawStones(
        stage,
        [
          [width * 0.99, height * 1.0, 84],
          [width * 0.88, height * 1.06, 40],
        ],
        dark,
      );
    drawHill(stage, height * 1.035, 16, 200, mix(dark, grey, 0.35), dark, { length: 50 });
  });
}

function scatterStars(
  stage: Stage,
  earth: { x: number; y: number; r: number },
  stars: { x: number; y: number; r: number; colour: string; phase: number }[],
): void {
  const { brush, view, horizon, spec } = stage;
  const count = { clear: 150, wind: 150, cloudy: 80, mist: 60, rain: 80, snow: 110 }[spec.weather];
  brush.as('light', () => {
    for (let i = 0; i < count; i++) {
      const x = brush.between(view.x0, view.x1);
      const y = brush.between(view.y0, horizon);
      if (Math.hypot(x - earth.x, y - earth.y) < earth.r * 1.15) continue;
      const large = brush.random() < 0.1;
      const r = large ? brush.between(5, 8) : brush.between(1.1, 2.8);
      const colour = brush.choose(['#fff8dc', '#f0f4ff', '#ffe8c8', '#dce8ff']);
      if (large) brush.glow(x, y, r * 3, colour, 0.3, 1);
      brush.dab(large ? star(x, y, r, 4, 0.3, 0.2) : ellipse(x, y, r), colour, brush.between(0.5, 0.95));
      stars.push({
        x: stage.toPixelX(x),
        y: stage.toPixelY(y),
        r: r * stage.scale,
        colour,
        phase: brush.random() * 6.28,
      });
    }
  });
}

/** The Earth: seas, lands and weather, lit from one side. */
function planet(stage: Stage, x: number, y: number, r: number): void {
  const { brush, key, spec } = stage;
  const globe = ellipse(x, y, r);
  brush.as('light', () => {
    brush.glow(x, y, r * 2.1, '#8fc0f0', 0.45);
    brush.shape(globe, '#6fb4dc', { to: '#2f6fb0', along: [x - r, y - r, x + r, y + r], lift: 4 });
    brush.clip(globe, () => {
      for (const [dx, dy, rx, ry, turn] of [
        [-0.42, -0.36, 0.42, 0.3, 0.3],
        [-0.26, 0.34, 0.24, 0.4, -0.2],
        [0.46, -0.12, 0.34, 0.46, 0.2],
        [0.3, 0.62, 0.3, 0.14, 0],
      ] as const) {
        brush.at(x + dx * r, y + dy * r, 1, turn, false, () =>
          brush.shape(brush.blob(0, 0, rx * r, ry * r, 0.24, 11), '#8fbf7c', {
            to: '#c8c07c',
            along: [0, -ry * r, 0, ry * r],
            lift: 1,
            edge: 0.1,
          }),
        );
      }
      const swirls = spec.weather === 'clear' ? 5 : 9;
      for (let i = 0; i < swirls; i++) {
        const cy = y + ((i + 0.5) / swirls - 0.5) * r * 1.8;
        const cx = x + brush.between(-0.6, 0.3) * r;
        brush.dab(
          spline(
            [
              [cx - r * 0.4, cy],
              [cx, cy - r * 0.07],
              [cx + r * 0.5, cy - r * 0.02],
              [cx + r * 0.2, cy + r * 0.06],
              [cx - r * 0.2, cy + r * 0.05],
            ],
            0.9,
          ),
          '#ffffff',
          0.75,
        );
      }
      const side = key.toward.x > 0 ? -1 : 1;
      brush.form(globe, x + side * r * 0.85, y + r * 0.5, r * 1.5, '#0c1440', 0.85);
    });
  });
}

function comet(stage: Stage, x: number, y: number, away: number): void {
  const { brush } = stage;
  if (stage.isQuiet(x, y)) return;
  brush.as('light', () => {
    for (const k of [1, 0.66, 0.36])
      brush.dab(
        limb(
          [
            [x, y],
            [x - away * 70 * k, y - 16 * k],
            [x - away * 150 * k, y - 42 * k],
          ],
          [4.4 * k, 2.4 * k, 0.4],
        ),
        '#ffeec0',
        0.3,
      );
    brush.shape(star(x, y, 11, 5, 0.5, 0.3), '#fff2c4', { lift: 1 });
  });
}

function crater(stage: Stage, x: number, y: number, r: number, depth: number): void {
  const { brush, key, grade } = stage;
  const side = key.toward.x > 0 ? 1 : -1;
  const floor = mix(dust(stage, '#8c8a9c', depth), grade.shade, 0.12);
  brush.dab(ellipse(x, y, r * 1.12, r * 0.33), dust(stage, '#eceaec', depth), 0.45);
  brush.shape(brush.blob(x, y + r * 0.02, r, r * 0.27, 0.05, 14), floor, {
    to: dust(stage, '#b8b6c4', depth),
    along: [x + side * r, 0, x - side * r, 0],
    lift: 0,
    edge: 0,
  });
  brush.dab(
    spline(
      [
        [x + side * r * 0.98, y],
        [x + side * r * 0.5, y - r * 0.25],
        [x - side * r * 0.2, y - r * 0.27],
        [x + side * r * 0.3, y - r * 0.14],
        [x + side * r * 0.7, y + r * 0.06],
      ],
      0.9,
    ),
    mix(floor, grade.shade, 0.4),
    0.6,
  );
}

/** What weather is up here: a veil of star dust. */
function haze(stage: Stage): void {
  const { brush, spec, view, horizon, grade } = stage;
  const amount = { clear: 0.1, wind: 0.16, cloudy: 0.4, mist: 0.6, rain: 0.45, snow: 0.5 }[spec.weather];
  stage.style.mist(brush, view, horizon - 60, 60, mix(grade.haze, '#a8b0e0', 0.4), amount);
}

/** A small rocket that stands on three legs, with a round window and a ladder. */
function rocket(stage: Stage, x: number, y: number, height: number): void {
  const { brush, grade } = stage;
  const s = height / 170;
  const shell = mix(dust(stage, '#f4f0ea', 0.16), '#ffffff', 0.1);
  const red = mix(grade.accent, dust(stage, grade.accent, 0.3), 0.5);
  const at = (points: readonly Point[]): Point[] => points.map(([px, py]) => [x + px * s, y + py * s]);
  brush.contact(x, y + 2, 66 * s, 10 * s, 0.5);
  for (const side of [-1, 1])
    brush.shape(
      spline(
        at([
          [side * 24, -56],
          [side * 54, -22],
          [side * 56, 3],
          [side * 44, 2],
          [side * 36, -16],
          [side * 20, -24],
        ]),
        0.6,
      ),
      red,
      { to: brush.darker(red, 0.4), along: [x, y - 50, x, y], lift: 3 },
    );
  const body = spline(
    at([
      [0, -170],
      [22, -140],
      [32, -96],
      [31, -52],
      [22, -16],
      [-22, -16],
      [-31, -52],
      [-32, -96],
      [-22, -140],
    ]),
    0.9,
  );
  brush.shape(body, shell, {
    to: brush.darker(shell, 0.42),
    along: stage.key.toward.x > 0 ? [x + 32 * s, y, x - 32 * s, y] : [x - 32 * s, y, x + 32 * s, y],
    lift: 5,
    halo: 3,
  });
  brush.clip(body, () => {
    brush.dab(
      spline(
        at([
          [-40, -180],
          [40, -180],
          [40, -132],
          [0, -126],
          [-40, -132],
        ]),
        0.4,
      ),
      red,
    );
    brush.dab(
      spline(
        at([
          [-40, -36],
          [0, -32],
          [40, -36],
          [40, -22],
          [0, -18],
          [-40, -22],
        ]),
        0.4,
      ),
      red,
    );
  });
  brush.as('light', () => brush.lamp(x, y - 96 * s, 56 * s, '#ffd27a', 0.5));
  brush.line(ellipse(x, y - 96 * s, 17 * s), brush.darker(shell, 0.5), 5 * s);
  brush.as('light', () =>
    brush.shape(ellipse(x, y - 96 * s, 14 * s), '#fff0bc', {
      to: '#ffc66c',
      along: [x, y - 110 * s, x, y - 82 * s],
      lift: 0,
    }),
  );
  for (const dx of [-7, 7])
    brush.line(
      curve(
        at([
          [dx, -50],
          [dx, 4],
        ]),
      ),
      brush.darker(shell, 0.4),
      2,
    );
  for (let step = -46; step < 4; step += 10)
    brush.line(
      curve(
        at([
          [-7, step],
          [7, step],
        ]),
      ),
      brush.darker(shell, 0.4),
      2,
    );
}

/** A flag somebody planted, stiff as there is no wind. */
function flag(stage: Stage, x: number, y: number): void {
  const { brush, grade } = stage;
  brush.contact(x, y + 1, 14, 3, 0.4);
  brush.shape(
    limb(
      [
        [x, y],
        [x, y - 66],
      ],
      [1.6, 1.4],
    ),
    dust(stage, '#e8e4e0', 0.06),
    { lift: 1 },
  );
  const cloth = mix(grade.accent, dust(stage, grade.accent, 0.2), 0.4);
  brush.shape(
    spline(
      [
        [x + 1, y - 65],
        [x + 42, y - 62],
        [x + 42, y - 36],
        [x + 1, y - 38],
      ],
      0.14,
    ),
    cloth,
    { to: brush.darker(cloth, 0.3), along: [x, 0, x + 42, 0], lift: 2 },
  );
  brush.dab(star(x + 21, y - 50, 8, 5, 0.48, 0.2), '#fff2cc');
}

function prints(stage: Stage, crest: Crest, away: number): void {
  const { brush, spec, width, height, grade } = stage;
  const x0 = spec.focus.x * width + away * 60;
  for (let i = 0; i < 12; i++) {
    const t = (i + 0.5) / 12;
    const x = x0 + away * t * width * 0.36;
    const y = height * 0.9 + (crest(x) + 20 - height * 0.9) * t;
    brush.dab(
      brush.blob(x, y + (i % 2 ? 5 : -4), 8 * (1 - t * 0.5), 3.6 * (1 - t * 0.5), 0.12, 8),
      mix(dust(stage, '#8a8898', 0.1), grade.shade, 0.25),
      0.6,
    );
  }
}
