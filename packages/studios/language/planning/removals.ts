import type { Span } from '../lesson/plan.ts';
import type { Cue, Sentence } from '../transcript/index.ts';
import { findFillers } from './fillers.ts';
import type { PlanSource, SoundLevels } from './inputs.ts';
import { findMarkers } from './marked.ts';
import { clipSpans, mergeSpans, subtractSpans } from './spans.ts';
import { heardSpan, isTimed } from './speech-map.ts';
import type { Pause, SpeechMap } from './speech-map.ts';
import { runsOf } from './statistics.ts';

/** Seconds of a pause that stay: after speech, so that it doesn't end abruptly (more after a sentence), and before the next. */
const roomTone = { after: 0.35, within: 0.2, before: 0.15 } as const;
/** Seconds below which leaving out isn't worth a cut. */
const shortestRemoval = 0.25;

/** Shortest pauses that are shortened, seconds: quiet ones, and those in which something else is heard. */
export type PauseLimits = { quiet: number; sounding: number };

/** What a cut leaves out whatever its length: silences, fillers, spoken markers and what they say is to go. Sorted, disjoint. */
export function removalsOf(source: PlanSource, map: SpeechMap, limits: PauseLimits): Span[] {
  const { sentences, cues } = source.transcript;
  const spans: Span[] = shortenPauses(map, sentences, limits);
  spans.push(...findFillers(source, map).map(({ start, end }) => ({ start, end })));
  for (const { marker, order, points } of findMarkers(source, map)) {
    if (order === 'important') continue;
    const own = exactSpan(marker, cues) ?? heardBetween(marker, source, map);
    if (own) spans.push(...withoutOthers(own, marker, cues));
    if (order !== 'cut' || points === null) continue;
    for (const sentence of sentences.slice(Math.max(0, marker.index - 20), marker.index)) {
      if (sentence.start < points.start - 0.001) continue;
      const said = exactSpan(sentence, cues) ?? heardBetween(sentence, source, map);
      if (said) spans.push(...withoutOthers(said, sentence, cues));
    }
  }
  return mergeSpans(spans);
}

/** Stretches of pauses that can go, with what stays of the pause on either side. */
export function shortenPauses(map: SpeechMap, sentences: readonly Sentence[], limits: PauseLimits): Span[] {
  let at = 0;
  return map.pauses.flatMap((pause) => {
    if (pause.end - pause.start < (pause.quiet > 0.5 ? limits.quiet : limits.sounding)) return [];
    while (at < sentences.length - 1 && sentences[at + 1]!.start <= pause.start) at++;
    const sentence = sentences[at];
    const isWithin = sentence && sentence.start < pause.start - 0.3 && sentence.end > pause.end + 0.3;
    const span = withRoomTone(pause, { isWithin: isWithin === true, seconds: map.seconds });
    return span.end - span.start >= shortestRemoval ? [span] : [];
  });
}

function withRoomTone({ start, end }: Pause, { isWithin, seconds }: { isWithin: boolean; seconds: number }): Span {
  return {
    start: start <= 0 ? 0 : start + (isWithin ? roomTone.within : roomTone.after),
    end: end >= seconds ? seconds : end - roomTone.before,
  };
}

/** When a sentence is said, if that is known exactly: by its words, or because it begins and ends with its cues. */
export function exactSpan(sentence: Sentence, cues: readonly Cue[]): Span | null {
  const [first, last] = [sentence.parts[0]!, sentence.parts.at(-1)!];
  const [from, to] = [cues[first.cueIndex]!, cues[last.cueIndex]!];
  const startsExactly = isTimed(from) || Math.abs(first.start - from.start) < 0.005;
  const endsExactly = isTimed(to) || Math.abs(last.end - to.end) < 0.005;
  if (!startsExactly || !endsExactly) return null;
  const lastWord = isTimed(to) ? to.words!.findLast((word) => word.start < last.end - 0.001) : undefined;
  const end = lastWord ? Math.max(heardSpan(lastWord).end, last.start) : last.end;
  return end > first.start ? { start: first.start, end } : null;
}

/** Seconds around the time that a cue's letters suggest, in which the gap between two of its sentences is looked for. */
const guess = 0.6;
/** Shortest gap between sentences, seconds: longer than what is silent within a word. */
const shortestGap = 0.15;

/** When a sentence within an untimed cue is said, if a gap is heard where it should begin and where it should end. */
function heardBetween(sentence: Sentence, { transcript: { cues }, sound }: PlanSource, map: SpeechMap): Span | null {
  const [first, last] = [sentence.parts[0]!, sentence.parts.at(-1)!];
  const [from, to] = [cues[first.cueIndex]!, cues[last.cueIndex]!];
  if (isTimed(from) || isTimed(to) || !sound || !map.levels) return null;
  const start = first.start - from.start < 0.005 ? from.start : gapNear(first.start, { sound, map })?.end;
  const end = to.end - last.end < 0.005 ? to.end : gapNear(last.end, { sound, map })?.start;
  return start === undefined || end === undefined || end - start < 0.2 ? null : { start, end };
}

/** The nearest stretch about a time in which only the background is heard. */
function gapNear(
  time: number,
  { sound: { loudness, step }, map: { levels } }: { sound: SoundLevels; map: SpeechMap },
): Span | null {
  const from = Math.max(0, Math.round((time - guess) / step));
  const length = Math.min(loudness.length - from, Math.round((2 * guess) / step));
  const isQuiet = (at: number) => levels!.isClearAt(from + at) && loudness[from + at]! < levels!.thresholdAt(from + at);
  const gaps = runsOf(Math.max(0, length), isQuiet)
    .map((run) => ({ start: (from + run.from) * step, end: (from + run.to) * step }))
    .filter(({ start, end }) => end - start >= shortestGap - 0.001);
  const distance = ({ start, end }: Span) => Math.abs((start + end) / 2 - time);
  return gaps.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** A sentence's time without what others say meanwhile. */
function withoutOthers(span: Span, sentence: Sentence, cues: readonly Cue[]): Span[] {
  const own = new Set(sentence.parts.map(({ cueIndex }) => cueIndex));
  const [first, last] = [sentence.parts[0]!.cueIndex, sentence.parts.at(-1)!.cueIndex];
  const others: Span[] = [];
  for (let at = Math.max(0, first - 8); at <= Math.min(cues.length - 1, last + 8); at++) {
    const cue = cues[at]!;
    if (!own.has(at)) others.push(...(isTimed(cue) ? cue.words!.map(heardSpan) : [cue]));
    else if (isTimed(cue)) {
      // Words of the same cue that belong to the sentences beside it.
      others.push(
        ...cue.words!.map(heardSpan).filter(({ start, end }) => start >= span.end - 0.001 || end <= span.start),
      );
    }
  }
  return subtractSpans([span], mergeSpans(others));
}

/**
 * What stays without removals. Stretches in which nothing is said, left over between two removals, go too.
 * @param shortest Seconds below which such a stretch goes.
 */
export function keepsWithout(map: SpeechMap, removals: readonly Span[], shortest = 1.5): Span[] {
  return subtractSpans(map.seconds > 0 ? [{ start: 0, end: map.seconds }] : [], removals).filter(
    (keep) => keep.end - keep.start >= shortest || isSpokenIn(map, keep),
  );
}

/** Whether anything is said within a span: more than what a step's grain covers. */
export function isSpokenIn({ pauses, step }: SpeechMap, { start, end }: Span): boolean {
  const silent = clipSpans(pauses, start, end).reduce((sum, pause) => sum + pause.end - pause.start, 0);
  return end - start - silent > 2.5 * step;
}
