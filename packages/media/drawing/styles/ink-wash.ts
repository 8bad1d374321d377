import { alpha, luma, mix, rgb, saturate } from '../colour.ts';
import { noiseTiles, tileSize } from '../noise.ts';
import { blurredInk, copyOf } from './finish.ts';
import type { FinishOptions, LightMap, Pixels } from './finish.ts';
import { painted } from './painted.ts';
import type { Style } from './style.ts';

const paper = '#f6f1e6';
const ink = '#22222c';

/** Brush and ink: a line that swells and thins, dry strokes, diluted washes and much white paper; actors keep a tint. */
export const inkWash: Style = {
  ...painted,
  id: 'ink-wash',
  flat: false,
  paper,
  formStrength: 0.5,
  furStrength: 0.42,
  lightStrength: 0.45,
  density: 0.4,
  bloom: 0,
  tone(colour, role) {
    if (role === 'light') return mix(colour, paper, 0.35);
    if (role === 'actor') return mix(saturate(colour, 0.92), paper, 0.3 - Math.max(0, 0.35 - luma(colour)) * 0.75);
    const value = luma(colour);
    const grey = mix(ink, paper, 0.2 + value * 0.8);
    // Dark things take much ink and light ones are left to the paper, so that night is night.
    const left = (role === 'sky' ? 0.4 : 0.2) - Math.max(0, 0.5 - value) * 0.7;
    return mix(saturate(mix(grey, colour, 0.42), 0.66), paper, Math.max(0, left));
  },
  shape(brush, path, colour, { to, along, lift = 4, plate, rule = 'nonzero', edge = 0.34 }) {
    const { ctx, role } = brush;
    const wash = this.tone(colour, role);
    const thin = mix(this.tone(to ?? colour, role), paper, role === 'actor' ? 0.12 : 0.5);
    const drawn = edge > 0 && lift > 0 && !(plate && role === 'scenery' && lift < 8);
    if (drawn && rule === 'nonzero') {
      // A brush held at a slant: a form drawn again behind itself, a little lower, leaves a line that swells and thins.
      const weight = role === 'actor' ? Math.min(1.9, 0.5 + lift * 0.3) : Math.min(1.7, 0.35 + lift * 0.2);
      const strength = role === 'actor' ? 0.88 : plate ? 0.42 : 0.55;
      ctx.fillStyle = ctx.strokeStyle = alpha(ink, strength);
      ctx.translate(weight * 0.5, weight * 0.75);
      ctx.fill(path, rule);
      ctx.translate(-weight * 0.5, -weight * 0.75);
      ctx.lineWidth = weight * 0.85;
      ctx.stroke(path);
    }
    if (along) {
      const gradient = ctx.createLinearGradient(...along);
      gradient.addColorStop(0, wash);
      gradient.addColorStop(plate ? 0.4 : 0.6, mix(wash, thin, plate ? 0.7 : 0.45));
      gradient.addColorStop(1, thin);
      ctx.fillStyle = gradient;
    } else ctx.fillStyle = wash;
    ctx.fill(path, rule);
  },
  line(brush, path, colour, width, strength) {
    const { ctx } = brush;
    const toned = mix(this.tone(colour, brush.role), ink, luma(colour) < 0.5 ? 0.45 : 0);
    ctx.strokeStyle = alpha(toned, strength * 0.8);
    ctx.lineWidth = width * 0.72;
    ctx.stroke(path);
    ctx.translate(width * 0.16, width * 0.2);
    ctx.lineWidth = width * 0.4;
    ctx.stroke(path);
    ctx.translate(-width * 0.16, -width * 0.2);
  },
  glow(brush, x, y, radius, colour, strength) {
    const { ctx } = brush;
    const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
    const light = mix(colour, '#fffaf0', 0.35);
    for (let i = 0; i <= 6; i++) gradient.addColorStop(i / 6, alpha(light, strength * (1 - i / 6) ** 1.8));
    ctx.fillStyle = gradient;
    ctx.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  },
  sky(brush, view, colours, light) {
    const { ctx } = brush;
    const width = view.x1 - view.x0;
    const height = view.y1 - view.y0;
    const far = this.tone(colours[colours.length - 1]!, 'sky');
    const middle = this.tone(colours[Math.floor(colours.length / 2)]!, 'sky');
    const near = mix(this.tone(colours[0]!, 'sky'), paper, 0.6);
    ctx.fillStyle = paper;
    ctx.fillRect(view.x0, view.y0, width, height);
    const wash = ctx.createLinearGradient(0, view.y0, 0, view.y0 + height * 0.62);
    wash.addColorStop(0, far);
    wash.addColorStop(0.45, mix(middle, paper, 0.25));
    wash.addColorStop(1, alpha(near, 0));
    ctx.fillStyle = wash;
    ctx.fillRect(view.x0, view.y0, width, height);
    // Broad wet strokes across, some lifted again to bare paper.
    brush.soft([view.x0, view.y0, view.x1, view.y0 + height * 0.7], 9, 1, (small) => {
      for (let i = 0; i < 11; i++) {
        const y = view.y0 + height * (0.03 + 0.055 * i) + brush.between(-14, 14);
        const x = brush.between(view.x0 - 100, view.x1 - 200);
        small.strokeStyle = alpha(i % 3 === 2 ? paper : i % 2 ? far : middle, i % 3 === 2 ? 0.5 : 0.34);
        small.lineWidth = brush.between(14, 44);
        small.lineCap = 'round';
        small.beginPath();
        small.moveTo(x, y);
        small.bezierCurveTo(x + 200, y - 16, x + 380, y + 18, x + brush.between(420, 900), y + brush.between(-12, 12));
        small.stroke();
      }
    });
    const shine = ctx.createRadialGradient(light.x, light.y, light.spread * 0.2, light.x, light.y, light.spread * 1.9);
    shine.addColorStop(0, alpha('#fffdf6', 0.95));
    shine.addColorStop(0.3, alpha('#fffdf6', 0.6));
    shine.addColorStop(1, alpha('#fffdf6', 0));
    ctx.fillStyle = shine;
    ctx.fillRect(view.x0, view.y0, width, height);
  },
  finish: wet,
  page: laidPaper,
};

