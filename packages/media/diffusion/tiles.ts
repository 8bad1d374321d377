import type { Latents } from './latents.ts';

/** Latents with their size: [4, height, width]. */
export type LatentPicture = { latents: Latents; width: number; height: number };

/** Options of {@link decodeInTiles}. */
export type TileOptions = {
  /** Decodes latents [channels, height, width] to pixels [3, height × factor, width × factor]. */
  decode(part: LatentPicture): Promise<ArrayLike<number>> | ArrayLike<number>;
  /** Pixels a latent becomes on each side. Default 8. */
  factor?: number;
  /** Side of a tile in latents. Default 32. */
  size?: number;
  /** Latents that neighbouring tiles share and blend over. Default 8. */
  overlap?: number;
};

/**
 * Decodes a picture tile by tile, which takes a fraction of the memory: tiles overlap and are blended by weights that fall
 * linearly towards their edges.
 * @returns Pixels [3, height × factor, width × factor].
 */
export async function decodeInTiles(picture: LatentPicture, options: TileOptions): Promise<Float32Array<ArrayBuffer>> {
  const { decode, factor = 8, size = 32, overlap = 8 } = options;
  const { latents, width, height } = picture;
  const channels = latents.length / (width * height);
  const [across, down] = [width * factor, height * factor];
  const sums = new Float32Array(3 * across * down);
  const weights = new Float32Array(across * down);
  for (const top of tileStarts(height, size, overlap)) {
    for (const left of tileStarts(width, size, overlap)) {
      const tile = { width: Math.min(size, width), height: Math.min(size, height) };
      const part = new Float64Array(channels * tile.width * tile.height);
      for (let channel = 0; channel < channels; channel++) {
        for (let y = 0; y < tile.height; y++) {
          const from = (channel * height + top + y) * width + left;
          part.set(latents.subarray(from, from + tile.width), (channel * tile.height + y) * tile.width);
        }
      }
      const pixels = await decode({ latents: part, ...tile });
      const [tileAcross, tileDown] = [tile.width * factor, tile.height * factor];
      for (let y = 0; y < tileDown; y++) {
        for (let x = 0; x < tileAcross; x++) {
          const weight = rise(x, tileAcross, overlap * factor) * rise(y, tileDown, overlap * factor);
          const at = (top * factor + y) * across + left * factor + x;
          weights[at] = weights[at]! + weight;
          for (let colour = 0; colour < 3; colour++) {
            const target = colour * across * down + at;
            sums[target] = sums[target]! + weight * pixels[(colour * tileDown + y) * tileAcross + x]!;
          }
        }
      }
    }
  }
  for (let at = 0; at < sums.length; at++) sums[at] = sums[at]! / weights[at % weights.length]!;
  return sums;
}

/** Where tiles begin so that they cover a length with at least the overlap. */
function tileStarts(length: number, size: number, overlap: number): number[] {
  if (length <= size) return [0];
  const count = Math.ceil((length - overlap) / (size - overlap));
  return Array.from({ length: count }, (_, index) => Math.round((index * (length - size)) / (count - 1)));
}

/** Weight of a place in a tile: 1 inside, falling to nearly 0 at the edges. */
function rise(place: number, length: number, ramp: number): number {
  return Math.min(1, (Math.min(place, length - 1 - place) + 0.5) / ramp);
}
