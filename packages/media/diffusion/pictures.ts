import { mapLatents } from './latents.ts';
import type { Latents } from './latents.ts';
import { roundHalfEven } from './tables.ts';

/** Pixels, RGBA, row-major, width × height × 4 bytes. */
export type RgbaPicture = { width: number; height: number; data: Uint8Array };

/**
 * A VAE decoder's output as an opaque picture: 255 · clamp(y/2 + 0.5), halves rounded to even.
 * @param values [3, height, width] in [-1, 1].
 */
export function toRgba(values: ArrayLike<number>, { width, height }: { width: number; height: number }): RgbaPicture {
  const plane = width * height;
  // Clamps and rounds halves to even by itself (ECMAScript's ToUint8Clamp), many times faster than in steps.
  const clamped = new Uint8ClampedArray(plane * 4);
  for (let pixel = 0, at = 0; pixel < plane; pixel++, at += 4) {
    clamped[at] = (values[pixel]! / 2 + 0.5) * 255;
    clamped[at + 1] = (values[plane + pixel]! / 2 + 0.5) * 255;
    clamped[at + 2] = (values[2 * plane + pixel]! / 2 + 0.5) * 255;
    clamped[at + 3] = 255;
  }
  return { width, height, data: new Uint8Array(clamped.buffer) };
}

/** One value of a decoder's output as a byte. */
export function toByte(value: number): number {
  return roundHalfEven(Math.min(Math.max(value / 2 + 0.5, 0), 1) * 255);
}

/**
 * A picture as a VAE encoder takes it: 2 · v/255 - 1, [3, height, width]. Alpha is ignored: paint an opaque background first.
 */
export function fromRgba({ width, height, data }: RgbaPicture): Float32Array<ArrayBuffer> {
  const plane = width * height;
  const values = new Float32Array(plane * 3);
  for (let pixel = 0; pixel < plane; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      values[channel * plane + pixel] = (2 * data[pixel * 4 + channel]!) / 255 - 1;
    }
  }
  return values;
}

/**
 * Draws latents from what a VAE encoder gives: mean + exp(clamp(logvar, -30, 20)/2) · noise.
 * @param parameters Mean channels, then as many of log-variance.
 */
export function sampleLatents(parameters: Latents, noise: Latents): Latents {
  const half = parameters.length / 2;
  return mapLatents(half, (at) => {
    const logVariance = Math.min(Math.max(parameters[half + at]!, -30), 20);
    return parameters[at]! + Math.exp(logVariance / 2) * noise[at]!;
  });
}
