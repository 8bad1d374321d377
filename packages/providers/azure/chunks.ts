/** A stretch of a text. `offset` and the text's length count UTF-16 units. */
export type Chunk = { text: string; offset: number };

/**
 * Cuts a text into overlapping chunks, so that nothing harmful hides in a cut.
 * @param options.maxLength Code points a chunk may have: Azure counts those.
 * @param options.overlap Code points that neighbours share.
 * @returns At least one chunk; together they cover the text.
 */
export function cutIntoChunks(text: string, options: { maxLength: number; overlap: number }): Chunk[] {
  const { maxLength, overlap } = options;
  // A text has no more code points than UTF-16 units.
  if (text.length <= maxLength) return [{ text, offset: 0 }];
  const points = Array.from(text);
  const offsets = [0];
  for (const point of points) offsets.push((offsets.at(-1) ?? 0) + point.length);
  const chunks: Chunk[] = [];
  for (let start = 0; ;) {
    const end = Math.min(points.length, start + maxLength);
    const stop = end === points.length ? end : findBreak(points, { from: end - overlap, to: end });
    chunks.push({ text: points.slice(start, stop).join(''), offset: offsets[start] ?? 0 });
    if (stop === points.length) return chunks;
    // Always forward: the overlap is smaller than a chunk.
    start = Math.max(start + 1, stop - overlap);
  }
}

/** The last place after white space or the end of a sentence, or `to` where there is none. */
function findBreak(points: string[], { from, to }: { from: number; to: number }): number {
  for (let at = to; at > from; at--) if (/[\s.!?。！？]/.test(points[at - 1] ?? '')) return at;
  return to;
}
