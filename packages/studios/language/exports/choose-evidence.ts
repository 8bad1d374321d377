import type { Evidence } from '../analysis/evidence.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import type { Sentence } from '../transcript/index.ts';

/** Characters of a sentence that is easily read on a card: at least, at best from and to, and what is too long. */
const lengths = { ja: { least: 6, best: [10, 34], most: 70 }, en: { least: 14, best: [24, 90], most: 170 } } as const;

/**
 * For each item the place that shows it best: in a whole sentence of good length, said at an even pace, in one language, and
 * rather in one that no other item has. The same items give the same places.
 * @param items In the order of their importance: the first choose first.
 */
export function chooseEvidence(
  items: readonly VocabularyItem[],
  sentences: readonly Sentence[],
): Map<VocabularyItem, Evidence> {
  const taken = new Map<number, number>();
  const chosen = new Map<VocabularyItem, Evidence>();
  for (const item of items) {
    let best: Evidence = item.evidence[0];
    let leastCost = Infinity;
    for (const evidence of item.evidence) {
      const cost = costOf(evidence, item, sentences[evidence.sentence]) + (taken.get(evidence.sentence) ?? 0) * 0.8;
      if (cost < leastCost) [best, leastCost] = [evidence, cost];
    }
    chosen.set(item, best);
    taken.set(best.sentence, (taken.get(best.sentence) ?? 0) + 1);
  }
  return chosen;
}

/** How badly a sentence shows an item, 0 and more. */
function costOf(evidence: Evidence, item: VocabularyItem, sentence: Sentence | undefined): number {
  const text = evidence.context.trim();
  const { least, best, most } = lengths[item.language];
  const length = text.length;
  let cost = 0;
  if (length < best[0]) cost += (best[0] - length) / (best[0] - least);
  if (length > best[1]) cost += (length - best[1]) / (most - best[1]);
  // Nothing but the item itself: it shows no use.
  if (length - evidence.surface.length < 3) cost += 1.5;
  if (!/[。！？.!?…」』）)"”w笑草♪]$/u.test(text)) cost += 0.4;
  // Inaudible words, music, masked words.
  if (/[♪♫[\]<>*_]|\(.*\)|（.*）/.test(text)) cost += 0.7;
  if (/([wｗ])\1{2,}|(.)\2{4,}/u.test(text)) cost += 0.3;
  if (sentence !== undefined) {
    if (sentence.language !== item.language) cost += 0.4;
    const pace = length / Math.max(0.3, sentence.end - sentence.start);
    if (pace > (item.language === 'ja' ? 11 : 24)) cost += 0.5;
  }
  return cost;
}
