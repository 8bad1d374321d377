import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { ellipse, limb, type Point } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawSkull } from '../head.ts';
import { headwear } from '../headwear.ts';
import { drawHeld } from '../hold.ts';
import { drawNeckwear } from '../neckwear.ts';
import { swimPoses } from '../rigs/swim-poses.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 24, y: -16, r: 7 };

export const octopus: SpeciesDrawing = { height: 182, isAfloat: true, draw };

/** Where the two foremost arms go in each pose that uses them, from their root. */
const gestures: Partial<Record<string, readonly [left: Point[] | undefined, right: Point[]]>> = {
  wave: [
    undefined,
    [
      [26, 6],
      [64, -8],
      [72, -48],
      [88, -66],
    ],
  ],
  reach: [
    undefined,
    [
      [28, 4],
      [66, -24],
      [86, -60],
      [104, -78],
    ],
  ],
  point: [
    undefined,
    [
      [28, 10],
      [66, 6],
      [100, -4],
      [122, -8],
    ],
  ],
  hold: [
    [
      [-10, 18],
      [-24, 34],
      [-8, 44],
      [4, 36],
    ],
    [
      [14, 20],
      [34, 34],
      [30, 46],
      [14, 40],
    ],
  ],
  hug: [
    [
      [-30, 10],
      [-60, 4],
      [-76, -24],
      [-62, -34],
    ],
    [
      [30, 10],
      [62, 6],
      [84, -22],
      [72, -34],
    ],
  ],
  jump: [
    [
      [-28, 4],
      [-66, -16],
      [-84, -52],
      [-100, -62],
    ],
    [
      [28, 4],
      [66, -16],
      [84, -52],
      [100, -62],
    ],
  ],
};

function draw(fig: Figure): void {
  const { brush, tones } = fig;
  const name = fig.character.pose;
  const pose = swimPoses[name];
  const isLow = name === 'curl-up' || name === 'lie' || name === 'sit';
  const gesture =
    gestures[name] ??
    (fig.character.holds
      ? [
          undefined,
          [
            [24, 14],
            [52, 20],
            [66, 4],
            [70, -10],
          ] as Point[],
        ]
      : undefined);
  brush.at(0, -(pose.rise ?? 0) - fig.breath * 2, 1, (pose.pitch ?? 0) * 0.5 * (fig.turn || 0.3), false, () => {
    for (const back of [-3, 3, -2, 2, -1, 1])
      drawArm(fig, tentacle(fig, back, isLow), shade(tones.main, 0.12 + Math.abs(back) * 0.06));
    const held = fig.character.holds;
    const [left, right] = gesture ?? [];
    const rest = (side: number): Point[] => tentacle(fig, side * 2, isLow);
    const arms: [Point[], Point[]] = [left ?? rest(-1), right ?? rest(1)];
    const isInFront = name === 'hold' || name === 'hug';
    const front = () =>
      arms.forEach((arm, i) =>
        drawArm(
          fig,
          arm.map(([x, y]): Point => (gesture && (i || left) ? [x + (i ? 16 : -16), y + 34] : [x, y])),
          tones.main,
        ),
      );
    if (!isInFront) front();
    const mantle = drawMantle(fig);
    if (held && !fig.away) {
      const both = name === 'hold';
      const tip = arms[1].at(-1)!;
      drawHeld(fig, {
        prop: held,
        at: both ? [4 + fig.turn * 6, 62] : [tip[0] + 10, tip[1] + 28],
        before: both ? 'arms' : 'hand',
        size: 84,
      });
    }
    if (isInFront) front();
    if (!fig.away) drawFace(fig, mantle);
    drawNeckwear(fig, { x: 0, y: 30, width: 42, drop: 44 });
    headwear(fig, { draw, hat: { y: -52, width: 44, crown: -84 }, eyes });
  });
}

/** A resting arm: `at` from -3 to 3 counts from the middle outwards. */
function tentacle(fig: Figure, at: number, isLow: boolean): Point[] {
  const side = Math.sign(at);
  const k = Math.abs(at);
  const sway = fig.breath * 3 + fig.sway * 2;
  const root: Point = [side * (4 + k * 11), 30];
  const spread = side * (16 + k * 27);
  const floor = isLow ? 62 - k * 5 : 88 - k * 12;
  return [
    root,
    [root[0] + spread * 0.45, 40 + (floor - 40) * 0.5],
    [root[0] + spread * 0.85 + sway, floor],
    [root[0] + spread * 1.3 + sway, floor - 4 - k * 3],
    [root[0] + spread * 1.45 + sway, floor - 20 - k * 2],
  ];
}

function drawArm(fig: Figure, points: Point[], colour: string): void {
  const { brush, tones } = fig;
  const widths = [15, 12.5, 9.5, 6.5, 3.5].slice(5 - points.length);
  const path = limb(points, widths);
  const tip = points.at(-1)!;
  brush.shape(path, colour, {
    to: mix(colour, shade(colour), 0.6),
    along: [points[0]![0], points[0]![1], tip[0], tip[1]],
    lift: 3,
    halo: 2,
  });
  const cups = new Path2D();
  for (let i = 1; i < points.length - 1; i++) {
    for (const t of [0.2, 0.65]) {
      const [ax, ay] = points[i]!;
      const [bx, by] = points[i + 1]!;
      const w = widths[i]! * 0.62;
      const l = Math.hypot(bx - ax, by - ay) || 1;
      cups.addPath(
        ellipse(
          ax + (bx - ax) * t - ((by - ay) / l) * w * 0.5,
          ay + (by - ay) * t + ((bx - ax) / l) * w * 0.5,
          widths[i]! * 0.24,
        ),
      );
    }
  }
  brush.clip(path, () => brush.dab(cups, tones.second, 0.85));
}

function drawMantle(fig: Figure): Path2D {
  const { brush, tones } = fig;
  const skull = drawSkull(
    fig,
    [
      [0, -92],
      [36, -84],
      [62, -50],
      [62, -10],
      [52, 24],
      [36, 44],
      [0, 50],
    ],
    { fur: 0, light: mix(tones.main, '#ffd8b8', 0.3) },
  );
  brush.clip(skull, () => {
    for (const [x, y, r] of [
      [-30, -62, 8],
      [-14, -76, 5],
      [24, -70, 6.5],
      [38, -46, 5],
      [-46, -34, 5],
      [8, -58, 4],
    ] as const)
      brush.dab(ellipse(x, y, r, r * 0.85), tones.second, 0.55);
    const garment = wears(fig, 'jumper', 'waistcoat', 'pyjamas', 'dress', 'dungarees', 'apron', 'cape', 'backpack');
    if (!garment) return;
    const band = new Path2D();
    band.rect(-80, 34, 160, 40);
    drawCloth(fig, band, garment, [-70, 34, 70, 60], { step: 9 });
  });
  return skull;
}

function drawFace(fig: Figure, mantle: Path2D): void {
  const [mx, my] = slide(fig, 10);
  fig.brush.clip(mantle, () =>
    drawEyes(fig, { eyes, mouth: { y: 2, w: 11 }, cheeks: { apart: 40, y: -2, r: 15 }, depth: { eyes: 9 } }),
  );
  drawMouth(fig, mx, 1 + my, 11);
}
