/**
 * Cuts a text into parts of at most `longest` characters: between sentences where it can, else after a comma, else anywhere.
 * Sentences that fit together stay together, so that the voice keeps its melody.
 */
export function splitText(text: string, longest: number): string[] {
  const sentences = text.match(/[^。！？!?.\n]*[。！？!?.\n]+[」』”"’)）]*|[^。！？!?.\n]+$/g) ?? [text];
  const pieces = sentences.flatMap((sentence) => (sentence.length <= longest ? [sentence] : cut(sentence, longest)));
  const parts: string[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + piece.length <= longest && !last.endsWith('\n'))
      parts[parts.length - 1] += piece;
    else parts.push(piece);
  }
  return parts.map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function cut(sentence: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > longest) {
    const head = rest.slice(0, longest);
    const comma = Math.max(...['、', ',', '，', ' ', '　'].map((mark) => head.lastIndexOf(mark)));
    const end = comma > longest / 4 ? comma + 1 : longest;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}
