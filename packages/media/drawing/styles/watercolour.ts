import { alpha, rgb } from '../colour.ts';
import { noiseTiles, tileSize } from '../noise.ts';
import { blurredInk, copyOf } from './finish.ts';
import type { FinishOptions, LightMap, Pixels } from './finish.ts';
import { painted } from './painted.ts';
import type { Style } from './style.ts';

const paper = '#f7f1e4';

/** Graded washes with unpainted gaps, pigment that granulates and pools at the edges, on cold-pressed paper. */
export const watercolour: Style = {
  ...painted,
  id: 'watercolour',
  flat: false,
  paper,
  formStrength: 1,
  furStrength: 0.34,
  lightStrength: 1,
  density: 1,
  bloom: 0,
  tone: (colour) => colour,
  shape(brush, path, colour, { to, along, halo, rule = 'nonzero' }) {
    const { ctx } = brush;
    if (halo) {
      ctx.strokeStyle = alpha(paper, 0.5);
      ctx.lineWidth = halo;
      ctx.stroke(path);
    }
    if (to && along) {
      const gradient = ctx.createLinearGradient(...along);
      gradient.addColorStop(0, colour);
      gradient.addColorStop(1, to);
      ctx.fillStyle = gradient;
    } else ctx.fillStyle = colour;
    ctx.fill(path, rule);
  },
  finish: pigment,
  page: relief,
};

/**
 * One pass: wobbled sampling for the edges, light, rim, then pigment density d per pixel, C' = C - (C - C²)(d - 1)
 * (Bousseau et al., NPAR 2006): darkens without greying and leaves white paper white.
 */
function pigment(pixels: Pixels, options: FinishOptions, light: LightMap): void {
  const { data: out, width, height } = pixels;
  const { grain, wash, wobble } = noiseTiles();
  const source = copyOf(out);
  const mask = tileSize - 1;
  const whole = tileSize * tileSize - 1;
  const { lit, rim, lightShift, shift } = options;
  const warp = options.warp / 64;
  const granulation = options.grain / 64;
  const clouds = (options.wash * 1.6) / 64;
  const tide = options.broad ? options.wash * 0.8 : 0;
  const end = out.length;
  const rimOffset = rim ? (Math.round(rim.y) * width + Math.round(rim.x)) * 4 : 0;
  const rimColour = rgb(rim?.colour ?? '#000000');
  const rimStrength = (rim?.strength ?? 0) / 255;
  const pooled = options.broad ? undefined : blurredInk(out, width, height, 3);
  const half = width >> 1;
  const halfHeight = height >> 1;
  const { factors } = light;
  for (let y = 0, i = 0; y < height; y++) {
    const ay = y + pixels.y;
    const row = (ay & mask) * tileSize;
    const cloudRow = (((ay >> 1) + shift) & mask) * tileSize;
    const lightRow = Math.min(light.height - 1, ay >> lightShift) * light.width;
    const poolRow = Math.min(halfHeight - 1, y >> 1) * half;
    const inner = y > 5 && y < height - 6;
    for (let x = 0; x < width; x++, i += 4) {
      const ax = x + pixels.x;
      const t = row | (ax & mask);
      const wob = wobble[t]!;
      let j = i;
      if (inner && x > 5 && x < width - 6) {
        j += (Math.round(wobble[(t + 70123) & whole]! * warp) * width + Math.round(wob * warp)) << 2;
      }
      let a = source[j + 3]!;
      if (a === 0) {
        out[i + 3] = 0;
        continue;
      }
      let r = source[j]!;
      let g = source[j + 1]!;
      let b = source[j + 2]!;
      const tooth = grain[t]!;
      const cloud = wash[cloudRow | (((ax >> 1) + shift) & mask)]!;
      let d = tooth * granulation + cloud * clouds;
      if (tide) {
        const u = cloud * (1.35 / 64) + 0.3 + wob * (0.14 / 64);
        const f = u - Math.floor(u);
        d += f * f * f * f * tide - 0.04;
      } else if (pooled) {
        const p = x >> 1;
        const ink = (855 - r - g - b) * a * 5.13e-6 - pooled[poolRow + (p < half ? p : half - 1)]!;
        if (ink > 0) d += Math.min(0.6, ink * 2.6);
        else a *= 1 + ink * 0.25;
      }
      if (lit) {
        const q = (lightRow + (ax >> lightShift)) * 3;
        r *= 1 + (factors[q]! - 1) * lit;
        g *= 1 + (factors[q + 1]! - 1) * lit;
        b *= 1 + (factors[q + 2]! - 1) * lit;
        // A shoulder: a lamp brightens fur without clipping it to acid yellow.
        if (r > 205) r = 205 + (50 * (r - 205)) / (r - 155);
        if (g > 205) g = 205 + (50 * (g - 205)) / (g - 155);
        if (b > 205) b = 205 + (50 * (b - 205)) / (b - 155);
      }
      if (rimOffset) {
        const q = j + rimOffset;
        const e = q < 0 || q >= end ? 0 : a - source[q + 3]!;
        if (e > 0) {
          const k = e * rimStrength * (0.75 + tooth * 0.008);
          r = Math.min(255, r + rimColour[0] * k);
          g = Math.min(255, g + rimColour[1] * k);
          b = Math.min(255, b + rimColour[2] * k);
        }
      }
      d /= 255;
      out[i] = r - r * (255 - r) * d + cloud * 0.08;
      out[i + 1] = g - g * (255 - g) * d;
      out[i + 2] = b - b * (255 - b) * d - cloud * 0.09;
      out[i + 3] = a < 250 && tooth > 0 ? a * (1 - tooth * 0.0047) : a;
    }
  }
}

/** The relief of the paper, lit from the upper left. */
function relief(pixels: Uint8ClampedArray, width: number, height: number): void {
  const { grain } = noiseTiles();
  const mask = tileSize - 1;
  const whole = tileSize * tileSize - 1;
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y & mask) * tileSize;
    for (let x = 0; x < width; x++, i += 4) {
      const t = row | (x & mask);
      const k = ((grain[t]! - grain[(t + tileSize + 1) & whole]!) * 9 + grain[t]! * 2.5) >> 6;
      pixels[i]! += k;
      pixels[i + 1]! += k;
      pixels[i + 2]! += k;
    }
  }
}
