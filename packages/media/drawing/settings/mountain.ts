import { drawCast } from '../cast.ts';
import { mix } from '../colour.ts';
import { curve, limb, spline } from '../paths.ts';
import { drawHouse } from '../scenery/buildings.ts';
import { frameSides, tuftFeet } from '../scenery/frame.ts';
import { drawMeadow, drawNearGrass } from '../scenery/ground.ts';
import { drawHill, drawPeaks, drawPath, mound } from '../scenery/land.ts';
import { drawStones } from '../scenery/plants.ts';
import { drawBirds } from '../scenery/shore.ts';
import { drawShafts, drawSky } from '../scenery/sky.ts';
import { drawFir } from '../scenery/trees.ts';
import type { Stage } from '../stage.ts';
import type { Setting } from './setting.ts';

/** High up: peaks over a sea of mist, a hut that keeps a light on, an alp with stones and flowers, a line of flags. */
export const mountain: Setting = { place: 'outdoors', horizon: 0.73, draw };

function draw(stage: Stage): void {
  const { brush, grade, view, horizon, width, height } = stage;
  const away = stage.side;
  const hutX = stage.freeX([0.5 + away * 0.24, 0.5 + away * 0.34, 0.5 - away * 0.3], 20);
  const white = stage.tone('#ffffff', 0.35);
  drawSky(stage, {
    bottom: horizon * 0.6,
    also: () =>
      drawBirds(
        stage,
        width * (0.5 + away * 0.1),
        height * 0.24,
        3,
        13,
        mix(stage.tone('#4a4450', 0.4), grade.haze, 0.2),
      ),
  });
  stage.layer(
    'far peaks',
    0.92,
    { lit: 0.25, wash: 0.26, broad: true, area: [view.x0, horizon - 440, view.x1, horizon] },
    () => {
      drawPeaks(stage, horizon - 130, 7, height * 0.4, stage.tone('#7c88a8', 0.74), stage.tone('#a8b4c8', 0.84), white);
      stage.style.mist(brush, view, horizon - 130, 60, mix(grade.haze, '#ffffff', 0.2), 0.7);
    },
  );
  stage.layer(
    'peaks',
    0.78,
    { lit: 0.4, wash: 0.26, broad: true, area: [view.x0, horizon - 330, view.x1, horizon + 20] },
    () => {
      drawPeaks(
        stage,
        horizon - 50,
        5,
        height * 0.3,
        stage.tone('#66708c', 0.5),
        stage.tone('#8f98a8', 0.64),
        grade.snowy ? white : stage.tone('#f4f4f4', 0.45),
      );
      stage.style.mist(brush, view, horizon - 66, 56, mix(grade.haze, '#ffffff', 0.25), 0.75);
    },
  );
  stage.layer(
    'slope',
    0.6,
    { lit: 0.6, wash: 0.22, rim: 0.18, area: [view.x0, horizon - 380, view.x1, horizon + 60] },
    () => {
      const crest = drawHill(
        stage,
        horizon - 30,
        24,
        250,
        stage.tone(grade.grass.mid, 0.4),
        stage.tone(grade.grass.dark, 0.46),
        { bump: mound(hutX, 240, 54), length: 130 },
      );
      drawPath(
        stage,
        [width * 0.5, horizon + 40],
        [hutX + 6, crest(hutX) + 8],
        44,
        stage.tone(grade.snowy ? '#d8e2f2' : '#dcc49c', 0.4),
        0.7,
      );
      for (const at of [0.03, 0.1, 0.16, 0.8, 0.88, 0.95]) {
        const x = width * at + brush.between(-18, 18);
        if (Math.abs(x - hutX) > 70) drawFir(stage, x, crest(x) + 8, brush.between(70, 150), 0.44);
      }
      if (grade.lamps) {
        stage.light(hutX, crest(hutX), 150, grade.lamp, 0.4);
        brush.as('light', () => brush.glow(hutX, crest(hutX) - 10, 84, grade.lamp, 0.4));
      }
      drawHouse(stage, hutX, crest(hutX) + 8, 84, 44, {
        wall: '#9a6a4c',
        roof: '#6a5a58',
        depth: 0.28,
        door: grade.accent,
        windows: [3, 1],
        lit: 1,
      });
      flags(
        stage,
        hutX - away * 46,
        crest(hutX) - 36,
        hutX - away * 190,
        crest(hutX - away * 190) - 66,
        crest(hutX - away * 190) + 8,
      );
      drawStones(
        stage,
        [0.28, 0.4, 0.63, 0.72].map((at) => [width * at, crest(width * at) + 16, brush.between(8, 16)] as const),
        stage.tone('#8a8f98', 0.36),
      );
    },
  );
  drawShafts(stage, 0.55, 0.2);
  const { left, right } = frameSides(stage);
  drawMeadow(stage, {
    flowers: 46,
    cover: 300,
    top: horizon - 330,
    before: () => {
      if (left !== 'bare') boulder(stage, width * 0.06, horizon + 50, 1.15, left === 'home');
      if (right !== 'bare') boulder(stage, width * 0.94, horizon + 50, 1, right === 'home');
    },
    also: (crest) => {
      const spots = [0.18, 0.27, 0.5, 0.63, 0.79]
        .map((at) => width * at + brush.between(-16, 16))
        .filter((x) => !stage.isTaken(x, -6));
      drawStones(
        stage,
        spots.map((x, i) => [x, crest(x) + 12 + (i % 3) * 22, 10 + (i % 3) * 7] as const),
        stage.tone('#8d9098', 0.04),
      );
    },
  });
  drawCast(stage, { feet: tuftFeet(stage) });
  drawNearGrass(stage, { flowers: !grade.snowy });
}

