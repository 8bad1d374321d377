import type { FrameStyle } from '@kinora/capabilities';
import type { EnginesAnswer } from '@kinora/studios/live-style/schema';
import type { DropReason, ShownFrame } from '../figures.ts';
import type { EngineKind } from '../ladder.ts';
import type { Frames } from '../source/frames.ts';

/** A style and how it is come to. */
export type StyleChange = {
  style: FrameStyle;
  /** Larger with each style. */
  generation: number;
  /** Seconds that the change takes. */
  blend: number;
};

/** What an engine is given to do its work. */
export type EngineHost = {
  readonly frames: Frames;
  /** Lays a painted picture on the stage. It is drawn before this returns, unless it fades in. */
  show: (picture: CanvasImageSource, options?: { fadeMs?: number }) => void;
  /** A frame is on the screen with the next refresh. */
  count: (frame: ShownFrame) => void;
  drop: (reason: DropReason) => void;
  /** It can't go on; another has to. */
  fail: (message: string) => void;
  /** Something to know about it changed. */
  tell: (facts: Partial<EngineFacts>) => void;
};

/** What the panel says of an engine. */
export type EngineFacts = {
  /** For people: what computes, e.g. "Apple M2" or "2 processor cores". */
  device: string;
  /** For people: who paints. */
  label: string;
  /** The trained model that paints, as `provider/model@revision`; undefined: Kinora's own painters. */
  painter?: string;
  state: 'starting' | 'painting' | 'paused' | 'connecting' | 'refused' | 'failed';
  /** Why it is in that state, or another paints than was wanted. */
  note: string;
  /** Of the server. */
  server: { sessions: number; load: number; waiting: number; queuedMs: number } | null;
  /** Engines of the server that can be chosen, in the order of its route. */
  choices?: EnginesAnswer['engines'];
};

/** Somebody who paints frames. */
export type Engine = AsyncDisposable & {
  readonly kind: EngineKind;
  /** The source has a new picture. */
  take(takenAt: number): void;
  setStyle(change: StyleChange): void;
  /** Other pixels or another rate, from the next frame on. */
  adjust(options: { width: number; height: number; fps: number }): void;
  setPaused(isPaused: boolean): void;
};

/** Lets through at most so many frames a second, evenly. */
export class RateGate {
  #next = 0;
  fps: number;

  constructor(fps: number) {
    this.fps = fps;
  }

  /** Whether the frame of this time may go on. A tenth of a frame early is in time: cameras tremble. */
  lets(at: number): boolean {
    const step = 1000 / this.fps;
    if (at < this.#next - step * 0.1) return false;
    this.#next = Math.max(this.#next + step, at);
    return true;
  }
}
