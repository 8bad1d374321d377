import type { Transcript } from '../analysis/evidence.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import type { learners } from '../lesson/request.ts';

/** Sound over time. One value a step. */
export type SoundLevels = {
  /** Seconds a step. */
  step: number;
  /** Loudness in dB below full scale, −100 to 0. */
  loudness: readonly number[];
  /** Integrated loudness in LUFS; null in silence. */
  integrated?: number | null;
  /** How speech-like, 0 to 1. Absent: loudness alone decides. */
  voice?: readonly number[];
  /** How much like a burst of laughter, 0 to 1. */
  burst?: readonly number[];
};

/** What moves where. One grid a step, row by row. */
export type MotionGrid = {
  /** Seconds a step. */
  step: number;
  columns: number;
  rows: number;
  /** 0 (still) to 255, shape [steps × rows × columns]. */
  motion: Uint8Array;
  /** Seconds at which the picture changes as a whole. */
  cuts: readonly number[];
};

/** What every plan is made from. */
export type PlanSource = {
  transcript: Transcript;
  items: readonly VocabularyItem[];
  /** Null or absent: there is no sound, or it wasn't measured; gaps between cues stand for silences then. */
  sound?: SoundLevels | null;
  /** Length of the recording. Default: where sound or words end. */
  seconds?: number;
  /** Whose lesson it is: items of the other language count nothing. Default `both`. */
  learns?: (typeof learners)[number];
};

/** Length of a recording, seconds: as told, else where its sound or its words end. */
export function lengthOf({ seconds, sound, transcript }: PlanSource): number {
  if (seconds !== undefined) return seconds;
  const heard = sound ? sound.loudness.length * sound.step : 0;
  return transcript.cues.reduce((latest, { end }) => Math.max(latest, end), heard);
}
