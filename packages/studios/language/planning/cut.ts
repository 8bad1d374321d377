import type { CutPlan, EditPoint, Span } from '../lesson/plan.ts';
import { planCards } from './cards.ts';
import { planChapters } from './chapters.ts';
import { editPointsOf } from './edit-points.ts';
import type { PlanSource } from './inputs.ts';
import { choosePassages, passagesOf } from './passages.ts';
import { keepsWithout, removalsOf } from './removals.ts';
import { clipSpans, mergeSpans, milliseconds, secondsOf } from './spans.ts';
import { mapSpeech } from './speech-map.ts';
import type { SpeechMap } from './speech-map.ts';
import { planTitles } from './titles.ts';
import { teachingsOf } from './worth.ts';

/** What a main video is planned from. */
export type CutSource = PlanSource & {
  /** Longest the main video may be; null: all but silences and fillers. */
  targetSeconds: number | null;
  /** Whether there are vocabulary cards. Default true. */
  cards?: boolean;
  /** Name of the recording, for the title at the beginning. Null or absent: no titles. */
  title?: string | null;
  /** Edit points, where they are found already. */
  points?: readonly EditPoint[];
};

/** Most stretches that a plan may have. */
const mostKeeps = 4000;

/**
 * What a main video keeps, its chapters, cards and titles. Cuts lie in pauses, at the edges of words that are timed exactly, or between
 * sentences; never within a word. Where the recording is longer than wanted, whole passages are chosen by what they teach; the
 * opening stays.
 */
export function planCut(source: CutSource): CutPlan {
  const map = mapSpeech(source);
  const all = keepAll(source, map);
  const keeps = shorten(source, map, all);
  const learned = itemsFor(source);
  return {
    keeps,
    chapters: planChapters({ ...source, keeps }),
    cards: (source.cards ?? true) ? planCards(learned, keeps) : [],
    ...(source.title == null ? { intro: null, outro: null } : planTitles(source.title, { ...source, keeps })),
  };
}

/** Everything but silences, fillers and what markers say; longer silences only, where there would be too many cuts. */
function keepAll(source: PlanSource, map: SpeechMap): Span[] {
  for (let factor = 1; ; factor *= 1.4) {
    const limits = { quiet: 0.7 * factor, sounding: 2.5 * factor };
    const keeps = keepsWithout(map, removalsOf(source, map, limits));
    if (keeps.length <= mostKeeps * 0.9 || factor > 1000) return tidy(keeps);
  }
}

function shorten(source: CutSource, map: SpeechMap, keeps: Span[]): Span[] {
  const { targetSeconds } = source;
  if (targetSeconds === null || secondsOf(keeps) <= targetSeconds) return keeps;
  const points = source.points ?? editPointsOf(source, map);
  const passages = passagesOf(source, map, { keeps, teachings: teachingsOf(source), points });
  const chosen = mergeSpans(choosePassages(passages, targetSeconds));
  return tidy(chosen.flatMap(({ start, end }) => clipSpans(keeps, start, end)));
}

/** Whole milliseconds; what touches is one. */
function tidy(keeps: readonly Span[]): Span[] {
  const rounded = keeps.map(({ start, end }) => ({ start: milliseconds(start), end: milliseconds(end) }));
  return mergeSpans(rounded.filter(({ start, end }) => end > start));
}

function itemsFor({ items, learns = 'both' }: PlanSource): PlanSource['items'] {
  return learns === 'both' ? items : items.filter(({ language }) => language === learns);
}
