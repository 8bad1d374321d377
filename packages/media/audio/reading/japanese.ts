import { readMorphemes } from '../../japanese/index.ts';
import type { Morpheme } from '../../japanese/index.ts';
import type { Word } from './phrases.ts';

/**
 * Reads a stretch of Japanese aloud in kana: kanji by the dictionary's pronunciation, particles and endings joined to
 * the word before them. The dictionary (some 160 MB) is loaded by the first call.
 * @param stretch Without punctuation.
 * @param offset Of the stretch in the whole text (UTF-16).
 */
export function readJapanese(stretch: string, offset: number): Word[] {
  const words: Word[] = [];
  let previous: Morpheme | undefined;
  for (const morpheme of readMorphemes(stretch)) {
    const { text, start } = morpheme;
    const last = words.at(-1);
    const spoken = countedSound(last?.spoken ?? '', morpheme, kana(morpheme));
    if (last && joins(morpheme, previous)) {
      last.length = start + text.length + offset - last.offset;
      last.text += text;
      last.spoken = spoken.startsWith(sokuon)
        ? last.spoken.replace(/(?:チ|ク|ー)$/, '') + spoken
        : last.spoken + spoken;
    } else {
      words.push({ text, offset: offset + start, length: text.length, spoken });
    }
    previous = morpheme;
  }
  return words;
}

/** Whether a morpheme is spoken in one breath with the one before it. */
function joins(morpheme: Morpheme, previous: Morpheme | undefined): boolean {
  const [part = '', kind] = morpheme.parts;
  if (part === '助詞' || part === '助動詞') return true;
  if (kind === '接尾' || (kind === '非自立' && part !== '名詞')) return true;
  if (previous?.parts[0] === '接頭詞') return true;
  if (kind === '数' && previous?.parts[1] === '数') return true;
  return part === '動詞' && previous?.parts[1] === 'サ変接続' && morpheme.text.startsWith('し');
}

function kana({ text, pronunciation }: Morpheme): string {
  const plain = text.normalize('NFKC');
  if (/^\d+$/.test(plain)) return readNumber(Number(plain));
  return pronunciation !== undefined && pronunciation !== 'UNK' ? pronunciation : plain;
}

const digits = ['ゼロ', 'イチ', 'ニ', 'サン', 'ヨン', 'ゴ', 'ロク', 'ナナ', 'ハチ', 'キュー'];
const hundreds = [
  '',
  'ヒャク',
  'ニヒャク',
  'サンビャク',
  'ヨンヒャク',
  'ゴヒャク',
  'ロッピャク',
  'ナナヒャク',
  'ハッピャク',
  'キューヒャク',
];
const thousands = [
  '',
  'セン',
  'ニセン',
  'サンゼン',
  'ヨンセン',
  'ゴセン',
  'ロクセン',
  'ナナセン',
  'ハッセン',
  'キューセン',
];

/** A number up to 99,999,999 in katakana; a longer one digit by digit. */
function readNumber(value: number): string {
  if (value < 10) return digits[value]!;
  if (value > 99_999_999) return Array.from(String(value), (digit) => digits[Number(digit)] ?? '').join('');
  if (value >= 10_000)
    return `${readNumber(Math.floor(value / 10_000))}マン${value % 10_000 ? readNumber(value % 10_000) : ''}`;
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  return [
    thousands[Math.floor(value / 1000)],
    hundreds[Math.floor((value % 1000) / 100)],
    tens > 0 ? `${tens > 1 ? digits[tens] : ''}ジュー` : '',
    ones > 0 ? digits[ones] : '',
  ].join('');
}

const sokuon = 'ッ';
const voiced: Record<string, string> = { ヒ: 'ビ', ホ: 'ボ', ハ: 'バ', フ: 'プ' };
const plosive: Record<string, string> = { ヒ: 'ピ', ホ: 'ポ', ハ: 'パ', フ: 'プ' };

/** 三匹 is sanbiki, 一本 ippon: counters in h- change after some numbers; 「ッ」 in front takes the number's last mora's place. */
function countedSound(number: string, { text }: Morpheme, sound: string): string {
  const first = sound[0] ?? '';
  if (!/^[匹本杯分]$/.test(text) || !voiced[first]) return sound;
  if (number.endsWith('サン')) return voiced[first] + sound.slice(1);
  return /(?:イチ|ロク|ハチ|ジュー)$/.test(number) ? sokuon + plosive[first]! + sound.slice(1) : sound;
}
