import { Path2D } from '@napi-rs/canvas';
import { alpha, mix, rgb } from '../colour.ts';
import { noiseTiles, tileSize } from '../noise.ts';
import { curve } from '../paths.ts';
import type { Point } from '../paths.ts';
import { copyOf } from './finish.ts';
import type { FinishOptions, LightMap, Pixels } from './finish.ts';
import { painted } from './painted.ts';
import type { Style } from './style.ts';

/** Cut card in a light box: flat colours, cast shadows, bright cut edges, fibre; light falls in steps. */
export const paperCut: Style = {
  ...painted,
  id: 'paper-cut',
  flat: true,
  paper: '#f4ead6',
  formStrength: 0.45,
  furStrength: 0.2,
  lightStrength: 0.92,
  density: 0.7,
  bloom: 0,
  tone: (colour) => colour,
  shape(brush, path, colour, { to, along, lift = 4, plate, rule = 'nonzero', edge = 0.34 }) {
    const { ctx, shade } = brush;
    if (lift && plate) {
      // The wide shadow of a large card, a little tinted by it: untinted it looks dirty on yellow.
      const m = ctx.getTransform();
      const area = [-m.e / m.a, -m.f / m.d, (ctx.canvas.width - m.e) / m.a, (ctx.canvas.height - m.f) / m.d] as const;
      const tint = mix(shade, colour, 0.3);
      brush.soft(area, lift * 1.3, 0.6, (small) => {
        small.fillStyle = tint;
        small.translate(0, -lift * 0.4);
        small.fill(path, rule);
      });
    } else if (lift) {
      ctx.fillStyle = alpha(mix(shade, colour, 0.15), lift < 3.2 ? 0.2 : 0.17);
      for (const step of lift < 3.2 ? [0.45, 1] : [0.4, 0.8, 1.25]) {
        ctx.translate(lift * 0.28 * step, lift * step);
        ctx.fill(path, rule);
        ctx.translate(-lift * 0.28 * step, -lift * step);
      }
    }
    if (to && along && to !== colour) {
      const gradient = ctx.createLinearGradient(...along);
      gradient.addColorStop(0, colour);
      gradient.addColorStop(1, mix(colour, to, 0.5));
      ctx.fillStyle = gradient;
    } else ctx.fillStyle = colour;
    ctx.fill(path, rule);
    if (edge) {
      ctx.strokeStyle = alpha(mix(colour, '#ffffff', 0.55), edge);
      ctx.lineWidth = 1.1;
      ctx.stroke(path);
    }
  },
  glow(brush, x, y, radius, colour, strength, rings) {
    for (let ring = rings; ring > 0; ring--) {
      const share = ring / rings;
      brush.ctx.fillStyle = alpha(colour, ((strength * 0.9) / rings) * (1.25 - share * 0.5));
      brush.ctx.fill(brush.blob(x, y, radius * 0.82 * share ** 1.25, undefined, 0.035, 14));
    }
  },
  sky(brush, view, colours, light) {
    const { ctx } = brush;
    ctx.fillStyle = colours[0]!;
    ctx.fillRect(view.x0, view.y0, view.x1 - view.x0, view.y1 - view.y0);
    colours.slice(1).forEach((colour, index) => {
      const card = new Path2D();
      card.rect(view.x0 - 60, view.y0 - 60, view.x1 - view.x0 + 120, view.y1 - view.y0 + 120);
      const count = 11 + index * 2;
      const radius = light.spread * (0.62 + index * 0.72);
      const phase = brush.random() * 7;
      const hole = Array.from({ length: count }, (_, j): Point => {
        const angle = phase + (j / count) * Math.PI * 2;
        const k = radius * brush.between(0.9, 1.1);
        return [light.x + Math.cos(angle) * k * 1.15, light.y + Math.sin(angle) * k];
      });
      card.moveTo(...hole[0]!);
      hole.forEach((a, j) => {
        const b = hole[(j + 1) % count]!;
        const mx = (a[0] + b[0]) / 2;
        const my = (a[1] + b[1]) / 2;
        card.quadraticCurveTo(mx + (mx - light.x) * 0.16, my + (my - light.y) * 0.16, b[0], b[1]);
      });
      brush.shape(card, colour, { rule: 'evenodd', lift: 12, plate: true, edge: 0.22 });
    });
  },
  mist(brush, view, y, height, colour, strength) {
    for (let i = 0; i < 2; i++) {
      const phase = brush.random() * 9;
      const points: Point[] = [];
      for (let x = view.x0 - 60; x <= view.x1 + 60; x += 60) {
        const wave = Math.sin(x / 150 + phase) * 0.2 + Math.sin(x / 63 + phase * 2) * 0.12 + i * 0.45;
        points.push([x, y + wave * height]);
      }
      const bank = curve(points);
      bank.lineTo(view.x1 + 60, y + height * 2.2);
      bank.lineTo(view.x0 - 60, y + height * 2.2);
      bank.closePath();
      const fade = brush.ctx.createLinearGradient(0, y - 20, 0, y + height * 2.2);
      fade.addColorStop(0, alpha(colour, strength * 0.55));
      fade.addColorStop(1, alpha(colour, 0));
      brush.ctx.fillStyle = fade;
      brush.ctx.fill(bank);
    }
  },
  finish: card,
  page: fibrePage,
};

