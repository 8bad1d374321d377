/** Colours of a look and, for any colour, which two of them to mix. */
export type PairTable = {
  /** r, g, b in 0..1 and 0, shape [colours, 4]. */
  palette: Float32Array;
  /** 32³ × (first entry, second entry, share of the second in 255ths, 0), index (r << 10 | g << 5 | b). */
  pairs: Uint8Array;
};

/** How pairs are chosen. */
export type PairOptions = {
  /** How much two colours may differ: the larger, the closer. */
  spread: number;
  /** Factor of the saturation that is looked for. */
  chroma: number;
  /** How much a tint that the colour doesn't have counts: 0 as any difference. */
  hue: number;
  /** How much more two colours may differ in lightness than in tint: 0 alike. */
  tint: number;
};

const comicColours =
  'f6ecd2 f4c99b e39a6b b5613c 6b3426 e23b2e f28c28 f7cf3c 7fb84a 2f7d4f 8fd3e8 3b8ec9 24488f 4a2d73 d86a9a b9b2a6 6f6c72 2a2430 ffffff a8792f';
const pixelColours =
  'b5825a d9a87c 8f5f3f 6e4630 4a2e22 d9cfc4 b5a9a0 e8e2d8 8d8580 5c5560 1a1420 2e222f 45293f 6b3e75 905ea9 323353 484a77 4d65b4 4d9be6 8fd3ff 0b5e65 0b8a8f 1ebc73 91db69 165a4c 239063 cddf6c f9c22b f79617 fb6b1d e83b3b ae2334 7a3045 9e4539 cd683d e6904e fbb954 f0b8a0 c87d64 8a4836 c7dcd0 9babb2 7f708a 625565 3e3546 ffffff fdd3bf ffe6d2 f4c79e 2b6a8c 1f4560 d9bd9f b89c82 e9d2b6';

let comic: PairTable | undefined;
let pixel: PairTable | undefined;

/** Inks of a comic: 20 colours that mix widely. */
export function comicPairs(): PairTable {
  comic ??= makePairs(comicColours, { spread: 0.17, chroma: 1.5, hue: 1.5, tint: 0 });
  return comic;
}

/** Colours of a pixel picture: 54 that mix only with their like. */
export function pixelPairs(): PairTable {
  pixel ??= makePairs(pixelColours, { spread: 0.3, chroma: 1.25, hue: 2, tint: 3 });
  return pixel;
}

/**
 * For each of 32³ colours the best pair of palette entries and the mix between them, by distance in OKLab (Ottosson 2020) plus a price
 * for pairs that differ (after Yliluoma's ordered dithering). A difference in a and b away from the colour's own hue costs more, or
 * brown hair gets green specks.
 */
export function makePairs(colours: string, options: PairOptions): PairTable {
  const rgb = colours.split(' ').map((hex) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
  const labs = rgb.map(([r, g, b]) => oklab(r!, g!, b!));
  const pairs = new Uint8Array(32 ** 3 * 4);
  const found: Pair = { first: 0, second: 0, share: 0 };
  // Colours of a block of 4³ share their candidates, or the table would take a second.
  for (let block = 0; block < 512; block++) {
    const [r, g, b] = [(block >> 6) * 4, ((block >> 3) & 7) * 4, (block & 7) * 4];
    const near = nearest(wantedAt(r + 1.5, g + 1.5, b + 1.5, options.chroma), labs, 24);
    for (let k = 0; k < 64; k++) {
      const [x, y, z] = [r + (k >> 4), g + ((k >> 2) & 3), b + (k & 3)];
      findPair(wantedAt(x, y, z, options.chroma), labs, near, options, found);
      pairs.set([found.first, found.second, Math.round(found.share * 255)], ((x << 10) | (y << 5) | z) * 4);
    }
  }
  return { palette: Float32Array.from(rgb.flatMap(([r, g, b]) => [r! / 255, g! / 255, b! / 255, 0])), pairs };
}

type Lab = [number, number, number];
type Pair = { first: number; second: number; share: number };
const step = 255 / 31;

function wantedAt(r: number, g: number, b: number, chroma: number): Lab {
  const lab = oklab(r * step, g * step, b * step);
  return [lab[0], lab[1] * chroma, lab[2] * chroma];
}

/** Entries nearest to a colour, in the order of the palette. */
function nearest([l, a, b]: Lab, labs: readonly Lab[], count: number): number[] {
  const distances = labs.map((lab) => (lab[0] - l) ** 2 + (lab[1] - a) ** 2 + (lab[2] - b) ** 2);
  const order = distances.map((_, i) => i).sort((i, j) => distances[i]! - distances[j]!);
  return order.slice(0, count).sort((i, j) => i - j);
}

function findPair(wanted: Lab, labs: readonly Lab[], near: readonly number[], options: PairOptions, found: Pair): void {
  const { spread, hue, tint } = options;
  const [l, a, b] = wanted;
  const chroma = Math.sqrt(a * a + b * b) + 1e-6;
  const ua = a / chroma;
  const ub = b / chroma;
  let least = Infinity;
  for (let i = 0; i < near.length; i++) {
    const p = labs[near[i]!]!;
    const l0 = l - p[0];
    const a0 = a - p[1];
    const b0 = b - p[2];
    const away = a0 * ub - b0 * ua;
    const alone = 1.2 * l0 * l0 + a0 * a0 + b0 * b0 + hue * away * away;
    if (alone < least) {
      least = alone;
      found.first = found.second = near[i]!;
      found.share = 0;
    }
    if (alone > 0.12) continue;
    for (let j = i + 1; j < near.length; j++) {
      const q = labs[near[j]!]!;
      const dl = q[0] - p[0];
      const da = q[1] - p[1];
      const db = q[2] - p[2];
      const length = dl * dl + da * da + db * db;
      const share = Math.min(1, Math.max(0, (l0 * dl + a0 * da + b0 * db) / length));
      const turn = da * ub - db * ua;
      const price = spread * (length + tint * (da * da + db * db) + hue * turn * turn) * (0.25 + share * (1 - share));
      if (price > least) continue;
      const el = l0 - share * dl;
      const ea = a0 - share * da;
      const eb = b0 - share * db;
      const mixed = 1.2 * el * el + ea * ea + eb * eb + hue * (ea * ub - eb * ua) ** 2 + price;
      if (mixed < least) {
        least = mixed;
        found.first = near[i]!;
        found.second = near[j]!;
        found.share = share;
      }
    }
  }
}

function oklab(r: number, g: number, b: number): Lab {
  const [R, G, B] = [linear(r), linear(g), linear(b)];
  const l = Math.cbrt(0.4122214708 * R + 0.5363325363 * G + 0.0514459929 * B);
  const m = Math.cbrt(0.2119034982 * R + 0.6806995451 * G + 0.1073969566 * B);
  const s = Math.cbrt(0.0883024619 * R + 0.2817188376 * G + 0.6299787005 * B);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linear(value: number): number {
  const c = value / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}
