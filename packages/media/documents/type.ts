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
 * Breaks a paragraph into lines: at spaces, and between Japanese characters where the rules allow it.
 * @param options.measure Width of a text, in the unit of `width`.
 */
export function breakLines(text: string, options: { width: number; measure: (text: string) => number }): string[] {
  const { width, measure } = options;
  const lines: string[] = [];
  let line = '';
  for (const piece of unbreakable(text)) {
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

function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.trim().split(/(?<=\s)/)) {
    let piece = '';
    for (const character of word) {
      const canBreak = piece !== '' && (wide.test(character) || wide.test(piece.at(-1)!));
      if (canBreak && !noStart.test(character) && !noEnd.test(piece)) {
        pieces.push(piece);
        piece = '';
      }
      piece += character;
    }
    if (piece !== '') pieces.push(piece);
  }
  return pieces;
}
