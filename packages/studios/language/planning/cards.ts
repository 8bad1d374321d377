import type { CutPlan, Span } from '../lesson/plan.ts';
import { cutSeconds, fromCutTime, isKept, toCutTime } from './cut-time.ts';
import { milliseconds } from './spans.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import { itemWorth } from './worth.ts';

/** Seconds between the end of one card and the next. */
const space = 2;
/** Most cards within any minute. */
const perMinute = 4;
/** Seconds that a card may wait for another to go. */
const patience = 4;

/**
 * How long a card must stay to be read: a second to notice it, then about 15 Latin or 6 Japanese characters a second; 3 to 8 seconds.
 */
export function cardSeconds({ form, reading, gloss, correction }: VocabularyItem): number {
  const text = [form, reading, gloss, correction].filter((each) => each !== undefined).join(' ');
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu)?.length ?? 0;
  const seconds = 1 + wide / 6 + (text.length - wide) / 15;
  return Math.round(Math.min(8, Math.max(3, seconds)) * 10) / 10;
}

/**
 * Cards of a cut: each item when it is first said in what is kept, the most worth first; never two at once, not more than four a
 * minute. A card waits up to four seconds for another to go; what finds no place has none.
 */
export function planCards(items: readonly VocabularyItem[], keeps: readonly Span[]): CutPlan['cards'] {
  const whole = cutSeconds(keeps);
  const candidates = items
    .flatMap((item) => {
      const said = item.evidence.find(
        ({ start, end }) => isKept(keeps, start) && isKept(keeps, Math.max(start, end - 0.05)),
      );
      return said === undefined ? [] : [{ item, at: toCutTime(keeps, said.start), seconds: cardSeconds(item) }];
    })
    .toSorted((a, b) => itemWorth(b.item) - itemWorth(a.item) || a.at - b.at || (a.item.id < b.item.id ? -1 : 1));
  const placed: { item: string; at: number; seconds: number }[] = [];
  for (const { item, at: said, seconds } of candidates) {
    const at = placeFor(placed, { said, seconds, whole });
    if (at !== null) placed.push({ item: item.id, at, seconds });
    if (placed.length === 400) break;
  }
  return placed
    .toSorted((a, b) => a.at - b.at)
    .map(({ item, at, seconds }) => ({ item, start: milliseconds(fromCutTime(keeps, at)), seconds }));
}

type Placed = { at: number; seconds: number };

function placeFor(
  placed: readonly Placed[],
  { said, seconds, whole }: { said: number; seconds: number; whole: number },
): number | null {
  let at = said;
  for (;;) {
    const inTheWay = placed.find((card) => at < card.at + card.seconds + space && card.at < at + seconds + space);
    if (inTheWay === undefined) break;
    at = inTheWay.at + inTheWay.seconds + space;
    if (at > said + patience) return null;
  }
  if (at + seconds > whole) return null;
  const near = placed.filter((card) => Math.abs(card.at - at) < 60).map((card) => card.at);
  // Any minute that holds the new card: it begins with it or with one before it.
  const isTooMany = [...near.filter((each) => each <= at), at].some(
    (from) => near.filter((each) => each >= from && each < from + 60).length + 1 > perMinute,
  );
  return isTooMany ? null : at;
}
