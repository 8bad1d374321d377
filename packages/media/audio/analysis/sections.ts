import { slowRate, timbreSize } from './spectra.ts';
import type { Spectra } from './spectra.ts';

/** Stretch of a song between two bar lines. */
export type Bar = { start: number; end: number; timbre: Float64Array; chroma: Float64Array; loudness: number };

/** Stretch of bars that belong together. */
export type Span = { firstBar: number; lastBar: number; letter: string };

/** Seconds that a phrase lasts about: four bars of a quick song, two of a slow one. */
const phrase = 8;
/** What a boundary must be worth, in deviations of novelty, by the number of bars since the one before. */
const price = 1;
/** Share of the lines at which certainly nothing begins; their novelty counts as none. */
const calmShare = 0.25;
/** Worth of a section of whole phrases, and of half ones. */
const regular = { whole: 0.8, half: 0.15 };
const longestBars = 24;

/** Describes every bar by timbre, harmony and loudness. @param lines Starts of the bars and the end of the last, seconds. */
export function describeBars(lines: readonly number[], spectra: Spectra): Bar[] {
  const { timbre, chroma, level, slowFrames } = spectra;
  return lines.slice(0, -1).map((start, index) => {
    const end = lines[index + 1]!;
    // The long windows reach over the line; what they hear of the neighbour stays out.
    const from = Math.min(slowFrames - 1, Math.max(0, Math.round((start + 0.05) * slowRate)));
    const to = Math.min(slowFrames, Math.max(from + 1, Math.round((end - 0.05) * slowRate)));
    const bar: Bar = { start, end, timbre: new Float64Array(timbreSize), chroma: new Float64Array(12), loudness: 0 };
    for (let frame = from; frame < to; frame++) {
      for (let k = 0; k < timbreSize; k++) bar.timbre[k]! += timbre[frame * timbreSize + k]! / (to - from);
      for (let k = 0; k < 12; k++) bar.chroma[k]! += chroma[frame * 12 + k]!;
      bar.loudness += level[frame]! ** 2 / (to - from);
    }
    bar.loudness = 10 * Math.log10(bar.loudness + 1e-7);
    const length = Math.sqrt(bar.chroma.reduce((sum, value) => sum + value * value, 0)) + 1e-9;
    bar.chroma = bar.chroma.map((value) => value / length);
    return bar;
  });
}

/**
 * Parts a song where timbre, harmony and loudness change most for longest: novelty at several widths (after Foote, ICME
 * 2000), then the set of boundaries with the highest worth, where sections of whole phrases are likelier
 * (after Sargent et al., "A regularity-constrained Viterbi algorithm", ISMIR 2011). The number of sections is not given.
 */
export function partSong(bars: readonly Bar[]): Span[] {
  if (bars.length === 0) return [];
  const vectors = barVectors(bars);
  const unit = phraseBars(bars);
  const novelty = noveltyCurve(vectors, unit);
  const cuts = bestCuts(novelty, { count: bars.length, unit });
  const spans = cuts.map((firstBar, index) => ({
    firstBar,
    lastBar: (cuts[index + 1] ?? bars.length) - 1,
    letter: '',
  }));
  nameSpans(spans, vectors);
  return spans;
}

/** Bars of a phrase: 1, 2 or 4, whichever comes nearest to its usual length. */
function phraseBars(bars: readonly Bar[]): number {
  const lengths = bars.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const bar = lengths[Math.floor(lengths.length / 2)]!;
  return Math.max(1, Math.min(4, 2 ** Math.round(Math.log2(phrase / bar))));
}

/** Bars as points in which a distance of 1 is a clear difference. */
function barVectors(bars: readonly Bar[]): Float64Array[] {
  const deviation = (read: (bar: Bar) => number) => {
    const mean = bars.reduce((sum, bar) => sum + read(bar), 0) / bars.length;
    return { mean, spread: Math.sqrt(bars.reduce((sum, bar) => sum + (read(bar) - mean) ** 2, 0) / bars.length) };
  };
  const timbres = Array.from({ length: timbreSize }, (_, k) => deviation((bar) => bar.timbre[k]!));
  const loud = deviation((bar) => bar.loudness);
  return bars.map((bar) =>
    Float64Array.from([
      ...timbres.map(({ mean, spread }, k) => (bar.timbre[k]! - mean) / (spread + 0.15) / Math.sqrt(timbreSize)),
      ...Array.from(bar.chroma, (value) => 0.9 * value),
      (0.5 * (bar.loudness - loud.mean)) / (loud.spread + 1),
    ]),
  );
}

