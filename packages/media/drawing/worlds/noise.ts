import { seeded } from '../random.ts';

const lattice = (() => {
  const random = seeded(20_011);
  return Float32Array.from({ length: 65_536 }, random);
})();

/** Smooth value noise, 0 to 1, one cell a unit, repeating after 256 cells. */
export function noise(x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  let fx = x - left;
  let fy = y - top;
  fx *= fx * (3 - 2 * fx);
  fy *= fy * (3 - 2 * fy);
  const x0 = left & 255;
  const x1 = (left + 1) & 255;
  const y0 = (top & 255) << 8;
  const y1 = ((top + 1) & 255) << 8;
  const a = lattice[y0 | x0]!;
  const b = lattice[y0 | x1]!;
  const c = lattice[y1 | x0]!;
  const d = lattice[y1 | x1]!;
  return a + (b - a) * fx + (c - a + (a - b - c + d) * fx) * fy;
}

/** Clouds: noise of `octaves` scales, each half as strong and twice as fine; 0 to 1, mostly near 0.5. */
export function fbm(x: number, y: number, octaves: number): number {
  let sum = 0;
  let amplitude = 0.5;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += amplitude * noise(x, y);
    total += amplitude;
    amplitude *= 0.5;
    x = x * 2.03 + 17.1;
    y = y * 2.03 + 9.7;
  }
  return sum / total;
}

/** Crests: like {@link fbm}, but folded, so that sharp ridges stand where the noise crosses its middle; 0 to 1. */
export function ridged(x: number, y: number, octaves: number): number {
  let sum = 0;
  let amplitude = 0.5;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    const fold = 1 - Math.abs(noise(x, y) * 2 - 1);
    sum += amplitude * fold * fold;
    total += amplitude;
    amplitude *= 0.5;
    x = x * 2.07 + 11.3;
    y = y * 2.07 + 5.9;
  }
  return sum / total;
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smooth(from: number, to: number, value: number): number {
  const t = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
