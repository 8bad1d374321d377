/** Pixels of a picture, not premultiplied: red, green, blue, alpha. */
export type Pixels = { data: Uint8ClampedArray; width: number; height: number };

/** OKLab of each pixel, smoothed a little so that noise and compression don't count as colour. Shape [width * height * 3]. */
export type LabPixels = { lab: Float32Array; width: number; height: number };

const linear = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** Converts a picture to OKLab (Ottosson 2020) and averages each 3 × 3 neighbourhood; clear parts count as white. */
export function toLab({ data, width, height }: Pixels): LabPixels {
  const raw = new Float32Array(width * height * 3);
  for (let from = 0, at = 0; from < data.length; from += 4, at += 3) {
    const a = data[from + 3]! / 255;
    const part = (index: number) => linear[Math.round(data[from + index]! * a + 255 * (1 - a))]!;
    const [r, g, b] = [part(0), part(1), part(2)];
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    raw[at] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    raw[at + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    raw[at + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  }
  return { lab: average(raw, width, height), width, height };
}

function average(raw: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(raw.length);
  for (let y = 0; y < height; y++) {
    const [above, below] = [Math.max(0, y - 1) * width, Math.min(height - 1, y + 1) * width];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
      for (let part = 0; part < 3; part++) {
        let sum = 0;
        for (const row of [above, y * width, below]) {
          sum += raw[(row + left) * 3 + part]! + raw[(row + x) * 3 + part]! + raw[(row + right) * 3 + part]!;
        }
        out[(y * width + x) * 3 + part] = sum / 9;
      }
    }
  }
  return out;
}

/** Squared distance of a pixel from a colour; lightness counts less, as shadows and vignettes change it. */
export function distance(lab: Float32Array, pixel: number, colour: ArrayLike<number>): number {
  const at = pixel * 3;
  const l = lab[at]! - colour[0]!;
  const a = lab[at + 1]! - colour[1]!;
  const b = lab[at + 2]! - colour[2]!;
  return 0.7 * l * l + 1.6 * (a * a + b * b);
}