/** Ink breaks up over the tooth of the paper (dry brush); washes pool at their edges and leave clouds. */
function wet(pixels: Pixels, options: FinishOptions, light: LightMap): void {
  const { data: out, width, height } = pixels;
  const { grain, wash, wobble } = noiseTiles();
  const source = copyOf(out);
  const mask = tileSize - 1;
  const whole = tileSize * tileSize - 1;
  const { lit, lightShift, shift } = options;
  const warp = (options.warp * 0.8) / 64;
  const clouds = (options.wash * 2.2) / 64;
  const sheet = rgb(paper);
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
      let d = (cloud * clouds + tooth * 0.0016) / 255;
      if (pooled) {
        const p = x >> 1;
        const edge = (855 - r - g - b) * a * 5.13e-6 - pooled[poolRow + (p < half ? p : half - 1)]!;
        if (edge > 0) d += (edge * 1.6) / 255;
      }
      if (lit) {
        const q = (lightRow + (ax >> lightShift)) * 3;
        r = Math.min(255, r * (1 + (factors[q]! - 1) * lit));
        g = Math.min(255, g * (1 + (factors[q + 1]! - 1) * lit));
        b = Math.min(255, b * (1 + (factors[q + 2]! - 1) * lit));
      }
      // Ink takes more than paint: what is dark gets darker, bare paper stays.
      r = sheet[0] - (sheet[0] - r) * 1.2;
      g = sheet[1] - (sheet[1] - g) * 1.2;
      b = sheet[2] - (sheet[2] - b) * 1.2;
      if (r < 0) r = 0;
      if (g < 0) g = 0;
      if (b < 0) b = 0;
      r -= r * (255 - r) * d;
      g -= g * (255 - g) * d;
      b -= b * (255 - b) * d;
      const dark = 330 - r - g - b;
      if (dark > 0) {
        const dry = tooth + wob * 0.55 + cloud * 0.3 - 26;
        if (dry > 0) {
          const k = Math.min(0.72, dry * 0.03) * Math.min(1, dark / 120);
          r += (sheet[0] - r) * k;
          g += (sheet[1] - g) * k;
          b += (sheet[2] - b) * k;
        }
      }
      if (a < 250 && tooth > 0) a *= 1 - tooth * 0.006;
      out[i] = r;
      out[i + 1] = g;
      out[i + 2] = b;
      out[i + 3] = a;
    }
  }
}

/** The faint lines and tooth of hand-made paper. */
function laidPaper(pixels: Uint8ClampedArray, width: number, height: number): void {
  const { grain, fibre } = noiseTiles();
  const mask = tileSize - 1;
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y & mask) * tileSize;
    for (let x = 0; x < width; x++, i += 4) {
      const t = row | (x & mask);
      const k = (grain[t]! * 3 + fibre[t]! * 3) >> 6;
      pixels[i]! += k;
      pixels[i + 1]! += k;
      pixels[i + 2]! += k;
    }
  }
}
