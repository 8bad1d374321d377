import { frameRate } from './spectra.ts';
import { longest, periodCount, shortest, windowHop } from './tempo.ts';
import type { Envelopes } from './onsets.ts';
import type { TempoEvidence } from './tempo.ts';

/** What a beat is worth; fitted on the tuning songs. */
export type BeatSettings = {
  /** Worth of onset strength on a beat. */
  onset: number;
  /** Strength a beat must have to be worth anything. */
  expected: number;
  /** Worth of a frame at the likeliest tempo against one e times less likely. */
  tempo: number;
  /** Cost of a squared change of the logarithm of the beat length. */
  change: number;
  /** Cost of beginning anew. */
  restart: number;
};

/** Defaults of {@link BeatSettings}. */
export const beatSettings: BeatSettings = { onset: 3, expected: 1.5, tempo: 0.04, change: 250, restart: 60 };

/** Neighbouring beat lengths differ by no more than this factor. */
const mostChange = 1.16;
/** Time by which the spectrum rises before the sound, seconds: its window looks ahead. Between clicks and slower attacks. */
const ahead = 0.001;
/** Frames of which scores are kept, more than the longest beat. */
const kept = 256;
const first = 255;
const again = 254;

/**
 * Beats of a song: the chain of beats and beat lengths that explains onsets and tempo best, by dynamic programming over
 * the time of a beat t and the length p of the interval that ends there:
 * `S(t, p) = onset(t) + p · tempo(t, p) + max over q of S(t − p, q) − change · ln²(p / q)`
 * (Ellis, "Beat tracking by dynamic programming", JNMR 2007, with the beat length made part of the state).
 * @param envelopes Onset strength and likeness to a beat, each shape [frames].
 * @returns Beat times in seconds, rising.
 */
export function trackBeats(
  { onset, strength }: Pick<Envelopes, 'onset' | 'strength'>,
  evidence: TempoEvidence,
  settings: BeatSettings = beatSettings,
): number[] {
  const frames = onset.length;
  // A chain looks back by the longest beat, so older scores give way.
  const scores = new Float32Array(kept * periodCount).fill(-Infinity);
  const before = new Uint8Array(frames * periodCount);
  const worth = strength.map((value) => settings.onset * (value - settings.expected));
  const tempoWorth = tempoScores(evidence, settings.tempo);
  const costs = changeCosts(settings.change);
  // Best end of a chain up to each frame, from which another may begin.
  const best = new Float32Array(frames);
  const bestFrame = new Int32Array(frames);
  const ends = new Float32Array(frames);
  const endPeriods = new Uint8Array(frames);
  for (let frame = 0; frame < frames; frame++) {
    let [end, endPeriod] = [-Infinity, 0];
    for (let index = 0; index < periodCount; index++) {
      const period = shortest + index;
      const from = frame - period;
      if (from < 0) break;
      const window = Math.min(evidence.windows - 1, Math.round((frame - period / 2) / windowHop));
      const start = (from % kept) * periodCount;
      let top = worth[from]!;
      let way = first;
      const gap = from - longest;
      if (gap >= 0 && best[gap]! - settings.restart > 0) {
        top += best[gap]! - settings.restart;
        way = again;
      }
      const { low, cost } = costs[index]!;
      for (let other = 0; other < cost.length; other++) {
        const score = scores[start + low + other]! - cost[other]!;
        if (score > top) {
          top = score;
          way = low + other;
        }
      }
      const score = top + worth[frame]! + tempoWorth[window * periodCount + index]!;
      scores[(frame % kept) * periodCount + index] = score;
      before[frame * periodCount + index] = way;
      if (score > end) [end, endPeriod] = [score, index];
    }
    ends[frame] = end;
    endPeriods[frame] = endPeriod;
    const isBetter = frame === 0 || end > best[frame - 1]!;
    best[frame] = isBetter ? Math.max(end, frame === 0 ? 0 : -Infinity) : best[frame - 1]!;
    bestFrame[frame] = isBetter ? frame : bestFrame[frame - 1]!;
  }
  if (frames === 0 || !(best[frames - 1]! > 0)) return [];
  const beats: number[] = [];
  let frame = bestFrame[frames - 1]!;
  let period = endPeriods[frame]!;
  for (;;) {
    beats.push(frame);
    const way = before[frame * periodCount + period]!;
    frame -= shortest + period;
    if (way === first || way === again) beats.push(frame);
    if (way === first) break;
    if (way === again) {
      frame = bestFrame[frame - longest]!;
      period = endPeriods[frame]!;
    } else period = way;
  }
  return beats.reverse().map((beat) => Math.max(0, refine(onset, beat) / frameRate + ahead));
}

function tempoScores({ windows, values }: TempoEvidence, weight: number): Float32Array {
  const scores = new Float32Array(values.length);
  for (let window = 0; window < windows; window++) {
    let highest = -Infinity;
    for (let index = 0; index < periodCount; index++)
      highest = Math.max(highest, values[window * periodCount + index]!);
    for (let index = 0; index < periodCount; index++) {
      const place = window * periodCount + index;
      scores[place] = weight * (shortest + index) * Math.max(-8, values[place]! - highest);
    }
  }
  return scores;
}

function changeCosts(weight: number): { low: number; cost: Float32Array }[] {
  return Array.from({ length: periodCount }, (_, index) => {
    const period = shortest + index;
    const low = Math.max(0, Math.ceil(period / mostChange) - shortest);
    const high = Math.min(periodCount - 1, Math.floor(period * mostChange) - shortest);
    const cost = Float32Array.from(
      { length: high - low + 1 },
      (_, other) => weight * Math.log(period / (shortest + low + other)) ** 2,
    );
    return { low, cost };
  });
}

/** Place of the peak near a frame, between frames by a parabola. */
export function refine(onset: Float32Array, frame: number): number {
  let peak = frame;
  for (let near = Math.max(1, frame - 2); near <= Math.min(onset.length - 2, frame + 2); near++) {
    if (onset[near]! > onset[peak]!) peak = near;
  }
  const [left, middle, right] = [onset[peak - 1] ?? 0, onset[peak]!, onset[peak + 1] ?? 0];
  const curve = left - 2 * middle + right;
  if (middle <= left || middle <= right || curve >= 0) return peak;
  return peak + (0.5 * (left - right)) / curve;
}
