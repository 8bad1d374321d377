import type { SampleSchedule } from './schedule.ts';

/** What a sample recording looks like, frame by frame; sent to the processes that draw it. */
export type SamplePlan = {
  /** Pixels, even. */
  width: number;
  height: number;
  fps: number;
  frames: number;
  slides: SampleSchedule['slides'];
  chat: ChatMessage[];
  /** How far each mouth is open at each frame, 0 to 3. */
  mouths: { host: Uint8Array; guest: Uint8Array };
  /** Whether somebody laughs at each frame. */
  laughs: Uint8Array;
};

/** Something a viewer writes. */
export type ChatMessage = { time: number; name: string; text: string; hue: number };
