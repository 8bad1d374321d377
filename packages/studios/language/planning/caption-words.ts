import { widest, widthOf } from './caption-lines.ts';
import { graphemesOf } from './platforms.ts';

/** A word of a text, UTF-16, `end` exclusive, and how it is said where that is known. */
export type SpokenWord = { start: number; end: number; reading?: string };
/** A word that a tokenizer found, with its kinds in the terms of the IPA dictionary. */
export type CaptionToken = SpokenWord & { parts?: readonly string[] };

/** Short words that lean on the one before: particles, endings, copulas. */
const leaning =
  /^(?:[はがをにへともでやかねよなわさぞばてだたしのんう]|から|まで|より|って|です|ます|ました|ません|でした|でしょう|だろう|ない|なかっ|けど|けれど|ので|のに|たら|なら|だけ|しか|でも|じゃ|ちゃ|ちゃう|ちゃった|ちゃっ|てる|でる|とか|など|かな|だよ|だね|よね|んだ|んです|れる|られる|れ|られ|せる|させ|たい|たく|そう|らしい|みたい|まし|ませ|でし|だっ|う|っ|さん|ちゃん|くん|たち)$/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;
/** What endings lean on: a Japanese word, or one in brackets. */
const afterWord = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々」』）”’]/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * Words of a text as captions light them up: Latin words as they are, Japanese ones with the particles and endings that follow; marks and
 * blanks go with the word before, opening brackets and prefixes with the next.
 * @returns In order, without gaps: together they are the whole text.
 */
export function captionWords(text: string, tokens?: readonly CaptionToken[]): SpokenWord[] {
  const words: Required<SpokenWord>[] = [];
  let opens = false;
  for (const piece of tokens ? fromTokens(text, tokens) : segmented(text)) {
    const written = text.slice(piece.start, piece.end);
    const last = words.at(-1);
    const isBracket = /^\s*[\p{Ps}\p{Pi}“‘]+$/u.test(written);
    const leans = !isBracket && (isMark(written) || (piece.leans && afterWord.test(text[piece.start - 1] ?? '')));
    if (last !== undefined && (opens || leans)) {
      last.end = piece.end;
      last.reading += piece.reading ?? written;
    } else words.push({ start: piece.start, end: piece.end, reading: piece.reading ?? written });
    opens = isBracket || piece.opens || (opens && isMark(written));
  }
  return words.flatMap((word) => divided(text, word));
}

type Piece = SpokenWord & { leans: boolean; opens: boolean };

function segmented(text: string): Piece[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  const pieces: Piece[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    const end = index + segment.length;
    // Latin words and their apostrophes and hyphens stay together.
    const goesOn =
      last !== undefined &&
      [segment, text[index - 1]!].every((each) => /[^\s]/.test(each) && !wide.test(each) && !isMark(each));
    if (goesOn) last.end = end;
    else {
      const opens = /^[おご]$/.test(segment) && /^\p{Script=Han}/u.test(text.slice(end));
      pieces.push({ start: index, end, leans: leaning.test(segment) || isTornOff(text, index, segment), opens });
    }
  }
  return pieces;
}

/** Tokens with what lies between them. Particles, auxiliaries and suffixes lean. */
function fromTokens(text: string, tokens: readonly CaptionToken[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, reading, parts = [] } of tokens) {
    if (start < at) continue;
    if (start > at) pieces.push({ start: at, end: start, leans: false, opens: false });
    const leans = /^(?:助詞|助動詞)$/.test(parts[0] ?? '') || parts.includes('接尾') || parts.includes('非自立');
    const isTorn = /^[ぁぃぅぇぉっゃゅょァィゥェォッャュョー]/.test(text.slice(start, end));
    pieces.push({
      start,
      end,
      leans: leans || isTorn,
      opens: parts[0] === '接頭詞',
      ...(reading === undefined ? {} : { reading }),
    });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, end: text.length, leans: false, opens: false });
  return pieces;
}

/** Pieces that the platform's word breaks tore off: small kana, katakana after katakana, endings after a kanji. */
function isTornOff(text: string, at: number, piece: string): boolean {
  const before = text[at - 1] ?? '';
  if (/^[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョー]/.test(piece)) return true;
  if (/^[ァ-ヶ]/.test(piece)) return /[ァ-ヶー]/.test(before);
  return /^[ぁ-ん]{1,4}$/.test(piece) && /\p{Script=Han}/u.test(before);
}

function isMark(piece: string): boolean {
  return !/[\p{L}\p{N}]/u.test(piece);
}

/** What is longer than a line is cut into pieces of a line, never within what people see as one character. */
function divided(text: string, word: SpokenWord): SpokenWord[] {
  const { start, end } = word;
  if (widthOf(text.slice(start, end).replace(/[、。\s]+$/u, '')) <= widest) return [word];
  const pieces: SpokenWord[] = [];
  let [at, width] = [start, 0];
  for (const grapheme of graphemesOf(text.slice(start, end))) {
    const last = pieces.at(-1);
    const wider = width + widthOf(grapheme);
    if (last !== undefined && wider <= widest) {
      last.end = at + grapheme.length;
      width = wider;
    } else {
      pieces.push({ start: at, end: at + grapheme.length });
      width = widthOf(grapheme);
    }
    at += grapheme.length;
  }
  return pieces;
}
