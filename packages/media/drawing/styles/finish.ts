/** What a style's finishing pass is told about a layer. */
export type FinishOptions = {
  /** How much of the light map reaches the layer, 0 to 1. */
  lit: number;
  /** Strength of the pigment clouds, 0 to 0.4. */
  wash: number;
  /** Edge wobble in pixels. */
  warp: number;
  /** Granulation of the pigment, 0 to 0.3. */
  grain: number;
  /** Light along the edges that face the light: offset towards it in pixels, colour, strength. */
  rim?: { x: number; y: number; colour: string; strength: number };
  /** Whether the layer is far away and large: skies and hills get tide lines, not edge pooling. */
  broad: boolean;
  /** log2 of the pixels of this canvas per pixel of the light map. */
  lightShift: number;
  /** Moves the noise, so that layers differ. */
  shift: number;
};

/** A quarter-resolution map of light factors, RGB interleaved, shape [height * width * 3]. 1 leaves a colour as it is. */
export type LightMap = { width: number; height: number; factors: Float32Array };

/** A rectangle of a canvas's pixels: RGBA, not premultiplied, shape [height * width * 4]. */
export type Pixels = { data: Uint8ClampedArray; x: number; y: number; width: number; height: number };

/** Gives a layer's pixels material and light, in place. */
export type LayerFinish = (pixels: Pixels, options: FinishOptions, light: LightMap) => void;

/** A copy of the pixels to read from while they are written. The buffer is shared: use it at once. */
export function copyOf(data: Uint8ClampedArray): Uint8ClampedArray {
  if (scratch.length < data.length) scratch = new Uint8ClampedArray(data.length);
  scratch.set(data);
  return scratch;
}
let scratch = new Uint8ClampedArray(0);

/** How dark each 2 × 2 block is, 0 (white or clear) to 1, box-blurred by `radius` blocks. */
export function blurredInk(data: Uint8ClampedArray, width: number, height: number, radius: number): Float32Array {
  const w = width >> 1;
  const h = height >> 1;
  const ink = new Float32Array(w * h);
  for (let y = 0, k = 0; y < h; y++) {
    for (let x = 0, i = y * 2 * width * 4; x < w; x++, i += 8, k++) {
      const a = data[i + 3]!;
      if (a) ink[k] = (855 - data[i]! - data[i + 1]! - data[i + 2]!) * a * 5.13e-6;
    }
  }
  return boxBlur(ink, w, h, radius);
}

function boxBlur(source: Float32Array, w: number, h: number, r: number): Float32Array {
  const rows = new Float32Array(source.length);
  const k = 1 / (2 * r + 1);
  for (let y = 0; y < h; y++) {
    let sum = 0;
    const o = y * w;
    for (let x = -r; x < w; x++) {
      if (x + r < w) sum += source[o + x + r]!;
      if (x - r - 1 >= 0) sum -= source[o + x - r - 1]!;
      if (x >= 0) rows[o + x] = sum * k;
    }
  }
  const sums = new Float32Array(w);
  for (let y = -r; y < h; y++) {
    const add = (y + r) * w;
    const drop = (y - r - 1) * w;
    if (y + r < h) for (let x = 0; x < w; x++) sums[x]! += rows[add + x]!;
    if (drop >= 0) for (let x = 0; x < w; x++) sums[x]! -= rows[drop + x]!;
    if (y >= 0) for (let x = 0; x < w; x++) source[y * w + x] = sums[x]! * k;
  }
  return source;
}
