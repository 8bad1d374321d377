import { seeded } from '../../random.ts';
import type { VistaStage } from '../vista-stage.ts';
import type { FinishArea, Finisher } from './finisher.ts';

const tile = 512;

/** For each pixel of a periodic tile: where the stroke that covers it took its paint, and how light its bristle is. */
type StrokeMap = { x: Int8Array; y: Int8Array; shade: Int8Array };

let maps: { broad: StrokeMap; fine: StrokeMap } | undefined;

/**
 * Oil: every pixel takes the colour from the middle of the stroke that covers it, so that each stroke has one paint, with
 * bristles along it. Where that would wipe out a detail, finer strokes lie on top.
 */
export function brushStrokes({ scale }: VistaStage): Finisher {
  maps ??= { broad: strokeMap(41, 900, 42, 12), fine: strokeMap(43, 7000, 13, 3.4) };
  const { broad, fine } = maps;
  const step = 1 / Math.max(0.35, scale);
  const mask = tile - 1;
  return {
    bloom: 0.4,
    reach: Math.ceil(34 * scale),
    apply({ data, x: left, y: top, width, height, isBack }: FinishArea) {
      const source = new Uint8ClampedArray(data);
      const place = (x: number, y: number) =>
        ((y < 0 ? 0 : y >= height ? height - 1 : y) * width + (x < 0 ? 0 : x >= width ? width - 1 : x)) * 4;
      for (let row = 0, at = 0; row < height; row++) {
        const offset = (((top + row) * step) & mask) * tile;
        for (let column = 0; column < width; column++, at += 4) {
          const stroke = offset | (((left + column) * step) & mask);
          let from = place((column + broad.x[stroke]! * scale) | 0, (row + broad.y[stroke]! * scale) | 0);
          let shade = broad.shade[stroke]!;
          if (differs(source, at, from, 44)) {
            from = place((column + fine.x[stroke]! * scale) | 0, (row + fine.y[stroke]! * scale) | 0);
            shade = fine.shade[stroke]! * 0.6;
            if (differs(source, at, from, 120)) from = at;
          }
          const light = shade * (0.7 + source[from + 1]! * 0.003);
          data[at] = source[from]! + light;
          data[at + 1] = source[from + 1]! + light * 0.96;
          data[at + 2] = source[from + 2]! + light * 0.9;
          data[at + 3] = isBack ? 255 : source[from + 3]!;
        }
      }
    },
  };
}

function differs(source: Uint8ClampedArray, a: number, b: number, limit: number): boolean {
  const colour =
    Math.abs(source[a]! - source[b]!) +
    Math.abs(source[a + 1]! - source[b + 1]!) +
    Math.abs(source[a + 2]! - source[b + 2]!);
  return colour + Math.abs(source[a + 3]! - source[b + 3]!) * 1.5 > limit * 2;
}

/** Lays `count` strokes over each other, along slowly turning lines. Half length and half width in pixels of the tile. */
function strokeMap(seed: number, count: number, halfLength: number, halfWidth: number): StrokeMap {
  const random = seeded(seed);
  const map: StrokeMap = {
    x: new Int8Array(tile * tile),
    y: new Int8Array(tile * tile),
    shade: new Int8Array(tile * tile),
  };
  const turn = (Math.PI * 2) / tile;
  for (let stroke = 0; stroke < count; stroke++) {
    const [cx, cy] = [Math.floor(random() * tile), Math.floor(random() * tile)];
    const angle =
      0.55 * Math.sin(cx * turn + 1.3) +
      0.5 * Math.sin(cy * turn * 2) +
      0.35 * Math.cos((cx + cy) * turn) +
      (random() - 0.5) * 0.5;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [length, width] = [halfLength * (0.6 + random() * 0.5), halfWidth * (0.7 + random() * 0.6)];
    const tone = (random() - 0.5) * 20;
    const bristles = Array.from({ length: 12 }, () => (random() - 0.5) * 26);
    const reach = Math.ceil(length + width);
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const along = dx * cos + dy * sin;
        const across = -dx * sin + dy * cos + (along * along) / (length * 14);
        const over = Math.max(0, Math.abs(along) - length + width);
        const edge = Math.hypot(over, across) / width;
        if (edge > 1) continue;
        const at = (((cy + dy) & (tile - 1)) * tile) | ((cx + dx) & (tile - 1));
        map.x[at] = -dx * 0.82;
        map.y[at] = -dy * 0.82;
        const bristle = bristles[Math.min(11, Math.floor((across / width + 1) * 6))]!;
        map.shade[at] = tone + bristle * (0.5 + 0.5 * (along / length)) - (edge > 0.86 && across > 0 ? 10 : 0);
      }
    }
  }
  return map;
}