/** Stepped light, lit cut edges, fibres. */
function card(pixels: Pixels, options: FinishOptions, light: LightMap): void {
  const { data: out, width, height } = pixels;
  const { wash, fibre } = noiseTiles();
  const mask = tileSize - 1;
  const { lit, rim, lightShift, shift } = options;
  const source = rim ? copyOf(out) : out;
  const end = out.length;
  const rimOffset = rim ? (Math.round(rim.y) * width + Math.round(rim.x)) * 4 : 0;
  const rimColour = rgb(rim?.colour ?? '#000000');
  const rimStrength = (rim?.strength ?? 0) / 255;
  const { factors } = light;
  for (let y = 0, i = 0; y < height; y++) {
    const ay = y + pixels.y;
    const row = ((ay + shift * 3) & mask) * tileSize;
    const cloudRow = (((ay >> 1) + shift) & mask) * tileSize;
    const lightRow = Math.min(light.height - 1, ay >> lightShift) * light.width;
    for (let x = 0; x < width; x++, i += 4) {
      const a = out[i + 3]!;
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
        if (r > 205) r = 205 + (50 * (r - 205)) / (r - 155);
        if (g > 205) g = 205 + (50 * (g - 205)) / (g - 155);
        if (b > 205) b = 205 + (50 * (b - 205)) / (b - 155);
      }
      if (rimOffset) {
        const q = i + rimOffset;
        const e = q < 0 || q >= end ? 0 : a - source[q + 3]!;
        if (e > 0) {
          const k = e * rimStrength;
          r += rimColour[0] * k;
          g += rimColour[1] * k;
          b += rimColour[2] * k;
        }
      }
      const k =
        1 +
        fibre[row | ((ax + shift * 5) & mask)]! * (0.085 / 64) +
        wash[cloudRow | (((ax >> 1) + shift) & mask)]! * (0.03 / 64);
      out[i] = r * k;
      out[i + 1] = g * k;
      out[i + 2] = b * k;
    }
  }
}

/** The tooth of the mount. */
function fibrePage(pixels: Uint8ClampedArray, width: number, height: number): void {
  const { fibre, grain } = noiseTiles();
  const mask = tileSize - 1;
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y & mask) * tileSize;
    for (let x = 0; x < width; x++, i += 4) {
      const t = row | (x & mask);
      const k = (fibre[t]! * 2.2 + grain[t]! * 1.6) / 64;
      pixels[i]! += k;
      pixels[i + 1]! += k;
      pixels[i + 2]! += k;
    }
  }
}
