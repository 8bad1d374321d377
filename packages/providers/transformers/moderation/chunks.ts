/** A stretch of a text. `offset` and `length` index it (UTF-16). */
export type Chunk = { offset: number; length: number; text: string };

const sentenceEnd = /[.!?…。！？]+["”’』」)]*\s*|\n+/gu;

/** The sentences of a text; one without an end is cut at spaces. */
export function splitIntoSentences(text: string, longest: number): Chunk[] {
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  const chunks: Chunk[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    while (end - start > longest) {
      const space = text.lastIndexOf(' ', start + longest);
      const cut = space > start + longest / 2 ? space + 1 : start + longest;
      chunks.push(take(text, start, cut));
      start = cut;
    }
    if (end > start) chunks.push(take(text, start, end));
    start = Math.max(start, end);
  }
  return chunks.filter((chunk) => /\S/.test(chunk.text));
}

/**
 * Cuts a text into stretches that a classifier can read at once, at the ends of sentences. Each begins with the last
 * sentences of the one before it, so that nothing is torn apart.
 * @param options.longest Characters of a stretch.
 * @param options.overlap Characters that two share, at least a sentence where it fits.
 */
export function cutIntoChunks(text: string, { longest, overlap }: { longest: number; overlap: number }): Chunk[] {
  const sentences = splitIntoSentences(text, longest - overlap);
  const chunks: Chunk[] = [];
  let first = 0;
  while (first < sentences.length) {
    let last = first;
    const start = sentences[first]!.offset;
    const endOf = (index: number) => sentences[index]!.offset + sentences[index]!.length;
    while (last + 1 < sentences.length && endOf(last + 1) - start <= longest) last++;
    chunks.push(take(text, start, endOf(last)));
    if (last === sentences.length - 1) break;
    let next = last + 1;
    while (next - 1 > first && endOf(last) - sentences[next - 1]!.offset <= overlap) next--;
    first = next;
  }
  return chunks;
}

function take(text: string, start: number, end: number): Chunk {
  return { offset: start, length: end - start, text: text.slice(start, end) };
}
