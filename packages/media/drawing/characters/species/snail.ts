import { Path2D } from '@napi-rs/canvas';
import { mix } from '../../colour.ts';
import { curve, ellipse, limb, spline, type Point } from '../../paths.ts';
import { drawCloth, wears } from '../cloth.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { headwear } from '../headwear.ts';
import { drawHeld } from '../hold.ts';
import { drawNeckwear } from '../neckwear.ts';
import { swimPoses } from '../rigs/swim-poses.ts';
import type { SpeciesDrawing } from './species.ts';

export const snail: SpeciesDrawing = { height: 150, draw };

function draw(fig: Figure): void {
  const { brush, tones } = fig;
  const name = fig.character.pose;
  const pose = swimPoses[name];
  const side = fig.turn === 1;
  const withdrawn = name === 'curl-up' || (name === 'lie' && fig.look.eyes === 'resting');
  const low = name === 'crouch' || name === 'lie' || name === 'bow';
  const floats = name === 'fly' || name === 'swim';
  const lift = floats ? -60 : name === 'jump' ? 40 : 0;
  const stretch = withdrawn
    ? -44
    : name === 'reach' || name === 'look-up' || name === 'point'
      ? 16
      : low
        ? -26
        : name === 'run'
          ? -8
          : 0;
  brush.at(0, -lift, 1, name === 'jump' ? -0.2 : floats ? -0.12 : 0, false, () => {
    const long = name === 'run' || name === 'walk' ? 12 : 0;
    if (fig.away) drawHead(fig, 0, -76, withdrawn);
    const foot: Point[] = side
      ? [
          [-104 - long, -4],
          [-70, -18],
          [-10, -26],
          [38, -26],
          [52, -60 - stretch],
          [78, -78 - stretch],
          [96, -56 - stretch],
          [92, -24],
          [98 + long * 0.4, -6],
          [60, 2],
          [-60, 2],
        ]
      : [
          [-44, -6],
          [-34, -30],
          [-24, -60 - stretch],
          [0, -76 - stretch],
          [24, -60 - stretch],
          [34, -30],
          [44, -6],
          [0, 4],
        ];
    const path = spline(foot);
    brush.shape(path, mix(tones.main, '#fff0d0', 0.2), { to: tones.deep, along: [0, -70, 0, 4], lift: 4, halo: 4 });
    if (side) {
      const frill = new Path2D();
      for (let x = -88; x < 84; x += 17)
        frill.addPath(
          curve([
            [x, -3],
            [x + 8, -9],
            [x + 16, -3],
          ]),
        );
      brush.clip(path, () => brush.line(frill, tones.deep, 1.8, 0.4));
    }
    const shellAt: Point = side ? [-22, -62] : [fig.away ? 0 : -26, -66];
    if (!side && !fig.away) drawShell(fig, shellAt, 44);
    if (!withdrawn && !fig.away) {
      const at: Point = side ? [78, -78 - stretch] : [0, -76 - stretch];
      drawNeckwear(fig, { x: at[0] - 6, y: at[1] + 42, width: 25, drop: 30 });
      brush.at(at[0], at[1], 1, (pose.pitch ?? 0) * 0.5 + fig.look.tilt, false, () => drawHead(fig, 0, 0, false));
    }
    if (side || fig.away) drawShell(fig, shellAt, 56);
    if (withdrawn && !fig.away)
      brush.at(side ? 54 : 0, side ? -28 : -40, 0.86, 0.1, false, () => drawHead(fig, 0, 0, true));
    const prop = fig.character.holds;
    if (prop && !fig.away)
      drawHeld(fig, { prop, at: side ? [104, -44 - stretch] : [40, -40], before: 'hand', size: 78 });
  });
}

