import type { VocabularyRow } from '@kinora/capabilities/publishing';
import { kindLabels, registerLabels } from '@kinora/studios/language';
import type { VocabularyEntry, VocabularyEvidence } from '../vocabulary/vocabulary.ts';

/** An item as a row of a table for learners of both languages. */
export function rowOf(entry: VocabularyEntry, place: VocabularyEvidence): VocabularyRow {
  const isJapanese = entry.language === 'ja';
  const spoken =
    isJapanese && entry.reading !== undefined && entry.reading !== entry.form
      ? `${entry.form}（${entry.reading}）`
      : entry.form;
  const told = entry.correction === undefined ? spoken : `${spoken} → ${entry.correction}`;
  const register =
    entry.register === undefined || entry.register === 'neutral' ? [] : [registerLabels.en[entry.register]];
  return {
    id: entry.id,
    japanese: isJapanese ? told : entry.gloss,
    english: isJapanese ? entry.gloss : told,
    context: place.context,
    difficulty: entry.difficulty ?? null,
    kind: kindLabels.en[entry.kind],
    source: place.link,
    seconds: place.start,
    tags: [...new Set([...entry.tags, ...register])],
  };
}
