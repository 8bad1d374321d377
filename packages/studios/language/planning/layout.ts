import type { LayoutPreset } from '../lesson/request.ts';
import type { Region, ShortLayout, Span } from '../lesson/plan.ts';
import type { MotionGrid } from './inputs.ts';
import { regionOfMotion } from './motion.ts';

/** Width of a tall picture by its height. */
const tall = 9 / 16;
/** Share of the height that the game or slides have above an avatar. */
const split = { game: 0.5, slides: 0.42 } as const;
/** Seconds that a scene lasts at least; a shorter one is shown as the one before. */
const shortestScene = 3;

/**
 * Which part of a wide picture a tall one shows.
 * @param options.aspect Width by height of the recording's picture; null: there is none.
 * @param options.motion What moves where; needed by `auto`, which shows the middle without it.
 * @param options.span The stretch that is shown. Default: from 0, with one frame.
 */
export function layoutOfPreset(
  preset: LayoutPreset,
  { aspect, motion, span = { start: 0, end: 0 } }: { aspect: number | null; motion?: MotionGrid | null; span?: Span },
): ShortLayout {
  const at = span.start;
  if (aspect === null) return single([{ at, upper: { x: 0, y: 0, width: 1, height: 1 }, lower: null }]);
  const whole = shape(aspect, 1);
  const stack = shape(aspect, split.game);
  const content = (x: number) => placed({ x, y: 0.5, width: 0, height: 1 }, stack);
  const avatar = (x: number) => placed({ x, y: 1, width: 0, height: 0.5 }, stack);
  switch (preset) {
    case 'auto':
      return motion ? layoutOfMotion(motion, { aspect, span }) : layoutOfPreset('middle', { aspect, span });
    case 'middle':
      return single([{ at, upper: placed({ x: 0.5, y: 0.5, width: 0, height: 1 }, whole), lower: null }]);
    case 'avatar-left':
      return single([{ at, upper: placed({ x: 0, y: 0.5, width: 0, height: 1 }, whole), lower: null }]);
    case 'avatar-right':
      return single([{ at, upper: placed({ x: 1, y: 0.5, width: 0, height: 1 }, whole), lower: null }]);
    case 'game-over-avatar-left':
      return { kind: 'stack', split: split.game, frames: [{ at, upper: content(0.6), lower: avatar(0) }] };
    case 'game-over-avatar-right':
      return { kind: 'stack', split: split.game, frames: [{ at, upper: content(0.4), lower: avatar(1) }] };
  }
}

/**
 * A layout from what moves: beside a still picture, the part that keeps moving is the avatar and stands below the rest; where most
 * moves, one region about the middle of the motion. It holds for a whole scene and changes only at a cut, and there only when the
 * place has really changed.
 */
function layoutOfMotion(motion: MotionGrid, { aspect, span }: { aspect: number; span: Span }): ShortLayout {
  const overall = regionOfMotion(motion, { start: span.start - 10, end: span.end + 10 });
  if (overall.kind === 'still') return layoutOfPreset('middle', { aspect, span });
  const isStack = overall.kind === 'part' && !fillsTall(overall.region);
  const upperShape = shape(aspect, split.slides);
  const lowerShape = shape(aspect, 1 - split.slides);
  const frames: ShortLayout['frames'] = [];
  let last: Region | null = null;
  for (const scene of scenesOf(motion, span)) {
    const found = regionOfMotion(motion, scene);
    const isUsable = isStack ? found.kind === 'part' : found.kind !== 'still';
    const seen = isUsable && found.kind !== 'still' ? found.region : overall.region;
    const its = isStack ? seen : third(seen);
    const region: Region = last !== null && isNear(last, its) ? last : its;
    if (region === last) continue;
    last = region;
    const middle = { x: region.x + region.width / 2, y: region.y + region.height / 2 };
    frames.push(
      isStack
        ? {
            at: scene.start,
            upper: beside(region, upperShape),
            lower: placed({ ...middle, width: region.width * 1.15, height: region.height * 1.15 }, lowerShape),
          }
        : { at: scene.start, upper: placed({ ...middle, width: 0, height: 1 }, shape(aspect, 1)), lower: null },
    );
    if (frames.length === 100) break;
  }
  return isStack ? { kind: 'stack', split: split.slides, frames } : single(frames);
}

function single(frames: ShortLayout['frames']): ShortLayout {
  return { kind: 'single', split: 0.5, frames };
}

/** Width by height, in fractions of the wide picture, of what fills a share of the tall picture's height. */
function shape(aspect: number, height: number): number {
  return tall / height / aspect;
}

/** A region of a shape about a place, as large as asked for in both directions, moved so that it lies within the picture. */
function placed({ x, y, width, height }: Region, ratio: number): Region {
  const high = Math.min(1, 1 / ratio, Math.max(height, width / ratio));
  const wide = high * ratio;
  const into = (middle: number, length: number) => Math.min(1 - length, Math.max(0, middle - length / 2));
  return fractions({ x: into(x, wide), y: into(y, high), width: wide, height: high });
}

/** The rest of the picture: as much of it as the shape takes, as far from the avatar as that lies from the middle. */
function beside({ x, width }: Region, ratio: number): Region {
  const isLeft = x + width / 2 < 0.5;
  return placed({ x: isLeft ? 1 : 0, y: 0.5, width: 1, height: 0 }, ratio);
}

function fractions({ x, y, width, height }: Region): Region {
  const round = (value: number) => Math.floor(value * 10_000) / 10_000;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** A third of the width about a region's middle, so that the places of scenes can be compared. */
function third({ x, width }: Region): Region {
  return { x: Math.min(2 / 3, Math.max(0, x + width / 2 - 1 / 6)), y: 0, width: 1 / 3, height: 1 };
}

/** A figure that stands in the middle and takes most of the height needs nothing above it. */
function fillsTall({ x, width, height }: Region): boolean {
  const middle = x + width / 2;
  return height >= 0.6 && middle > 0.3 && middle < 0.7;
}

/** Whether two regions overlap by more than half of what they cover together. */
function isNear(a: Region, b: Region): boolean {
  const wide = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x));
  const high = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
  return wide * high > 0.5 * (a.width * a.height + b.width * b.height - wide * high);
}

/** Stretches between changes of the whole picture. */
function scenesOf({ cuts }: MotionGrid, { start, end }: Span): Span[] {
  const starts = [start];
  for (const cut of cuts) {
    if (cut > start + 0.2 && cut < end - 0.2 && cut - starts.at(-1)! >= shortestScene) starts.push(cut);
  }
  return starts.map((from, at) => ({ start: from, end: starts[at + 1] ?? end }));
}
