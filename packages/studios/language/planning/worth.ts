import type { VocabularyItem } from '../analysis/item.ts';
import { bands } from '../lexicon/entry.ts';
import type { ItemKind } from '../lexicon/entry.ts';
import type { PlanSource } from './inputs.ts';

/** How much an item of a kind teaches that no textbook does. */
const kindWorth: Record<ItemKind, number> = {
  mistake: 1.1,
  slang: 1,
  culture: 1,
  expression: 0.9,
  grammar: 0.6,
  word: 0.4,
};

/** An item said at a place, and what that is worth to a learner. */
export type Teaching = {
  item: VocabularyItem;
  /** Index of the evidence. */
  at: number;
  start: number;
  end: number;
  sentence: number;
  worth: number;
};

/**
 * What an item is worth, 0 to about 1.4: by its kind, by how advanced it is (a beginner's item half, the most advanced a quarter more),
 * and less the more often it is said, since what comes in every other sentence teaches little each time.
 */
export function itemWorth({ kind, language, difficulty, evidence }: VocabularyItem): number {
  const names: readonly string[] = bands[language];
  const band = difficulty === undefined ? -1 : names.indexOf(difficulty);
  const level = band < 0 ? 1 : 0.5 + (0.75 * band) / (names.length - 1);
  return (kindWorth[kind] * level) / (1 + 0.25 * Math.log2(evidence.length));
}

/** Every place where something is taught, in order: the first time counts whole, the second a third, later ones a tenth. */
export function teachingsOf({ items, learns = 'both' }: Pick<PlanSource, 'items' | 'learns'>): Teaching[] {
  return items
    .filter(({ language }) => learns === 'both' || language === learns)
    .flatMap((item) => {
      const whole = itemWorth(item);
      return item.evidence
        .map(({ start, end, sentence }, at) => ({ item, at, start, end, sentence }))
        .toSorted((a, b) => a.start - b.start)
        .map((place, turn) => ({ ...place, worth: whole * (turn === 0 ? 1 : turn === 1 ? 0.35 : 0.1) }));
    })
    .toSorted((a, b) => a.start - b.start || compare(a.item.id, b.item.id));
}

/** Order of code units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
