import type { SKRSContext2D } from '@napi-rs/canvas';
import type { ChatMessage, SamplePlan } from './sample-plan.ts';

/** Places of the picture, in pixels of 1280 × 720. */
export const places = {
  main: { x: 24, y: 24, width: 856, height: 524 },
  chat: { x: 904, y: 24, width: 352, height: 276 },
  host: { x: 904, y: 312, width: 352, height: 392 },
  guest: { x: 24, y: 560, width: 168, height: 144 },
  bar: { x: 208, y: 560, width: 672, height: 144 },
} as const;

/** A place of {@link places}. */
export type Place = { x: number; y: number; width: number; height: number };

const ink = '#2d2a4a';
/** Colours of slides, in turn. */
const papers = ['#fff6e5', '#e8f4ff', '#f3ecff', '#eafbef', '#ffeef1'];
const marks = ['#ff8a5c', '#4c8dff', '#9a6bff', '#2fb67a', '#ff5f8f'];
/** Behind the avatars. */
export const grounds = { host: '#efe3ff', guest: '#dff3f5' } as const;

type Slide = SamplePlan['slides'][number];

/** Draws all that doesn't move: frames, the slide, the bar below, and the chat. The context is scaled to 1280 × 720. */
export function drawScene(
  context: SKRSContext2D,
  { slide, index, chat }: { slide: Slide; index: number; chat: readonly ChatMessage[] },
): void {
  const sky = context.createLinearGradient(0, 0, 1280, 720);
  sky.addColorStop(0, '#3b2f6b');
  sky.addColorStop(1, '#6d4a8f');
  context.fillStyle = sky;
  context.fillRect(0, 0, 1280, 720);
  if (!slide.isGame) drawSlide(context, slide, index);
  drawBar(context, slide, index);
  drawChat(context, chat);
  for (const who of ['host', 'guest'] as const) {
    fillPlace(context, places[who], grounds[who]);
  }
}

function drawSlide(context: SKRSContext2D, slide: Slide, index: number): void {
  const { main } = places;
  const mark = marks[index % marks.length]!;
  fillPlace(context, main, papers[index % papers.length]!);
  context.fillStyle = mark;
  context.fillRect(main.x, main.y, 14, main.height);
  context.fillStyle = ink;
  fit(context, slide.ja, { x: 76, y: 120, width: 770, size: 58 });
  context.fillStyle = mark;
  fit(context, slide.en, { x: 78, y: 176, width: 770, size: 34 });
  slide.points.forEach(({ ja, en }, at) => {
    const y = 272 + at * 96;
    context.fillStyle = mark;
    context.beginPath();
    context.arc(92, y - 12, 9, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = ink;
    fit(context, ja, { x: 122, y, width: 730, size: 36 });
    context.fillStyle = '#6b6890';
    fit(context, en, { x: 122, y: y + 36, width: 730, size: 26 });
  });
}

function drawBar(context: SKRSContext2D, slide: Slide, index: number): void {
  const { bar } = places;
  fillPlace(context, bar, '#221d40');
  context.fillStyle = '#ffd166';
  fit(context, 'ミナとレオのことば雑談 #12', { x: bar.x + 24, y: bar.y + 56, width: bar.width - 48, size: 34 });
  context.fillStyle = '#ffffff';
  fit(context, `${index + 1}. ${slide.ja} / ${slide.en}`, {
    x: bar.x + 24,
    y: bar.y + 108,
    width: bar.width - 48,
    size: 26,
  });
}

function drawChat(context: SKRSContext2D, chat: readonly ChatMessage[]): void {
  const place = places.chat;
  fillPlace(context, place, '#1b1733');
  chat.forEach(({ name, text, hue }, at) => {
    const y = place.y + 36 + at * 34;
    context.fillStyle = `hsl(${hue} 80% 72%)`;
    const width = fit(context, name, { x: place.x + 16, y, width: 110, size: 17 });
    context.fillStyle = '#f3f0ff';
    fit(context, text, { x: place.x + 26 + width, y, width: place.width - 44 - width, size: 19 });
  });
}

/** Draws one screen of the game's world; it joins with itself at both ends. */
export function drawWorld(context: SKRSContext2D, { width, height }: { width: number; height: number }): void {
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#5ec5ff');
  sky.addColorStop(1, '#d8f4ff');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  const around = (draw: (shift: number) => void) => [-width, 0, width].forEach(draw);
  context.fillStyle = '#8fd6a0';
  [0.1, 0.42, 0.78].forEach((x, at) =>
    around((shift) => {
      context.beginPath();
      context.ellipse(x * width + shift, height * 0.82, width * 0.2, height * (0.3 + 0.08 * at), 0, 0, 2 * Math.PI);
      context.fill();
    }),
  );
  context.fillStyle = '#ffffff';
  [0.2, 0.55, 0.9].forEach((x, at) =>
    around((shift) => {
      for (const [dx, r] of [
        [-34, 24],
        [0, 34],
        [36, 22],
      ] as const) {
        context.beginPath();
        context.arc(x * width + shift + dx, height * (0.16 + 0.07 * at), r, 0, 2 * Math.PI);
        context.fill();
      }
    }),
  );
  const block = width / 16;
  for (let at = 0; at < 16; at++) {
    context.fillStyle = at % 2 ? '#a8703c' : '#b67b44';
    context.fillRect(at * block, height * 0.8, block, height * 0.2);
    context.fillStyle = '#58b957';
    context.fillRect(at * block, height * 0.8, block, 14);
    if (at % 5 === 2) {
      context.fillStyle = '#ffcc4d';
      context.fillRect(at * block, height * 0.48, block, block);
      context.fillStyle = '#8a5a12';
      context.font = `700 ${Math.round(block * 0.8)}px 'Kinora Japanese Bold'`;
      context.fillText('?', at * block + block * 0.28, height * 0.48 + block * 0.8);
    }
  }
}

function fillPlace(context: SKRSContext2D, { x, y, width, height }: Place, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(x, y, width, height);
}

/** Writes a line, smaller where it is too long. @returns Its width. */
function fit(
  context: SKRSContext2D,
  text: string,
  { x, y, width, size }: { x: number; y: number; width: number; size: number },
): number {
  for (let height = size; ; height--) {
    context.font = `${height}px 'Kinora Japanese Bold'`;
    const needed = context.measureText(text).width;
    if (needed <= width || height <= 10) {
      context.fillText(text, x, y);
      return Math.min(needed, width);
    }
  }
}
