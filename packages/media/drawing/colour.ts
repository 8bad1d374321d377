/** Red, green and blue, 0 to 255. */
export type RGB = readonly [number, number, number];

const parsed = new Map<string, RGB>();

/** Parses `#rrggbb`. */
export function rgb(colour: string): RGB {
  let value = parsed.get(colour);
  if (!value) {
    const bits = Number.parseInt(colour.slice(1, 7), 16);
    value = [bits >> 16, (bits >> 8) & 255, bits & 255];
    if (parsed.size > 4096) parsed.clear();
    parsed.set(colour, value);
  }
  return value;
}

/** Writes `#rrggbb`, clamping each part. */
export function hex(red: number, green: number, blue: number): string {
  const part = (value: number) => Math.max(0, Math.min(255, Math.round(value)));
  return `#${((1 << 24) | (part(red) << 16) | (part(green) << 8) | part(blue)).toString(16).slice(1)}`;
}

/** Mixes two colours in roughly linear light (gamma 2). `amount` 0 gives the first, 1 the second. */
export function mix(from: string, to: string, amount: number): string {
  if (amount <= 0) return from;
  const a = rgb(from);
  const b = rgb(to);
  const part = (index: 0 | 1 | 2) => Math.sqrt(a[index] ** 2 * (1 - amount) + b[index] ** 2 * amount);
  return hex(part(0), part(1), part(2));
}

/** The colour as CSS with an alpha of 0 to 1. */
export function alpha(colour: string, amount: number): string {
  const [red, green, blue] = rgb(colour);
  return `rgba(${red},${green},${blue},${Math.max(0, Math.min(1, amount)).toFixed(3)})`;
}

/** Perceived lightness, 0 to 1 (Rec. 601 weights on the encoded values). */
export function luma(colour: string): number {
  const [red, green, blue] = rgb(colour);
  return (red * 0.299 + green * 0.587 + blue * 0.114) / 255;
}

/** Scales the distance from grey: 0 grey, 1 unchanged, above 1 more colourful. */
export function saturate(colour: string, amount: number): string {
  const [red, green, blue] = rgb(colour);
  const grey = luma(colour) * 255;
  return hex(grey + (red - grey) * amount, grey + (green - grey) * amount, grey + (blue - grey) * amount);
}

/** Multiplies two colours, as a filter in front of a lamp does. */
export function multiply(colour: string, filter: string): string {
  const a = rgb(colour);
  const b = rgb(filter);
  return hex((a[0] * b[0]) / 255, (a[1] * b[1]) / 255, (a[2] * b[2]) / 255);
}

/** Linear interpolation. */
export function lerp(from: number, to: number, amount: number): number {
  return from + (to - from) * amount;
}
