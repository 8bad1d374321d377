import { sentencesOf, wordsOf } from '../level.ts';

/** Takes out sentences that were told before or that name something to keep out; speech and short words stay. */
export function repair(text: string, told: ReadonlySet<string>, avoid: RegExp | null): string {
  const own = new Set<string>();
  return text
    .split('\n\n')
    .map((paragraph) =>
      sentencesOf(paragraph)
        .filter((sentence) => {
          if (avoid?.test(sentence)) return false;
          const key = sentenceKey(sentence);
          if (wordsOf(sentence).length < 5 || /[“”]/.test(sentence)) return true;
          if (told.has(key) || own.has(key)) return false;
          own.add(key);
          return true;
        })
        .join(' '),
    )
    .filter(Boolean)
    .join('\n\n');
}

/** A sentence as it is compared: its words in lower case. */
export function sentenceKey(sentence: string): string {
  return wordsOf(sentence.toLowerCase()).join(' ');
}
