import type { Sentence } from '@kinora/studios/language/schema';

/** The sentence that is said at a time, or was said last before it; −1 before the first. */
export function sentenceAt(sentences: readonly Sentence[], time: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.start <= time + 0.02) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Text as it is searched: one width, one case, katakana as hiragana. */
export function searchable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
