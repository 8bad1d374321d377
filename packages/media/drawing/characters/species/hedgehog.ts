import { Path2D } from '@napi-rs/canvas';
import { lerp, mix } from '../../colour.ts';
import { ellipse, spline, type Point } from '../../paths.ts';
import { drawEyes, drawMouth } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawEars, drawSkull } from '../head.ts';
import { headwear } from '../headwear.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 21, y: 0, r: 6.4 };

export const hedgehog: SpeciesDrawing = { height: 212, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones } = fig;
  const skin = mix(tones.second, '#b8805c', 0.4);
  return {
    legs: { length: 22, widths: [15, 12, 9], apart: 16, colour: skin },
    feet: { length: 30, height: 12, colour: skin, sole: shade(skin, 0.5) },
    torso: { height: 72, widths: [22, 33, 41, 42, 34], colour: tones.second, fur: 60 },
    arms: { length: 42, widths: [9.5, 8.5, 7.5], colour: tones.second, hand: 9, handColour: skin },
    head: { draw: drawHead, up: 34, scale: 0.96, hat: { y: -26, width: 30, crown: -46 }, eyes },
    behind: () => {
      if (fig.away) drawSpines(fig, 0, -44, 48, 62, 0, Math.PI * 2, 5);
      else drawSpines(fig, -12, -44, 50, 58, 0.35 * Math.PI, 1.75 * Math.PI, 3);
    },
    curled: () => drawBall(fig),
    lying: () => drawBall(fig),
  };
}

/** Rows of spines around an ellipse, from the outside in, between two angles. */
function drawSpines(
  fig: Figure,
  x: number,
  y: number,
  rx: number,
  ry: number,
  from: number,
  to: number,
  rows: number,
  length = 20,
): void {
  const { brush, tones } = fig;
  const dark = mix(tones.main, '#2a1a1c', 0.5);
  for (let row = 0; row < rows; row++) {
    const k = 1 - row * (0.8 / rows);
    const count = Math.max(6, Math.round(((to - from) / (Math.PI * 2)) * (34 - row * 4)));
    for (const tone of [0, 1]) {
      const path = new Path2D();
      for (let i = tone; i <= count; i += 2) {
        const angle = lerp(from, to, (i + (row % 2) * 0.5) / count) + brush.between(-0.04, 0.04);
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const [px, py] = [x + cos * rx * k, y + sin * ry * k];
        const l = length * brush.between(0.85, 1.15);
        path.moveTo(px - sin * 5.5, py + cos * 5.5);
        path.quadraticCurveTo(
          px + cos * l * 0.6,
          py + sin * l * 0.6,
          px + Math.cos(angle - 0.12) * l,
          py + Math.sin(angle - 0.12) * l,
        );
        path.lineTo(px + sin * 5.5, py - cos * 5.5);
        path.closePath();
      }
      brush.shape(path, mix(dark, tones.main, 0.15 + row * 0.2 + tone * 0.25), { lift: 1.5, edge: 0.25 });
    }
    if (row === 0) brush.shape(ellipse(x, y, rx * 1.04, ry * 1.04), dark, { lift: 0, edge: 0 });
  }
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  if (fig.away) {
    drawSpines(fig, 0, -4, 50, 46, 0, Math.PI * 2, 5, 18);
    return;
  }
  drawSpines(fig, -4 - fig.turn * 3, -10, 50, 46, Math.PI * 0.82, Math.PI * 2.18, 3, 20);
  drawEars(fig, () =>
    brush.shape(ellipse(43, -22, 12, 12), mix(tones.second, '#c98a6a', 0.5), {
      to: mix(tones.second, '#8a5a48', 0.5),
      along: [0, -34, 0, -10],
      lift: 1.5,
    }),
  );
  const out = fig.turn * 20;
  const face: Point[] = [
    [0, -30],
    [14, -38],
    [30, -28],
    [46, -4],
    [48 + out * 0.2, 12],
    [30 + out * 0.8, 24],
    [12 + out, 34],
    [-8 + out * 0.5, 37],
    [-34, 30],
    [-48, 10],
    [-44, -8],
    [-30, -30],
    [-14, -37],
  ];
  const skull = drawSkull(fig, face, {
    whole: true,
    colour: tones.second,
    light: mix(tones.second, '#ffffff', 0.25),
    fur: 50,
    length: 9,
    shadeTop: 0.2,
  });
  brush.clip(skull, () =>
    drawEyes(fig, { eyes, mouth: { y: 28, w: 7 }, cheeks: { apart: 33, y: 16, r: 14 }, line: shade(tones.main, 0.6) }),
  );
  const [mx, my] = slide(fig, 17);
  drawMouth(fig, mx - fig.turn * 3, 28 + my, 7);
  brush.shape(ellipse(mx + fig.turn * 6, 18 + my, 8, 7), '#2b1c20', { lift: 1, edge: 0 });
  brush.dab(ellipse(mx + fig.turn * 6 - 2.4, 15.6 + my, 2.4, 1.5), '#ffffff', 0.6);
}

/** Rolled up: a ball of spines from which a face peeps. */
function drawBall(fig: Figure): void {
  const { brush, tones } = fig;
  const skin = mix(tones.second, '#b8805c', 0.4);
  drawSpines(fig, -8, -56, 66, 56, fig.away ? 0 : Math.PI * 0.42, fig.away ? Math.PI * 2 : Math.PI * 2.1, 5, 21);
  if (fig.away) return;
  const belly = spline([
    [4, -72],
    [46, -70],
    [66, -34],
    [54, -6],
    [16, 0],
    [-14, -4],
    [-18, -34],
  ]);
  brush.shape(belly, tones.second, { to: tones.secondDeep, along: [0, -70, 0, 4], lift: 2 });
  for (const x of [6, 34])
    brush.shape(ellipse(x, -6, 13, 7), skin, { to: shade(skin), along: [0, -12, 0, 2], lift: 1.6 });
  brush.at(30, -46 - fig.breath, 0.8, 0.12, false, () => {
    const face: Figure = { ...fig, look: { ...fig.look, nod: 0.4 } };
    drawHead(face);
    headwear(face, { draw: drawHead, hat: { y: -26, width: 30, crown: -46 }, eyes });
  });
}
