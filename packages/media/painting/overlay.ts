import type { FrameStyle, Overlay } from '@kinora/capabilities';
import { hash } from './tables/hash.ts';
import { lookTraits } from './traits.ts';

/** Numbers of a sprite: x, y, radius, cos and sin of its angle, foreshortening, alpha, variety; red, green, blue, unused. */
export const spriteLength = 12;

/** Most sprites that drift at a time. */
export const maximumSprites = 160;

/** Shapes of sprites; both engines draw them by the same formulas. */
export const shapes = { disc: 0, leaf: 1, petal: 2, streak: 3, glow: 4, star: 5, bubble: 6 } as const;

/** Sprites that shine are screened over the picture, the others cover it. */
export function isShining(overlay: Overlay): boolean {
  return overlay === 'fireflies' || overlay === 'stars' || overlay === 'dust' || overlay === 'bubbles';
}

/** The shape of everything in an overlay. */
export function shapeOf(overlay: Exclude<Overlay, 'none'>): number {
  return kinds[overlay].shape;
}

/** A sprite while it is placed: fractions of the picture for places, pixels of a 512-pixel picture for the radius. */
type Sprite = { x: number; y: number; radius: number; angle: number; turn: number; alpha: number; colour: number };

type Kind = {
  shape: number;
  most: number;
  colours: readonly (readonly [number, number, number])[];
  /** Places the sprite of a number at a time; `random(k)` are its own fixed random numbers. */
  place(sprite: Sprite, time: number, wind: number, random: (k: number) => number): void;
};

/**
 * Places everything that drifts through a picture. Where a sprite is depends only on its number, the seed, the time and the wind, so that
 * both engines and every run agree.
 * @param out Room for `maximumSprites` × `spriteLength` numbers.
 * @param options.scale Factor for sizes in pixels: see `markScale`.
 * @returns How many sprites were written.
 */
export function placeSprites(
  out: Float32Array,
  style: FrameStyle,
  options: { time: number; width: number; height: number; seed: number; scale: number },
): number {
  if (style.overlay === 'none' || style.overlayAmount <= 0) return 0;
  const { time, width, height, seed, scale } = options;
  const kind = kinds[style.overlay];
  const count = Math.min(maximumSprites, Math.round(kind.most * style.overlayAmount));
  const unit = Math.min(width, height) / 512;
  const least = lookTraits[style.look].mark * scale;
  let number = 0;
  const random = (k: number) => hash(seed * 7919 + number * 61 + k * 1_000_003);
  for (; number < count; number++) {
    sprite.alpha = 1;
    sprite.turn = 1;
    sprite.angle = 0;
    sprite.colour = Math.floor(random(9) * kind.colours.length);
    kind.place(sprite, time, style.wind, random);
    const at = number * spriteLength;
    out[at] = sprite.x * width;
    out[at + 1] = sprite.y * height;
    out[at + 2] = Math.max(sprite.radius * unit, least);
    out[at + 3] = Math.cos(sprite.angle);
    out[at + 4] = Math.sin(sprite.angle);
    out[at + 5] = sprite.turn;
    out[at + 6] = sprite.alpha;
    out[at + 7] = random(10);
    const colour = kind.colours[sprite.colour]!;
    for (let c = 0; c < 3; c++) out[at + 8 + c] = colour[c]! / 255;
    out[at + 11] = 0;
  }
  return count;
}

const sprite: Sprite = { x: 0, y: 0, radius: 0, angle: 0, turn: 1, alpha: 1, colour: 0 };
const round = 2 * Math.PI;

/** Falls (or rises) through the picture again and again, each time in another column. */
function fall(sprite: Sprite, way: number, drift: number, random: (k: number) => number): void {
  const turn = Math.floor(way);
  const part = way - turn;
  sprite.y = part * 1.3 - 0.15;
  const x = random(100 + turn) * 1.2 - 0.1 + drift * part;
  sprite.x = x - Math.floor((x + 0.1) / 1.2) * 1.2;
}

const flutter: Kind['place'] = (sprite, time, wind, random) => {
  const depth = 0.55 + 1.1 * random(1) ** 2;
  fall(sprite, random(2) + time * (0.075 + 0.05 * random(3)) * depth, wind * 1.1, random);
  const sway = Math.sin(round * (time * (0.22 + 0.14 * random(4)) + random(5)));
  sprite.x += 0.035 * sway * depth;
  sprite.radius = 21 * depth;
  sprite.angle = round * random(6) + 0.8 * sway + time * (random(7) - 0.5) * 1.1;
  sprite.turn = 0.42 + 0.58 * Math.abs(Math.cos(Math.PI * (time * (0.2 + 0.25 * random(8)) + random(11))));
  sprite.alpha = 0.96;
};

