import { mix } from '../../colour.ts';
import { box, curve, ellipse, spline } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, type Figure } from '../figure.ts';
import { headwear } from '../headwear.ts';
import { drawHeld } from '../hold.ts';
import { drawNeckwear } from '../neckwear.ts';
import { swimPoses } from '../rigs/swim-poses.ts';
import { Path2D } from '@napi-rs/canvas';
import type { SpeciesDrawing } from './species.ts';

export const train: SpeciesDrawing = { height: 214, draw };

function draw(fig: Figure): void {
  const { brush } = fig;
  const name = fig.character.pose;
  const pose = swimPoses[name];
  const floats = name === 'fly' || name === 'swim';
  const side = fig.turn === 1;
  const isLow = ['sit', 'lie', 'curl-up', 'crouch'].includes(name);
  const lift = name === 'jump' ? 36 : 0;
  brush.at(0, floats ? 84 : -lift, 1, name === 'jump' || name === 'fly' ? -0.12 * (fig.turn || 0.2) : 0, false, () => {
    if (side) drawSide(fig, (pose.pitch ?? 0) * 0.16, isLow ? 7 : 0);
    else drawEnd(fig, isLow ? 7 : 0);
  });
}

function wheel(fig: Figure, x: number, y: number, r: number, turn: number): void {
  const { brush, tones } = fig;
  brush.shape(ellipse(x, y, r), tones.second, {
    to: shade(tones.second),
    along: [x, y - r, x, y + r],
    lift: 4,
    halo: 3,
  });
  brush.shape(ellipse(x, y, r * 0.72), tones.main, { to: tones.deep, along: [x, y - r, x, y + r], lift: 1 });
  const spokes = new Path2D();
  for (let i = 0; i < 6; i++) {
    const a = turn + (i / 6) * Math.PI * 2;
    spokes.moveTo(x, y);
    spokes.lineTo(x + Math.cos(a) * r * 0.72, y + Math.sin(a) * r * 0.72);
  }
  brush.line(spokes, tones.second, 3);
  brush.shape(ellipse(x, y, r * 0.26), tones.accent, { lift: 1.5 });
}

function steam(fig: Figure, x: number, y: number): void {
  if (fig.look.eyes === 'resting') return;
  const { brush } = fig;
  const drift = fig.character.pose === 'run' ? -2.2 : fig.character.pose === 'walk' ? -1.4 : -0.7;
  for (const [i, r] of [9, 13, 17, 14].entries()) {
    const puff = brush.blob(x + drift * (i + 1) * 9, y - 10 - i * 17 - fig.breath * 3, r * 1.15, r, 0.06, 10);
    brush.shape(puff, '#fbf8f2', { to: '#cfd4e0', along: [0, y - 90, 0, y], lift: 2, halo: 1, edge: 0.1 });
  }
}

function drawSide(fig: Figure, pitch: number, sink: number): void {
  const { brush, tones } = fig;
  const turn = fig.sway * 2;
  const light = mix(tones.main, '#ffd8a8', 0.25);
  brush.at(0, sink, 1, pitch, false, () => {
    steam(fig, 62, -140);
    brush.shape(
      spline(
        [
          [50, -108],
          [46, -136],
          [40, -150],
          [86, -150],
          [78, -136],
          [76, -108],
        ],
        0.3,
      ),
      tones.second,
      { to: shade(tones.second), along: [40, 0, 86, 0], lift: 4, halo: 3 },
    );
    brush.shape(
      spline(
        [
          [-6, -106],
          [-4, -124],
          [10, -132],
          [24, -124],
          [26, -106],
        ],
        0.9,
      ),
      tones.accent,
      { to: shade(tones.accent), along: [-6, 0, 26, 0], lift: 3, halo: 2 },
    );
    const boiler = spline(
      [
        [-46, -112],
        [20, -114],
        [92, -110],
        [98, -70],
        [92, -34],
        [-46, -34],
      ],
      0.35,
    );
    brush.shape(boiler, light, { to: tones.deep, along: [0, -114, 0, -34], lift: 5, halo: 4 });
    const garment = wears(fig, 'jumper', 'waistcoat', 'pyjamas', 'dress', 'dungarees', 'apron', 'cape', 'backpack');
    if (garment)
      brush.clip(boiler, () => drawCloth(fig, box(-40, -118, 60, -20), garment, [-40, -116, 60, -30], { step: 14 }));
    for (const x of [-28, 20, 56])
      brush.line(
        curve([
          [x, -113],
          [x + 4, -74],
          [x, -34],
        ]),
        tones.accent,
        4,
      );
    const cab = spline(
      [
        [-104, -34],
        [-106, -140],
        [-40, -142],
        [-38, -34],
      ],
      0.2,
    );
    brush.shape(cab, light, { to: tones.deep, along: [-104, -140, -50, -34], lift: 5, halo: 4 });
    brush.shape(
      spline(
        [
          [-116, -138],
          [-108, -154],
          [-34, -156],
          [-26, -140],
        ],
        0.4,
      ),
      tones.second,
      { lift: 4, halo: 3 },
    );
    brush.shape(box(-90, -126, -54, -92, 0.3), '#fbeec4', { to: '#e8bc6c', along: [0, -126, 0, -92], lift: 2 });
    brush.line(box(-90, -126, -54, -92, 0.3), tones.accent, 3);
  });
  brush.shape(box(-110, -40, 100, -26, 0.2), tones.second, {
    to: shade(tones.second),
    along: [0, -40, 0, -24],
    lift: 4,
    halo: 2,
  });
  brush.shape(
    spline(
      [
        [92, -30],
        [126, -12],
        [132, 0],
        [84, 0],
      ],
      0.3,
    ),
    tones.accent,
    { to: shade(tones.accent), along: [0, -30, 0, 0], lift: 3, halo: 2 },
  );
  for (const [x, r] of [
    [-72, 30],
    [-4, 30],
    [58, 20],
  ] as const)
    wheel(fig, x, -r, r, turn);
  brush.line(
    curve([
      [-72 + Math.cos(turn) * 12, -30 + Math.sin(turn) * 12],
      [-4 + Math.cos(turn) * 12, -30 + Math.sin(turn) * 12],
    ]),
    '#c8c4cc',
    7,
  );
  brush.at(0, sink, 1, pitch, false, () => face(fig, 96, -74, 0.84));
  const prop = fig.character.holds;
  if (prop) drawHeld(fig, { prop, at: [118, -26], before: 'hand', size: 84 });
}

