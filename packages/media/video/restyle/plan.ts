import type { FilmSource } from './film-source.ts';

/** Pictures a second that are painted unless more are asked for: every second frame of a film, as drawn films are made. */
export const defaultPictures = 15;

/** Longest side that is painted, in pixels; larger films are painted at that size and scaled up. */
const largestPainting = 1024;

/** Sizes a film can have. */
export type RestyleSize = '512' | '540p' | '720p' | 'source';

/** How a film is painted: in stretches that are painted at the same time, joined by short dissolves. */
export type RestylePlan = {
  /** Pixels of the film. */
  width: number;
  height: number;
  /** Pixels of the paintings. */
  paintWidth: number;
  paintHeight: number;
  /** Frames a second of the film, a whole number. */
  fps: number;
  /** Frames that each painting is shown. */
  hold: number;
  /** Frames of the film. */
  frames: number;
  /** Frames that are painted before a stretch, unseen, so that strokes have found their places. */
  warmUp: number;
  /** Frames in which one stretch dissolves into the next. */
  overlap: number;
  /** Frames at which stretches begin; the first is 0. */
  starts: number[];
};

/**
 * Plans how a film is restyled.
 * @param options.fps Paintings a second. Default the film's, at most 15.
 * @param options.workers How many stretches are painted at the same time.
 */
export function planRestyle(
  source: Pick<FilmSource, 'width' | 'height' | 'seconds' | 'fps'>,
  { size, fps: wanted, workers }: { size: RestyleSize; fps?: number; workers: number },
): RestylePlan {
  const film = sizeOf(source, size);
  const shrink = Math.min(1, largestPainting / Math.max(film.width, film.height));
  const even = (length: number) => Math.max(64, Math.round(length / 2) * 2);
  // Half of a rate above 30 is still smooth, and there is half as much to encode.
  const own = source.fps > 31 ? source.fps / Math.ceil(source.fps / 30) : source.fps;
  const pictures = Math.min(60, wanted ?? Math.min(defaultPictures, own));
  const base = wanted !== undefined && wanted > own ? Math.min(wanted, source.fps) : own;
  const fps = Math.max(1, Math.round(base));
  const hold = Math.max(1, Math.ceil(fps / pictures - 0.02));
  const frames = Math.max(1, Math.round(source.seconds * fps));
  const overlap = Math.ceil((0.4 * fps) / hold) * hold;
  const warmUp = Math.ceil((0.8 * fps) / hold) * hold;
  const stretch = Math.max(hold, Math.ceil(stretchFrames({ frames, fps, workers }) / hold) * hold);
  const starts = [0];
  for (let start = stretch; start + 2 * overlap < frames; start += stretch) starts.push(start);
  return {
    width: film.width,
    height: film.height,
    paintWidth: even(film.width * shrink),
    paintHeight: even(film.height * shrink),
    fps,
    hold,
    frames,
    warmUp,
    overlap,
    starts,
  };
}

/** At most sixteen seconds, as many stretches as keep all workers busy to the end; not shorter than three seconds. */
function stretchFrames({ frames, fps, workers }: { frames: number; fps: number; workers: number }): number {
  const rounds = Math.max(1, Math.ceil(frames / (fps * 16 * workers)));
  return Math.max(3 * fps, Math.ceil(frames / (rounds * workers)));
}

function sizeOf(source: Pick<FilmSource, 'width' | 'height'>, size: RestyleSize): { width: number; height: number } {
  const shorter = Math.min(source.width, source.height);
  const longer = Math.max(source.width, source.height);
  const even = (length: number) => Math.max(64, Math.round(length / 2) * 2);
  if (size === '512') return { width: 512, height: 512 };
  const scale =
    size === 'source' ? Math.min(1, 1920 / longer) : Math.min((size === '540p' ? 540 : 720) / shorter, 1920 / longer);
  return { width: even(source.width * scale), height: even(source.height * scale) };
}
