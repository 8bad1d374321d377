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

/** OKLab coordinates: lightness 0 to 1, green–red, blue–yellow. */
export type Lab = readonly [number, number, number];

const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** OKLab of sRGB parts of 0 to 255 (Ottosson, "A perceptual color space for image processing", 2020). */
export function oklab(red: number, green: number, blue: number): Lab {
  const [r, g, b] = [linear[red & 255]!, linear[green & 255]!, linear[blue & 255]!];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** `#rrggbb` of OKLab coordinates, clamped to what a screen shows. */
export function fromOklab([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const encode = (value: number) => {
    const part = Math.max(0, Math.min(1, value));
    return 255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);
  };
  return hex(
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  );
}

const blended = new Map<string, string>();

/** Mixes two colours as the eye does, in OKLab. `amount` 0 gives the first, 1 the second. */
export function blend(from: string, to: string, amount: number): string {
  if (amount <= 0) return from;
  if (amount >= 1) return to;
  // Shares that have one key have one colour, whichever of them came first.
  const share = Math.round(amount * 1000) / 1000;
  const key = from + to + share;
  let value = blended.get(key);
  if (value === undefined) {
    const a = oklab(...rgb(from));
    const b = oklab(...rgb(to));
    value = fromOklab([lerp(a[0], b[0], share), lerp(a[1], b[1], share), lerp(a[2], b[2], share)]);
    if (blended.size > 8192) blended.clear();
    blended.set(key, value);
  }
  return value;
}
