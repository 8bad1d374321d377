import type { Path2D } from '@napi-rs/canvas';
import type { Brush } from '../brush.ts';
import { mix } from '../colour.ts';
import { box, curve, limb } from '../paths.ts';

/** A lighter and a darker tone of a colour, as light and shadow on the same thing. */
export function tones(colour: string): { lit: string; deep: string } {
  return { lit: mix(colour, '#fff2d0', 0.35), deep: mix(colour, '#2a1c38', 0.42) };
}

/** A filled form shaded from its lit left to its dark right. */
export function solid(brush: Brush, path: Path2D, colour: string, x0: number, x1: number, lift = 3): void {
  const { lit, deep } = tones(colour);
  brush.shape(path, mix(colour, lit, 0.5), { to: deep, along: [x0, 0, x1, 0], lift, halo: 2 });
}

/** A board with slightly soft corners, shaded downwards. */
export function board(brush: Brush, x0: number, y0: number, x1: number, y1: number, colour: string, lift = 2.5): void {
  const { deep } = tones(colour);
  brush.shape(box(x0, y0, x1, y1), colour, { to: deep, along: [0, Math.min(y0, y1), 0, Math.max(y0, y1)], lift });
}

/** A leg, pole or handle. */
export function pole(
  brush: Brush,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  half: number,
  colour: string,
  lift = 2,
): void {
  const { deep } = tones(colour);
  brush.shape(
    limb(
      [
        [x0, y0],
        [x1, y1],
      ],
      [half, half * 0.85],
    ),
    colour,
    { to: deep, along: [x0 - half, y0, x1 + half, y1], lift },
  );
}

/** Wood grain: a few faint lines across a board. */
export function grain(
  brush: Brush,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  count: number,
  colour: string,
): void {
  for (let i = 1; i <= count; i++) {
    const y = y0 + ((y1 - y0) * i) / (count + 1);
    brush.line(
      curve([
        [x0, y],
        [(x0 + x1) / 2, y + brush.between(-1.5, 1.5)],
        [x1, y],
      ]),
      tones(colour).deep,
      1.1,
      0.4,
    );
  }
}
