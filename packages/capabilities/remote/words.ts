import type { HeardWord } from '../models.ts';

/**
 * Gives words that a service timed without their punctuation the marks they have in its text: `Goodnight` becomes
 * `Goodnight,`. Words that aren't found in the text in order stay as they are, all of them.
 */
export function punctuateWords(text: string, words: readonly HeardWord[]): HeardWord[] {
  const lower = text.toLowerCase();
  const places: number[] = [];
  let at = 0;
  for (const word of words) {
    const found = lower.indexOf(word.text.toLowerCase(), at);
    // A gap with letters in it means that another word was meant.
    if (found < 0 || lower.length !== text.length || /[\p{L}\p{N}]/u.test(text.slice(at, found))) return [...words];
    places.push(found);
    at = found + word.text.length;
  }
  const starts = places.map((place, index) => {
    if (index === 0) return 0;
    // Marks before the blank belong to the word before, marks after it to the next: an opening quotation mark.
    const end = (places[index - 1] ?? 0) + (words[index - 1]?.text.length ?? 0);
    const blank = text.slice(end, place).search(/\s/);
    return blank < 0 ? place : end + blank;
  });
  return words.map((word, index) => ({
    ...word,
    text: text.slice(starts[index], starts[index + 1] ?? text.length).trim(),
  }));
}
