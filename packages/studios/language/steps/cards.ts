import type { ItemCard, RubyText } from '@kinora/media/lesson-art';
import { alignFurigana } from '../analysis/furigana.ts';
import type { VocabularyItem } from '../analysis/item.ts';
import { kindLabels, learnerLanguage } from '../exports/index.ts';
import type { LessonChoices } from '../schema.ts';

/** An item as its card shows it: what derivations of pictures depend on. */
export function cardOf(
  item: VocabularyItem,
  { furigana }: Pick<LessonChoices, 'furigana'>,
  { hasExample = false }: { hasExample?: boolean } = {},
): ItemCard {
  const { form, reading, kind, language, gloss, difficulty, example } = item;
  return {
    form: withReading(form, reading, furigana),
    gloss,
    kind: kindLabels[learnerLanguage(language)][kind],
    ...(difficulty !== undefined && { level: difficulty }),
    ...(hasExample && example !== undefined && { example }),
  };
}

/** A word with the readings of its kanji, where they are wanted. */
export function withReading(form: string, reading: string | undefined, furigana: boolean): RubyText {
  return furigana ? alignFurigana(form, reading) : form;
}
