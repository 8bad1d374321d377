/** ゃゅょ and small vowels join the kana before. */
const smallKana = new Set(Array.from('ゃゅょぁぃぅぇぉャュョァィゥェォ', (kana) => kana.charCodeAt(0)));

/**
 * About how many morae a text has when it is said: a kana is one (small ya, yu, yo none), a kanji about two, and a Latin word
 * as many as it has groups of vowels, a little more for its consonants. Spoken length follows it well enough for times between
 * two known ones.
 */
export function moraeOf(text: string): number {
  let morae = 0;
  let hasLatin = false;
  // By code unit rather than by pattern: this runs over every letter of a recording, several times.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x3041 && code <= 0x30ff) morae += smallKana.has(code) || code === 0x30fb ? 0 : 1;
    else if ((code >= 0x3400 && code <= 0x9fff) || code === 0x3005 || (code >= 0xd840 && code <= 0xd88f)) morae += 1.9;
    else if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) morae += 2;
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x24f) hasLatin = true;
  }
  if (!hasLatin) return morae;
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
