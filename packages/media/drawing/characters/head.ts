import type { Path2D } from '@napi-rs/canvas';
import { luma, mix } from '../colour.ts';
import { mirror, spline, type Point } from '../paths.ts';
import { shade, slide, type Figure } from './figure.ts';

/** The skull of an animal: a soft, furry, lit shape. `points` are its right half, top to bottom, or all of it. */
export function drawSkull(
  fig: Figure,
  points: Point[],
  options: { colour?: string; whole?: boolean; fur?: number; light?: string; shadeTop?: number; length?: number } = {},
): Path2D {
  const { brush } = fig;
  const { colour = fig.tones.main, fur = 80, shadeTop = 0.35, length = 12 } = options;
  const all = options.whole ? points : mirror(points);
  const path = spline(all);
  const ys = all.map((point) => point[1]);
  const xs = all.map((point) => point[0]);
  const [top, bottom, right] = [Math.min(...ys), Math.max(...ys), Math.max(...xs)];
  const deep = shade(colour);
  brush.shape(path, options.light ?? lit(colour), {
    to: colour,
    along: [-right * 0.2, top, right * 0.2, bottom * 0.7],
    lift: 4,
    halo: 2.5,
  });
  brush.form(path, 0, top, right * 0.7, deep, shadeTop);
  brush.form(path, -right, bottom * 0.3, right * 0.62, deep, 0.42);
  brush.form(path, right * 0.95, bottom * 0.45, right * 0.5, deep, 0.3);
  if (fur)
    brush.fur(path, [-right, top, right, bottom], fur, length, [deep, mix(colour, '#ffe8c0', 0.7)], 0, bottom * 0.4);
  return path;
}

/** A colour in the light: warm, or cool when it is dark. */
export function lit(colour: string): string {
  return luma(colour) < 0.34 ? mix(colour, '#a8a4cc', 0.16) : mix(colour, '#ffd79a', 0.24);
}

/** Draws features that lie on the skull, slid by the turn and the nod, clipped by it; nothing when seen from behind. */
export function onSkull(fig: Figure, skull: Path2D, depth: number, draw: () => void): void {
  if (fig.away) return;
  fig.brush.clip(skull, () => {
    fig.brush.ctx.translate(...slide(fig, depth));
    draw();
  });
}

/** A pair of ears, each drawn for the right side by `draw` (mirrored for the left); they slide against the face. */
export function drawEars(fig: Figure, draw: (side: number) => void, lag = 3): void {
  const [dx, dy] = slide(fig, -lag);
  for (const side of [-1, 1]) {
    const narrow = side > 0 ? 1 - 0.06 * fig.turn : 1;
    fig.brush.ctx.save();
    fig.brush.ctx.translate(dx, dy);
    fig.brush.ctx.scale(side * narrow, 1);
    draw(side);
    fig.brush.ctx.restore();
  }
}
