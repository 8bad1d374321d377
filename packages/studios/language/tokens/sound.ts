import { toHiragana } from './japanese.ts';

/** Kana as Hepburn writes them; two kana before one. */
const kana: Record<string, string> = {};
const rows: [string, string][] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さ-すせそ'],
  ['z', 'ざ-ずぜぞ'],
  ['t', 'た--てと'],
  ['d', 'だ--でど'],
  ['n', 'なにぬねの'],
  ['h', 'はひ-へほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['y', 'や-ゆ-よ'],
  ['r', 'らりるれろ'],
  ['w', 'わ---を'],
  ['v', '--ゔ--'],
];
for (const [consonant, line] of rows)
  for (const [index, sign] of line.split('').entries()) if (sign !== '-') kana[sign] = consonant + 'aiueo'[index]!;
Object.assign(kana, {
  し: 'shi',
  ち: 'chi',
  つ: 'tsu',
  ふ: 'fu',
  じ: 'ji',
  ぢ: 'ji',
  づ: 'zu',
  を: 'o',
  ん: 'n',
  ゐ: 'i',
  ゑ: 'e',
});
const glides: Record<string, string> = { ゃ: 'a', ゅ: 'u', ょ: 'o' };
const small: Record<string, string> = { ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o', ゎ: 'a' };

/** Kana in Latin letters (Hepburn), without marks; what is no kana stays. */
export function toRomaji(text: string): string {
  let told = '';
  let isDoubled = false;
  for (const sign of toHiragana(text)) {
    if (sign === 'っ') {
      isDoubled = true;
      continue;
    }
    if (sign === 'ー') continue;
    if (glides[sign] !== undefined) {
      // きゃ is kya, しゃ sha.
      told = told.replace(/i$/, /(?:sh|ch|j)i$/.test(told) ? '' : 'y') + glides[sign];
      continue;
    }
    if (small[sign] !== undefined) {
      // ファ is fa, ティ ti; after a vowel of its own it lengthens: てぇ.
      told = told.replace(/(?<=[bcdfghjkmnprstvwyz])[aiueo]$/, '') + small[sign];
      continue;
    }
    const sound = kana[sign] ?? sign;
    told += isDoubled && /^[a-z]/.test(sound) ? sound[0]! + sound : sound;
    isDoubled = false;
  }
  return told;
}

/**
 * How a text sounds, roughly: Latin letters in which spellings that people mix up are one. `toukyou`, `tōkyō`, `Tokyo` and
 * とうきょう are `tokyo`; `si` is `shi`, `tu` `tsu`, `gambatte` `ganbate`. Null for text that holds kanji or nothing that sounds.
 */
export function soundOf(text: string): string | null {
  const latin = toRomaji(text.normalize('NFKC')).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  if (/[\p{Script=Han}]/u.test(latin)) return null;
  const sound = latin
    .replaceAll(/[^a-z]/g, '')
    .replaceAll(/cch/g, 'tch')
    .replaceAll(/sy(?=[auo])/g, 'sh')
    .replaceAll(/[tc]y(?=[auo])/g, 'ch')
    .replaceAll(/[zj]y(?=[auo])/g, 'j')
    .replaceAll(/(?<!t)si/g, 'shi')
    .replaceAll(/ti/g, 'chi')
    .replaceAll(/tu/g, 'tsu')
    .replaceAll(/hu/g, 'fu')
    .replaceAll(/[zd]i/g, 'ji')
    .replaceAll(/du|dzu/g, 'zu')
    .replaceAll(/m(?=[bpm])/g, 'n')
    .replaceAll(/ou/g, 'o')
    .replaceAll(/tch/g, 'ch')
    .replaceAll(/([a-z])\1+/g, '$1');
  return sound === '' ? null : sound;
}
