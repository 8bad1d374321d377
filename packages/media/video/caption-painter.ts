import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { fontRuns, registerBookFonts } from '../documents/fonts.ts';
import type { Caption } from '../documents/vtt.ts';
import { createOverlay } from './overlay.ts';
import type { Overlay } from './overlay.ts';

/** Gives the overlay for a moment, and how opaque it is; undefined when nothing is said. */
export type CaptionPainter = (seconds: number) => { overlay: Overlay; opacity: number } | undefined;

type Size = { width: number; height: number };
type PlacedWord = { text: string; x: number; line: number; start: number; end: number };
type Layout = { words: PlacedWord[]; lines: number[]; fontSize: number };

const faces = { latin: 'Kinora Book', japanese: 'Kinora Japanese' } as const;
/** Not yet said, being said, said. */
const colours = { ahead: [236, 230, 214], now: [255, 201, 107], behind: [255, 240, 208] } as const;
const ground = 'rgba(14, 16, 38, 0.56)';
/** Seconds in which a word lights up, and in which a caption comes and goes. */
const glowSeconds = 0.14;
const fadeSeconds = 0.16;

/**
 * Karaoke captions: a line or two at the foot of the picture on soft dusk, whose words light up as they are said.
 * Drawn again only when a word changes.
 */
export function createCaptionPainter(captions: readonly Caption[], size: Size): CaptionPainter {
  registerBookFonts();
  const layouts = new Map<Caption, Layout>();
  let drawn: { key: string; overlay: Overlay } | undefined;
  return (seconds) => {
    const caption = captions.find(
      ({ start, end }) => seconds >= start - fadeSeconds && seconds < end + fadeSeconds / 2,
    );
    if (!caption) return undefined;
    let layout = layouts.get(caption);
    if (!layout) layouts.set(caption, (layout = layOut(caption, size)));
    const states = layout.words.map(({ start, end }) => lightOf(seconds, start, end));
    const key = `${captions.indexOf(caption)} ${states.map(([now, said]) => `${now.toFixed(1)} ${said.toFixed(1)}`).join()}`;
    if (drawn?.key !== key) drawn = { key, overlay: draw(layout, states, size) };
    const opacity = Math.min(
      (seconds - caption.start + fadeSeconds) / fadeSeconds,
      (caption.end + fadeSeconds / 2 - seconds) / fadeSeconds,
    );
    return { overlay: drawn.overlay, opacity: Math.max(0, Math.min(1, opacity)) };
  };
}

/** How much a word glows, and how far it counts as said. */
function lightOf(seconds: number, start: number, end: number): [now: number, said: number] {
  const rise = Math.min(1, Math.max(0, (seconds - start + glowSeconds / 2) / glowSeconds));
  const fall = Math.min(1, Math.max(0, (seconds - end) / (glowSeconds * 1.5)));
  return [rise * (1 - fall), rise];
}

/** Sets the words in lines of about the same length; three at most, in smaller type when they don't fit. */
function layOut(caption: Caption, { width, height }: Size): Layout {
  const context = createCanvas(8, 8).getContext('2d');
  const room = width * (width > height ? 0.74 : 0.86);
  for (let fontSize = Math.round(Math.min(width, height) / 19); ; fontSize--) {
    const widths = caption.words.map(({ text }) => measure(context, text, fontSize));
    const total = widths.reduce((sum, each) => sum + each, 0);
    const count = Math.max(1, Math.ceil(total / room));
    const layout = fill(caption, widths, { fontSize, count, target: total / count, room });
    if ((layout.lines.length <= 3 && Math.max(...layout.lines) <= width * 0.94) || fontSize <= 10) return layout;
  }
}

function fill(
  caption: Caption,
  widths: readonly number[],
  { fontSize, count, target, room }: { fontSize: number; count: number; target: number; room: number },
): Layout {
  const lines: number[] = [0];
  const words = caption.words.map(({ text, start, end }, index): PlacedWord => {
    const own = widths[index]!;
    const filled = lines.at(-1)!;
    const isFull = lines.length < count ? filled + own / 2 > target : filled + own > room * 1.12;
    if (filled > 0 && isFull) lines.push(0);
    const word = { text, start, end, x: lines.at(-1)!, line: lines.length - 1 };
    lines[lines.length - 1]! += own;
    return word;
  });
  return { words, lines, fontSize };
}

function draw(
  { words, lines, fontSize }: Layout,
  states: readonly [number, number][],
  { width, height }: Size,
): Overlay {
  const lineHeight = fontSize * 1.4;
  const inset = fontSize * 0.75;
  const even = (value: number) => Math.ceil(value / 2) * 2;
  const box = {
    width: even(Math.min(width, Math.max(...lines) + inset * 3)),
    height: even(lines.length * lineHeight + inset * 1.6),
  };
  const canvas = createCanvas(box.width, box.height);
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.shadowColor = ground;
  context.shadowBlur = inset * 0.6;
  context.beginPath();
  context.roundRect(inset * 0.5, inset * 0.4, box.width - inset, box.height - inset * 0.8, inset);
  context.fill();
  context.shadowBlur = 0;
  context.textBaseline = 'alphabetic';
  words.forEach((word, index) => {
    const [now, said] = states[index]!;
    const colour = [0, 1, 2].map((channel) => {
      const resting = colours.ahead[channel]! + (colours.behind[channel]! - colours.ahead[channel]!) * said;
      return Math.round(resting + (colours.now[channel]! - resting) * now);
    });
    const alpha = 0.66 + 0.34 * said;
    context.fillStyle = `rgba(${colour.join()}, ${alpha})`;
    context.shadowColor = `rgba(255, 190, 90, ${0.75 * now})`;
    context.shadowBlur = now > 0 ? fontSize * 0.35 : 0;
    const left = (box.width - lines[word.line]!) / 2 + word.x;
    write(context, word.text, { x: left, y: inset * 0.8 + lineHeight * (word.line + 0.76), fontSize });
  });
  const x = Math.floor((width - box.width) / 4) * 2;
  const y = Math.floor((height * (width > height ? 0.955 : 0.9) - box.height) / 2) * 2;
  return createOverlay(canvas, { x, y });
}

function measure(context: SKRSContext2D, text: string, fontSize: number): number {
  return fontRuns(text, faces).reduce((sum, run) => {
    context.font = `${fontSize}px "${run.font}"`;
    return sum + context.measureText(run.text).width;
  }, 0);
}

function write(
  context: SKRSContext2D,
  text: string,
  { x, y, fontSize }: { x: number; y: number; fontSize: number },
): void {
  let at = x;
  for (const run of fontRuns(text, faces)) {
    context.font = `${fontSize}px "${run.font}"`;
    context.fillText(run.text, at, y);
    at += context.measureText(run.text).width;
  }
}
