import { compose, composeCut } from '../../lesson-art/type/compose.ts';
import type { TypeStyle } from '../../lesson-art/type/faces.ts';
import { cleanWords } from '../../lesson-art/type/ruby.ts';
import { unitsOf } from '../../lesson-art/type/units.ts';
import type { Pdf, Structure } from '../pdf/document.ts';
import { asArtifact } from '../pdf/document.ts';
import type { SheetPart, SheetText } from './sheet.ts';

/** How text looks on paper. */
export const styles = {
  body: style('Kinora Book', 'Kinora Japanese'),
  quiet: style('Kinora Book Italic', 'Kinora Japanese'),
  strong: style('Kinora Title', 'Kinora Japanese Bold'),
} as const satisfies Record<string, TypeStyle>;

function style(latin: TypeStyle['latin']['face'], japanese: TypeStyle['japanese']['face']): TypeStyle {
  return { latin: { face: latin, scale: 1.04 }, japanese: { face: japanese, scale: 1 }, reading: 'Kinora Japanese' };
}

/** Letters at a place of a block, in points from its top left corner; `y` is their baseline, `part` their {@link SheetPart}. */
type Run = { text: string; face: string; size: number; x: number; y: number; isRuby: boolean; part: number };

/** Text that is set. Points. */
export type TextBlock = { width: number; height: number; baseline: number; runs: Run[]; parts: readonly SheetPart[] };

/** From the top of a line to its baseline, and from there to its foot, in ems; readings need more. */
const ascent = { plain: 0.9, ruby: 1.5 };
const descent = 0.26;
/** What stands for a gap in a sentence: a letter that text has no use for, and that no line is broken in. */
const gapLetter = '＿';

/** A gap to write in, `ems` wide. */
export function gapPart(ems: number): SheetPart {
  // A text with a reading stays on one line.
  return { text: gapLetter.repeat(ems), reading: gapLetter };
}

/**
 * Sets text in lines that are no wider than `width`, at the best places for both scripts, readings above their kanji.
 * @param options.size Points.
 * @param options.leading Of a line without readings, in ems. Default 1.4.
 */
export function setText(
  text: SheetText,
  options: { style: TypeStyle; size: number; width: number; leading?: number; hasReadings?: boolean },
): TextBlock {
  const { size, leading = 1.4, hasReadings = true } = options;
  const parts = typeof text === 'string' ? [{ text }] : text;
  const words = parts.map(({ text: own, reading }) => [
    hasReadings || reading === gapLetter ? { text: own, ...(reading !== undefined && { reading }) } : { text: own },
  ]);
  const units = unitsOf(cleanWords(words), false);
  const block: TextBlock = { width: 0, height: 0, baseline: 0, runs: [], parts };
  if (units.length === 0) return block;
  const request = { style: options.style, width: options.width / size, most: 24 };
  const { lines } = compose(units, request) ?? composeCut(units, request);
  let top = 0;
  for (const [index, line] of lines.entries()) {
    const rise = line.hasRuby ? ascent.ruby - ascent.plain : 0;
    const baseline = top + (ascent.plain + rise) * size;
    if (index === 0) block.baseline = baseline;
    for (const { x, y, scale, text: letters, face, isRuby, word } of line.runs) {
      block.runs.push({
        text: letters,
        face,
        isRuby,
        part: word,
        size: size * scale,
        x: x * size,
        y: baseline + y * size,
      });
    }
    block.width = Math.max(block.width, line.width * size);
    block.height = baseline + descent * size;
    top += (leading + rise) * size;
  }
  return block;
}

/**
 * Draws a block as an element of the structure. Readings are left out of it: who hears the page hears the words themselves.
 * @returns Nothing; the element is added to `into`.
 */
export function drawText(
  pdf: Pdf,
  into: Structure,
  block: TextBlock,
  place: { x: number; y: number; colour: string; marked?: string; type?: string },
): void {
  const { x, y, colour, marked = colour, type = 'P' } = place;
  const draw = (run: Run) => {
    const part = block.parts[run.part];
    pdf.font(run.face).fontSize(run.size);
    pdf.fillColor(part?.isMarked === true ? marked : colour);
    pdf.text(run.text, x + run.x, y + run.y, { baseline: 'alphabetic', lineBreak: false });
  };
  const isGap = ({ text }: Run) => text.startsWith(gapLetter);
  into.add(pdf.struct(type, {}, () => block.runs.filter((run) => !run.isRuby && !isGap(run)).forEach(draw)));
  asArtifact(pdf, 'Layout', () => {
    for (const run of block.runs) {
      if (run.isRuby && !isGap(run)) draw(run);
      if (run.isRuby || !isGap(run)) continue;
      const line = y + run.y + run.size * 0.16;
      pdf.moveTo(x + run.x + 1, line).lineTo(x + run.x + run.text.length * run.size - 1, line);
      pdf.lineWidth(0.8).strokeColor(colour).stroke();
    }
  });
}
