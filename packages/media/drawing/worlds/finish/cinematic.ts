import { seeded } from '../../random.ts';
import type { VistaStage } from '../vista-stage.ts';
import type { FinishArea, Finisher } from './finisher.ts';

const tileSize = 512;
let grainTile: Float32Array | undefined;

/** Film: bright parts bloom, corners fall off, contrast by tension, and the finest grain that still breaks up bands. */
export function cinematic(stage: VistaStage): Finisher {
  const { pixels, tense } = stage;
  const curve = toneCurve(0.1 + tense * 0.2);
  const falloff = vignette(pixels.width, pixels.height, 0.34 + tense * 0.14);
  const grain = (grainTile ??= fineGrain());
  const mask = tileSize - 1;
  return {
    bloom: 1 - tense * 0.25,
    reach: 0,
    apply({ data, x: left, y: top, width, height, isBack }: FinishArea) {
      for (let row = 0, at = 0; row < height; row++) {
        const y = top + row;
        const offset = (y & mask) * tileSize;
        const fall = falloff.y[y]!;
        for (let column = 0; column < width; column++, at += 4) {
          if (data[at + 3] === 0) continue;
          const x = left + column;
          const k = falloff.table[(fall + falloff.x[x]!) | 0]!;
          const g = grain[offset | (x & mask)]!;
          data[at] = curve[data[at]!]! * k + g;
          data[at + 1] = curve[data[at + 1]!]! * k + g;
          data[at + 2] = curve[data[at + 2]!]! * k + g;
          if (isBack) data[at + 3] = 255;
        }
      }
    },
  };
}

/** Grain of single pixels, at most ±1.6 of 255: it hides the steps of gradients, and coding it costs next to nothing. */
function fineGrain(): Float32Array {
  const random = seeded(77);
  return Float32Array.from({ length: tileSize * tileSize }, () => (random() - random()) * 1.6);
}

/** Parts of 0 to 255 with more contrast around the middle; blacks a little lifted, as film has them. */
function toneCurve(contrast: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, value) => {
    const t = value / 255;
    const steep = t * t * (3 - 2 * t);
    return 3 + 252 * (t * (1 - contrast) + steep * contrast);
  });
}

/** How dark the corners are: a table over the squared distance from the middle, in 255ths, split into columns and rows. */
function vignette(width: number, height: number, amount: number) {
  const axis = (length: number) => Float32Array.from({ length }, (_, at) => ((at / (length - 1)) * 2 - 1) ** 2 * 127.4);
  const table = Float32Array.from({ length: 256 }, (_, value) => 1 - amount * (value / 255) ** 1.5);
  return { x: axis(width), y: axis(height), table };
}
