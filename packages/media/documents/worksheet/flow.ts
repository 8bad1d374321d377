import type { TextBlock } from './set-text.ts';

/** Places blocks one after the other in lines; `gap` is the room between two. */
export function flow(
  blocks: readonly TextBlock[],
  { width, gap }: { width: number; gap: number },
): { block: TextBlock; x: number; index: number }[][] {
  const lines: { block: TextBlock; x: number; index: number }[][] = [];
  let x = Infinity;
  blocks.forEach((block, index) => {
    if (x + block.width > width) {
      lines.push([]);
      x = 0;
    }
    lines.at(-1)!.push({ block, x, index });
    x += block.width + gap;
  });
  return lines;
}

/** {@link flow} in lines of about the same length: the narrowest width that needs no more of them. */
export function flowEvenly(
  blocks: readonly TextBlock[],
  { width, gap }: { width: number; gap: number },
): ReturnType<typeof flow> {
  let lines = flow(blocks, { width, gap });
  for (let narrower = width - 12; narrower > 60; narrower -= 12) {
    const next = flow(blocks, { width: narrower, gap });
    if (next.length > lines.length || next.some((line) => line.at(-1)!.x + line.at(-1)!.block.width > narrower)) break;
    lines = next;
  }
  return lines;
}
