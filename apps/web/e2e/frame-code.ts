/** Bits of a frame code: milliseconds since 1970, modulo 2^24 (4.6 hours). */
const bits = 24;
/** Edge of a cell in pixels: codecs keep cells of this size apart. */
const cell = 16;

/** Burns the time into the top left corner: a row of black and white cells, and below it the row inverted. */
export function drawFrameCode(context: CanvasRenderingContext2D, time: number): void {
  const value = Math.floor(time) % 2 ** bits;
  for (let bit = 0; bit < bits; bit++) {
    const isOn = Math.floor(value / 2 ** bit) % 2 === 1;
    context.fillStyle = isOn ? '#fff' : '#000';
    context.fillRect(bit * cell, 0, cell, cell);
    context.fillStyle = isOn ? '#000' : '#fff';
    context.fillRect(bit * cell, cell, cell, cell);
  }
}

/**
 * Reads the time back.
 * @param context Has a frame drawn at the size it was burnt at.
 * @returns Milliseconds modulo 2^24; null when a cell contradicts its inverse.
 */
export function readFrameCode(context: CanvasRenderingContext2D): number | null {
  const { data } = context.getImageData(0, 0, bits * cell, cell * 2);
  const light = (x: number, y: number) => data[(y * bits * cell + x) * 4 + 1] ?? 0;
  let value = 0;
  for (let bit = 0; bit < bits; bit++) {
    const x = bit * cell + cell / 2;
    const [upper, lower] = [light(x, cell / 2), light(x, cell * 1.5)];
    if (Math.abs(upper - lower) < 60) return null;
    if (upper > lower) value += 2 ** bit;
  }
  return value;
}

/** Milliseconds from a burnt-in time to now. */
export function ageOf(code: number, now: number): number {
  const age = (Math.floor(now) % 2 ** bits) - code;
  return age < 0 ? age + 2 ** bits : age;
}