/** A string of small flags from the hut to a pole. */
function flags(stage: Stage, x0: number, y0: number, x1: number, y1: number, foot: number): void {
  const { brush } = stage;
  brush.shape(
    limb(
      [
        [x1, foot],
        [x1, y1 - 4],
      ],
      [2.4, 1.8],
    ),
    stage.tone('#7a5a44', 0.3),
    { lift: 1 },
  );
  const at = (t: number) => [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t + Math.sin(t * Math.PI) * 18] as const;
  brush.line(curve([at(0), at(0.25), at(0.5), at(0.75), at(1)]), stage.tone('#6a5a54', 0.3), 1.2);
  ['#d8604c', '#f0c050', '#5f9a78', '#5a86b8', '#f4ece0', '#d8604c', '#f0c050'].forEach((colour, index) => {
    const [x, y] = at((index + 0.6) / 7.4);
    const blown = stage.spec.weather === 'wind' ? 7 : 1;
    brush.shape(
      spline(
        [
          [x - 6, y],
          [x + 6, y],
          [x + 5 + blown, y + 14],
          [x - 6 + blown, y + 13],
        ],
        0.2,
      ),
      stage.tone(colour, 0.22),
      { lift: 1, edge: 0.1 },
    );
  });
}

/** A great rock at the edge; the inhabited one has a small door and a chimney of a lantern. */
function boulder(stage: Stage, x: number, y: number, scale: number, home: boolean): void {
  const { brush, grade, key } = stage;
  const stone = stage.tone('#8a8c98', 0.08);
  const dark = brush.darker(stone, 0.5);
  const s = 120 * scale;
  const path = spline(
    [
      [x - s * 1.2, y + 12],
      [x - s * 1.1, y - s * 0.6],
      [x - s * 0.6, y - s * 1.3],
      [x - s * 0.05, y - s * 1.56],
      [x + s * 0.42, y - s * 1.12],
      [x + s * 0.7, y - s * 0.66],
      [x + s * 0.98, y - s * 0.22],
      [x + s * 1.04, y + 12],
    ],
    0.5,
  );
  brush.contact(x, y + 8, s * 1.2, s * 0.14, 0.45);
  brush.shape(path, stone, {
    to: dark,
    along: key.toward.x > 0 ? [x + s, y - s, x - s, y] : [x - s, y - s, x + s, y],
    lift: 7,
    halo: 3,
  });
  brush.clip(path, () => {
    for (let i = 0; i < 9; i++) {
      const cx = x + brush.between(-0.9, 0.8) * s;
      const cy = y - brush.between(0.1, 1.3) * s;
      brush.line(
        curve([
          [cx, cy],
          [cx + 16, cy + 12],
          [cx + 12, cy + 34],
          [cx + 30, cy + 50],
        ]),
        dark,
        2,
        0.45,
      );
    }
    const moss = stage.tone(grade.grass.mid, 0.06);
    for (let i = 0; i < 12; i++)
      brush.dab(
        brush.blob(
          x + brush.between(-0.8, 0.5) * s,
          y - s * brush.between(0.9, 1.5),
          brush.between(14, 34),
          brush.between(6, 12),
          0.2,
          9,
        ),
        moss,
        0.5,
      );
  });
  if (!home) return;
  const dx = x + (x < stage.width / 2 ? s * 0.36 : -s * 0.36);
  const paint = stage.tone(grade.accent, 0.06);
  brush.shape(
    spline(
      [
        [dx - 21, y + 8],
        [dx - 21, y - 38],
        [dx, y - 60],
        [dx + 21, y - 38],
        [dx + 21, y + 8],
      ],
      0.5,
    ),
    brush.darker(stone, 0.7),
    { lift: 0 },
  );
  brush.shape(
    spline(
      [
        [dx - 16, y + 8],
        [dx - 16, y - 35],
        [dx, y - 52],
        [dx + 16, y - 35],
        [dx + 16, y + 8],
      ],
      0.5,
    ),
    paint,
    { to: brush.darker(paint, 0.4), along: [0, y - 50, 0, y], lift: 2 },
  );
  brush.dab(brush.blob(dx + 9, y - 16, 2.6, 2.6, 0.05, 6), '#f2c468');
  const lx = dx + (x < stage.width / 2 ? 34 : -34);
  if (grade.lamps) brush.as('light', () => brush.lamp(lx, y - 52, 46, '#ffc868', 0.6));
  brush.as(grade.lamps ? 'light' : 'scenery', () =>
    brush.shape(brush.blob(lx, y - 52, 7, 10, 0.05, 8), grade.lamps ? '#ffe6a0' : stage.tone('#b8c4c0', 0.1), {
      lift: 1,
    }),
  );
}
