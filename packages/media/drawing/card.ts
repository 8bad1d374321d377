import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { registerBookFonts } from '../documents/fonts.ts';
import { seeded } from './random.ts';

/** A card of a film: words on a night sky. */
export type Card = {
  title: string;
  /** A smaller line below. */
  subtitle?: string;
  /** Pixels. */
  width: number;
  height: number;
  seed: number;
};

/** Draws a title card or a good night: large serif words, a lamp's glow behind them, a few stars. @returns A PNG. */
export async function drawCard({ title, subtitle, width, height, seed }: Card): Promise<Uint8Array> {
  registerBookFonts();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const unit = Math.min(width, height * 1.2);
  paintNight(context, { width, height, seed });

  const lines = fitTitle(context, title, { width: width * 0.8, largest: unit * 0.088, smallest: unit * 0.045 });
  const lineHeight = lines.size * 1.18;
  const subtitleSize = unit * 0.034;
  const block = lines.texts.length * lineHeight + (subtitle === undefined ? 0 : subtitleSize * 2.2);
  let y = (height - block) / 2 + lines.size * 0.9;
  context.textAlign = 'center';
  context.fillStyle = '#f6eee0';
  context.font = `${lines.size}px "Kinora Title", "Kinora Japanese"`;
  for (const text of lines.texts) {
    context.fillText(text, width / 2, y);
    y += lineHeight;
  }
  if (subtitle !== undefined) {
    context.font = `${subtitleSize}px "Kinora Book", "Kinora Japanese"`;
    context.fillStyle = '#f8c878';
    context.fillText(subtitle, width / 2, y + subtitleSize * 0.4, width * 0.86);
  }
  return canvas.encode('png');
}

function paintNight(
  context: SKRSContext2D,
  { width, height, seed }: { width: number; height: number; seed: number },
): void {
  const random = seeded(seed);
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#0b0e20');
  sky.addColorStop(1, '#1b2147');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  const glow = context.createRadialGradient(
    width / 2,
    height * 0.5,
    0,
    width / 2,
    height * 0.5,
    Math.hypot(width, height) * 0.42,
  );
  glow.addColorStop(0, 'rgba(246, 187, 94, 0.20)');
  glow.addColorStop(0.5, 'rgba(246, 187, 94, 0.07)');
  glow.addColorStop(1, 'rgba(246, 187, 94, 0)');
  context.fillStyle = glow;
  context.fillRect(0, 0, width, height);
  const count = Math.round((width * height) / 14_000);
  for (let star = 0; star < count; star += 1) {
    const radius = (0.5 + random() ** 3 * 1.7) * (Math.min(width, height) / 720);
    context.fillStyle = `rgba(255, 244, 220, ${0.12 + random() * 0.5})`;
    context.beginPath();
    context.arc(random() * width, random() * height, radius, 0, 2 * Math.PI);
    context.fill();
  }
}

/** Breaks a title into at most three balanced lines, as large as they fit. */
function fitTitle(
  context: SKRSContext2D,
  title: string,
  limits: { width: number; largest: number; smallest: number },
): { texts: string[]; size: number } {
  const words = /\s/.test(title.trim()) ? title.trim().split(/\s+/) : [...title.trim()];
  const separator = /\s/.test(title.trim()) ? ' ' : '';
  for (let size = limits.largest; ; size *= 0.93) {
    context.font = `${size}px "Kinora Title", "Kinora Japanese"`;
    const wide = (text: string) => context.measureText(text).width;
    for (let count = 1; count <= 3; count += 1) {
      const texts = balance(words, count, separator, wide);
      if (Math.max(...texts.map(wide)) <= limits.width || (size < limits.smallest && count === 3))
        return { texts, size };
    }
  }
}

/** Splits words into lines whose widest is as narrow as can be; titles are short, so every split is tried. */
function balance(words: string[], lines: number, separator: string, wide: (text: string) => number): string[] {
  if (lines <= 1 || words.length <= 1) return [words.join(separator)];
  let best: string[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < words.length; cut += 1) {
    const texts = [words.slice(0, cut).join(separator), ...balance(words.slice(cut), lines - 1, separator, wide)];
    const widest = Math.max(...texts.map(wide));
    if (widest < least) [least, best] = [widest, texts];
  }
  return best;
}
