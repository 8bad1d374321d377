import { rebuildSentences } from '../../transcript/index.ts';
import type { Cue } from '../../transcript/index.ts';
import type { Transcript } from '../../analysis/evidence.ts';
import type { SoundLevels } from '../inputs.ts';
import { moraeOf } from '../morae.ts';

/** A line of a script: what is said, after how many seconds of silence, how fast, with what sound. */
export type Line = {
  text: string;
  /** Seconds of silence before it. Default 0.3. */
  after?: number;
  /** Morae a second. Default 6.5. */
  pace?: number;
  /** Whether its words are timed. Words are parted by spaces, or by | in Japanese. */
  isTimed?: boolean;
  /** Loudness, dB. Default −20. */
  loudness?: number;
  /** Laughter after it, seconds. */
  laughter?: number;
};

/** A transcript of a script, with the sound that it would have over a background. */
export function perform(
  lines: readonly Line[],
  { background = -60, music = false }: { background?: number; music?: boolean } = {},
): { transcript: Transcript; sound: SoundLevels; seconds: number } {
  const cues: Cue[] = [];
  const laughs: { start: number; end: number }[] = [];
  let time = 0;
  for (const line of lines) {
    time += line.after ?? 0.3;
    const text = line.text.replaceAll('|', '');
    const start = Math.round(time * 1000) / 1000;
    time += Math.max(0.5, moraeOf(text) / (line.pace ?? 6.5));
    const end = Math.round(time * 1000) / 1000;
    cues.push({
      index: cues.length,
      start,
      end,
      text,
      ...(line.isTimed ? { words: wordsOf(line.text, start, end) } : {}),
    });
    if (line.laughter !== undefined) {
      laughs.push({ start: time + 0.1, end: time + 0.1 + line.laughter });
      time += line.laughter + 0.2;
    }
  }
  const seconds = Math.ceil(time + 2);
  const step = 0.05;
  const length = Math.round(seconds / step);
  const within = (spans: readonly { start: number; end: number }[], at: number) =>
    spans.findIndex(({ start, end }) => at * step + step / 2 >= start && at * step + step / 2 < end);
  const loudness: number[] = [];
  const voice: number[] = [];
  const burst: number[] = [];
  for (let at = 0; at < length; at++) {
    // A little unevenness that is the same every time.
    const ripple = ((at * 7919) % 13) / 6 - 1;
    const cue = within(cues, at);
    const laugh = within(laughs, at);
    const base = music ? background + 3 * Math.sin(at / 9) : background;
    const level = laugh >= 0 ? -16 : cue >= 0 ? (lines[cue]!.loudness ?? -20) : base;
    loudness.push(Math.round((level + ripple) * 10) / 10);
    voice.push(cue >= 0 ? 0.9 : 0.05);
    burst.push(laugh >= 0 ? 0.85 : 0.02);
  }
  return {
    transcript: { cues, sentences: rebuildSentences(cues) },
    sound: { step, loudness, integrated: -20, voice, burst },
    seconds,
  };
}

function wordsOf(script: string, start: number, end: number): NonNullable<Cue['words']> {
  const parts = script.includes('|') ? script.split('|') : script.split(/(?<= )/);
  const whole = parts.reduce((sum, part) => sum + Math.max(0.5, moraeOf(part)), 0);
  let [offset, time] = [0, start];
  return parts.map((part) => {
    const from = time;
    time += ((end - start) * Math.max(0.5, moraeOf(part))) / whole;
    const word = {
      text: part.trim(),
      offset,
      start: Math.round(from * 1000) / 1000,
      end: Math.round(time * 1000) / 1000,
    };
    offset += part.length;
    return word;
  });
}
