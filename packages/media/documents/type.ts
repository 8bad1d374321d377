/** Setting type: lines for a width, whatever measures the text. */

/**
 * Turns typewriter quotes into those of a book. The text keeps its length, so positions in it stay true.
 */
export function curlQuotes(text: string): string {
  return text
    .replace(/(^|[\s([{–—“])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{–—“])'(?!(?:tis|twas|til|em|cause)\b)/gi, '$1‘')
    .replaceAll("'", '’');
}

/** Characters that must not begin a line in Japanese (JIS X 4051). */
const noStart = /^[、。，．・：；？！）］｝〉》」』】〕…ーぁぃぅぇぉっゃゅょァィゥェォッャュョ゛゜々%,.!?)\]}”’]/;
/** Characters that must not end a line. */
const noEnd = /[（［｛〈《「『【〔([{“‘]$/;
const wide = /[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/**
 * Breaks a paragraph into lines: at spaces, and between Japanese words where the rules allow it. What is wider than a line
 * is broken anywhere.
 * @param options.measure Width of a text, in the unit of `width`.
 */
export function breakLines(text: string, options: { width: number; measure: (text: string) => number }): string[] {
  const { width, measure } = options;
  const lines: string[] = [];
  let line = '';
  for (const piece of unbreakable(text).flatMap((whole) => (measure(whole) > width ? Array.from(whole) : [whole]))) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/**
 * Breaks a title into lines of about the same length: the narrowest width that doesn't need another line.
 */
export function balanceLines(text: string, options: { width: number; measure: (text: string) => number }): string[] {
  const count = breakLines(text, options).length;
  let [low, high] = [options.width / 3, options.width];
  while (high - low > options.width / 100) {
    const middle = (low + high) / 2;
    if (breakLines(text, { ...options, width: middle }).length > count) low = middle;
    else high = middle;
  }
  return breakLines(text, { ...options, width: high });
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
/** Particles and endings, which stay with the word before them. */
const ending = /^[\u3041-\u3096]{1,3}$/;

/** Pieces that stay on one line: words with the space after them; in Japanese, words with their particles. */
function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.trim().split(/(?<=\s)/)) {
    if (!wide.test(word)) {
      pieces.push(word);
      continue;
    }
    let piece = '';
    for (const { segment } of segmenter.segment(word)) {
      const stays = piece === '' || noStart.test(segment) || noEnd.test(piece) || ending.test(segment);
      if (!stays) {
        pieces.push(piece);
        piece = '';
      }
      piece += segment;
    }
    pieces.push(piece);
  }
  return pieces;
}