/** How much the bars before and after each line differ, in deviations above the song's calm lines; 0 at the first line. */
function noveltyCurve(vectors: readonly Float64Array[], unit: number): Float64Array {
  const count = vectors.length;
  const curve = new Float64Array(count);
  const sides = [1, 2, 4].filter((side) => side <= unit);
  for (const side of sides) {
    if (count < side) continue;
    for (let line = 1; line < count; line++) {
      const before = meanVector(vectors, Math.max(0, line - side), line);
      const after = meanVector(vectors, line, Math.min(count, line + side));
      curve[line]! += distance(before, after) / sides.length;
    }
  }
  const inner = curve.subarray(1);
  const mean = inner.reduce((sum, value) => sum + value, 0) / Math.max(1, inner.length);
  const calm = inner.slice().sort()[Math.floor(calmShare * (inner.length - 1))] ?? 0;
  const spread = Math.sqrt(inner.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, inner.length));
  // Of two neighbouring lines only the higher marks the change.
  return curve.map((value, line) => {
    if (line === 0) return 0;
    const isPeak = value >= (curve[line - 1] ?? 0) && value >= (curve[line + 1] ?? 0);
    return (value - calm) / (spread + 0.05) - (isPeak ? 0 : 1);
  });
}

function bestCuts(novelty: Float64Array, { count, unit }: { count: number; unit: number }): number[] {
  const worth = new Float64Array(count + 1).fill(-Infinity);
  const before = new Int32Array(count + 1);
  worth[0] = 0;
  for (let line = 1; line <= count; line++) {
    const gain = line === count ? 0 : novelty[line]! - price;
    const least = count < 4 ? 1 : Math.max(1, unit / 2);
    for (let length = least; length <= Math.max(longestBars, least) && length <= line; length++) {
      const bonus = length % unit === 0 ? regular.whole : length % (unit / 2) === 0 ? regular.half : 0;
      const score = worth[line - length]! + gain + bonus;
      if (score > worth[line]!) {
        worth[line] = score;
        before[line] = line - length;
      }
    }
  }
  const cuts: number[] = [];
  for (let line = before[count]!; ; line = before[line]!) {
    cuts.push(line);
    if (line === 0) break;
  }
  return cuts.reverse();
}

/** Gives spans that sound alike the same letter, in order of appearance. */
function nameSpans(spans: Span[], vectors: readonly Float64Array[]): void {
  const means = spans.map((span) => meanVector(vectors, span.firstBar, span.lastBar + 1));
  const known: { letter: string; mean: Float64Array; count: number }[] = [];
  const scatter = vectors.reduce(
    (sum, vector, index) => sum + (index > 0 ? distance(vector, vectors[index - 1]!) : 0),
    0,
  );
  const near = Math.min(0.75, 0.8 * (scatter / Math.max(1, vectors.length - 1)));
  spans.forEach((span, index) => {
    const mean = means[index]!;
    const ranked = known.map((each) => ({ each, far: distance(each.mean, mean) })).sort((a, b) => a.far - b.far);
    const match = ranked[0];
    // Neighbours that were parted are different by definition.
    const isBefore = match !== undefined && spans[index - 1]?.letter === match.each.letter;
    if (match && match.far < (isBefore ? near / 2 : near)) {
      span.letter = match.each.letter;
      match.each.mean = match.each.mean.map(
        (value, k) => (value * match.each.count + mean[k]!) / (match.each.count + 1),
      );
      match.each.count++;
    } else {
      span.letter = letterOf(known.length);
      known.push({ letter: span.letter, mean, count: 1 });
    }
  });
}

function letterOf(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : letter + String(Math.floor(index / 26));
}

function meanVector(vectors: readonly Float64Array[], from: number, to: number): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (let index = from; index < to; index++)
    for (let k = 0; k < sum.length; k++) sum[k]! += vectors[index]![k]! / (to - from);
  return sum;
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2;
  return Math.sqrt(sum);
}
