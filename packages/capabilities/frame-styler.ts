import type { FrameStyle } from './frame-style.ts';

/** A frame as it travels: encoded, or raw pixels (RGBA, 8 bits, rows from the top, width × height × 4 bytes). */
export type StylerFrame = {
  image: Uint8Array;
  mediaType: 'image/jpeg' | 'image/webp' | 'image/x-rgba';
};

/** Options of {@link FrameStyler.open}. */
export type StylerOptions = {
  /** Pixels of the frames that come out, multiples of 8, 64 to 1024. Encoded frames of another size are cropped to fit. */
  width: number;
  height: number;
  style: FrameStyle;
  /** The same seed and frames give the same pictures. Default 1. */
  seed?: number;
  /** What comes out. Default `image/jpeg`. */
  output?: StylerFrame['mediaType'];
  /** Largest encoded frame in bytes: the quality is steered to stay below it. Default 25,000. */
  maxBytes?: number;
  /**
   * A frame that hardly differs from the one that was painted last is answered with that picture. `threshold`: difference
   * of the luma, 0 to 1, below which it is, as the mean of that one of 16 × 16 parts that differs most; 0 never.
   * `refreshSeconds`: painted anew at least that often. Default: never.
   */
  skip?: { threshold: number; refreshSeconds: number };
  /** Share of the picture before that is mixed into the next one, against flicker, 0 to 0.9. Default: what suits the styler. */
  smoothing?: number;
  signal?: AbortSignal;
};

/** A frame that was styled. */
export type StyledFrame = StylerFrame & {
  /** Of the style that was asked for last before the frame was styled: {@link StylerSession.setStyle}. */
  generation: number;
  /** Whether the last picture was given again because the frame hardly differed from the one before. */
  isRepeat: boolean;
  /** Milliseconds that the styling took, decoding and encoding included; 0 for a repeat. */
  milliseconds: number;
};

/**
 * A stream of frames that is being styled. It remembers what it needs to keep strokes and colours in place from frame to
 * frame, so frames come in order and one at a time.
 */
export type StylerSession = AsyncDisposable & {
  /** Who paints it now. Absent: the {@link FrameStyler} that opened it. */
  engine?(): StylerEngine;
  /**
   * Another style from the next frame on.
   * @param options.generation Number of the style, given back with each frame; larger than the one before.
   * @param options.blend Seconds that the change takes. Default 1; 0 at once.
   */
  setStyle(style: FrameStyle, options: { generation: number; blend?: number }): void;
  /**
   * Styles the next frame.
   * @param options.time When it was taken, seconds on a clock of the caller's that never goes back.
   * @param options.maxWaitMs Milliseconds that the frame may wait for its turn, when other sessions are painted. Default: for ever.
   * @throws KinoraError `request.invalid` for a frame that can't be read (the session goes on), `provider.timeout` for one
   * that waited too long, `provider.failed`.
   */
  style(frame: StylerFrame, options: { time: number; maxWaitMs?: number; signal?: AbortSignal }): Promise<StyledFrame>;
};

/** Who paints a session. */
export type StylerEngine = {
  provider: string;
  modelId: string;
  /** Where it computes: `cpu`, `cuda:0`. */
  device: string;
  /** Why another one than the first of a route paints. */
  note?: string;
};

/** How busy a styler is. */
export type StylerLoad = {
  /** Where it computes. */
  device: string;
  /** Frames of 512 × 512 pixels a second for all its sessions together, as measured so far; absent before. */
  framesPerSecond?: number;
  /** Sessions that are open. */
  sessions: number;
  /** Frames it paints at the same time. Default 1. */
  parallel?: number;
};

/** Restyles a stream of frames. */
export type FrameStyler = {
  readonly provider: string;
  readonly modelId: string;
  /** `painter`: the numbers of the style decide; `diffusion`: above all its words. Default `painter`. */
  readonly kind?: 'painter' | 'diffusion';
  /** Opens a session. Nothing is loaded before. @throws KinoraError `request.invalid`, `provider.unavailable`. */
  open(options: StylerOptions): Promise<StylerSession>;
  /** What it can do now. */
  load(): StylerLoad;
};
