import type { EditPoint, Span } from '../lesson/plan.ts';
import type { Sentence } from '../transcript/index.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import { isTransition, topicShifts } from './cohesion.ts';
import { isFiller } from './fillers.ts';
import type { PlanSource } from './inputs.ts';
import { markerIn } from './markers.ts';
import { exactSpan } from './removals.ts';
import { clipSpans, firstEndingAfter, secondsOf } from './spans.ts';
import type { SpeechMap } from './speech-map.ts';
import { compare, itemWorth } from './worth.ts';

/** A stretch that could be a Short. */
export type Candidate = Span & {
  score: number;
  /** What it teaches, the best first, with what each adds to the score. */
  items: { item: VocabularyItem; counted: number }[];
  /** Its first sentence. */
  text: string;
};

type Context = { map: SpeechMap; points: readonly EditPoint[]; removals: readonly Span[]; longest: number };

/** How much the first, second … item adds: a Short about one thing is better than a list. */
const turns = [1, 0.6, 0.4, 0.25, 0.15, 0.1];

/** Said where something is explained. */
const explains =
  /(?:って|という|っていう)(?:いう)?意味|意味は|っていうのは|とは[、,]|英語(?:で|だ)|日本語(?:で|だ)|の使い方|例えば|たとえば|つまり|\bmeans?\b|\bmeaning\b|in (?:english|japanese)\b|how (?:do )?you say|we say|you (?:can )?say|for example|it's like when|basically/iu;
/** Beginnings that lean on what was said before. */
const leans =
  /^(?:だから|なので|で[、も]|それ(?:で|が|は|を|に|も)|そ(?:の|れ|う)|しかも|あと|って|けど|でも|and\b|but\b|so\b|because\b|or\b|which\b|(?:oh,? )?that(?:'s)?\b|it\b|it's\b|he\b|she\b|they\b)/iu;

/**
 * Stretches of whole sentences up to the longest allowed, scored: what they teach, whether it is explained, what markers and laughter
 * say, whether they begin and end well; every second costs a little. For each first sentence the two best.
 */
export function candidatesFor(source: PlanSource, context: Context): Candidate[] {
  const { sentences } = source.transcript;
  const edges = edgesOf(source, context.map);
  const said = itemsBySentence(source);
  const told = sentences.map(({ text }) => explains.test(text));
  const shiftAt = shiftCosts(sentences);
  const opens = sentences.map(({ text }, at) => isTransition(text) || (shiftAt[at] ?? 0) >= 0.2);
  const isOrder = sentences.map(({ text }) => markerIn(text) !== null && markerIn(text) !== 'important');
  const isEmpty = sentences.map(({ text }, at) => isOrder[at] === true || isFiller(text));
  const highlights = context.points.filter(
    ({ kind, advice }) => advice !== 'cut' && kind !== 'teaching' && kind !== 'slow',
  );
  const shortest = Math.min(12, context.longest * 0.6);
  const candidates: Candidate[] = [];
  for (let from = 0; from < sentences.length; from++) {
    const start = edges[from]!.start;
    if (start === null || isEmpty[from] === true) continue;
    const best: Candidate[] = [];
    const inside = new Map<string, Inside>();
    let explained = 0;
    let shifts = 0;
    for (let to = from; to < sentences.length; to++) {
      for (const item of said[to]!) {
        const known = inside.get(item.id);
        const isTold = told[to] === true;
        if (known) {
          known.times++;
          known.isTold ||= isTold;
        } else inside.set(item.id, { item, own: itemWorth(item), first: sentences[to]!.start, times: 1, isTold });
      }
      if (told[to] === true) explained++;
      if (to > from) shifts += shiftAt[to]!;
      // What a marker points at is over with it.
      if (to > from && isOrder[to - 1] === true) shifts += 1.2;
      const end = edges[to]!.end;
      if (sentences[to]!.start - start > context.longest * 3) break;
      if (end === null || isEmpty[to] === true || end <= start) continue;
      const seconds = end - start - secondsOf(clipSpans(context.removals, start, end));
      if (seconds > context.longest) break;
      if (seconds < shortest) continue;
      const points = pointsWithin(highlights, { start, end });
      if (inside.size === 0 && points < 1) continue;
      const items = countedItems([...inside.values()], { start, end });
      const score =
        items.reduce((sum, { counted }) => sum + counted, 0) +
        Math.min(1, 0.35 * explained) +
        points -
        0.012 * seconds -
        shifts +
        (opens[from] === true ? 0.2 : 0) -
        (leans.test(sentences[from]!.text) ? 0.35 : 0) +
        edges[to]!.breath;
      best.push({ start, end, score, items, text: sentences[from]!.text });
    }
    candidates.push(...best.toSorted((a, b) => b.score - a.score || a.end - b.end).slice(0, 2));
  }
  return candidates;
}

/** An item in a stretch: when it is first said, how often, and whether a sentence with it explains something. */
type Inside = { item: VocabularyItem; own: number; first: number; times: number; isTold: boolean };

/** Items of a stretch with what they add: by worth, more when said early, again, or where something is explained. */
function countedItems(inside: readonly Inside[], { start, end }: Span): Candidate['items'] {
  return inside
    .map(({ item, own, first, times, isTold }) => {
      const early = 1 - (first - start) / (end - start);
      const again = 0.25 * Math.min(3, times - 1);
      return { item, worth: own * (0.85 + 0.3 * early + again + (isTold ? 0.4 : 0)) };
    })
    .toSorted((a, b) => b.worth - a.worth || compare(a.item.id, b.item.id))
    .map(({ item, worth }, turn) => ({ item, counted: worth * (turns[turn] ?? 0.05) }));
}

/** What highlights within a stretch add: what a marker points at counts by how much of it is there. */
function pointsWithin(points: readonly EditPoint[], { start, end }: Span): number {
  let [marked, laughs, others] = [0, 0, 0];
  for (let at = firstStarting(points, start - 60); at < points.length && points[at]!.start < end; at++) {
    const point = points[at]!;
    const shared = Math.min(end, point.end) - Math.max(start, point.start);
    if (shared <= 0) continue;
    if (point.kind === 'marker') {
      // What matters is the moment before the marker: the end of what it points at.
      const isWhole = end >= point.end - 1.5 && start <= Math.max(point.start, point.end - 8);
      marked = Math.max(
        marked,
        (isWhole ? 3 : 0.5) * point.strength * Math.min(1, shared / (point.end - point.start)) ** 0.5,
      );
    } else if (point.kind === 'laughter') laughs += 0.25 * point.strength;
    else others += 0.1 * point.strength;
  }
  return marked + Math.min(0.5, laughs) + Math.min(0.2, others);
}

function firstStarting(points: readonly EditPoint[], time: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.start >= time) high = middle;
    else low = middle + 1;
  }
  return low;
}

