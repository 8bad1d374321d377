import { createSegmentEncoder } from '../../video/segment-encoder.ts';

const [width, height, fps] = [128, 96, 20] as const;

/**
 * A film of five seconds that is hard to take pictures of: black for a second, a picture of blocks until 2.5, dissolved into
 * one of stripes until 3.5, and that to the end.
 */
export function makeDissolve(): Uint8Array {
  using encoder = createSegmentEncoder({ width, height, fps });
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let frame = 0; frame < 5 * fps; frame++) {
    const time = frame / fps;
    const share = Math.max(0, Math.min(1, time - 2.5));
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const blocks = ((x >> 5) + (y >> 5)) % 2 ? 225 : 70;
        const stripes = y < height / 2 ? 40 + ((x >> 3) % 2) * 30 : 160 + ((x >> 3) % 2) * 70;
        const grey = time < 1 ? 16 : blocks * (1 - share) + stripes * share;
        rgba.fill(grey, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
    encoder.addRgba(rgba);
  }
  return encoder.finish();
}