function drawEnd(fig: Figure, sink: number): void {
  const { brush, tones } = fig;
  for (const side of [-1, 1])
    brush.shape(box(side * 46 - 9, -40, side * 46 + 9, 0, 0.5), tones.second, {
      to: shade(tones.second),
      along: [0, -40, 0, 0],
      lift: 3,
      halo: 3,
    });
  brush.at(0, sink, 1, 0, false, () => {
    brush.shape(
      spline(
        [
          [-62, -34],
          [-64, -138],
          [64, -138],
          [62, -34],
        ],
        0.2,
      ),
      mix(tones.main, tones.deep, 0.3),
      { to: tones.deep, along: [0, -138, 0, -34], lift: 5, halo: 4 },
    );
    brush.shape(
      spline(
        [
          [-74, -136],
          [-60, -156],
          [60, -156],
          [74, -136],
        ],
        0.4,
      ),
      tones.second,
      { lift: 4, halo: 3 },
    );
    if (fig.away) {
      brush.shape(box(-34, -122, 34, -86, 0.3), '#fbeec4', { to: '#e8bc6c', along: [0, -122, 0, -86], lift: 2 });
      return;
    }
    steam(fig, 0, -158);
    brush.shape(
      spline(
        [
          [-14, -120],
          [-22, -166],
          [22, -166],
          [14, -120],
        ],
        0.3,
      ),
      tones.second,
      { to: shade(tones.second), along: [-20, 0, 20, 0], lift: 4, halo: 3 },
    );
    face(fig, 0, -76, 1);
  });
  brush.shape(box(-72, -36, 72, -22, 0.2), tones.accent, {
    to: shade(tones.accent),
    along: [0, -36, 0, -22],
    lift: 4,
    halo: 2,
  });
  const prop = fig.character.holds;
  if (prop) drawHeld(fig, { prop, at: [0, -28], before: 'hand', size: 84 });
}

/** The round front of the boiler with the face; `narrow` foreshortens it. */
function face(fig: Figure, x: number, y: number, narrow: number): void {
  const { brush, tones } = fig;
  brush.at(x, y, 1, fig.look.tilt * 0.35, false, () => {
    brush.ctx.scale(narrow, 1);
    brush.shape(ellipse(0, 0, 50, 48), tones.accent, {
      to: shade(tones.accent),
      along: [0, -48, 0, 48],
      lift: 4,
      halo: 3,
    });
    const plate = ellipse(0, 0, 43, 41);
    const skin = mix('#f4e8d8', tones.main, 0.06);
    brush.shape(plate, mix(skin, '#ffffff', 0.3), {
      to: mix(skin, '#a89a94', 0.45),
      along: [-20, -40, 20, 42],
      lift: 2,
    });
    const soft: Figure = { ...fig, turn: fig.turn * 0.7 };
    const [sx, sy] = [fig.turn * 6, fig.look.nod * 5];
    brush.clip(plate, () =>
      drawEyes(soft, {
        eyes: { apart: 18, y: -6, r: 6.8 },
        mouth: { y: 14, w: 11 },
        cheeks: { apart: 28, y: 11, r: 12 },
        line: '#4a3a40',
      }),
    );
    brush.dab(ellipse(sx * 1.5, 6 + sy, 4.5, 3.6), mix(skin, '#c88a78', 0.45));
    drawMouth(soft, sx * 1.2, 15 + sy, 11.5, '#4a3a40');
    drawNeckwear({ ...fig, turn: 0 }, { x: 0, y: 40, width: 40, drop: 32 });
    headwear(soft, { draw, hat: { y: -36, width: 34, crown: -48 }, eyes: { apart: 18, y: -6, r: 7, depth: 6 } });
  });
}
