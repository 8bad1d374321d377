import { noisePlanes, noiseSize } from '../tables/noise.ts';

/** The bare borders of the sheets: see {@link borderMask}. */
export const sheets = {
  pastel: { margin: 18, rough: 30 },
  pencil: { margin: 24, rough: 30 },
  ink: { margin: 26, rough: 46 },
} as const;

/**
 * A sheet's hand-made border: 255 where it is painted, 0 on the bare paper around.
 * @param options.margin Breadth of the bare paper in pixels of 512.
 * @param options.rough How far it wanders, in the same pixels.
 * @returns One byte a pixel.
 */
export function borderMask(options: { width: number; height: number; margin: number; rough: number }): Uint8Array {
  const { width, height } = options;
  const unit = Math.min(width, height) / 512;
  const { mottle, cold } = noisePlanes();
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (Math.floor(y / unit) & (noiseSize - 1)) * noiseSize + (Math.floor(x / unit) & (noiseSize - 1));
      const inside = Math.min(x, y, width - 1 - x, height - 1 - y) / unit;
      const edge = inside + (mottle[at]! / 255 - 0.5) * options.rough + (cold[at]! / 255 - 0.5) * 6 - options.margin;
      const t = Math.min(1, Math.max(0, edge / 3 + 0.5));
      out[y * width + x] = Math.round(t * t * (3 - 2 * t) * 255);
    }
  return out;
}
