import type { Pixels } from './pixels.ts';

/** How far the soft edge reaches to both sides of the mask, pixels. */
const reach = 3;

/**
 * Makes what isn't subject clear, with a soft edge: along it each colour is taken as a mix of the nearest background and
 * subject, `colour = a · subject + (1 − a) · background`; alpha is that share, and the background's part is taken out.
 */
export function softMatte({ data, width, height }: Pixels, subject: Uint8Array): void {
  const source = new Uint8ClampedArray(data);
  const depth = depths(subject, width, height);
  for (let y = 0, pixel = 0; y < height; y++) {
    for (let x = 0; x < width; x++, pixel++) {
      const at = pixel * 4;
      const away = depth[pixel]!;
      if (away > reach - 1) continue;
      if (away < -reach + 1) {
        data[at + 3] = 0;
        continue;
      }
      const inner = meanOf(source, depth, { x, y, width, height }, (value) => value >= reach);
      const outer = meanOf(source, depth, { x, y, width, height }, (value) => value <= -reach + 1);
      const plain = away > 0 ? 1 : 0;
      if (!outer) continue;
      if (!inner) {
        data[at + 3] = 255 * plain;
        continue;
      }
      let dot = 0;
      let length = 0;
      for (let part = 0; part < 3; part++) {
        const span = inner[part]! - outer[part]!;
        dot += (source[at + part]! - outer[part]!) * span;
        length += span * span;
      }
      // Where subject and background look alike the mask alone decides.
      const trust = Math.min(1, length / 2500);
      const mixed = Math.max(0, Math.min(1, dot / Math.max(1, length)));
      const outermost = away <= -reach + 1 ? 0.5 : 1;
      const share = Math.max(0, Math.min(1, (mixed * trust + plain * (1 - trust)) * 1.08 - 0.04)) * outermost;
      for (let part = 0; part < 3; part++) {
        const own = share > 0.1 ? (source[at + part]! - (1 - share) * outer[part]!) / share : inner[part]!;
        data[at + part] = own;
      }
      data[at + 3] = 255 * share;
    }
  }
}

/** Steps to the other side of the mask's edge: positive inside the subject, negative outside, up to `reach` + 1. */
function depths(subject: Uint8Array, width: number, height: number): Int8Array {
  const depth = Int8Array.from(subject, (value) => (value ? reach + 1 : -reach - 1));
  for (let step = 1; step <= reach; step++) {
    const before = depth.slice();
    for (let y = 0, pixel = 0; y < height; y++) {
      for (let x = 0; x < width; x++, pixel++) {
        const own = before[pixel]!;
        if (Math.abs(own) <= reach) continue;
        const isNext = (at: number, isThere: boolean) => {
          if (!isThere) return false;
          const other = before[at]!;
          return step === 1 ? other > 0 !== own > 0 : other === (own > 0 ? step - 1 : 1 - step);
        };
        if (
          isNext(pixel - 1, x > 0) ||
          isNext(pixel + 1, x < width - 1) ||
          isNext(pixel - width, y > 0) ||
          isNext(pixel + width, y < height - 1)
        ) {
          depth[pixel] = own > 0 ? step : -step;
        }
      }
    }
  }
  return depth;
}

function meanOf(
  source: Uint8ClampedArray,
  depth: Int8Array,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  belongs: (depth: number) => boolean,
): [number, number, number] | undefined {
  const span = reach + 3;
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let py = Math.max(0, y - span); py <= Math.min(height - 1, y + span); py++) {
    for (let px = Math.max(0, x - span); px <= Math.min(width - 1, x + span); px++) {
      const pixel = py * width + px;
      if (!belongs(depth[pixel]!)) continue;
      sum[0] += source[pixel * 4]!;
      sum[1] += source[pixel * 4 + 1]!;
      sum[2] += source[pixel * 4 + 2]!;
      count++;
    }
  }
  return count > 0 ? [sum[0] / count, sum[1] / count, sum[2] / count] : undefined;
}
