import { blend, fromOklab, oklab, rgb } from '../../colour.ts';
import type { RGB } from '../../colour.ts';
import { noiseTiles, tileSize } from '../../noise.ts';
import type { VistaStage } from '../vista-stage.ts';
import type { FinishArea, Finisher } from './finisher.ts';

/**
 * A risograph print: one dark ink and one bright ink on pale paper, each through its own dot screen, the bright one a few
 * pixels out of register.
 */
export function print(stage: VistaStage): Finisher {
  const { tones, scale } = stage;
  const paper = rgb(blend(blend(tones.light, '#fbf4e4', 0.72), '#ffffff', 0.1));
  const dark = rgb(blend(tones.deep, tones.main, 0.12));
  const bright = rgb(vivid(farther(tones.deep, tones.accent, tones.main)));
  const both = overprint(dark, bright, paper);
  const table = inkShares([paper, dark, bright, both]);
  const size = Math.max(3, Math.round(5 * scale));
  const fine = screen(size * 5);
  const cell = screen(size);
  const [outX, outY] = [Math.round(3 * scale), Math.round(2 * scale)];
  const { grain } = noiseTiles();
  const mask = tileSize - 1;
  return {
    bloom: 0,
    reach: 0,
    apply({ data, x: left, y: top, width, height, isBack }: FinishArea) {
      const shares = new Uint8Array(width * height * 2);
      for (let at = 0, pixel = 0; at < data.length; at += 4, pixel += 2) {
        if (data[at + 3] === 0) continue;
        const index = ((data[at]! >> 3) << 10) | ((data[at + 1]! >> 3) << 5) | (data[at + 2]! >> 3);
        shares[pixel] = table[index * 2]!;
        shares[pixel + 1] = table[index * 2 + 1]!;
      }
      for (let row = 0, at = 0; row < height; row++) {
        const y = top + row;
        const offset = (y & mask) * tileSize;
        for (let column = 0; column < width; column++, at += 4) {
          const alpha = data[at + 3]!;
          if (alpha === 0) continue;
          const x = left + column;
          const pixel = row * width + column;
          const moved = row >= outY && column >= outX ? pixel - outY * width - outX : pixel;
          const from = data[moved * 4 + 3]! > 128 ? moved : pixel;
          const tooth = grain[offset | (x & mask)]! * 0.5;
          const dotA = cell[(x + y) % size]! + cell[(x - y + size * 4096) % size]!;
          const dotB = fine[(4 * x + 3 * y) % (size * 5)]! + fine[(3 * x - 4 * y + size * 40_960) % (size * 5)]!;
          const a = ink(shares[pixel * 2]! + tooth, dotA);
          const b = ink(shares[from * 2 + 1]! + tooth, dotB);
          for (let part = 0; part < 3; part++) {
            const plain = paper[part]! + (bright[part]! - paper[part]!) * b;
            const under = dark[part]! + (both[part]! - dark[part]!) * b;
            data[at + part] = plain + (under - plain) * a;
          }
          data[at + 3] = isBack ? 255 : alpha > 236 ? 255 : 255 * ink(alpha, dotA);
        }
      }
    },
  };
}

/** How much ink a dot screen lets through at a place: soft-edged dots, solid from 250 on, none below 6. */
function ink(share: number, dot: number): number {
  const t = (share - dot) * 0.035 + 0.5;
  return t < 0 ? 0 : t > 1 ? 1 : t;
}

/** Half of a dot screen's threshold along one direction, 0 to 122. */
function screen(size: number): Float32Array {
  return Float32Array.from({ length: size }, (_, at) => 66 + 56 * Math.cos((at / size) * Math.PI * 2));
}

function farther(from: string, ...choices: string[]): string {
  const [, a, b] = oklab(...rgb(from));
  const distance = (colour: string) => {
    const [lightness, x, y] = oklab(...rgb(colour));
    return Math.hypot(x - a, y - b) + lightness * 0.1;
  };
  return choices.toSorted((x, y) => distance(y) - distance(x))[0]!;
}

/** An ink has strong colour and is neither dark nor pale. */
function vivid(colour: string): string {
  const [lightness, a, b] = oklab(...rgb(colour));
  const chroma = Math.hypot(a, b) || 1;
  const k = Math.max(1, 0.15 / chroma);
  return fromOklab([Math.max(0.58, Math.min(0.72, lightness)), a * k, b * k]);
}

function overprint(dark: RGB, bright: RGB, paper: RGB): RGB {
  const part = (index: 0 | 1 | 2) => ((dark[index] * bright[index]) / Math.max(1, paper[index])) * 0.9;
  return [part(0), part(1), part(2)];
}

/** For each colour of 5 bits a part, the share (0 to 255) of the dark and of the bright ink that comes nearest to it. */
function inkShares([paper, dark, bright, both]: readonly [RGB, RGB, RGB, RGB]): Uint8Array {
  const steps = 8;
  const mixed: { a: number; b: number; lab: readonly [number, number, number] }[] = [];
  for (let a = 0; a <= steps; a++) {
    for (let b = 0; b <= steps; b++) {
      const [s, t] = [a / steps, b / steps];
      const part = (index: 0 | 1 | 2) =>
        Math.round(
          paper[index] * (1 - s) * (1 - t) +
            dark[index] * s * (1 - t) +
            bright[index] * (1 - s) * t +
            both[index] * s * t,
        );
      mixed.push({ a: s * 255, b: t * 255, lab: oklab(part(0), part(1), part(2)) });
    }
  }
  const darkest = Math.min(...mixed.map(({ lab }) => lab[0]));
  const lightest = Math.max(...mixed.map(({ lab }) => lab[0]));
  const coarse = 16;
  const small = new Float32Array(coarse ** 3 * 2);
  for (let index = 0; index < coarse ** 3; index++) {
    const parts = [(index >> 8) & 15, (index >> 4) & 15, index & 15].map((part) => part * 17) as [
      number,
      number,
      number,
    ];
    const [lightness, x, y] = oklab(...parts);
    // The picture's darks are opened so that night is a pattern of dots, not a black page.
    const wanted = darkest + (lightest - darkest) * Math.min(1, Math.max(0, (lightness - 0.12) / 0.82)) ** 0.92;
    let least = Infinity;
    for (const { a, b, lab } of mixed) {
      const distance = (lab[0] - wanted) ** 2 + 1.5 * ((lab[1] - x * 1.5) ** 2 + (lab[2] - y * 1.5) ** 2);
      if (distance >= least) continue;
      least = distance;
      small[index * 2] = a;
      small[index * 2 + 1] = b;
    }
  }
  return spread(small, coarse);
}

/** Reads a coarse colour table between its points. */
function spread(small: Float32Array, coarse: number): Uint8Array {
  const full = new Uint8Array(32_768 * 2);
  for (let index = 0; index < 32_768; index++) {
    const at = [(index >> 10) & 31, (index >> 5) & 31, index & 31].map((part) => (part / 31) * (coarse - 1));
    for (let which = 0; which < 2; which++) {
      let sum = 0;
      for (let corner = 0; corner < 8; corner++) {
        let weight = 1;
        let place = 0;
        for (let axis = 0; axis < 3; axis++) {
          const low = Math.min(coarse - 2, Math.floor(at[axis]!));
          const part = at[axis]! - low;
          const up = (corner >> axis) & 1;
          weight *= up ? part : 1 - part;
          place = place * coarse + low + up;
        }
        sum += weight * small[place * 2 + which]!;
      }
      full[index * 2 + which] = Math.round(sum);
    }
  }
  return full;
}
