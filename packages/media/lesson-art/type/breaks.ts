/** Characters that must not begin a line in Japanese (JIS X 4051), and closing marks of Latin. */
const noStart =
  /^[、。，．・：；？！‼⁇⁈⁉）］｝〉》」』】〕〟’”»…‥ー〜～ゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ゛゜々%％,.!?;:)\]}、｡｣ｧ-ｯｰ°′″℃笑]/u;
/** Characters that must not end a line. */
const noEnd = /[（［｛〈《「『【〔〝‘“«([{｢#＃$¥￥£€]$/u;
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff\u{20000}-\u{3ffff}]/u;
/** Particles and endings, which stay with the word before them. */
const ending =
  /^(?:は|が|を|に|へ|と|で|も|の|や|か|ね|よ|な|わ|ぞ|ぜ|さ|て|た|だ|ん|し|ば|から|まで|より|ので|のに|だけ|しか|など|って|けど|けれど|なら|たら|です|ます|でし|まし|ませ|ない|なかっ|たい|れる|られ|せる|させ|じゃ|ちゃ|てる|でる|てい|いる|ある|する|し|う|よう|くらい|ぐらい|ばかり|ながら|たり|だり|かな|よね|のね|んだ|っけ|でしょ|だろ|みたい|そう|らしい|さん|ちゃん|くん|様|たち|的|者|性|化)/u;
/** English words that lean on the next one. */
const leaning =
  /(?:^|\s)(?:a|an|the|to|of|in|on|at|by|for|with|from|and|or|but|my|your|his|her|its|our|their|i|you|we|they|he|she|it|is|are|was|be|not|no|so|as|if|that|this)\s$/iu;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * Where a text may be broken, and how gladly: 0 gladly, from 1 on better not. Japanese breaks between words by the rules of
 * kinsoku and best before a phrase; Latin breaks at blanks and after hyphens.
 * @param wordStarts Offsets at which words begin; within a word only blanks break. Omitted: words are found.
 * @returns Offset (UTF-16) of what would begin the new line → reluctance.
 */
export function findBreaks(text: string, wordStarts?: readonly number[]): Map<number, number> {
  const breaks = new Map<number, number>();
  const consider = (offset: number, next: string) => {
    const before = text.slice(0, offset);
    const after = text.slice(offset);
    if (offset <= 0 || offset >= text.length || noStart.test(after) || noEnd.test(before.trimEnd())) return;
    const [left, right] = [before.at(-1)!, after[0]!];
    const isBlank = left === ' ';
    if (right === ' ' || (!isBlank && !wide.test(left) && !wide.test(right) && !/[-–—/]$/.test(left))) return;
    breaks.set(offset, reluctance(before, next, isBlank));
  };
  for (const { index } of text.matchAll(/(?<=\s|[A-Za-z][-–—/])\S/gu)) consider(index, nextWord(text, index));
  if (wordStarts) {
    wordStarts.forEach((start, index) => consider(start, text.slice(start, wordStarts[index + 1])));
  } else if (wide.test(text)) {
    for (const { index, segment } of segmenter.segment(text)) {
      if (wide.test(segment) || wide.test(text[index - 1] ?? '')) consider(index, segment);
    }
  }
  return breaks;
}

/** Whether the rules of kinsoku let a line end after one letter and the next begin with another. */
export function mayPart(before: string, after: string): boolean {
  return !noStart.test(after) && !noEnd.test(before);
}

function nextWord(text: string, index: number): string {
  return /^\S*/u.exec(text.slice(index))?.[0] ?? '';
}

function reluctance(before: string, next: string, isBlank: boolean): number {
  const mark = before.trimEnd().at(-1)!;
  if (/[。．！？!?.…♪〜～]/u.test(mark)) return 0;
  // What is quoted stays together when it can.
  const within = isQuoted(before) ? 0.35 : 0;
  const word = next.trim();
  if (/[、，,;:；：—–]/u.test(mark)) return 0.08 + within;
  if (/^[（［｛〈《「『【〔]/.test(word)) return 0.1 + within;
  if (ending.test(word)) return word.length <= 3 ? 1.3 : 0.9;
  if (isBlank) return (leaning.test(before) ? 0.5 : 0.18) + within;
  if (mark === '-') return 0.7;
  // A phrase most often begins with a kanji, a katakana or a Latin letter, and ends in hiragana.
  const [left, right] = [scriptOf(mark), scriptOf(word)];
  if (right !== 'hiragana' && left === 'hiragana') return 0.12 + within;
  if (right === 'hiragana') return left === 'hiragana' && /[はがをにへともで]/u.test(mark) ? 0.5 : 1;
  return (left === right ? 0.6 : 0.4) + within;
}

function isQuoted(before: string): boolean {
  const last = (marks: string) => Math.max(...Array.from(marks, (mark) => before.lastIndexOf(mark)));
  return last('「『（“(') > last('」』）”)');
}

function scriptOf(text: string): 'hiragana' | 'katakana' | 'kanji' | 'other' {
  if (/^[\p{Script=Hiragana}]/u.test(text)) return 'hiragana';
  if (/^[\p{Script=Katakana}ー]/u.test(text)) return 'katakana';
  return /^[\p{Script=Han}々]/u.test(text) ? 'kanji' : 'other';
}
