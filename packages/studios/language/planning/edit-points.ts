import type { EditPoint, EditPointKind, Span } from '../lesson/plan.ts';
import type { Sentence } from '../transcript/index.ts';
import { findFillers } from './fillers.ts';
import type { PlanSource } from './inputs.ts';
import { findMarkers } from './marked.ts';
import { findBursts, findLoudMoments } from './moments.ts';
import { findPaceChanges } from './pace.ts';
import { reasonFor } from './reasons.ts';
import { milliseconds } from './spans.ts';
import { mapSpeech } from './speech-map.ts';
import type { SpeechMap } from './speech-map.ts';
import { share } from './statistics.ts';
import { findTeachingPeaks, teachingCurve } from './teaching.ts';
import { teachingsOf } from './worth.ts';

/** Seconds without speech from which on a silence is worth naming. */
export const shortestSilence = 0.8;

/**
 * Places of a recording that an editor would look at, and why: silences, fillers, changes of pace, laughter, loud moments, spoken
 * markers and stretches that teach much.
 * @returns In order of their starts; the same input gives the same points, with the same ids.
 */
export function findEditPoints(source: PlanSource): EditPoint[] {
  return editPointsOf(source, mapSpeech(source));
}

/** The same, where the speech is mapped already. */
export function editPointsOf(source: PlanSource, map: SpeechMap): EditPoint[] {
  const { sentences } = source.transcript;
  const points: Omit<EditPoint, 'id'>[] = [];
  const add = (kind: EditPointKind, span: Span, rest: Omit<EditPoint, 'id' | 'kind' | 'start' | 'end'>) => {
    const [start, end] = [milliseconds(Math.max(0, span.start)), milliseconds(Math.min(map.seconds, span.end))];
    if (end > start) points.push({ start, end, kind, ...rest, strength: Math.round(share(rest.strength) * 100) / 100 });
  };

  for (const pause of map.pauses) {
    const seconds = pause.end - pause.start;
    // Where something else is heard, a moment without words is part of the show.
    if (seconds < (pause.quiet > 0.5 ? shortestSilence : 2.5)) continue;
    const isQuiet = pause.quiet > 0.5;
    add('silence', pause, {
      advice: 'cut',
      strength: (isQuiet ? 0.4 : 0.25) + share(seconds / 6) * (isQuiet ? 0.6 : 0.4),
      reason: reasonFor.silence(seconds, pause, map.levels?.speech ?? null),
    });
  }
  for (const filler of findFillers(source, map)) {
    add('filler', filler, {
      advice: 'cut',
      strength: filler.isWhole ? 0.8 : 0.6,
      reason: reasonFor.filler(filler),
    });
  }
  for (const change of findPaceChanges(source, map)) {
    add(change.kind, change, { advice: 'keep', strength: change.strength, reason: reasonFor.pace(change) });
  }
  for (const burst of findBursts(source)) {
    add('laughter', burst, {
      advice: burst.strength >= 0.7 ? 'highlight' : 'keep',
      strength: burst.strength,
      reason: reasonFor.laughter(burst),
    });
  }
  for (const moment of findLoudMoments(source, map)) {
    add('loud', moment, { advice: 'highlight', strength: moment.strength, reason: reasonFor.loud(moment) });
  }
  for (const { marker, points: target, order } of findMarkers(source, map)) {
    const text = marker.text.trim();
    if (order !== 'important') {
      add('marker', marker, { advice: 'cut', strength: 1, reason: reasonFor.markerItself(text) });
    }
    if (target) {
      add('marker', target, {
        advice: order === 'cut' ? 'cut' : 'highlight',
        strength: order === 'important' ? 0.7 : 1,
        reason: reasonFor.marked(order, text, target.end - target.start),
      });
    }
  }
  const teachings = teachingsOf(source);
  for (const peak of findTeachingPeaks(teachingCurve(teachings, map.seconds), teachings)) {
    const span = wholeSentences(sentences, peak);
    const forms = [...new Set(peak.teachings.toSorted((a, b) => b.worth - a.worth).map(({ item }) => item.form))];
    const firsts = peak.teachings.filter(({ at }) => at === 0).length;
    add('teaching', span, {
      advice: 'highlight',
      strength: peak.strength,
      reason: reasonFor.teaching({ ...peak, seconds: span.end - span.start, firsts, forms }),
    });
  }
  return named(points);
}

/** A stretch, widened so that it breaks no sentence. */
function wholeSentences(sentences: readonly Sentence[], { start, end }: Span): Span {
  const within = sentences.filter((each) => each.end > start && each.start < end);
  return within.length === 0
    ? { start, end }
    : { start: within[0]!.start, end: Math.max(...within.map((each) => each.end)) };
}

/** Ids from kind and time; a second of the same kind in the same tenth of a second has a number. */
function named(points: readonly Omit<EditPoint, 'id'>[]): EditPoint[] {
  const taken = new Map<string, number>();
  return points
    .toSorted((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
    .map((point) => {
      const base = `${point.kind}-${Math.round(point.start * 10)}`;
      const turn = (taken.get(base) ?? 0) + 1;
      taken.set(base, turn);
      return { id: turn === 1 ? base : `${base}-${turn}`, ...point };
    });
}
