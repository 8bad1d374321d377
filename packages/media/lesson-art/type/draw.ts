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
  /** How often letters are drawn. Default 1; 2 makes their soft edges a little stronger. */
  times?: number;
};

/** Draws a block. */
export function drawBlock(context: SKRSContext2D, block: Block, drawing: BlockDrawing): void {
  const { x, y, colour, reading = colour, only = () => true, times = 1 } = drawing;
  for (const run of block.runs) {
    if (!only(run)) continue;
    context.font = `${run.size}px "${useFace(run.face)}"`;
    context.fillStyle = run.isRuby ? reading : colour;
    for (let time = 0; time < times; time++) context.fillText(run.text, x + run.x, y + run.y);
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
