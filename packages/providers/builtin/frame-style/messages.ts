import type { FrameStyle, StylerFrame, StylerOptions } from '@kinora/capabilities';

/** What a painting thread is told. */
export type ToThread =
  | { type: 'open'; session: number; options: Omit<StylerOptions, 'signal'> }
  | {
      type: 'paint';
      session: number;
      frame: StylerFrame;
      time: number;
      style: FrameStyle;
      generation: number;
      /** Seconds that a change of style takes. */
      blend: number;
    }
  | { type: 'close'; session: number };

/** What went wrong in a thread. */
export type ThreadProblem = { code: 'request.invalid' | 'provider.failed'; message: string };

/** What a painting thread answers: to each `open` and to each `paint`. */
export type FromThread =
  | { type: 'opened'; session: number; problem?: ThreadProblem }
  | { type: 'painted'; frame: StylerFrame; isRepeat: boolean; milliseconds: number }
  | { type: 'failed'; problem: ThreadProblem };
