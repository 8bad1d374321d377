/** A colour in OKLCH: lightness 0 to 1, chroma from 0 (grey) to about 0.3, hue in degrees. */
export type Oklch = { lightness: number; chroma: number; hue: number };

/**
 * An sRGB colour such as `#c8642f` from OKLCH (Ottosson 2020, "A perceptual color space for image processing"). What sRGB
 * can't show loses chroma until it can; lightness and hue stay.
 */
export function toHex({ lightness, chroma, hue }: Oklch): string {
  let [low, high] = [0, chroma];
  let rgb = toLinear({ lightness, chroma, hue });
  if (!isShown(rgb)) {
    for (let step = 0; step < 20; step++) {
      const middle = (low + high) / 2;
      if (isShown(toLinear({ lightness, chroma: middle, hue }))) low = middle;
      else high = middle;
    }
    rgb = toLinear({ lightness, chroma: low, hue });
  }
  return `#${rgb.map((value) => encode(value).toString(16).padStart(2, '0')).join('')}`;
}

/** OKLCH of an sRGB colour such as `#c8642f`. */
export function fromHex(hex: string): Oklch {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => decode(Number.parseInt(hex.slice(at, at + 2), 16)));
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
  };
}

/** The shorter way round from one hue to another, in (−180, 180]. */
export function hueBetween(from: number, to: number): number {
  const turn = (((to - from) % 360) + 360) % 360;
  return turn > 180 ? turn - 360 : turn;
}

function toLinear({ lightness, chroma, hue }: Oklch): [number, number, number] {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function isShown(rgb: readonly number[]): boolean {
  return rgb.every((value) => value >= -1e-4 && value <= 1.0001);
}

function encode(linear: number): number {
  const value = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
}

function decode(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
