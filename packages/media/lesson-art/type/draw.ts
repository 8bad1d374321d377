import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Block, BlockRun, Box } from './block.ts';
import { runWidth, useFace } from './faces.ts';

/** How a block is drawn: where its top left corner lies, and in which colours. */
export type BlockDrawing = {
  x: number;
  y: number;
  colour: string;
  /** Of readings. Default: `colour`. */
  reading?: string;
  /** Only these runs. */
  only?: (run: BlockRun) => boolean;
  /** Pixels of a line around the letters in `outline`'s colour, below them. */
  outline?: { width: number; colour: string };
};

/** Draws a block. */
export function drawBlock(context: SKRSContext2D, block: Block, drawing: BlockDrawing): void {
  const { x, y, colour, reading = colour, only = () => true, outline } = drawing;
  const runs = block.runs.filter(only);
  const set = (run: BlockRun) => (context.font = `${run.size}px "${useFace(run.face)}"`);
  if (outline) {
    context.strokeStyle = outline.colour;
    context.lineJoin = 'round';
    for (const run of runs) {
      set(run);
      context.lineWidth = outline.width * (run.isRuby ? 0.8 : 1);
      context.strokeText(run.text, x + run.x, y + run.y);
    }
  }
  for (const run of runs) {
    set(run);
    context.fillStyle = run.isRuby ? reading : colour;
    context.fillText(run.text, x + run.x, y + run.y);
  }
}

/** Where the letters of a word lie, line by line; readings are outside. */
export function wordBoxes(block: Block, word: number): (Box & { line: number })[] {
  const boxes = new Map<number, Box & { line: number }>();
  for (const run of block.runs) {
    if (run.word !== word || run.isRuby) continue;
    const text = run.text.trimEnd();
    if (text.trim() === '') continue;
    const lead = runWidth(run.text, run.face) - runWidth(run.text.trimStart(), run.face);
    const [left, right] = [run.x + lead * run.size, run.x + runWidth(text, run.face) * run.size];
    const line = block.lines[run.line]!;
    const box = boxes.get(run.line);
    if (!box) boxes.set(run.line, { ...line, x: left, width: right - left, line: run.line });
    else {
      const end = Math.max(box.x + box.width, right);
      box.x = Math.min(box.x, left);
      box.width = end - box.x;
    }
  }
  return [...boxes.values()];
}
