import { alpha, luma, mix, multiply, rgb, saturate } from '../colour.ts';
import { noiseTiles, tileSize } from '../noise.ts';
import { copyOf } from './finish.ts';
import type { FinishOptions, LightMap, Pixels } from './finish.ts';
import { painted } from './painted.ts';
import type { Style } from './style.ts';

const page = '#0c0f26';

/** A dark page with shapes of coloured glass: lit from behind, bright at their rims, with light spilling over. */
export const nightLight: Style = {
  ...painted,
  id: 'night-light',
  flat: false,
  paper: page,
  formStrength: 0.7,
  furStrength: 0.26,
  lightStrength: 1,
  density: 0.75,
  bloom: 0.5,
  tone(colour, role) {
    if (role === 'light') return colour;
    if (role === 'actor') return mix(saturate(colour, 1.15), '#2a1c58', 0.1);
    // Glass is coloured through and through: a filter keeps warm colours from turning to mud as grey would.
    const glass = saturate(multiply(saturate(colour, 1.3), role === 'sky' ? '#7c7cc4' : '#8482c0'), 1.3);
    return mix(glass, page, 0.26 - Math.max(0, luma(colour) - 0.55) * 0.2);
  },
  shape(brush, path, colour, { to, along, lift = 4, plate, rule = 'nonzero', edge = 0.34 }) {
    const { ctx, role } = brush;
    const lit = this.tone(colour, role);
    const deep = this.tone(to ?? colour, role);
    if (along) {
      const gradient = ctx.createLinearGradient(...along);
      gradient.addColorStop(0, mix(lit, '#fff6e0', plate ? 0.16 : 0.1));
      gradient.addColorStop(plate ? 0.22 : 0.45, lit);
      gradient.addColorStop(1, mix(deep, page, plate ? 0.5 : role === 'actor' ? 0.1 : 0.34));
      ctx.fillStyle = gradient;
    } else ctx.fillStyle = lit;
    ctx.fill(path, rule);
    if (!edge || (!lift && !plate)) return;
    const bright = mix(lit, '#fff4d8', 0.55);
    const width = plate ? 1.6 : Math.min(1.8, 0.5 + lift * 0.22);
    ctx.strokeStyle = alpha(bright, edge * 0.3);
    ctx.lineWidth = width * 3.2;
    ctx.stroke(path);
    ctx.strokeStyle = alpha(bright, Math.min(1, edge * (role === 'actor' ? 1.3 : 1.5)));
    ctx.lineWidth = width;
    ctx.stroke(path);
  },
  glow(brush, x, y, radius, colour, strength) {
    const { ctx } = brush;
    const reach = radius * 1.25;
    const gradient = ctx.createRadialGradient(x, y, 0, x, y, reach);
    for (let i = 0; i <= 8; i++) {
      gradient.addColorStop(i / 8, alpha(colour, Math.min(1, strength * 1.15) * (1 - i / 8) ** 2));
    }
    ctx.fillStyle = gradient;
    ctx.fillRect(x - reach, y - reach, 2 * reach, 2 * reach);
  },
  sky(brush, view, colours, light) {
    const { ctx } = brush;
    const width = view.x1 - view.x0;
    const height = view.y1 - view.y0;
    ctx.fillStyle = page;
    ctx.fillRect(view.x0, view.y0, width, height);
    const reach = Math.hypot(width, height) * 0.78;
    const shine = ctx.createRadialGradient(light.x, light.y, 0, light.x, light.y, reach);
    const last = colours.length - 1;
    colours.forEach((colour, index) => {
      const near = 1 - index / last;
      shine.addColorStop(
        (index / last) ** 1.15,
        mix(this.tone(colour, 'sky'), saturate(colour, 1.3), near ** 1.7 * 0.8),
      );
    });
    ctx.fillStyle = shine;
    ctx.fillRect(view.x0, view.y0, width, height);
    for (let ring = 1; ring <= 4; ring++) {
      ctx.strokeStyle = alpha(colours[0]!, 0.075 - ring * 0.012);
      ctx.lineWidth = light.spread * 0.34;
      ctx.beginPath();
      ctx.arc(light.x, light.y, light.spread * (0.55 + ring * 0.62), 0, 7);
      ctx.stroke();
    }
  },
  finish: glass,
  page: fineGrain,
};

/** Light through coloured glass: a bright rim all round, stronger towards the light, and a deep, clouded body. */
function glass(pixels: Pixels, options: FinishOptions, light: LightMap): void {
  const { data: out, width, height } = pixels;
  const { grain, wash } = noiseTiles();
  const source = copyOf(out);
  const mask = tileSize - 1;
  const { lit, rim, lightShift, shift } = options;
  const end = out.length;
  const rx = Math.round((rim?.x ?? 3) * 1.2);
  const ry = Math.round((rim?.y ?? -3) * 1.2);
  const offset = (ry * width + rx) * 4;
  const colour = rgb(rim?.colour ?? '#ffffff');
  const strength = rim ? Math.min(0.9, rim.strength * 1.7 + 0.1) / 255 : 0;
  const { factors } = light;
  for (let y = 0, i = 0; y < height; y++) {
    const ay = y + pixels.y;
    const row = (ay & mask) * tileSize;
    const cloudRow = (((ay >> 1) + shift) & mask) * tileSize;
    const lightRow = Math.min(light.height - 1, ay >> lightShift) * light.width;
    for (let x = 0; x < width; x++, i += 4) {
      const a = source[i + 3]!;
      if (a === 0) continue;
      const ax = x + pixels.x;
      let r = out[i]!;
      let g = out[i + 1]!;
      let b = out[i + 2]!;
      if (lit) {
        const q = (lightRow + (ax >> lightShift)) * 3;
        r *= 1 + (factors[q]! - 1) * lit;
        g *= 1 + (factors[q + 1]! - 1) * lit;
        b *= 1 + (factors[q + 2]! - 1) * lit;
        if (r > 215) r = 215 + (40 * (r - 215)) / (r - 175);
        if (g > 215) g = 215 + (40 * (g - 215)) / (g - 175);
        if (b > 215) b = 215 + (40 * (b - 215)) / (b - 175);
      }
      const q = i + offset;
      const e = q < 0 || q >= end ? 0 : a - source[q + 3]!;
      if (e > 0) {
        const k = e * strength;
        r += (colour[0] - r * 0.4) * k;
        g += (colour[1] - g * 0.4) * k;
        b += (colour[2] - b * 0.4) * k;
      }
      const k =
        1 +
        wash[cloudRow | (((ax >> 1) + shift) & mask)]! * ((0.05 + options.wash * 0.3) / 64) +
        grain[row | (ax & mask)]! * (0.045 / 64);
      out[i] = r * k;
      out[i + 1] = g * k;
      out[i + 2] = b * k;
    }
  }
}

/** The fine grain of a print, and the page darkening towards its corners. */
function fineGrain(pixels: Uint8ClampedArray, width: number, height: number): void {
  const { grain } = noiseTiles();
  const mask = tileSize - 1;
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y & mask) * tileSize;
    const v = (y / height - 0.5) * 2;
    for (let x = 0; x < width; x++, i += 4) {
      const u = (x / width - 0.5) * 2;
      const corner = 1 - (u * u * u * u + v * v * v * v) * 0.2;
      const k = grain[row | (x & mask)]! >> 5;
      pixels[i] = pixels[i]! * corner + k;
      pixels[i + 1] = pixels[i + 1]! * corner + k;
      pixels[i + 2] = pixels[i + 2]! * corner + k;
    }
  }
}
