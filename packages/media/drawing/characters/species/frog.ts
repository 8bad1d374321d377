import { mix } from '../../colour.ts';
import { ellipse, limb, mirror, spline } from '../../paths.ts';
import { drawEyes, drawMouth, narrowed } from '../face.ts';
import { shade, slide, type Figure } from '../figure.ts';
import { drawSkull } from '../head.ts';
import type { UprightSpec } from '../rigs/upright-spec.ts';
import { drawUpright } from '../rigs/upright.ts';
import type { SpeciesDrawing } from './species.ts';

const eyes = { apart: 33, y: -38, r: 7.4 };

export const frog: SpeciesDrawing = { height: 196, draw: (fig) => drawUpright(fig, body(fig)) };

function body(fig: Figure): UprightSpec {
  const { tones, brush } = fig;
  const web = mix(tones.main, tones.second, 0.25);
  const spots = mix(tones.main, '#2a5a30', 0.45);
  return {
    legs: { length: 42, widths: [17, 10, 7], apart: 20 },
    feet: { length: 40, height: 10, colour: web },
    torso: { height: 66, widths: [24, 31, 36, 37, 29] },
    belly: { colour: tones.second, width: 0.68, from: 0, to: 0.92 },
    arms: { length: 52, widths: [9, 7, 6], hand: 9, handColour: web },
    head: { draw: drawHead, up: 26, scale: 0.92, hat: { y: -30, width: 30, crown: -42 }, eyes: { ...eyes, r: 9 } },
    hand: () => {
      for (const a of [-0.7, 0, 0.7]) {
        brush.shape(
          limb(
            [
              [0, 0],
              [Math.cos(a) * 11, Math.sin(a) * 11],
            ],
            [4, 2.6],
          ),
          web,
          { lift: 1, edge: 0.2 },
        );
        brush.shape(ellipse(Math.cos(a) * 14, Math.sin(a) * 14, 3.6), web, { lift: 1, edge: 0.2 });
      }
    },
    foot: (near) => {
      const out = fig.turn ? 0.5 : near ? -0.5 : 0.5;
      const toes = [-0.5, 0.15, 0.8].map((k) => (out + (k - 0.15) * 0.9) * 30);
      const tone = near ? web : shade(web, 0.2);
      brush.shape(
        spline(
          [
            [-7, -6],
            [7, -6],
            [toes[2]!, 4],
            [toes[2]! - 4, 7],
            [(toes[1]! + toes[2]!) / 2, 5],
            [toes[1]!, 8],
            [(toes[0]! + toes[1]!) / 2, 5],
            [toes[0]! + 3, 7],
            [toes[0]!, 4],
          ],
          0.8,
        ),
        tone,
        { to: shade(tone, 0.3), along: [0, -6, 0, 8], lift: 1.6, halo: 1.5 },
      );
      for (const x of toes) brush.shape(ellipse(x, 5, 4.4, 3.4), tone, { lift: 0.8, edge: 0.2 });
    },
    mark: (path) => {
      brush.clip(path, () => {
        for (const [x, y, r] of [
          [-30, -44, 6],
          [-34, -26, 4.5],
          [30, -36, 5],
          [-25, -60, 3.5],
        ] as const)
          brush.dab(ellipse(x, y, r, r * 0.85), spots, 0.55);
      });
    },
  };
}

function drawHead(fig: Figure): void {
  const { brush, tones } = fig;
  const [sx, sy] = slide(fig, 7);
  const bumps = () => {
    for (const side of [-1, 1]) {
      const x = sx + side * eyes.apart * narrowed(fig, side);
      brush.shape(ellipse(x, eyes.y + sy * 0.6, 20, 21), tones.main, {
        to: tones.deep,
        along: [0, -62, 0, -16],
        lift: 3,
        halo: 3,
      });
    }
  };
  bumps();
  const skull = drawSkull(
    fig,
    [
      [0, -36],
      [34, -34],
      [60, -12],
      [70, 12],
      [50, 34],
      [20, 43],
      [0, 44],
    ],
    { fur: 0, light: mix(tones.main, '#f4f4a8', 0.22) },
  );
  const spots = mix(tones.main, '#2a5a30', 0.45);
  brush.clip(skull, () => {
    for (const [x, y, r] of [
      [-8, -22, 5],
      [9, -28, 4],
      [2, -12, 3],
      [-56, 2, 4],
      [54, -4, 4],
    ] as const)
      brush.dab(ellipse(x + sx * 0.5, y, r * 1.2, r * 0.9), spots, 0.5);
  });
  if (fig.away) return;
  const [mx, my] = slide(fig, 10);
  brush.clip(skull, () => {
    const chin = spline(
      mirror([
        [0, 16],
        [34, 14],
        [62, 6],
        [54, 44],
        [0, 52],
      ]).map(([x, y]) => [x + mx * 0.6, y + my] as const),
    );
    brush.shape(chin, mix(tones.second, tones.main, 0.3), {
      to: tones.second,
      along: [0, 10, 0, 44],
      lift: 0,
      edge: 0,
    });
    for (const side of [-1, 1]) brush.cheek(mx + side * 44, 8 + my, 15, Math.min(0.8, 0.4 * fig.look.blush));
  });
  drawEyes(fig, {
    eyes: { ...eyes, y: eyes.y, white: '#fffbe8', iris: tones.eyes ?? '#d9a030' },
    mouth: { y: 14, w: 20 },
    brows: { colour: tones.line, y: -66, width: 9 },
    depth: { eyes: 8 },
  });
  for (const x of [-5, 5]) brush.dab(ellipse(mx + x, -2 + my, 1.7, 1.3), tones.line, 0.8);
  drawMouth(
    fig,
    mx,
    13 + my,
    fig.look.mouth === 'round' || fig.look.mouth === 'small-round' ? 13 : 21,
    mix(tones.main, '#1c2a18', 0.75),
  );
}
