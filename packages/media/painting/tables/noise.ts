import { hash } from './hash.ts';

/** Width and height of every noise plane in pixels; they repeat without a seam. */
export const noiseSize = 512;

/** Names of the planes, in the order of the channels of the two textures they fill (four each). */
export const noiseNames = ['fine', 'tooth', 'grain', 'cold', 'blotch', 'mottle', 'swayX', 'swayY'] as const;

/**
 * A noise plane: `fine` one value a pixel; `tooth` of drawing paper; `grain` of canvas; `cold` pressed watercolour paper;
 * `blotch` wide soft spots; `mottle` spots of two sizes; `swayX`, `swayY` a slow wobble (its middle means no shift).
 */
export type NoiseName = (typeof noiseNames)[number];

/** Each plane holds `noiseSize`² bytes, mean about 127. */
export type NoisePlanes = Readonly<Record<NoiseName, Uint8Array>>;

let planes: NoisePlanes | undefined;

/** The noise that all painters share, made at the first call (about a third of a second) and the same on every machine. */
export function noisePlanes(): NoisePlanes {
  planes ??= makePlanes();
  return planes;
}

let floats: Readonly<Record<NoiseName, Float32Array>> | undefined;

/** The same planes as numbers from 0 to 1, for engines that compute with these. */
export function noiseNumbers(): Readonly<Record<NoiseName, Float32Array>> {
  floats ??= Object.fromEntries(
    Object.entries(noisePlanes()).map(([name, bytes]) => {
      const numbers = new Float32Array(bytes.length);
      for (let i = 0; i < bytes.length; i++) numbers[i] = bytes[i]! / 255;
      return [name, numbers];
    }),
  ) as Record<NoiseName, Float32Array>;
  return floats;
}

function makePlanes(): NoisePlanes {
  const fine = white(1);
  const [a, b, c] = [cloud(1, 2), cloud(2, 3), cloud(4, 4)];
  const spots = cloud(24, 5);
  const middle = cloud(9, 6);
  const softer = blur(fine, 1);
  const [x1, x2, y1, y2] = [cloud(8, 7), cloud(2, 8), cloud(8, 9), cloud(2, 10)];
  return {
    fine: toBytes(fine),
    tooth: toBytes(normalise(combine([softer, 1.6], [fine, 0.35], [b, 0.12]), 1.9)),
    grain: toBytes(normalise(combine([a, 0.8], [fine, 0.28], [b, 0.3]), 2.4)),
    cold: toBytes(normalise(combine([a, 0.45], [b, 0.7], [c, 0.5]), 2.4)),
    blotch: toBytes(spots),
    mottle: toBytes(normalise(combine([spots, 0.5], [middle, 0.7]), 2.2)),
    swayX: toBytes(combine([x1, 0.76], [x2, 0.24])),
    swayY: toBytes(combine([y1, 0.76], [y2, 0.24])),
  };
}

const count = noiseSize * noiseSize;

function white(seed: number): Float32Array {
  const out = new Float32Array(count);
  for (let i = 0; i < count; i++) out[i] = hash(i * 2 + seed * 7919);
  return out;
}

function cloud(radius: number, seed: number): Float32Array {
  let plane = white(seed);
  for (let pass = 0; pass < 3; pass++) plane = blur(plane, radius);
  return normalise(plane, 2.2);
}

/** Stretches to 0..1 around a mean of 0.5, so that `sigmas` standard deviations reach the ends. */
function normalise(plane: Float32Array, sigmas: number): Float32Array {
  let mean = 0;
  for (const value of plane) mean += value;
  mean /= plane.length;
  let variance = 0;
  for (const value of plane) variance += (value - mean) ** 2;
  const k = 0.5 / (sigmas * Math.sqrt(variance / plane.length) + 1e-9);
  for (let i = 0; i < plane.length; i++) plane[i] = Math.min(1, Math.max(0, 0.5 + (plane[i]! - mean) * k));
  return plane;
}

function combine(...parts: [Float32Array, number][]): Float32Array {
  const out = new Float32Array(count);
  for (const [plane, weight] of parts) {
    for (let i = 0; i < count; i++) out[i] = out[i]! + plane[i]! * weight;
  }
  return out;
}

/** Box blur that wraps around the edges, so that the planes have no seam. */
function blur(plane: Float32Array, radius: number): Float32Array {
  const n = noiseSize;
  const mask = n - 1;
  const k = 1 / (2 * radius + 1);
  const middle = new Float32Array(count);
  const out = new Float32Array(count);
  for (let y = 0; y < n; y++) {
    const row = y * n;
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += plane[row + (i & mask)]!;
    for (let x = 0; x < n; x++) {
      middle[row + x] = sum * k;
      sum += plane[row + ((x + radius + 1) & mask)]! - plane[row + ((x - radius) & mask)]!;
    }
  }
  const sums = new Float32Array(n);
  for (let i = -radius; i <= radius; i++) for (let x = 0; x < n; x++) sums[x]! += middle[(i & mask) * n + x]!;
  for (let y = 0; y < n; y++) {
    const enters = ((y + radius + 1) & mask) * n;
    const leaves = ((y - radius) & mask) * n;
    for (let x = 0; x < n; x++) {
      out[y * n + x] = sums[x]! * k;
      sums[x]! += middle[enters + x]! - middle[leaves + x]!;
    }
  }
  return out;
}

function toBytes(plane: Float32Array): Uint8Array {
  const out = new Uint8Array(plane.length);
  for (let i = 0; i < plane.length; i++) out[i] = Math.min(1, Math.max(0, plane[i]!)) * 255 + 0.5;
  return out;
}
