import { frameBytes, layoutOf, planesOf } from './frames.ts';
import type { FramePlane, Frames } from './frames.ts';
import { gradeValues } from './grade.ts';
import type { Grade } from './grade.ts';
import { createKernels } from './kernels.ts';
import { markCover } from './cover.ts';
import type { Cover } from './cover.ts';
import { drawPlane, reachOf } from './draw-plane.ts';
import { halve } from './halve.ts';
import { findBands, padding, planeShape, rowPadding } from './sprite.ts';
import type { PlaneShape, SpritePlane } from './sprite.ts';
import { createSpriteStore } from './sprite-store.ts';
import type { SpriteStore } from './sprite-store.ts';
import { pageBytes } from './wasm-writer.ts';

/** Pixels as a canvas holds them: premultiplied RGBA, row by row. */
export type SpritePixels = { width: number; height: number; data: Uint8Array };

/** A picture in a compositor's memory: planes of luma and chroma, premultiplied, with alpha for each size. */
export type Sprite = {
  readonly width: number;
  readonly height: number;
  readonly isLight: boolean;
  readonly luma: SpritePlane;
  readonly chroma: SpritePlane;
  /** The same at half size, for drawing it small; only small sprites have one. */
  readonly smaller: Sprite | undefined;
};

/** A sprite to be drawn. Frame pixels throughout. */
export type Draw = {
  sprite: Sprite;
  /** Where the sprite's top left corner lands. */
  x: number;
  y: number;
  /** Frame pixels for a pixel of the sprite, > 1/2; sprites up to 256 pixels may be as small as one likes. */
  scaleX: number;
  scaleY: number;
  /** 0 to 1. Default 1. */
  opacity?: number;
  /** Sideways shift of a row, e.g. for swaying or ripples. Default none. */
  shift?: ((y: number) => number) | undefined;
};

/**
 * Draws sprites at positions between pixels into YUV 4:2:0 frames. Everything happens in YUV, which has three bytes where
 * RGBA has eight and is what an encoder wants.
 */
export type Compositor = {
  readonly frames: Frames;
  /** What was added so far. Use it in one compositor at a time. */
  readonly store: SpriteStore;
  /** Copies a picture. `isLight`: its colours are added to what lies below. */
  addSprite(pixels: SpritePixels, options?: { isLight?: boolean }): Sprite;
  /** Draws back to front into frame `index`, whatever was there before. */
  compose(draws: readonly Draw[], index: number): void;
  /** Draws over what frame `index` shows. */
  lay(draws: readonly Draw[], index: number): void;
  /** Lets frame `index` go over to frame `other`: `part` (0 to 1) of it. */
  mix(index: number, other: number, part: number): void;
  /** Changes the light of frame `index`. */
  grade(index: number, grade: Grade): void;
  /** A frame's bytes, {@link yuvSize} of them; valid until it is drawn again. */
  read(index: number): Uint8Array;
};

/** Rows of a frame that are finished before the next, even. */
const stripRows = 96;
/** Sprites up to this size are kept at smaller sizes too. */
const largestHalved = 256;

/**
 * Makes a compositor.
 * @param options.frames What it draws into.
 * @param options.background Colour where nothing is drawn. Default black.
 * @param options.store Sprites of another compositor. Default none.
 */
