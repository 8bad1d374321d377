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

/** What it answers to each `paint`. */
export type FromThread =
  | { frame: StylerFrame; isRepeat: boolean; milliseconds: number }
  | { problem: { code: 'request.invalid' | 'provider.failed'; message: string } };
