import { KinoraError } from '@kinora/capabilities/errors';
import { listOnsets, measureLevel, weighBeats } from './accents.ts';
import { findBars } from './bars.ts';
import { trackBeats } from './beats.ts';
import { resampleBlocks } from './blocks.ts';
import { extendBeats } from './extend.ts';
import { measureIntensity } from './intensity.ts';
import { findKey } from './key.ts';
import { labelSections, placeSections } from './labels.ts';
import { chooseLevel } from './levels.ts';
import { chooseMoments } from './moments.ts';
import { judgeMood } from './mood.ts';
import { findOnsets } from './onsets.ts';
import { hasPulse, measureClarity, withoutSilence } from './pulse.ts';
import { describeBars, partSong } from './sections.ts';
import { SpectraCollector } from './spectra.ts';
import type { Spectra } from './spectra.ts';
import { inferTempo } from './tempo.ts';
import type { Beat, MusicAnalysis } from './types.ts';

/** Settings of an analysis. */
export type MusicAnalysisOptions = {
  /** Sample rate of the input in hertz, a whole number from 4,000 to 384,000. */
  sampleRate: number;
  /** How many key moments are wanted, 3 to 24. Default 7. */
  keyMoments?: number;
};

/** Listens to a song that comes in blocks; keeps about four kilobytes a second of it. */
export type MusicAnalyser = {
  /** Takes the next mono samples, any number of them. Throws `request.invalid` for samples that are no numbers and beyond 20 minutes. */
  push(samples: Float32Array): void;
  /** Ends the song. Throws `request.invalid` for one shorter than half a second. */
  finish(): MusicAnalysis;
};

/** Longest song in seconds: 20 minutes and what an encoder adds. */
const longestSong = 1205;
const shortestSong = 0.5;
/** Beats that stand out less than this are guesses. */
const leastClarity = 0.12;

/**
 * Analyses a whole song: beats, bars, sections, intensity, key moments, key and mood. Works in a browser worker.
 * @param samples Mono in [-1, 1], shape [n].
 * @throws KinoraError `request.invalid` for an unusable rate, a song shorter than 0.5 s or longer than 20 minutes, or samples that are no numbers.
 */
export function analyseMusic(samples: Float32Array, options: MusicAnalysisOptions): MusicAnalysis {
  const analyser = createMusicAnalyser(options);
  if (samples.length / options.sampleRate > longestSong) throw tooLong();
  const block = options.sampleRate * 5;
  for (let start = 0; start < samples.length; start += block) analyser.push(samples.subarray(start, start + block));
  return analyser.finish();
}

/** Starts to listen to a song that is decoded bit by bit; see {@link analyseMusic}. */
export function createMusicAnalyser(options: MusicAnalysisOptions): MusicAnalyser {
  const { sampleRate, keyMoments = 7 } = options;
  if (!Number.isInteger(sampleRate) || sampleRate < 4000 || sampleRate > 384_000) {
    throw invalid(`A sample rate of ${sampleRate} Hz can't be analysed; use a whole number from 4,000 to 384,000.`);
  }
  checkCount(keyMoments);
  const resampler = resampleBlocks(sampleRate);
  const collector = new SpectraCollector();
  let count = 0;
  return {
    push(samples) {
      count += samples.length;
      if (count / sampleRate > longestSong) throw tooLong();
      for (let index = 0; index < samples.length; index++) {
        if (!(Math.abs(samples[index]!) < 1e6))
          throw invalid('The audio holds samples that are no numbers; decode it again.');
      }
      collector.push(resampler(samples, false));
    },
    finish() {
      const duration = count / sampleRate;
      if (duration < shortestSong) throw invalid('The song is shorter than half a second; choose a longer one.');
      collector.push(resampler(new Float32Array(0), true));
      return withKeyMoments(judge(collector.finish(), { duration, sampleRate }), keyMoments);
    },
  };
}

/**
 * The analysis with another number of key moments: they are chosen from what was heard, so nothing is heard again.
 * @param count 3 to 24.
 * @throws KinoraError `request.invalid` for another number.
 */
export function withKeyMoments<Analysis extends Omit<MusicAnalysis, 'key_moments'>>(
  analysis: Analysis,
  count: number,
): Analysis & Pick<MusicAnalysis, 'key_moments'> {
  checkCount(count);
  const { duration, sections, intensity_curve, downbeat_times: lines } = analysis;
  const intensity = Float64Array.from(intensity_curve, ({ value }) => value);
  return { ...analysis, key_moments: rounded(chooseMoments({ count, duration, sections, intensity, lines })) };
}

