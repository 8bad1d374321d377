import type { CutPlan, Span } from '../lesson/plan.ts';
import { chapterTitles } from './chapter-titles.ts';
import { topicShifts } from './cohesion.ts';
import { cutSeconds, fromCutTime, isKept, toCutTime } from './cut-time.ts';
import { lengthOf } from './inputs.ts';
import type { PlanSource } from './inputs.ts';
import { median, spread } from './statistics.ts';

/** Shortest chapter that players show, seconds. */
const shortest = 10;
/** Fewest chapters that players show. */
const fewest = 3;

/**
 * Chapters of a recording, or of what a cut keeps of it: where the topic changes. The first begins at the beginning; each lasts ten
 * seconds at least, as players want it, and rather a minute; there are at least three, or none where that can't be.
 * @param source.keeps What the video keeps; absent: the whole recording.
 * @returns Starts in seconds of the recording.
 */
export function planChapters(source: PlanSource & { keeps?: readonly Span[] }): CutPlan['chapters'] {
  const seconds = lengthOf(source);
  const keeps = source.keeps ?? (seconds > 0 ? [{ start: 0, end: seconds }] : []);
  const whole = cutSeconds(keeps);
  const { sentences } = source.transcript;
  if (whole < fewest * shortest || sentences.length < fewest) return [];
  const starts = chooseStarts(source, { keeps, whole });
  if (starts.length < fewest) return [];
  const bounds = starts.map((start) => fromCutTime(keeps, start));
  const titles = chapterTitles(source, { keeps, bounds });
  return bounds.map((start, at) => ({ start, title: titles[at]! }));
}

/** Times of the cut at which chapters begin, the clearest shifts first; about seven in ten minutes, seventeen in an hour, at most 24. */
function chooseStarts(
  { transcript: { sentences } }: PlanSource,
  { keeps, whole }: { keeps: readonly Span[]; whole: number },
): number[] {
  const kept = sentences.filter(({ start, end }) => isKept(keeps, start) || isKept(keeps, (start + end) / 2));
  const shifts = topicShifts(kept);
  const scores = shifts.map(({ score }) => score);
  const middle = median(scores);
  const clearly = middle + 1.2 * Math.max(0.1, spread(scores, middle));
  const most = Math.min(24, Math.max(fewest, Math.round(Math.sqrt(whole / 12))));
  // Chapters of a minute read well; of short videos a fifth.
  const apart = Math.max(shortest, Math.min(60, whole / 6));
  const starts = [0];
  const fits = (time: number, distance: number) =>
    whole - time >= distance && starts.every((start) => Math.abs(start - time) >= distance);
  const candidates = shifts
    .map(({ time, score }) => ({ time: toCutTime(keeps, time), score }))
    .toSorted((a, b) => b.score - a.score || a.time - b.time);
  for (const { time, score } of candidates) {
    if (starts.length >= most || (score < clearly && starts.length >= fewest)) break;
    if (fits(time, apart)) starts.push(time);
  }
  for (const { time } of candidates) if (starts.length < fewest && fits(time, shortest)) starts.push(time);
  return starts.toSorted((a, b) => a - b);
}
