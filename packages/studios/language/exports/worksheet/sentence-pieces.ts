import type { RubyPart } from '../../analysis/furigana.ts';
import { furiganaOf } from '../../analysis/furigana.ts';
import type { Token } from '../../tokens/index.ts';
import { markSentence } from '../marked-sentence.ts';

/** Fewest and most pieces that a sentence is put together from. */
const pieceCount = { least: 5, most: 8 } as const;

/** English words that lean on the next one. */
const leaning =
  /^(?:a|an|the|to|of|in|on|at|by|for|with|from|and|or|but|my|your|his|her|its|our|their|this|that|i|i'm|you|we|they|he|she|it|it's)$/i;

/**
 * A sentence in pieces to be put in order: phrases of Japanese (a word with its particles and endings), words of English that
 * belong together. Null when it has too few or too many, or two that look alike.
 */
export function sentencePieces(text: string, tokens: readonly Token[]): RubyPart[][] | null {
  const starts = tokens.length > 0 ? phraseStarts(text, tokens) : wordStarts(text);
  while (starts.length > pieceCount.most) joinShortest(starts, text.length);
  if (starts.length < pieceCount.least) return null;
  const parts = furiganaOf(text, tokens);
  const pieces = starts.map((from, index) => {
    const to = starts[index + 1] ?? text.length;
    const piece = markSentence(parts, { from, to }).filter(({ isItem }) => isItem);
    return piece.map(({ isItem: _isItem, ...part }) => part);
  });
  const texts = pieces.map((piece) =>
    piece
      .map((part) => part.text)
      .join('')
      .trim(),
  );
  const isWhole = texts.join('').replaceAll(/\s/g, '') === text.replaceAll(/\s/g, '');
  return isWhole && new Set(texts).size === texts.length && texts.every((piece) => piece.length <= 22) ? pieces : null;
}

function phraseStarts(text: string, tokens: readonly Token[]): number[] {
  const starts: number[] = [];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const [part, detail] = [token.parts[0] ?? '', token.parts[1] ?? ''];
    const leans =
      /^(?:助詞|助動詞|記号|フィラー)$/.test(part) ||
      /^(?:非自立|接尾)$/.test(detail) ||
      // する after the noun that it makes a verb of.
      (token.lemma === 'する' && before?.parts[0] === '名詞' && before.parts[1] === 'サ変接続') ||
      // Two nouns of one name or compound.
      (part === '名詞' && before?.parts[0] === '名詞' && !/副詞可能|代名詞/.test(before.parts[1] ?? '')) ||
      before?.parts[0] === '接頭詞' ||
      /[「『（(]$/.test(text.slice(0, token.start));
    if (index === 0 || !leans) starts.push(index === 0 ? 0 : token.start);
  });
  return starts;
}

function wordStarts(text: string): number[] {
  const words = [...text.matchAll(/\S+/g)];
  const count = words.length;
  return words
    .filter(({ index }, place) => {
      if (place === 0) return index >= 0;
      // Short sentences stay in single words.
      return count <= pieceCount.most || !leaning.test(words[place - 1]![0]);
    })
    .map(({ index }, place) => (place === 0 ? 0 : index));
}

/** Joins the two neighbours that are shortest together. */
function joinShortest(starts: number[], length: number): void {
  let best = 1;
  let shortest = Infinity;
  for (let index = 1; index < starts.length; index++) {
    const together = (starts[index + 1] ?? length) - starts[index - 1]!;
    if (together < shortest) [best, shortest] = [index, together];
  }
  starts.splice(best, 1);
}
