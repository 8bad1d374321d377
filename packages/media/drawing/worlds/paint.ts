import { createCanvas } from '@napi-rs/canvas';
import type { CanvasGradient, Path2D } from '@napi-rs/canvas';
import type { Context } from '../brush.ts';
import { alpha, blend } from '../colour.ts';

/** x0, y0, x1, y1 in units. */
export type Box = readonly [number, number, number, number];

/** A colour on the way of a gradient: offset 0 to 1, colour, and opacity (default 1). */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** A straight gradient that passes through its colours as the eye mixes them. */
export function linear(c: Context, [x0, y0, x1, y1]: Box, stops: readonly Stop[]): CanvasGradient {
  return withStops(c.createLinearGradient(x0, y0, x1, y1), stops);
}

/** A round gradient from the centre outwards. */
export function radial(c: Context, x: number, y: number, radius: number, stops: readonly Stop[]): CanvasGradient {
  return withStops(c.createRadialGradient(x, y, 0, x, y, radius), stops);
}

function withStops(gradient: CanvasGradient, stops: readonly Stop[]): CanvasGradient {
  stops.forEach(([offset, colour, opacity = 1], index) => {
    gradient.addColorStop(offset, alpha(colour, opacity));
    const next = stops[index + 1];
    if (!next || next[1] === colour) return;
    for (const part of [0.33, 0.67]) {
      gradient.addColorStop(
        offset + (next[0] - offset) * part,
        alpha(blend(colour, next[1], part), opacity + ((next[2] ?? 1) - opacity) * part),
      );
    }
  });
  return gradient;
}

/** Fills a box. */
export function fillBox(c: Context, [x0, y0, x1, y1]: Box, fill: string | CanvasGradient): void {
  c.fillStyle = fill;
  c.fillRect(x0, y0, x1 - x0, y1 - y0);
}

/** Fills a path. */
export function fillPath(c: Context, path: Path2D, fill: string | CanvasGradient): void {
  c.fillStyle = fill;
  c.fill(path);
}

/** Light in the air around a point; adds up with what is there. */
export function glow(c: Context, x: number, y: number, radius: number, colour: string, strength: number): void {
  c.save();
  c.globalCompositeOperation = 'screen';
  c.fillStyle = radial(c, x, y, radius, [
    [0, colour, strength],
    [0.16, colour, strength * 0.6],
    [0.4, colour, strength * 0.22],
    [0.7, colour, strength * 0.06],
    [1, colour, 0],
  ]);
  c.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  c.restore();
}

/** A line of light: a wide faint glow, a narrower one and a bright core. */
export function tube(c: Context, path: Path2D, width: number, colour: string, core: string, strength = 1): void {
  c.save();
  c.lineCap = 'round';
  c.lineJoin = 'round';
  c.globalCompositeOperation = 'screen';
  for (const [wide, share] of [
    [7, 0.08],
    [4, 0.16],
    [2.2, 0.4],
  ] as const) {
    c.strokeStyle = alpha(colour, share * strength);
    c.lineWidth = width * wide;
    c.stroke(path);
  }
  c.globalCompositeOperation = 'source-over';
  c.strokeStyle = alpha(core, Math.min(1, 0.35 + strength * 0.65));
  c.lineWidth = width;
  c.stroke(path);
  c.restore();
}

/** How {@link softly} paints. */
export type SoftOptions = {
  /** Units. */
  blur: number;
  strength?: number;
  operation?: 'source-over' | 'screen' | 'source-atop' | 'multiply' | 'soft-light';
  /** Pixels of the scratch canvas a unit; the fewer, the faster. Default 0.25. */
  detail?: number;
};

/** Draws on a small scratch canvas, blurs it and lays it over: mist, shafts, shadows. */
export function softly(c: Context, area: Box, options: SoftOptions, draw: (c: Context) => void): void {
  const { blur, strength = 1, operation = 'source-over' } = options;
  const { a, b } = c.getTransform();
  const detail = Math.min(options.detail ?? 0.25, Math.hypot(a, b));
  const [x0, y0, x1, y1] = area;
  const width = Math.max(1, Math.ceil((x1 - x0) * detail));
  const height = Math.max(1, Math.ceil((y1 - y0) * detail));
  const sharp = createCanvas(width, height);
  const small = sharp.getContext('2d');
  small.scale(detail, detail);
  small.translate(-x0, -y0);
  draw(small);
  const soft = createCanvas(width, height);
  const out = soft.getContext('2d');
  if (blur > 0) out.filter = `blur(${(blur * detail).toFixed(2)}px)`;
  out.drawImage(sharp, 0, 0);
  c.save();
  c.globalAlpha *= strength;
  c.globalCompositeOperation = operation;
  c.imageSmoothingQuality = 'low';
  c.drawImage(soft, x0, y0, width / detail, height / detail);
  c.restore();
}

/** What {@link field} asks for each point: writes red, green, blue and opacity (all 0 to 255). */
export type Sample = (x: number, y: number, out: Float32Array) => void;

/**
 * Paints an area point by point: clouds, water, rock. Points lie `finest` units apart, or as far as pixels do in a small
 * picture, and are joined smoothly.
 */
export function field(
  c: Context,
  [x0, y0, x1, y1]: Box,
  finest: number,
  sample: Sample,
  operation: 'source-over' | 'screen' | 'source-atop' | 'multiply' = 'source-over',
): void {
  const { a, b } = c.getTransform();
  const cell = Math.max(finest, 0.9 / Math.hypot(a, b));
  const columns = Math.ceil((x1 - x0) / cell);
  const rows = Math.ceil((y1 - y0) / cell);
  if (columns < 1 || rows < 1) return;
  const canvas = createCanvas(columns, rows);
  const small = canvas.getContext('2d');
  const image = small.createImageData(columns, rows);
  const { data } = image;
  const out = new Float32Array(4);
  for (let row = 0, at = 0; row < rows; row++) {
    const y = y0 + (row + 0.5) * cell;
    for (let column = 0; column < columns; column++, at += 4) {
      out[3] = 255;
      sample(x0 + (column + 0.5) * cell, y, out);
      data[at] = out[0]!;
      data[at + 1] = out[1]!;
      data[at + 2] = out[2]!;
      data[at + 3] = out[3]!;
    }
  }
  small.putImageData(image, 0, 0);
  c.save();
  c.globalCompositeOperation = operation;
  c.imageSmoothingQuality = 'low';
  c.drawImage(canvas, x0, y0, columns * cell, rows * cell);
  c.restore();
}

/** Shafts of light from a point: wedges with soft edges. Angles in radians, 0 to the right, clockwise. */
export function shafts(
  c: Context,
  area: Box,
  light: { x: number; y: number; colour: string; strength: number },
  wedges: readonly { angle: number; width: number; length: number; strength: number }[],
): void {
  softly(c, area, { blur: 7, strength: light.strength, operation: 'screen', detail: 0.2 }, (small) => {
    for (const { angle, width, length, strength } of wedges) {
      small.fillStyle = radial(small, light.x, light.y, length, [
        [0, light.colour, strength],
        [0.5, light.colour, strength * 0.45],
        [1, light.colour, 0],
      ]);
      small.beginPath();
      small.moveTo(light.x, light.y);
      small.lineTo(light.x + Math.cos(angle - width) * length, light.y + Math.sin(angle - width) * length);
      small.lineTo(light.x + Math.cos(angle + width) * length, light.y + Math.sin(angle + width) * length);
      small.closePath();
      small.fill();
    }
  });
}