function itemsBySentence({ transcript: { sentences }, items, learns = 'both' }: PlanSource): VocabularyItem[][] {
  const said = sentences.map((): VocabularyItem[] => []);
  for (const item of items) {
    if (learns !== 'both' && item.language !== learns) continue;
    for (const { sentence } of item.evidence) said[sentence]?.push(item);
  }
  return said;
}

/** What it costs to go on into another topic: most where a phrase announces it. */
function shiftCosts(sentences: readonly Sentence[]): number[] {
  const costs = sentences.map(() => 0);
  for (const { sentence, score } of topicShifts(sentences)) {
    const isTold = isTransition(sentences[sentence]!.text);
    costs[sentence] = (isTold ? 0.7 : 0) + 0.3 * Math.max(0, Math.min(1, score - 0.6));
  }
  return costs;
}

type Edge = {
  /** When one may begin with the sentence and end after it; null where no place is known that clips no word. */
  start: number | null;
  end: number | null;
  /** What ending there adds: a breath sounds finished. */
  breath: number;
};

/** Where sentences may begin and end: in the pauses around them, with a little of their silence, else where their words do. */
function edgesOf({ transcript: { sentences, cues } }: PlanSource, map: SpeechMap): Edge[] {
  const { pauses } = map;
  let latest = 0;
  return sentences.map((sentence: Sentence, index) => {
    const exact = exactSpan(sentence, cues);
    const before = pauses[firstEndingAfter(pauses, sentence.start - 0.5)];
    const after = pauses[firstEndingAfter(pauses, sentence.end - 0.6)];
    const isClear = latest <= sentence.start + 0.001;
    latest = Math.max(latest, sentence.end);
    const next = sentences[index + 1];
    const start =
      before &&
      before.start < sentence.start + 0.3 &&
      before.end <= sentence.start + 0.6 &&
      before.end >= latestBefore(sentences, index) - 0.001
        ? Math.max(before.start, before.end - 0.15)
        : exact && isClear
          ? exact.start
          : null;
    const isLast = next === undefined || next.start >= sentence.end - 0.3;
    const end =
      after && after.start >= sentence.start && (next === undefined || after.start < next.start + 0.3) && isLast
        ? Math.min(after.end, after.start + 0.35)
        : exact && isLast && (next === undefined || next.start >= exact.end - 0.001)
          ? exact.end
          : null;
    const pause = after && start !== null && after.start < sentence.end + 0.6 ? after.end - after.start : 0;
    return { start, end, breath: pause >= 0.6 ? 0.15 : 0 };
  });
}

/** When those who spoke just before have ended. */
function latestBefore(sentences: readonly Sentence[], index: number): number {
  let latest = 0;
  for (let at = Math.max(0, index - 4); at < index; at++) {
    // What is said in the same breath may reach a little over.
    latest = Math.max(latest, Math.min(sentences[at]!.end, sentences[index]!.start));
  }
  return latest;
}
