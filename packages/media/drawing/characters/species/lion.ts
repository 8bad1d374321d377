import { mix } from '../../colour.ts';
import { ellipse, limb, mirror, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth, drawNose } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 24, y: -6, r: 6.4 };

export const lion: SpeciesDrawing = { height: 256, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  return {
    legs: { length: 40, widths: [19, 15, 13], apart: 19 },
    feet: { length: 36, height: 16, colour: mix(tones.main, tones.second, 0.3), sole: shade(tones.main, 0.5) },
    torso: { height: 86, widths: [22, 34, 38, 40, 32], fur: 80 },
    belly: { colour: tones.second, width: 0.6, from: 0.1, to: 0.9 },
    arms: { length: 60, widths: [14, 13, 12], hand: 13, handColour: mix(tones.main, tones.second, 0.3) },
    head: { draw: drawHead, up: 40, scale: 0.84, hat: { y: -52, width: 40, crown: -72 }, eyes },
    brush: { colour: tones.main, tip: tones.accent, half: 7 },
    tail: {
      y: -12,
      draw: () => {
        brush.shape(
          limb(
            [
              [10, 4],
              [-26, 10],
              [-58, -8],
              [-66, -46],
              [-80, -66],
            ],
            [7, 6.5, 6, 5, 4],
          ),
          tones.main,
          { to: tones.deep, along: [0, -70, 0, 10], lift: 3, halo: 3 },
        );
        const tuft = spline([
          [-76, -58],
          [-96, -66],
          [-104, -90],
          [-92, -104],
          [-78, -92],
          [-70, -72],
        ]);
        brush.shape(tuft, tones.accent, { to: shade(tones.accent), along: [0, -100, 0, -58], lift: 2, halo: 2 });
      },
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const mane = tones.accent;
  const locks: Point[] = [];
  const count = 17;
  for (let i = 0; i < count * 2; i++) {
    const angle = (i / (count * 2)) * Math.PI * 2;
    const r = i % 2 ? 0.9 : 1.06 + brush.between(-0.03, 0.05);
    locks.push([Math.sin(angle) * 88 * r - fig.turn * 5, -Math.cos(angle) * 84 * r - 2]);
  }
  const ring = spline(locks, 0.9);
  brush.shape(ring, mix(mane, '#ffb060', 0.18), { to: shade(mane, 0.5), along: [-40, -86, 40, 86], lift: 5, halo: 4 });
  brush.fur(ring, [-94, -90, 94, 88], 260, 26, [shade(mane, 0.6), mix(mane, '#ffcf80', 0.6)], 0, 0, 2.2);
  if (fig.away) return;
  drawEars(fig, () => {
    brush.shape(ellipse(50, -48, 18, 18), tones.main, { to: tones.deep, along: [0, -66, 0, -30], lift: 3, halo: 2 });
    brush.shape(ellipse(50, -46, 10, 10), mix(tones.second, '#c9705a', 0.4), { lift: 1, edge: 0.1 });
  });
  const skull = drawSkull(
    fig,
    [
      [0, -54],
      [32, -50],
      [54, -20],
      [58, 12],
      [42, 36],
      [18, 46],
      [0, 50],
    ],
    { fur: 60, shadeTop: 0.15 },
  );
  const [mx, my] = slide(fig, 12);
  const [sx, sy] = slide(fig, 8);
  brush.clip(skull, () => {
    for (const side of [-1, 1]) brush.dab(ellipse(sx + side * 24, -8 + sy, 15, 16), tones.second, 0.5);
    drawEyes(fig, { eyes, mouth: { y: 26, w: 10 }, cheeks: { apart: 42, y: 16, r: 15 } });
    brush.shape(
      spline(
        mirror([
          [0, -26],
          [11, -22],
          [9, 0],
          [16, 12],
          [0, 16],
        ]).map(([x, y]) => [x + mx * 0.8, y + my] as const),
      ),
      mix(tones.main, '#fff0c8', 0.25),
      { lift: 0, edge: 0 },
    );
    brush.shape(
      spline(
        mirror([
          [0, 28],
          [14, 26],
          [16, 42],
          [0, 54],
        ]).map(([x, y]) => [x + mx, y + my] as const),
      ),
      tones.second,
      { lift: 0, edge: 0 },
    );
  });
  for (const side of [-1, 1]) {
    brush.shape(ellipse(mx + side * 12, 23 + my, 16, 12), tones.second, {
      to: tones.secondDeep,
      along: [0, 12, 0, 36],
      lift: 1.4,
      edge: 0.1,
    });
    for (const [x, y] of [
      [11, 21],
      [17, 24],
      [11, 27],
    ] as const)
      brush.dab(ellipse(mx + side * x, y + my, 1.2), tones.line, 0.5);
  }
  drawMouth(fig, mx, 28 + my, 9);
  drawNose(fig, mx + fig.turn * 2, 11 + my, 12, '#5a2c28', 11);
}
