import type { EditPoint, ShortPlan, Span } from '../lesson/plan.ts';
import type { LayoutPreset } from '../lesson/request.ts';
import { editPointsOf } from './edit-points.ts';
import { hookFor } from './hooks.ts';
import type { MotionGrid, PlanSource } from './inputs.ts';
import { layoutOfPreset } from './layout.ts';
import { removalsOf } from './removals.ts';
import { candidatesFor } from './short-candidates.ts';
import type { Candidate } from './short-candidates.ts';
import { clipSpans, milliseconds, secondsOf } from './spans.ts';
import { mapSpeech } from './speech-map.ts';
import { itemWorth } from './worth.ts';

/** What Shorts are planned from. */
export type ShortsSource = PlanSource & {
  /** How many at most, 0 to 5. Default 4. */
  count?: number;
  /** Longest one may be, silences left out; 10 to 60 seconds. Default 45. */
  shortSeconds?: number;
  /** Which part of the picture is shown. Default `auto`. */
  layout?: LayoutPreset;
  /** Width by height of the recording's picture; null: sound alone. Default 16/9. */
  aspect?: number | null;
  motion?: MotionGrid | null;
  /** Edit points, where they are found already. */
  points?: readonly EditPoint[];
};

/** Candidates that are compared with each other. */
const mostCompared = 1500;

/** Most silences that one may leave out. */
const mostCuts = 60;

/**
 * Shorts of a recording: stretches of whole sentences that teach much, with variety in items, kinds and places; what a spoken marker
 * points at comes first. Fewer than asked for, where there is no more to teach.
 * @returns In order of their starts, apart from each other.
 */
export function planShorts(source: ShortsSource): ShortPlan[] {
  const { count = 4, shortSeconds = 45, layout = 'auto', aspect = 16 / 9, motion = null } = source;
  if (count <= 0) return [];
  const map = mapSpeech(source);
  const points = source.points ?? editPointsOf(source, map);
  const removals = removalsOf(source, map, { quiet: 0.6, sounding: 1.8 });
  const candidates = candidatesFor(source, { map, points, removals, longest: Math.min(60, shortSeconds) });
  const best = candidates.toSorted((a, b) => b.score - a.score || a.start - b.start).slice(0, mostCompared);
  const chosen = chooseVaried(best, Math.min(5, count), map.seconds).toSorted((a, b) => a.start - b.start);
  const taken = new Set<string>();
  return chosen.map((candidate, at) => {
    const span = { start: milliseconds(candidate.start), end: milliseconds(candidate.end) };
    return {
      id: `short-${at + 1}`,
      span,
      cuts: cutsWithin(removals, span),
      hook: candidate.items[0] ? hookFor(candidate.items[0].item, taken) : quoteHook(candidate.text),
      items: candidate.items.slice(0, 6).map(({ item }) => item.id),
      layout: layoutOfPreset(layout, { aspect, motion, span }),
      isOn: true,
    };
  });
}

/** Seconds of a Short without what it leaves out. */
export function shortLength({ span, cuts }: Pick<ShortPlan, 'span' | 'cuts'>): number {
  return milliseconds(span.end - span.start - secondsOf(cuts));
}

/** Removals inside a stretch, the longest where there are too many. */
function cutsWithin(removals: readonly Span[], { start, end }: Span): Span[] {
  return clipSpans(removals, start, end)
    .map((cut) => ({ start: milliseconds(cut.start), end: milliseconds(cut.end) }))
    .filter((cut) => cut.end > cut.start)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
    .slice(0, mostCuts)
    .toSorted((a, b) => a.start - b.start);
}

/** The best, then always the best of what differs from those: an item counts a fifth the second time, a kind less each time. */
function chooseVaried(candidates: readonly Candidate[], count: number, seconds: number): Candidate[] {
  const chosen: Candidate[] = [];
  const taught = new Set<string>();
  const near = Math.min(120, seconds / (count * 3));
  while (chosen.length < count) {
    let best: Candidate | null = null;
    let most = 0.25;
    for (const candidate of candidates) {
      if (candidate.score <= most) continue;
      if (chosen.some(({ start, end }) => candidate.start < end + 1 && candidate.end > start - 1)) continue;
      const main = candidate.items[0]?.item;
      let score = candidate.score;
      for (const { item, counted } of candidate.items) if (taught.has(item.id)) score -= 0.8 * counted;
      if (main && taught.has(main.id)) score -= 0.5;
      score -= 0.25 * chosen.filter(({ items }) => main && items[0]?.item.kind === main.kind).length;
      score -=
        0.3 * chosen.filter(({ start, end }) => candidate.start < end + near && candidate.end > start - near).length;
      if (score > most) [best, most] = [candidate, score];
    }
    if (best === null) break;
    chosen.push(best);
    for (const { item } of best.items) taught.add(item.id);
  }
  for (const candidate of chosen) leadWithOwn(candidate, chosen);
  return chosen;
}

/** Two Shorts don't lead with the same item where one has another. */
function leadWithOwn(candidate: Candidate, all: readonly Candidate[]): void {
  const others = all.slice(0, all.indexOf(candidate)).map(({ items }) => items[0]?.item.id);
  const own = candidate.items.findIndex(({ item }) => !others.includes(item.id));
  if (own > 0 && itemWorth(candidate.items[own]!.item) > 0.25)
    candidate.items.unshift(...candidate.items.splice(own, 1));
}

function quoteHook(text: string): ShortPlan['hook'] {
  const plain = text.trim().replace(/[。.、,]+$/u, '');
  const short = plain.length <= 40 ? plain : `${plain.slice(0, 39).replace(/[\uD800-\uDBFF]$/u, '')}…`;
  return { ja: `「${short}」`, en: `“${short}”` };
}
