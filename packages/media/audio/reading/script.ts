import { readJapanese } from './japanese.ts';
import { parseText } from './phrases.ts';
import type { Pause, Phrase, Word } from './phrases.ts';
import { soundLetters, syllableWeight } from './sounds.ts';

/** A word of a script with what timing it needs. */
export type ScriptWord = Pick<Word, 'text' | 'offset' | 'length'> & {
  /** Letters that tell how it sounds: lower-case Latin letters or katakana; numbers are spelled out. */
  sounds: string;
  /** About how long it takes to say, in syllables of average length. */
  weight: number;
  /** The pause after it by the punctuation; null within a phrase. */
  pause: Pause | null;
};

/**
 * The words of a text as Kinora's voices time them: the built-in narrator's words and offsets, in every script.
 * @param text As written.
 */
export function splitScript(text: string): ScriptWord[] {
  return parseText(text, { language: 'en', readJapanese, keepsUnreadable: true }).flatMap(timePhrase);
}

function timePhrase({ words, pause }: Phrase): ScriptWord[] {
  return words.map(({ text, offset, length, spoken }, index) => {
    const sounds = soundLetters(spoken);
    const isLast = index === words.length - 1;
    return { text, offset, length, sounds, weight: syllableWeight(sounds, { isLast }), pause: isLast ? pause : null };
  });
}
