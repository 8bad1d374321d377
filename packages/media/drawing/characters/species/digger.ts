import { Path2D } from '@napi-rs/canvas';
import type { Pose } from '@kinora/capabilities';
import { mix } from '../../colour.ts';
import { box, curve, ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { rotated } from '../geometry.ts';
import { headwear } from '../headwear.ts';
import { drawHeld } from '../hold.ts';
import { drawNeckwear } from '../neckwear.ts';
import type { SpeciesDrawing } from './species.ts';

export const digger: SpeciesDrawing = { height: 202, draw };

/** Angles of boom, stick and bucket (0 to the right, positive down), and the tilt of the cab. */
type Reach = { boom: number; stick: number; bucket: number; tilt?: number; lift?: number; sink?: number };
const rest: Reach = { boom: -0.95, stick: 0.85, bucket: 1.9 };
const poses: Record<Pose, Reach> = {
  stand: rest,
  sit: { boom: -0.6, stick: 1.1, bucket: 2.2, sink: 6 },
  walk: { boom: -0.85, stick: 0.7, bucket: 1.8, tilt: 0.03 },
  run: { boom: -0.7, stick: 0.4, bucket: 1.5, tilt: 0.08, lift: 6 },
  crouch: { boom: -0.2, stick: 0.9, bucket: 1.9, tilt: 0.06, sink: 8 },
  reach: { boom: -1.15, stick: -0.5, bucket: 0.4, tilt: -0.04 },
  hold: { boom: -0.8, stick: 0.35, bucket: 0.6 },
  wave: { boom: -1.2, stick: -1.0, bucket: -0.3, tilt: -0.04 },
  point: { boom: -0.6, stick: -0.02, bucket: 0.1 },
  bow: { boom: -0.1, stick: 1.0, bucket: 2.0, tilt: 0.14 },
  hug: { boom: -0.7, stick: 0.9, bucket: 2.4, tilt: 0.05 },
  'look-up': { boom: -0.8, stick: 0.9, bucket: 1.9, tilt: -0.12 },
  jump: { boom: -1.2, stick: -0.3, bucket: 0.4, lift: 40, tilt: -0.1 },
  lie: { boom: -0.12, stick: 0.7, bucket: 1.5, sink: 12 },
  'curl-up': { boom: -0.5, stick: 1.6, bucket: 2.9, sink: 12 },
  fly: { boom: -0.9, stick: -0.3, bucket: 0.3, tilt: -0.16 },
  swim: { boom: -0.5, stick: 0.3, bucket: 0.9, tilt: -0.06 },
};

function draw(fig: Figure): void {
  const name = fig.character.pose;
  const reach = poses[name];
  const { brush } = fig;
  const floats = name === 'fly' || name === 'swim';
  const side = fig.turn === 1;
  brush.at(floats ? -10 : -22 * fig.turn, floats ? 80 : -(reach.lift ?? 0), 1, reach.lift ? -0.06 : 0, false, () => {
    const arm = () => drawArm(fig, side ? reach : { ...reach, boom: -1.35, stick: 0.9 });
    if (fig.away) arm();
    drawTracks(fig, side);
    brush.at(0, -46 + (reach.sink ?? 0), 1, (reach.tilt ?? 0) * (side ? 1 : 0.3) + fig.look.tilt * 0.25, false, () =>
      drawCab(fig, side),
    );
    if (!fig.away) arm();
  });
}

function drawTracks(fig: Figure, side: boolean): void {
  const { brush, tones } = fig;
  const dark = mix(tones.second, '#20202a', 0.35);
  const half = side ? 82 : 62;
  const track = (x: number, w: number, wheels: number) => {
    const path = spline(
      [
        [x - w, -20],
        [x - w + 12, -42],
        [x, -44],
        [x + w - 12, -42],
        [x + w, -20],
        [x + w - 12, 0],
        [x, 1],
        [x - w + 12, 0],
      ],
      0.7,
    );
    brush.shape(path, dark, { to: shade(dark), along: [0, -44, 0, 2], lift: 5, halo: 3 });
    const treads = new Path2D();
    for (let tx = x - w + 6; tx < x + w; tx += 11) {
      treads.addPath(
        curve([
          [tx, -4],
          [tx + 2, 0],
        ]),
      );
      treads.addPath(
        curve([
          [tx, -41],
          [tx + 2, -46],
        ]),
      );
    }
    brush.line(treads, mix(dark, '#ffffff', 0.25), 3.4, 0.7);
    for (let i = 0; i < wheels; i++) {
      const wx = wheels === 1 ? x : x - w + 24 + (i * (2 * w - 48)) / (wheels - 1);
      brush.shape(ellipse(wx, -21, 12.5), mix(tones.second, '#c8c4cc', 0.45), {
        to: tones.second,
        along: [0, -34, 0, -8],
        lift: 2,
      });
      brush.dab(ellipse(wx, -21, 4.6), dark);
    }
  };
  if (side) return track(0, half, 4);
  for (const s of [-1, 1]) track(s * 46, 24, 1);
}

function drawCab(fig: Figure, side: boolean): void {
  const { brush, tones } = fig;
  const w = side ? 1 : 0.82;
  const bonnet = spline(
    [
      [-86 * w, 6],
      [-92 * w, -34],
      [-74 * w, -52],
      [-8, -54],
      [60 * w, -50],
      [72 * w, -24],
      [68 * w, 8],
    ],
    0.6,
  );
  brush.shape(bonnet, mix(tones.main, '#ffe8a8', 0.25), { to: tones.deep, along: [0, -54, -10, 10], lift: 5, halo: 4 });
  brush.line(
    curve([
      [-86 * w, -8],
      [66 * w, -8],
    ]),
    mix(tones.second, '#20202a', 0.2),
    5,
    0.7,
  );
  const vents = new Path2D();
  for (const x of side ? [-74, -64, -54] : [])
    vents.addPath(
      curve([
        [x, -38],
        [x, -20],
      ]),
    );
  brush.line(vents, shade(tones.main), 3.4, 0.6);
  brush.shape(
    limb(
      [
        [-66 * w, -48],
        [-66 * w, -72],
        [-62 * w, -84],
      ],
      [4.5, 4.5, 5.5],
    ),
    tones.second,
    { lift: 2, halo: 2 },
  );
  const cab = side
    ? spline(
        [
          [-38, -46],
          [-40, -120],
          [-26, -138],
          [36, -140],
          [56, -124],
          [64, -46],
        ],
        0.5,
      )
    : spline(
        [
          [-50, -44],
          [-52, -118],
          [-38, -136],
          [38, -136],
          [52, -118],
          [50, -44],
        ],
        0.5,
      );
  brush.shape(cab, mix(tones.main, '#ffe8a8', 0.3), {
    to: mix(tones.main, tones.deep, 0.7),
    along: [-20, -140, 20, -40],
    lift: 5,
    halo: 4,
  });
  brush.shape(
    spline(
      [
        [-46, -132],
        [-34, -146],
        [40, -148],
        [60, -134],
      ],
      0.5,
    ),
    tones.second,
    { lift: 3, halo: 2 },
  );
  if (fig.away) {
    brush.shape(box(-34, -118, 34, -76, 0.3), '#bcd8dc', { to: '#8ab0bc', along: [0, -118, 0, -76], lift: 1.5 });
    return;
  }
  const [sx, sy] = side ? slide(fig, 5) : [0, 0];
  const glass = spline(
    [
      [-28 + sx, -124],
      [34 + sx, -126],
      [44 + sx, -112],
      [45 + sx, -64],
      [-30 + sx, -62],
      [-32 + sx, -110],
    ],
    0.4,
  );
  brush.shape(glass, '#f4f6ec', { to: '#cfe0dc', along: [0, -126, 0, -62], lift: 1.5 });
  brush.at(8, -92, 1, 0, false, () => {
    drawEyes(fig, {
      eyes: { apart: 17, y: -6, r: 7 },
      mouth: { y: 12, w: 10 },
      cheeks: { apart: 28, y: 10, r: 11 },
      line: '#4a3a40',
      depth: { eyes: 5 },
    });
    drawMouth(fig, sx * 1.2, 12 + sy, 10, '#4a3a40');
  });
  drawNeckwear(fig, { x: 8, y: -48, width: 46, drop: 34 });
  brush.at(6, -92, 1, 0, false, () =>
    headwear(fig, { draw, hat: { x: 0, y: -48, width: 36, crown: -58 }, eyes: { apart: 17, y: -6, r: 7, depth: 5 } }),
  );
}

function drawArm(fig: Figure, reach: Reach): void {
  const { brush, tones } = fig;
  const root: Point = fig.turn ? [52, -66] : [fig.away ? -40 : 58, -60];
  const joint = (from: Point, angle: number, length: number): Point => {
    const [dx, dy] = rotated([length, 0], angle);
    return [from[0] + dx * (fig.turn ? 1 : 0.5), from[1] + dy];
  };
  const elbow = joint(root, reach.boom + fig.breath * 0.02, 88);
  const wrist = joint(elbow, reach.stick + fig.breath * 0.02, 62);
  brush.line(
    curve([
      [root[0] - 10, root[1] - 16],
      [(root[0] + elbow[0]) / 2 + 4, (root[1] + elbow[1]) / 2 - 12],
    ]),
    '#c8c4cc',
    6,
  );
  brush.shape(
    limb([elbow, [(elbow[0] + wrist[0]) / 2, (elbow[1] + wrist[1]) / 2], wrist], [11, 9.5, 8]),
    mix(tones.main, '#ffe8a8', 0.2),
    { to: tones.deep, along: [elbow[0], elbow[1], wrist[0], wrist[1]], lift: 3.5, halo: 3 },
  );
  const prop = fig.character.holds;
  brush.at(wrist[0], wrist[1], 1, reach.bucket - Math.PI / 2, false, () => {
    const bucket = spline(
      [
        [-12, -10],
        [14, -12],
        [30, 6],
        [30, 30],
        [12, 40],
        [-10, 34],
        [-4, 12],
      ],
      0.5,
    );
    brush.shape(bucket, tones.second, { to: shade(tones.second), along: [-10, 0, 30, 30], lift: 4, halo: 3 });
    for (const [x, y] of [
      [-10, 34],
      [-2, 38],
      [6, 41],
    ] as const)
      brush.shape(
        spline(
          [
            [x - 3, y - 2],
            [x + 4, y - 1],
            [x - 3, y + 9],
          ],
          0.2,
        ),
        mix(tones.second, '#c8c4cc', 0.5),
        { lift: 1 },
      );
  });
  if (prop) drawHeld(fig, { prop, at: [wrist[0] + 8, wrist[1] + 20], before: 'hand', size: 96 });
  brush.shape(
    limb([root, [(root[0] + elbow[0]) / 2 + 8, (root[1] + elbow[1]) / 2 - 6], elbow], [14, 13, 11]),
    mix(tones.main, '#ffe8a8', 0.3),
    { to: mix(tones.main, tones.deep, 0.7), along: [root[0], root[1], elbow[0], elbow[1]], lift: 4, halo: 3 },
  );
  for (const [x, y] of [root, elbow, wrist]) {
    brush.shape(ellipse(x, y, 7), mix(tones.second, '#c8c4cc', 0.4), { lift: 2 });
    brush.dab(ellipse(x, y, 2.6), tones.second);
  }
}
