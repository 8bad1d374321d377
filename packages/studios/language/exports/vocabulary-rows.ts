import type { VocabularyItem } from '../analysis/item.ts';

/**
 * One place of one item: the stable shape of `kinora vocabulary --json` and of a lesson's vocabulary. Names and meanings stay;
 * new ones may be added at the end.
 */
export type VocabularyRow = {
  /** As it is said. */
  surface: string;
  /** Dictionary form. */
  lemma: string;
  reading: string | null;
  kind: VocabularyItem['kind'];
  /** In the other language. */
  gloss: string;
  /** Seconds of the recording, to a thousandth. */
  start: number;
  end: number;
  /** The cue of the subtitles that it begins in, from 0. */
  cueIndex: number;
  sentence: string;
  /** Stretch of the sentence, UTF-16, `to` exclusive. */
  from: number;
  to: number;
  speaker: string | null;
  language: VocabularyItem['language'];
  partOfSpeech: string;
  /** Band, e.g. `N3`; not official. */
  difficulty: string | null;
  register: VocabularyItem['register'] | null;
  explanation: string | null;
  usage: string | null;
  /** Of a mistake: what is right. */
  correction: string | null;
  tags: readonly string[];
  /** Of the item; the same in all recordings. */
  id: string;
};

/** One row for every place of every item, in the order they are said. */
export function vocabularyRows(items: readonly VocabularyItem[]): VocabularyRow[] {
  return items
    .flatMap(({ evidence, form, ...item }) =>
      evidence.map(({ surface, start, end, cueIndex, context, from, to, speaker }) => ({
        surface,
        lemma: form,
        reading: item.reading ?? null,
        kind: item.kind,
        gloss: item.gloss,
        start: toThousandth(start),
        end: toThousandth(end),
        cueIndex,
        sentence: context,
        from,
        to,
        speaker: speaker ?? null,
        language: item.language,
        partOfSpeech: item.partOfSpeech,
        difficulty: item.difficulty ?? null,
        register: item.register ?? null,
        explanation: item.explanation ?? null,
        usage: item.usage ?? null,
        correction: item.correction ?? null,
        tags: item.tags,
        id: item.id,
      })),
    )
    .toSorted((a, b) => a.start - b.start || a.from - b.from);
}

function toThousandth(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
