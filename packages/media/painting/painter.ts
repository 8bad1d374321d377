import type { FrameStyle } from '@kinora/capabilities';

/** A style as a painter takes it: {@link StyleBlend} adds how much of the last picture still shows after a change of look. */
export type PaintStyle = FrameStyle & {
  /** Share of the last picture of the look before that still shows: 1 all, 0 none. Default 0. */
  dissolve?: number;
};

/**
 * Paints a stream of frames. It remembers what keeps strokes and colours in place, so it belongs to one stream, whose frames
 * come in order. The same frames, styles, times and seed give the same pictures.
 */
export type Painter = Disposable & {
  readonly width: number;
  readonly height: number;
  /**
   * Paints a frame.
   * @param rgba Its pixels, 8 bits a channel, rows from the top, width × height × 4 bytes.
   * @param time When it was taken, in seconds on a clock that never goes back; moves what drifts through the picture.
   * @returns The painted pixels in the same layout, opaque: a view that the next call overwrites.
   * @throws KinoraError `request.invalid` for a frame of another size.
   */
  paint(rgba: Uint8Array | Uint8ClampedArray, style: PaintStyle, time: number): Uint8ClampedArray;
};

/** What both engines need to know of the pictures they paint. */
export type PainterSize = {
  /** Even, 64 to 1024. */
  width: number;
  /** Even, 64 to 1024. */
  height: number;
  /** Default 1. */
  seed?: number;
};
