import type { EditPoint, Span } from '../lesson/plan.ts';
import type { Sentence } from '../transcript/index.ts';
import { exactSpan } from './removals.ts';
import type { PlanSource } from './inputs.ts';
import { clipSpans, firstEndingAfter, secondsOf } from './spans.ts';
import type { SpeechMap } from './speech-map.ts';
import type { Teaching } from './worth.ts';

/** A few sentences that are kept or left out together. Passages tile the recording. */
export type Passage = Span & { value: number; seconds: number };

/** Seconds from which on a passage ends at a pause, at any place between sentences, and anywhere at all. */
const lengths = { wanted: 12, long: 25 } as const;
/** Seconds of a pause at which one would take a breath. */
const breath = 0.5;

/** What is worth keeping beside teaching. */
const pointWorth: Partial<Record<EditPoint['kind'], number>> = { marker: 2, laughter: 0.3, loud: 0.15 };

/** Divides a recording into passages, at pauses between sentences. */
export function passagesOf(
  { transcript: { sentences, cues } }: PlanSource,
  map: SpeechMap,
  {
    keeps,
    teachings,
    points,
  }: { keeps: readonly Span[]; teachings: readonly Teaching[]; points: readonly EditPoint[] },
): Passage[] {
  const seams = [0];
  const kept = (from: number, to: number) => secondsOf(clipSpans(keeps, from, to));
  let latest = 0;
  for (const [index, sentence] of sentences.entries()) {
    latest = Math.max(latest, sentence.end);
    const next = sentences[index + 1];
    if (next === undefined) break;
    const seam = seamBetween(sentence, next, { map, cues, latest });
    if (seam === null || seam.at <= seams.at(-1)!) continue;
    const length = kept(seams.at(-1)!, seam.at);
    if (length >= lengths.long || (length >= lengths.wanted && seam.pause >= breath)) seams.push(seam.at);
  }
  if (sentences.length === 0) {
    for (const { start, end } of map.pauses) {
      const at = (start + end) / 2;
      if (start > 0 && end < map.seconds && kept(seams.at(-1)!, at) >= lengths.wanted) seams.push(at);
    }
  }
  const passages = seams.map((start, at) => {
    const end = seams[at + 1] ?? map.seconds;
    return { start, end, value: 0, seconds: kept(start, end) };
  });
  for (const passage of passages) passage.value = 0.004 * passage.seconds;
  for (const { start, worth } of teachings) {
    const passage = passages[firstEndingAfter(passages, start)];
    if (passage) passage.value += worth;
  }
  for (const { kind, advice, strength, start, end } of points) {
    const worth = pointWorth[kind];
    if (worth === undefined || advice === 'cut') continue;
    for (let at = firstEndingAfter(passages, start); at < passages.length && passages[at]!.start < end; at++) {
      const passage = passages[at]!;
      const part = (Math.min(end, passage.end) - Math.max(start, passage.start)) / (end - start);
      passage.value += worth * strength * part;
    }
  }
  return passages;
}

/** Where one may cut between two sentences: in a pause, nearer to what follows; else where words are known to end. */
function seamBetween(
  sentence: Sentence,
  next: Sentence,
  { map, cues, latest }: { map: SpeechMap; cues: Parameters<typeof exactSpan>[1]; latest: number },
): { at: number; pause: number } | null {
  const pause = map.pauses[firstEndingAfter(map.pauses, sentence.end - 0.6)];
  if (pause && pause.start < next.start + 0.3 && pause.end > sentence.end - 0.3 && pause.end >= latest) {
    const length = pause.end - pause.start;
    if (length >= 0.1) return { at: pause.start + Math.max(length * 0.5, Math.min(0.4, length * 0.7)), pause: length };
  }
  const [said, following] = [exactSpan(sentence, cues), exactSpan(next, cues)];
  if (!said || !following || following.start < latest - 0.001) return null;
  return { at: following.start, pause: 0 };
}

/**
 * Chooses passages worth most within a length: the opening first, then always the one that is worth most a second, a little rather
 * one beside what is chosen already than another jump. Their order stays.
 * @returns Chosen passages, at most `target` seconds together.
 */
export function choosePassages(passages: readonly Passage[], target: number): Passage[] {
  const chosen = new Set<number>();
  let left = target;
  const take = (at: number) => {
    chosen.add(at);
    left -= passages[at]!.seconds;
  };
  for (let at = 0; at < passages.length; at++) {
    const opening = passages[at]!;
    if (opening.seconds === 0) continue;
    if (opening.seconds <= Math.max(target * 0.2, Math.min(left, 30))) take(at);
    break;
  }
  for (;;) {
    let best = -1;
    let bestRate = -Infinity;
    for (let at = 0; at < passages.length; at++) {
      const { value, seconds } = passages[at]!;
      if (chosen.has(at) || seconds === 0 || seconds > left) continue;
      const beside = (chosen.has(at - 1) ? 1 : 0) + (chosen.has(at + 1) ? 1 : 0);
      const rate = (value * (1 + 0.2 * beside) + 0.15 * beside) / seconds;
      if (rate > bestRate) [best, bestRate] = [at, rate];
    }
    if (best < 0) break;
    take(best);
  }
  return passages.filter((_, at) => chosen.has(at));
}
