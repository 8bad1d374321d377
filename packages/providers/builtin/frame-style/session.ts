import type { FrameStyle, StylerFrame, StylerOptions } from '@kinora/capabilities';
import { createFrameDifference, createFrameEncoder, readFrame } from '@kinora/media/frames';
import { createStyleBlend } from '@kinora/media/painting';
import type { Painter } from '@kinora/media/painting';

/** One session in a painting thread: from an encoded frame to an encoded painting. */
export type PaintingSession = Disposable & {
  /**
   * @param options.time Seconds.
   * @param options.generation Tells a style from the one before.
   * @param options.blend Seconds that a change of style takes.
   * @throws KinoraError `request.invalid` for a frame that can't be read.
   */
  paint(
    frame: StylerFrame,
    options: { time: number; style: FrameStyle; generation: number; blend: number },
  ): Promise<{ frame: StylerFrame; isRepeat: boolean }>;
};

/** Opens a session on a painter, which it disposes. */
export function openPaintingSession(painter: Painter, options: Omit<StylerOptions, 'signal'>): PaintingSession {
  const { width, height, output = 'image/jpeg', maxBytes = 25_000, skip, smoothing = 0 } = options;
  const encoder = createFrameEncoder();
  const difference = createFrameDifference();
  const blend = createStyleBlend(options.style);
  let generation = 0;
  let blendsUntil = -Infinity;
  let last: { frame: StylerFrame; time: number; generation: number } | null = null;
  let before: Uint8ClampedArray | null = null;

  /** Whether the painting of before may be shown again: nothing moves, neither the frame nor what is laid over it. */
  const mayRepeat = (time: number, style: FrameStyle) =>
    skip !== undefined &&
    last !== null &&
    last.generation === generation &&
    time >= blendsUntil &&
    time - last.time < skip.refreshSeconds &&
    (style.overlay === 'none' || style.overlayAmount === 0);

  return {
    async paint(frame, { time, style, generation: asked, blend: seconds }) {
      const pixels = await readFrame(frame, { width, height });
      if (asked !== generation) {
        blend.setStyle(style, { blend: seconds, time });
        blendsUntil = time + seconds;
        generation = asked;
      }
      const moved = skip === undefined || skip.threshold === 0 ? 1 : difference.measure(pixels);
      if (last && mayRepeat(time, style) && moved < (skip?.threshold ?? 0))
        return { frame: { image: new Uint8Array(last.frame.image), mediaType: output }, isRepeat: true };
      difference.keep();
      let painted = painter.paint(pixels.data, blend.at(time), time);
      if (smoothing > 0) painted = before = smooth(painted, before, time < blendsUntil ? 0 : smoothing);
      const { image } = await encoder.encode(
        { width, height, data: new Uint8Array(painted.buffer, painted.byteOffset, painted.byteLength) },
        { output, maxBytes },
      );
      const own = new Uint8Array(image);
      last = { frame: { image: own, mediaType: output }, time, generation };
      return { frame: { image: new Uint8Array(own), mediaType: output }, isRepeat: false };
    },
    [Symbol.dispose]: () => painter[Symbol.dispose](),
  };
}

/** Mixes a share of the picture before into a picture. @returns The mixture, which is written into `before` where there is one. */
function smooth(picture: Uint8ClampedArray, before: Uint8ClampedArray | null, share: number): Uint8ClampedArray {
  if (before?.length !== picture.length) return new Uint8ClampedArray(picture);
  const kept = Math.round(share * 256);
  for (let at = 0; at < picture.length; at += 1) {
    before[at] = (before[at]! * kept + picture[at]! * (256 - kept) + 128) >> 8;
  }
  return before;
}