export function createCompositor({
  frames,
  background = [0, 0, 0],
  store: { memory, used } = createSpriteStore(),
}: {
  frames: Frames;
  background?: readonly [number, number, number];
  store?: SpriteStore;
}): Compositor {
  const kernels = createKernels({ sprites: memory, frames: frames.memory });
  const paper = paperOf(background);
  const covers = { luma: new Int16Array(frames.height), chroma: new Int16Array(frames.height / 2) };

  return {
    frames,
    get store() {
      return { memory, used };
    },
    addSprite,
    compose(draws, index) {
      draw(draws, index, true);
    },
    lay(draws, index) {
      draw(draws, index, false);
    },
    mix(index, other, part) {
      const { bytes } = layoutOf(frames);
      kernels.mix(bytes * index, bytes * other, Math.round(part * 256), bytes);
    },
    grade(index, grade) {
      const { luma, chroma } = gradeValues(grade);
      if (!luma) return;
      const [y, u, v] = planesOf(frames, index) as [FramePlane, FramePlane, FramePlane];
      kernels.gradeChroma(u.address, u.stride * u.height, chroma.gain, chroma.u);
      kernels.gradeChroma(v.address, v.stride * v.height, chroma.gain, chroma.v);
      kernels.gradeLuma(y.address, y.stride * y.height, luma.lift, luma.gain, luma.base);
    },
    read: (index) => frameBytes(frames, index),
  };

  function draw(draws: readonly Draw[], index: number, hasGround: boolean): void {
    const planes = planesOf(frames, index);
    const sized = draws.map(atSize);
    const reaches = sized.map(reachOf);
    const sizes = [
      { name: 'luma', part: 1, targets: planes.slice(0, 1), cover: covers.luma.fill(-1), colours: paper.slice(0, 1) },
      { name: 'chroma', part: 0.5, targets: planes.slice(1), cover: covers.chroma.fill(-1), colours: paper.slice(1) },
    ] as const;
    for (const { name, part, targets, cover, colours } of sizes) {
      const target = targets[0]!;
      sized.forEach((each, at) => markCover(cover, each, { index: at, plane: each.sprite[name], target, part }));
      if (hasGround) fillBare(targets, cover, colours);
    }
    // A strip of the frame stays in the processor's cache while everything is laid over it.
    for (let top = 0; top < frames.height; top += stripRows) {
      const bottom = Math.min(top + stripRows, frames.height);
      for (const { name, part, targets, cover } of sizes) {
        const rows = { top: top * part, bottom: bottom * part };
        sized.forEach((each, at) => {
          const [first, last] = reaches[at]!;
          if (first >= bottom || last <= top) return;
          drawPlane(kernels, each, { plane: each.sprite[name], targets, part, index: at, cover, ...rows });
        });
      }
    }
  }

  /** Paints the rows that no sprite hides. */
  function fillBare(targets: readonly FramePlane[], cover: Cover, colours: readonly number[]): void {
    const bytes = new Uint8Array(frames.memory.buffer);
    for (let row = 0, end = 0; row < targets[0]!.height; row = end + 1) {
      end = row;
      while (cover[end] === -1) end++;
      targets.forEach(({ address, stride }, plane) => {
        if (end > row) bytes.fill(colours[plane]!, address + row * stride, address + end * stride);
      });
    }
  }

  function addSprite(pixels: SpritePixels, { isLight = false }: { isLight?: boolean } = {}): Sprite {
    const { width, height } = pixels;
    const full = planeShape(width, height);
    const half = planeShape(Math.ceil(width / 2), Math.ceil(height / 2));
    const start = used + padding;
    const luma = start;
    const alpha = luma + full.bytes;
    const u = alpha + full.bytes;
    const v = u + half.bytes;
    const halfAlpha = v + half.bytes;
    used = halfAlpha + half.bytes + 2 * padding;
    const rowBytes = Math.ceil(width / 8) * 32;
    // Two rows of RGBA lie behind the sprite for a moment.
    const scratch = Math.ceil(used / 16) * 16;
    const missing = scratch + 2 * rowBytes + 64 - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
    const bytes = new Uint8Array(memory.buffer);
    const nothing = isLight ? 128 : 0;
    bytes.fill(0, start - padding, scratch + 2 * rowBytes);
    if (nothing) bytes.fill(nothing, u, halfAlpha);
    for (let row = 0; row < height; row += 2) {
      for (const next of [0, 1]) {
        const at = scratch + next * rowBytes;
        const source = (row + next) * width * 4;
        if (row + next < height) bytes.set(pixels.data.subarray(source, source + width * 4), at);
        else bytes.fill(0, at, at + rowBytes);
        if (isLight) for (let alphaAt = at + 3; alphaAt < at + rowBytes; alphaAt += 4) bytes[alphaAt] = 0;
      }
      const inside = (row + rowPadding) * full.stride + padding;
      const insideHalf = (row / 2 + rowPadding) * half.stride + padding;
      kernels.toPlanes(
        ...([scratch, scratch + rowBytes, luma + inside, luma + inside + full.stride] as const),
        ...([alpha + inside, alpha + inside + full.stride] as const),
        ...([u + insideHalf, v + insideHalf, halfAlpha + insideHalf] as const),
        rowBytes / 4,
        nothing,
      );
    }
    // What light covers is where it is bright; it never counts as opaque, for its luma stays below 220.
    if (isLight) coverLight(bytes, { luma, full, halfAlpha, half });
    const cover = isLight ? luma : alpha;
    return {
      width,
      height,
      isLight,
      luma: {
        stride: full.stride,
        addresses: [luma],
        alpha,
        bands: findBands(bytes.subarray(cover, cover + full.bytes), full),
      },
      chroma: {
        stride: half.stride,
        addresses: [u, v],
        alpha: halfAlpha,
        bands: findBands(bytes.subarray(halfAlpha, halfAlpha + half.bytes), half),
      },
      smaller:
        Math.max(width, height) <= largestHalved && Math.min(width, height) >= 2
          ? addSprite(halve(pixels), { isLight })
          : undefined,
    };
  }
}

/** The sprite at the size that is nearest to what is to be seen of it. */
function atSize(draw: Draw): Draw {
  let { sprite, scaleX, scaleY } = draw;
  while (sprite.smaller && Math.min(scaleX, scaleY) < 0.75) {
    scaleX *= sprite.width / sprite.smaller.width;
    scaleY *= sprite.height / sprite.smaller.height;
    sprite = sprite.smaller;
  }
  return sprite === draw.sprite ? draw : { ...draw, sprite, scaleX, scaleY };
}

/** Marks in the half-size alpha, which light has no other use for, where its luma at full size is above zero. */
function coverLight(
  bytes: Uint8Array,
  { luma, full, halfAlpha, half }: { luma: number; full: PlaneShape; halfAlpha: number; half: PlaneShape },
): void {
  for (let y = 0; y < full.height; y++) {
    for (let x = 0; x < full.width; x++) {
      if (bytes[luma + (y + rowPadding) * full.stride + padding + x] === 0) continue;
      bytes[halfAlpha + ((y >> 1) + rowPadding) * half.stride + padding + (x >> 1)] = 1;
    }
  }
}

function paperOf([r, g, b]: readonly [number, number, number]): [number, number, number] {
  return [
    Math.round(16 + 0.18259 * r + 0.61423 * g + 0.06201 * b),
    Math.round(128 - 0.10064 * r - 0.33857 * g + 0.43922 * b),
    Math.round(128 + 0.43922 * r - 0.39894 * g - 0.04027 * b),
  ];
}