function checkCount(keyMoments: number): void {
  if (Number.isInteger(keyMoments) && keyMoments >= 3 && keyMoments <= 24) return;
  throw invalid(`${keyMoments} key moments can't be chosen; ask for 3 to 24.`);
}

function judge(
  spectra: Spectra,
  { duration, sampleRate }: { duration: number; sampleRate: number },
): Omit<MusicAnalysis, 'key_moments'> {
  const envelopes = findOnsets(spectra);
  const evidence = inferTempo(envelopes.accents);
  const chain = chooseLevel(trackBeats(envelopes, evidence), { envelopes, tempo: evidence });
  const tracked = withoutSilence(extendBeats(chain, envelopes, duration), spectra).filter((beat) => beat <= duration);
  const clarity = measureClarity(tracked, envelopes.onset);
  const isBeat = clarity >= leastClarity && tracked.length >= 4 && hasPulse(tracked, envelopes, evidence);
  const beats = isBeat ? tracked : [];
  const bars = findBars(beats, spectra, envelopes.onset);
  const intensity = measureIntensity(spectra, duration);
  const lines = barLines(bars?.downbeats ?? [], duration);
  const spans = partSong(describeBars(lines, spectra));
  const sections = labelSections(placeSections(spans, { lines, duration, intensity }));
  const tempo_curve = tempoCurve(beats);
  const tempi = tempo_curve.map((each) => each.value).sort((a, b) => a - b);
  const tempo = tempi[Math.floor(tempi.length / 2)] ?? null;
  const key = findKey(spectra);
  return rounded({
    duration,
    sample_rate: sampleRate,
    tempo,
    tempo_curve,
    beat_times: beats,
    beat_strengths: weighBeats(beats, envelopes),
    downbeat_times: bars?.downbeats ?? [],
    metre: bars?.metre ?? null,
    pulse_clarity: beats.length > 0 ? clarity : 0,
    intensity_curve: Array.from(intensity, (value, timestamp) => ({ timestamp, value })),
    level_curve: measureLevel(spectra, duration),
    onsets: listOnsets(envelopes),
    sections,
    key,
    mood: judgeMood(spectra, { tempo, key }),
  });
}

/** The beats of an analysis with their strengths, and which of them begin a bar. */
export function listBeats({
  beat_times,
  beat_strengths,
  downbeat_times,
}: Pick<MusicAnalysis, 'beat_times' | 'beat_strengths' | 'downbeat_times'>): Beat[] {
  const downbeats = new Set(downbeat_times);
  return beat_times.map((time, index) => ({
    time,
    strength: beat_strengths[index] ?? 0,
    isDownbeat: downbeats.has(time),
  }));
}

/** Rounds every number in a value to four places: a tenth of a millisecond, and half the text. */
function rounded<Value>(value: Value): Value {
  if (typeof value === 'number') return (Math.round(value * 1e4) / 1e4) as Value;
  if (Array.isArray(value)) return value.map(rounded) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)])) as Value;
}

/** Bar lines over the whole song: where there are no bars, every two seconds. */
function barLines(downbeats: readonly number[], duration: number): number[] {
  if (downbeats.length < 3) {
    const count = Math.max(1, Math.round(duration / 2));
    return Array.from({ length: count + 1 }, (_, index) => (index * duration) / count);
  }
  const lines = downbeats.filter((time) => time < duration);
  const bar = (lines.at(-1)! - lines[0]!) / (lines.length - 1);
  if (lines[0]! > 0.75 * bar) lines.unshift(0);
  if (duration - lines.at(-1)! < 0.5 * bar) lines.pop();
  return [...lines, duration];
}

function tempoCurve(beats: readonly number[]): MusicAnalysis['tempo_curve'] {
  const curve: MusicAnalysis['tempo_curve'] = [];
  for (let index = 0; index + 1 < beats.length; index += 4) {
    const near = beats.slice(Math.max(0, index - 2), index + 4);
    const intervals = near.slice(1).map((beat, place) => beat - near[place]!);
    const middle = intervals.sort((a, b) => a - b)[Math.floor(intervals.length / 2)]!;
    const kept = intervals.filter((interval) => Math.abs(interval / middle - 1) < 0.2);
    curve.push({ timestamp: beats[index]!, value: (60 * kept.length) / kept.reduce((sum, value) => sum + value, 0) });
  }
  return curve;
}

function tooLong(): KinoraError {
  return invalid('The song is longer than 20 minutes; cut it into parts.');
}

function invalid(message: string): KinoraError {
  return new KinoraError('request.invalid', message);
}
