import { blend, oklab, rgb } from '../../colour.ts';
import { noiseTiles, tileSize } from '../../noise.ts';
import type { VistaStage } from '../vista-stage.ts';
import type { FinishArea, Finisher } from './finisher.ts';

/** A screen print: a dozen flat inks with slightly uneven edges, no gradients, light in rings. */
export function poster({ tones, scale }: VistaStage): Finisher {
  const inks = [
    tones.ink,
    tones.deep,
    blend(tones.deep, tones.sky, 0.5),
    tones.sky,
    tones.haze,
    blend(tones.deep, tones.main, 0.55),
    tones.main,
    blend(tones.main, tones.light, 0.45),
    blend(tones.deep, tones.accent, 0.6),
    tones.accent,
    tones.light,
    tones.glare,
  ];
  const table = nearestInk(inks);
  const { wobble, grain } = noiseTiles();
  const mask = tileSize - 1;
  const step = 1 / Math.max(0.5, scale);
  return {
    bloom: 0,
    reach: 0,
    apply({ data, x: left, y: top, width, height, isBack }: FinishArea) {
      for (let row = 0, at = 0; row < height; row++) {
        const offset = (((top + row) * step) & mask) * tileSize;
        for (let column = 0; column < width; column++, at += 4) {
          const a = data[at + 3]!;
          if (a === 0) continue;
          const place = offset | (((left + column) * step) & mask);
          const shift = wobble[place]! * 0.05 + grain[place]! * 0.02;
          const red = clamp(data[at]! + shift);
          const green = clamp(data[at + 1]! + shift);
          const blue = clamp(data[at + 2]! + shift);
          const ink = table[((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)]!;
          data[at] = ink >> 16;
          data[at + 1] = (ink >> 8) & 255;
          data[at + 2] = ink & 255;
          data[at + 3] = isBack ? 255 : Math.round((a + shift) / 64) * 64;
        }
      }
    },
  };
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value | 0;
}

/** For each colour of 5 bits a part, the ink that looks most like it. */
function nearestInk(inks: readonly string[]): Uint32Array {
  const parts = inks.map((ink) => rgb(ink));
  const places = parts.map((part) => oklab(...part));
  return Uint32Array.from({ length: 32_768 }, (_, index) => {
    const lab = oklab(((index >> 10) & 31) * 8 + 4, ((index >> 5) & 31) * 8 + 4, (index & 31) * 8 + 4);
    let best = 0;
    let least = Infinity;
    for (let ink = 0; ink < places.length; ink++) {
      const place = places[ink]!;
      const distance = (lab[0] - place[0]) ** 2 + 1.6 * ((lab[1] - place[1]) ** 2 + (lab[2] - place[2]) ** 2);
      if (distance < least) [least, best] = [distance, ink];
    }
    const [red, green, blue] = parts[best]!;
    return (red << 16) | (green << 8) | blue;
  });
}
