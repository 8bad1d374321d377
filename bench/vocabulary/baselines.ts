import type { Transcript } from '../../packages/studios/language/analysis/evidence.ts';
import { readEnglishTokens, readJapaneseTokens } from '../../packages/studios/language/tokens/index.ts';
import type { Find } from './score.ts';

/** What a look-up of every word would give: all content words of the dictionary. */
export function dictionaryWords({ sentences }: Transcript): Find[] {
  return sentences.flatMap(({ text, index, language }) => {
    const tokens = language === 'en' ? readEnglishTokens(text) : readJapaneseTokens(text);
    return tokens
      .filter(({ parts }) =>
        parts.some((part) => /^(?:名詞|動詞|形容詞|副詞|感動詞|Noun|Verb|Adjective|Adverb)$/.test(part)),
      )
      .map(({ lemma, reading, start, end, text: surface }) => ({
        form: lemma,
        kind: 'word',
        ...(reading === undefined ? {} : { reading }),
        sentence: index,
        from: start,
        to: end,
        surface,
      }));
  });
}

/** Only words that the transcript has once: rare ones are more likely worth a look. */
export function rareWords(transcript: Transcript): Find[] {
  const words = dictionaryWords(transcript);
  const count = new Map<string, number>();
  for (const { form } of words) count.set(form, (count.get(form) ?? 0) + 1);
  return words.filter(({ form }) => count.get(form) === 1);
}
