/** What a word sounds like, as far as letters tell: enough to find it again in what a recogniser wrote. */

/**
 * Letters of a word for comparison: lower case, no accents or marks, hiragana as katakana, numbers in English words.
 * @param word As spoken; Japanese in kana.
 */
export function soundLetters(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)[,](?=\d{3})/g, '$1')
    .replace(/\d+(?:st|nd|rd|th)?/g, (number) => ` ${spellNumber(Number.parseInt(number, 10), number)} `)
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .normalize('NFD')
    .replace(/[^\p{L}\u3099\u309aー]/gu, '')
    .normalize('NFC');
}

/** English words that are said in passing. */
const unstressed = new Set(
  'a an the of to in on at by for from with and but or as is was were are be been he she it they them his her its their him i we you my your our me us that this so had has have if not than then there'.split(
    ' ',
  ),
);

/**
 * About how long a word takes to say, in syllables of average length: kana by their morae; Latin script by its stress, its
 * vowels and its letters (fitted to the built-in narrator's own times); other scripts by their letters. The last word
 * before a pause is drawn out.
 * @param sounds From {@link soundLetters}.
 */
export function syllableWeight(sounds: string, { isLast }: { isLast: boolean }): number {
  const drawn = isLast ? 0.5 : 0;
  if (/[\p{Script=Katakana}ー]/u.test(sounds)) {
    return drawn + Math.max(0.5, 0.62 * sounds.replace(/[ァィゥェォャュョ]/g, '').length);
  }
  if (!/[a-z]/.test(sounds)) return drawn + Math.max(0.5, 0.6 * sounds.length);
  const vowels = sounds.replace(/[^aeiouy]e$/, '').match(/[aeiouy]+/g)?.length ?? 1;
  return drawn + (unstressed.has(sounds) ? 0.36 : 0.8) + 0.24 * vowels + 0.18 * sounds.length;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** English, without "and" and endings of order: compared by ear, not by eye. */
function spellNumber(value: number, written: string): string {
  if (written.length > 9) return Array.from(written, (digit) => small[Number(digit)] ?? '').join('');
  if (value < 20) return small[value]!;
  if (value < 100) return tens[Math.floor(value / 10)]! + (value % 10 ? small[value % 10]! : '');
  // Years are said in pairs.
  if (value >= 1100 && value < 2000 && value % 100 > 0) {
    return spellNumber(Math.floor(value / 100), '') + spellNumber(value % 100, '');
  }
  for (const [size, name] of [
    [1_000_000, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    return spellNumber(Math.floor(value / size), '') + name + (rest ? spellNumber(rest, '') : '');
  }
  return '';
}
