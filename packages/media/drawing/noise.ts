import { createCanvas } from '@napi-rs/canvas';
import { seeded } from './random.ts';

/** Side of a noise tile in pixels; a power of two, so that `& (tileSize - 1)` wraps. */
export const tileSize = 512;

/** Periodic noise in 1/64 units (about -64 to 64), shape [tileSize * tileSize]: bytes stay in the processor's cache. */
export type NoiseTiles = {
  /** Paper tooth: fine. */
  grain: Int8Array;
  /** Clouds of pigment: coarse. */
  wash: Int8Array;
  /** Wobble of edges: medium. */
  wobble: Int8Array;
  /** Fibres of card. */
  fibre: Int8Array;
};

let made: NoiseTiles | undefined;

/** The noise tiles, made on first use (about a tenth of a second) and the same on every machine. */
export function noiseTiles(): NoiseTiles {
  made ??= {
    grain: toBytes(fractal(11, 96, 3, 0.75)),
    wash: toBytes(fractal(12, 4, 5, 0.55)),
    wobble: toBytes(fractal(13, 14, 4, 0.55)),
    fibre: toBytes(fibres(14)),
  };
  return made;
}

/** Periodic fractal value noise, mean 0, about -1 to 1. `cells` is the number of lattice cells in the first octave. */
function fractal(seed: number, cells: number, octaves: number, gain: number): Float32Array {
  const size = tileSize;
  const out = new Float32Array(size * size);
  const random = seeded(seed);
  let amplitude = 1;
  let total = 0;
  for (let octave = 0, f = cells; octave < octaves; octave++, f *= 2, amplitude *= gain) {
    const lattice = Float32Array.from({ length: f * f }, () => random() * 2 - 1);
    const step = size / f;
    total += amplitude;
    for (let y = 0; y < size; y++) {
      const fy = y / step;
      const y0 = fy | 0;
      const ty = fy - y0;
      const sy = ty * ty * (3 - 2 * ty);
      const rowA = y0 * f;
      const rowB = ((y0 + 1) % f) * f;
      for (let x = 0; x < size; x++) {
        const fx = x / step;
        const x0 = fx | 0;
        const tx = fx - x0;
        const sx = tx * tx * (3 - 2 * tx);
        const x1 = (x0 + 1) % f;
        const a = lattice[rowA + x0]!;
        const b = lattice[rowA + x1]!;
        const c = lattice[rowB + x0]!;
        const d = lattice[rowB + x1]!;
        out[y * size + x]! += amplitude * (a + (b - a) * sx + (c - a + (a - b - c + d) * sx) * sy);
      }
    }
  }
  const scale = 1.7 / total;
  for (let i = 0; i < out.length; i++) out[i] = out[i]! * scale;
  return out;
}

/** Card: short curved hairs, light and dark, and a fine tooth. */
function fibres(seed: number): Float32Array {
  const size = tileSize;
  const canvas = createCanvas(size, size);
  const ctx = canvas.getContext('2d');
  const random = seeded(seed);
  ctx.fillStyle = '#808080';
  ctx.fillRect(0, 0, size, size);
  for (let i = 0; i < 2600; i++) {
    const a = random() * 7;
    const length = 5 + random() * 16;
    const px = random() * size;
    const py = random() * size;
    const value = random() < 0.55 ? 255 : 0;
    const b = a + (random() - 0.5) * 1.6;
    ctx.strokeStyle = `rgba(${value},${value},${value},${0.05 + random() * 0.16})`;
    ctx.lineWidth = 0.6 + random() * 0.9;
    const shiftX = px < 24 ? size : px > size - 24 ? -size : 0;
    const shiftY = py < 24 ? size : py > size - 24 ? -size : 0;
    for (const [ox, oy] of [[0, 0], ...(shiftX ? [[shiftX, 0]] : []), ...(shiftY ? [[0, shiftY]] : [])]) {
      const x = px + ox!;
      const y = py + oy!;
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.quadraticCurveTo(
        x + Math.cos(a) * length * 0.5,
        y + Math.sin(a) * length * 0.5,
        x + Math.cos(b) * length,
        y + Math.sin(b) * length,
      );
      ctx.stroke();
    }
  }
  const data = ctx.getImageData(0, 0, size, size).data;
  const tooth = fractal(seed + 1, 128, 2, 0.5);
  return tooth.map((value, index) => (data[index * 4]! - 128) / 128 + value * 0.28);
}

function toBytes(values: Float32Array): Int8Array {
  return Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value * 64))));
}