function drawShell(fig: Figure, [x, y]: Point, r: number): void {
  const { brush, tones } = fig;
  const shell = tones.second;
  const path = spline([
    [x - r, y + 6],
    [x - r * 0.86, y - r * 0.56],
    [x - r * 0.1, y - r],
    [x + r * 0.74, y - r * 0.66],
    [x + r, y + 4],
    [x + r * 0.72, y + r * 0.68],
    [x, y + r * 0.84],
    [x - r * 0.74, y + r * 0.66],
  ]);
  brush.shape(path, mix(shell, '#ffd8a0', 0.35), {
    to: shade(shell, 0.3),
    along: [x - r * 0.3, y - r, x + r * 0.3, y + r],
    lift: 5,
    halo: 4,
  });
  const garment = wears(fig, 'jumper', 'waistcoat', 'pyjamas', 'dress', 'dungarees', 'apron', 'cape', 'backpack');
  if (garment)
    brush.clip(path, () =>
      drawCloth(fig, ellipse(x, y + r * 0.5, r * 1.1, r * 0.56), garment, [x - r, y, x + r, y + r], { step: 10 }),
    );
  const turns: Point[] = [];
  for (let i = 0; i <= 26; i++) {
    const a = 0.5 + i * 0.5;
    const k = r * 0.86 * (1 - i / 29);
    turns.push([x + Math.cos(a) * k, y - 2 + Math.sin(a) * k * 0.92]);
  }
  brush.clip(path, () => {
    brush.line(curve(turns), shade(shell, 0.7), 6, 0.5);
    brush.line(curve(turns.map(([px, py]): Point => [px - 2, py - 3])), mix(shell, '#fff0c8', 0.75), 2.6, 0.7);
  });
}

/** Two eyes on stalks and a smiling face; drawn in only the eyes peep out. */
function drawHead(fig: Figure, x: number, y: number, withdrawn: boolean): void {
  const { brush, tones } = fig;
  const [sx, sy] = slide(fig, 5);
  const perk =
    { surprised: 12, curious: 8, laughing: 4, sad: -14, shy: -10, sleepy: -12, asleep: -16 }[
      fig.character.expression as string
    ] ?? 0;
  const length = (withdrawn ? 12 : 40) + perk * (withdrawn ? 0.3 : 1);
  const apart = 19;
  brush.at(x, y, 1, 0, false, () => {
    for (const side of [-1, 1]) {
      const tip: Point = [
        side * apart + sx + (side > 0 ? fig.turn * 4 : 0),
        -length - 6 + (side > 0 ? fig.breath * 2 : 0),
      ];
      brush.shape(
        limb([[side * 9 + sx * 0.5, 6], [side * 14 + sx * 0.7, -length * 0.5], tip], [7, 5.4, 5]),
        mix(tones.main, '#fff0d0', 0.2),
        { to: tones.deep, along: [0, 0, 0, -length], lift: 2.5, halo: 2 },
      );
      brush.shape(ellipse(tip[0], tip[1] - 6, 12.5, 12.5), mix(tones.main, '#fff0d0', 0.25), {
        to: tones.main,
        along: [0, tip[1] - 18, 0, tip[1] + 6],
        lift: 2.5,
        halo: 2,
      });
    }
    if (fig.away) return;
    const flat: Figure = { ...fig, turn: 0, look: { ...fig.look, nod: 0 } };
    brush.ctx.save();
    brush.ctx.translate(sx + fig.turn * 2, 0);
    drawEyes(flat, {
      eyes: { apart, y: -length - 12, r: 6.6, white: '#fffdf2' },
      mouth: { y: 8, w: 9 },
      brows: { colour: tones.line, y: -length - 32, width: 9 },
    });
    brush.ctx.restore();
    if (withdrawn) return;
    for (const side of [-1, 1]) brush.cheek(side * 11 + sx * 1.6, 14 + sy, 8, Math.min(0.8, 0.45 * fig.look.blush));
    drawMouth(fig, sx * 1.9, 12 + sy, 10);
    headwear(fig, { draw, hat: { y: -6, width: 19, crown: -14 }, eyes: { apart, y: -length - 12, r: 7, depth: 5 } });
  });
}
