import type { Cue, CueWord } from '../transcript/index.ts';
import { lengthOf } from './inputs.ts';
import type { PlanSource } from './inputs.ts';
import { levelsOf } from './loudness.ts';
import type { Levels } from './loudness.ts';
import { longestSaying, moraeOf } from './morae.ts';
import { milliseconds } from './spans.ts';
import { runsOf } from './statistics.ts';
import type { Span } from '../lesson/plan.ts';

/** A stretch in which nobody speaks. */
export type Pause = Span & {
  /** Share of it in which nothing but background is heard, 0 to 1. */
  quiet: number;
  /** Mean loudness, dB; null where no sound was measured. */
  loudness: number | null;
};

/** Where somebody speaks, and where one may cut. */
export type SpeechMap = {
  seconds: number;
  /** Seconds a step. */
  step: number;
  /** Per step: 2 where somebody speaks or laughs, 1 where something else is heard, 0 where it is quiet. */
  state: Uint8Array;
  /** Stretches without speech, in order; never within a word. */
  pauses: Pause[];
  /** Null where no sound was measured. */
  levels: Levels | null;
};

/** Seconds of quiet within an untimed cue that are taken for a pause. */
const innerPause = 0.5;
/** Seconds that speech may go on beyond its cue. */
const overhang = 0.8;

/** The last map of each transcript: edit points, cut and Shorts all need it. */
const maps = new WeakMap<PlanSource['transcript'], { sound: PlanSource['sound']; map: SpeechMap }>();

/**
 * Where somebody speaks: during timed words; during untimed cues but for clear pauses heard in them; wherever a voice or laughter
 * is heard; and where sound goes on just before or after a cue, since subtitles are seldom exact.
 */
export function mapSpeech(source: PlanSource): SpeechMap {
  const seconds = lengthOf(source);
  const known = maps.get(source.transcript);
  if (known !== undefined && known.sound === source.sound && known.map.seconds === seconds) return known.map;
  const map = drawMap(source, seconds);
  maps.set(source.transcript, { sound: source.sound, map });
  return map;
}

function drawMap({ transcript, sound }: PlanSource, seconds: number): SpeechMap {
  const step = sound?.step ?? 0.05;
  const length = Math.max(0, Math.ceil(seconds / step - 1e-9));
  const state = new Uint8Array(length);
  const cover = (span: Span) => {
    const to = Math.min(length, Math.ceil(span.end / step - 1e-9));
    state.fill(2, Math.max(0, Math.floor(span.start / step + 1e-9)), Math.max(0, to));
  };
  for (const cue of transcript.cues) for (const span of saidIn(cue)) cover(span);
  const levels = sound ? levelsOf(sound, (at) => state[at] === 2) : null;
  if (sound && levels) {
    // What wasn't measured is not taken for quiet.
    const isLoud = Uint8Array.from({ length }, (_, at) =>
      (sound.loudness[at] ?? 0) >= levels.thresholdAt(at) ? 1 : 0,
    );
    for (const cue of transcript.cues) if (!isTimed(cue)) openPauses(cue, { state, step, isLoud, levels });
    // A pause of one speaker may be in the middle of another's word.
    for (const cue of transcript.cues) if (isTimed(cue)) for (const span of saidIn(cue)) cover(span);
    hear(sound, { state, isLoud, levels, hasCues: transcript.cues.length > 0, step });
  }
  const pauses = runsOf(length, (at) => state[at] !== 2).map(({ from, to }) => ({
    start: milliseconds(from * step),
    end: milliseconds(Math.min(seconds, to * step)),
    quiet: state.subarray(from, to).reduce((sum, is) => sum + (is === 0 ? 1 : 0), 0) / (to - from),
    loudness: sound ? meanOf(sound.loudness, from, to) : null,
  }));
  return { seconds, step, state, pauses: pauses.filter(({ start, end }) => end > start), levels };
}

/** Whether a cue's words are timed well enough to go by. */
export function isTimed({ words, text }: Cue): boolean {
  if (words === undefined) return false;
  const letters = (each: string) => each.replaceAll(/[\s\p{P}]/gu, '').length;
  return words.reduce((sum, word) => sum + letters(word.text), 0) >= letters(text) * 0.8;
}

/** When a timed word is heard: files often let a word last until the next one, however long that takes. */
export function heardSpan({ text, start, end }: CueWord): Span {
  return { start, end: Math.min(end, start + longestSaying(text)) };
}

function saidIn(cue: Cue): Span[] {
  return isTimed(cue) ? cue.words!.map(heardSpan).filter(({ start, end }) => end > start) : [cue];
}

type Heard = { state: Uint8Array; step: number; isLoud: Uint8Array; levels: Levels };

/** Clear pauses within an untimed cue: long enough, and leaving as much time as its text takes at least. */
function openPauses(cue: Cue, { state, step, isLoud, levels }: Heard): void {
  const from = Math.max(0, Math.floor(cue.start / step + 1e-9));
  const to = Math.min(state.length, Math.ceil(cue.end / step - 1e-9));
  const quiet = runsOf(to - from, (at) => isLoud[from + at] === 0 && levels.isClearAt(from + at)).filter(
    (run) => (run.to - run.from) * step >= innerPause,
  );
  const left = to - from - quiet.reduce((sum, run) => sum + run.to - run.from, 0);
  if (left * step < 0.07 * moraeOf(cue.text)) return;
  for (const run of quiet) state.fill(0, from + run.from, from + run.to);
}

/** Voices and laughter wherever they are heard, and sound that goes on beyond a cue. */
function hear(
  { voice, burst }: NonNullable<PlanSource['sound']>,
  { state, isLoud, levels, hasCues, step }: Heard & { hasCues: boolean },
): void {
  const reach = Math.round(overhang / step);
  const loud = runsOf(state.length, (at) => isLoud[at] === 1 && state[at] !== 2);
  for (const { from, to } of loud) {
    const [follows, precedes] = [state[from - 1] === 2, state[to] === 2];
    state.fill(1, from, to);
    if (!levels.isClearAt(from)) continue;
    if (follows) state.fill(2, from, Math.min(to, from + reach));
    if (precedes) state.fill(2, Math.max(from, to - reach), to);
  }
  for (let at = 0; at < state.length; at++) {
    if (state[at] === 2) continue;
    const isVoice = voice ? voice[at]! >= 0.6 && isLoud[at] === 1 : !hasCues && isLoud[at] === 1;
    if (isVoice || (burst !== undefined && burst[at]! >= 0.5)) state[at] = 2;
  }
}

/** Mean of a stretch, one decimal. */
export function meanOf(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let at = Math.max(0, from); at < Math.min(values.length, to); at++, count++) sum += values[at]!;
  return count === 0 ? -100 : Math.round((sum / count) * 10) / 10;
}
