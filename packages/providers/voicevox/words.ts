import type { WordTiming } from '@kinora/capabilities';
import type { TimedMora } from './query.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * Times the words of a Japanese text by the moras it is read with. Kana and moras that sound alike are brought together, and
 * kanji, digits and letters take the moras between them: the cheapest way by dynamic programming, as for an edit distance
 * (Wagner & Fischer, 1974) in which a kanji may stand for several moras.
 * @returns Every word of the text in order; punctuation belongs to none.
 */
export function timeWords(text: string, moras: readonly TimedMora[]): WordTiming[] {
  const times = timeCharacters(text, moras);
  const words: WordTiming[] = [];
  let clock = moras[0]?.start ?? 0;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike && !/[\p{L}\p{N}]/u.test(segment)) continue;
    const spoken = times.slice(index, index + segment.length).filter((time) => time !== undefined);
    const start = Math.max(clock, spoken[0]?.start ?? clock);
    const end = Math.max(start, spoken.at(-1)?.end ?? start);
    words.push({ text: segment, start, end, offset: index, length: segment.length });
    clock = start;
  }
  return words;
}

/** The time of each UTF-16 unit of a text; undefined where nothing is spoken. */
function timeCharacters(text: string, moras: readonly TimedMora[]): ({ start: number; end: number } | undefined)[] {
  const sounds = moras.flatMap((mora) => Array.from(mora.text, (kana) => ({ kana, mora })));
  const [rows, columns] = [text.length + 1, sounds.length + 1];
  const cost = new Float32Array(rows * columns).fill(Number.POSITIVE_INFINITY);
  const taken = new Uint8Array(rows * columns);
  cost[0] = 0;
  for (let row = 1; row < rows; row++) {
    const character = text[row - 1] ?? '';
    const most = longest(character);
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      for (let count = 0; count <= Math.min(most, column); count++) {
        const before = cost[(row - 1) * columns + column - count]!;
        const heard = count === 1 ? (sounds[column - 1]?.kana ?? '') : '';
        const candidate = before + price(character, count, heard);
        if (candidate < cost[at]!) {
          cost[at] = candidate;
          taken[at] = count;
        }
      }
    }
  }
  // Sounds that no character wants are left at the end, at the least cost.
  const last = (rows - 1) * columns;
  let column = columns - 1;
  for (let end = columns - 1; end >= 0; end--) {
    const whole = (one: number) => cost[last + one]! + (columns - 1 - one);
    if (whole(end) < whole(column)) column = end;
  }
  const times: ({ start: number; end: number } | undefined)[] = Array.from({ length: text.length });
  for (let row = rows - 1; row > 0; row--) {
    const count = taken[row * columns + column]!;
    const [first, final] = [sounds[column - count], sounds[column - 1]];
    if (count > 0 && first && final) times[row - 1] = { start: first.mora.start, end: final.mora.end };
    column -= count;
  }
  return times;
}

/** How many kana a character may be read as. */
function longest(character: string): number {
  if (isKana(character)) return 2;
  return /[\p{L}\p{N}]/u.test(character) ? 6 : 2;
}

/** What it costs to read a character as so many kana; `heard` is the kana when it is one. */
function price(character: string, count: number, heard: string): number {
  if (isKana(character)) {
    if (count === 0) return 1;
    return count === 1 ? (soundsLike(character, heard) ? 0 : 1.2) : 2;
  }
  if (/\p{Script=Han}/u.test(character)) return count === 0 ? 1.5 : 0.25 * Math.abs(count - 2) + 0.1;
  if (/[\p{L}\p{N}]/u.test(character)) return 0.2 * Math.abs(count - 2) + 0.1;
  return count === 0 ? 0 : 1.1 * count;
}

function isKana(character: string): boolean {
  return /[\u3041-\u3096\u30a1-\u30fc]/.test(character);
}

/** Particles and long vowels are spoken otherwise than written. */
const alike: Record<string, string> = {
  ハ: 'ワ',
  ヘ: 'エ',
  ヲ: 'オ',
  ウ: 'オー',
  イ: 'エー',
  ヅ: 'ズ',
  ヂ: 'ジ',
  ー: 'アイウエオ',
};

function soundsLike(written: string, heard: string): boolean {
  const katakana = written.replace(/[\u3041-\u3096]/, (hiragana) => String.fromCharCode(hiragana.charCodeAt(0) + 0x60));
  return katakana === heard || (heard !== '' && (alike[katakana] ?? '').includes(heard));
}
