/** Signs of kana that stand for no beat of their own: small vowels and glides, which belong to the one before. */
const small = /[ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]/;
const kana = /[\u3041-\u3096\u30a1-\u30faー]/;
const kanji = /[\u3400-\u9fff\uf900-\ufaff々]/;
const vowels = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūаеёиоуыэюяαεηιουω]+/giu;

/**
 * About how many syllables a line has when it is sung: groups of vowels in European scripts, morae in kana, two for a
 * kanji, one for letters of other scripts and two for a digit.
 */
export function countSyllables(text: string): number {
  let count = 0;
  for (const word of text.toLowerCase().split(/\s+/)) {
    for (const character of word) {
      if (kanji.test(character)) count += 2;
      else if (kana.test(character)) count += small.test(character) ? 0 : 1;
      else if (/\p{Nd}/u.test(character)) count += 2;
      else if (/\p{L}/u.test(character) && !/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(character)) {
        count += 1;
      }
    }
    const letters = word.replaceAll(/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu, '');
    if (letters === '') continue;
    // A final e is mute in English and French, as in "love"; not the only one, as in "the".
    const heard = letters.replace(/(?<=[aeiouy].*[^aeiouyl])e[sd]?$/u, '');
    count += Math.max(1, heard.match(vowels)?.length ?? 0);
  }
  return count;
}