const kinds: Record<Exclude<Overlay, 'none'>, Kind> = {
  leaves: {
    shape: shapes.leaf,
    most: 56,
    colours: [
      [200, 80, 30],
      [226, 140, 34],
      [178, 50, 28],
      [219, 178, 58],
      [140, 76, 32],
    ],
    place: flutter,
  },
  petals: {
    shape: shapes.petal,
    most: 70,
    colours: [
      [250, 205, 217],
      [243, 172, 194],
      [253, 230, 236],
      [238, 152, 180],
    ],
    place(sprite, time, wind, random) {
      flutter(sprite, time * 0.85, wind, random);
      sprite.radius *= 0.66;
    },
  },
  snow: {
    shape: shapes.disc,
    most: 150,
    colours: [
      [255, 255, 255],
      [236, 243, 255],
    ],
    place(sprite, time, wind, random) {
      const depth = 0.35 + 1.1 * random(1) ** 2;
      fall(sprite, random(2) + time * (0.07 + 0.11 * depth), wind * 0.9, random);
      sprite.x += 0.02 * depth * Math.sin(round * (time * (0.15 + 0.2 * random(4)) + random(5)));
      sprite.radius = 7 * depth;
      sprite.alpha = 0.8 + 0.2 * random(6);
    },
  },
  rain: {
    shape: shapes.streak,
    most: 130,
    colours: [
      [214, 226, 242],
      [190, 208, 232],
    ],
    place(sprite, time, wind, random) {
      const depth = 0.5 + 0.8 * random(1);
      fall(sprite, random(2) + time * (1.1 + 0.5 * depth), wind * 0.5, random);
      sprite.radius = 36 * depth;
      sprite.angle = Math.atan2(1.3, wind * 0.5);
      sprite.turn = 0.045;
      sprite.alpha = 0.4 + 0.35 * depth;
    },
  },
  fireflies: {
    shape: shapes.glow,
    most: 44,
    colours: [
      [255, 226, 128],
      [226, 255, 140],
      [255, 200, 96],
    ],
    place(sprite, time, wind, random) {
      wander(sprite, time, wind, random, 0.07);
      sprite.y = 0.18 + 0.8 * sprite.y;
      sprite.radius = 15 + 13 * random(1);
      const pulse = Math.sin(round * (time * (0.18 + 0.2 * random(7)) + random(8)));
      sprite.alpha = 0.12 + 0.88 * Math.max(0, pulse) ** 0.7;
    },
  },
  stars: {
    shape: shapes.star,
    most: 110,
    colours: [
      [255, 255, 255],
      [214, 226, 255],
      [255, 240, 210],
    ],
    place(sprite, time, _wind, random) {
      sprite.x = random(2);
      sprite.y = 0.75 * random(3) ** 1.5;
      sprite.radius = 4 + 13 * random(1) ** 3;
      const twinkle = Math.sin(round * (time * (0.25 + 0.35 * random(4)) + random(5)));
      sprite.alpha = (0.65 + 0.35 * twinkle) * (1 - 0.5 * sprite.y);
    },
  },
  dust: {
    shape: shapes.glow,
    most: 110,
    colours: [
      [255, 236, 205],
      [255, 248, 235],
    ],
    place(sprite, time, wind, random) {
      wander(sprite, time, wind, random, 0.04);
      sprite.radius = 4.5 + 9 * random(1) ** 2;
      sprite.alpha = 0.3 + 0.5 * Math.abs(Math.sin(Math.PI * (time * (0.08 + 0.1 * random(7)) + random(8))));
    },
  },
  bubbles: {
    shape: shapes.bubble,
    most: 40,
    colours: [
      [214, 240, 255],
      [240, 222, 255],
      [222, 255, 240],
    ],
    place(sprite, time, wind, random) {
      const depth = 0.45 + random(1);
      fall(sprite, random(2) + time * (0.06 + 0.06 * depth), wind * 0.7, random);
      sprite.y = 1 - sprite.y;
      sprite.x += 0.018 * Math.sin(round * (time * (0.25 + 0.2 * random(4)) + random(5)));
      sprite.radius = 24 * depth;
      sprite.alpha = 0.85;
    },
  },
};

/** Floats around a place of its own, which the wind carries slowly. */
function wander(sprite: Sprite, time: number, wind: number, random: (k: number) => number, reach: number): void {
  const x = random(2) + wind * 0.03 * time;
  const a = round * (time * (0.07 + 0.06 * random(3)) + random(4));
  const b = round * (time * (0.05 + 0.07 * random(5)) + random(6));
  sprite.x = x - Math.floor(x) + reach * (Math.sin(a) + 0.5 * Math.sin(2.3 * b));
  sprite.y = random(12) + reach * (Math.sin(b) + 0.5 * Math.cos(1.9 * a));
}
