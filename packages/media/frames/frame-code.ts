/** Blocks of the code: a frame of 4 known ones, 24 bits of the number, 8 bits of its check. */
const [columns, rows] = [6, 6];
const border = [1, 0, 1, 0] as const;
const numberBits = 24;

/** How a frame code is laid out. */
export type FrameCodeOptions = {
  width: number;
  height: number;
  /** Pixels of a block's side. Default 16: survives JPEG at quality 10 and VP8 at 100 kbit/s. */
  block?: number;
};

/** One more than the largest number that a frame code holds: 2^24. In milliseconds that is four and a half hours. */
export const frameCodeRange = 2 ** numberBits;

/**
 * Burns a number into the upper left corner of a frame as black and white blocks: a clock that survives JPEG, VP8, scaling
 * and everything else that a frame goes through, to tell how old it is where it is shown.
 * @param pixels RGBA, rows from the top, changed in place.
 * @param value 0 to 2^24 − 1; larger ones wrap around.
 */
export function drawFrameCode(pixels: Uint8Array | Uint8ClampedArray, value: number, options: FrameCodeOptions): void {
  for (const { x, y, size, isLight } of frameCodeBlocks(value, options)) {
    for (let row = y; row < y + size; row += 1) {
      const start = (row * options.width + x) * 4;
      for (let at = start; at < start + size * 4; at += 4) {
        pixels.fill(isLight ? 255 : 0, at, at + 3);
        pixels[at + 3] = 255;
      }
    }
  }
}

/** The blocks of a code, to draw them onto a canvas. */
export function frameCodeBlocks(
  value: number,
  { block = 16 }: FrameCodeOptions,
): { x: number; y: number; size: number; isLight: boolean }[] {
  return bitsOf(((value % frameCodeRange) + frameCodeRange) % frameCodeRange).map((bit, index) => ({
    x: (index % columns) * block,
    y: Math.floor(index / columns) * block,
    size: block,
    isLight: bit === 1,
  }));
}

/**
 * Reads the number of {@link drawFrameCode} from a frame.
 * @returns Null when there is none, or it can't be read for certain.
 */
export function readFrameCode(pixels: Uint8Array | Uint8ClampedArray, options: FrameCodeOptions): number | null {
  const { width, height, block = 16 } = options;
  if (width < columns * block || height < rows * block) return null;
  const lights = Array.from({ length: columns * rows }, (_, index) => {
    const [left, top] = [(index % columns) * block, Math.floor(index / columns) * block];
    let sum = 0;
    let count = 0;
    // The middle of a block: its edges are mixed with its neighbours'.
    for (let y = top + (block >> 2); y < top + block - (block >> 2); y += 1) {
      for (let x = left + (block >> 2); x < left + block - (block >> 2); x += 1) {
        const at = (y * width + x) * 4;
        sum += pixels[at]! + 2 * pixels[at + 1]! + pixels[at + 2]!;
        count += 4;
      }
    }
    return sum / count;
  });
  const [light, dark] = [(lights[0]! + lights[2]!) / 2, (lights[1]! + lights[3]!) / 2];
  if (light - dark < 48) return null;
  const bits = lights.map((each) => (each > (light + dark) / 2 ? 1 : 0));
  const value = bits.slice(4, 4 + numberBits).reduce<number>((sum, bit) => sum * 2 + bit, 0);
  return bitsOf(value).every((bit, index) => bit === bits[index]) ? value : null;
}

function bitsOf(value: number): (0 | 1)[] {
  // CRC-8 (ITU-T I.432.1) over the three bytes: a picture that happens to look like a code is told apart.
  let check = 0;
  for (const byte of [value >>> 16, (value >>> 8) & 255, value & 255]) {
    check ^= byte;
    for (let turn = 0; turn < 8; turn += 1) check = ((check << 1) ^ (check & 0x80 ? 0x07 : 0)) & 255;
  }
  const bits = (number: number, length: number) =>
    Array.from({ length }, (_, index) => ((number >>> (length - 1 - index)) & 1) as 0 | 1);
  return [...border, ...bits(value, numberBits), ...bits(check ^ 0x55, 8)];
}
