/**
 * About how many morae a text has when it is said: a kana is one (small ya, yu, yo none), a kanji about two, and a Latin word
 * as many as it has groups of vowels, a little more for its consonants. Spoken length follows it well enough for times between
 * two known ones.
 */
export function moraeOf(text: string): number {
  let morae = 0;
  for (const character of text) {
    if (/[\p{Script=Han}々]/u.test(character)) morae += 1.9;
    else if (/[ゃゅょぁぃぅぇぉャュョァィゥェォ]/.test(character)) morae += 0;
    else if (/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character)) morae += 1;
    else if (/\p{Nd}/u.test(character)) morae += 2;
  }
  for (const [word] of text.matchAll(/[\p{Script=Latin}][\p{Script=Latin}'’]*/gu)) {
    // Laughter typed as wwww is one short sound.
    const groups = word.match(/[aeiouyáéíóúàèìòùâêîôûäöü]+/giu)?.length ?? 1;
    morae += Math.max(1, groups - (/[^aeiouy]e$/i.test(word) && groups > 1 ? 1 : 0)) + 0.05 * word.length;
  }
  return morae;
}

/** Longest that a text plausibly takes to be said, seconds. Files often let a word last until the next one. */
export function longestSaying(text: string): number {
  return 0.4 + 0.24 * Math.max(1, moraeOf(text));
}
