import type { Sentence } from '../../transcript/index.ts';

/** Sentences that a model is shown at once: from `first` on, `end` exclusive. What overlaps is told by both and counted once. */
export type Chunk = { first: number; end: number };

/** Characters of a chunk, so that small models' contexts hold it, and sentences that it shares with the one before. */
const size = { ja: 1200, en: 3200 } as const;
const overlap = 3;

/** Splits a transcript into overlapping chunks; every sentence is in one at least. */
export function planChunks(sentences: readonly Sentence[]): Chunk[] {
  const chunks: Chunk[] = [];
  let first = 0;
  while (first < sentences.length) {
    let end = first;
    let share = 0;
    while (end < sentences.length && (share < 1 || end === first)) {
      const { text, language } = sentences[end]!;
      share += text.length / size[language === 'en' ? 'en' : 'ja'];
      end++;
    }
    chunks.push({ first, end });
    if (end === sentences.length) break;
    first = Math.max(first + 1, end - overlap);
  }
  return chunks;
}
