import { asArtifact } from '../pdf/document.ts';
import type { Structure } from '../pdf/document.ts';
import { colours } from './desk.ts';
import type { Desk, Piece, Section } from './desk.ts';
import { drawNumber, headingPiece } from './furniture.ts';
import { flow, flowEvenly } from './flow.ts';
import { drawQr } from './qr.ts';
import { drawText, gapPart } from './set-text.ts';
import { clock, sheetLabels } from './sheet.ts';
import type { SheetExercise, SheetGap, SheetPart, SheetText } from './sheet.ts';

type Of<Kind extends SheetExercise['kind']> = Extract<SheetExercise, { kind: Kind }>;

/** Left edge of rows: room for a number. */
const indent = 30;
/** Ems of a gap. */
const gapWidth = 7;

/** An exercise with its heading. */
export function exerciseSection(desk: Desk, exercise: SheetExercise, number: number): Section {
  const labels = desk.sheet.instructions.map((language) => sheetLabels[language][exercise.kind]);
  const isPlain = exercise.kind === 'listening' && exercise.rows.some(({ link }) => link === null);
  const tasks = labels.map((label) => (isPlain && 'plain' in label ? label.plain : label.task));
  const titles = labels.map(({ title }) => title);
  return {
    title: titles[0]!,
    pieces: [headingPiece(desk, { number, titles, tasks }), ...bindFirst(rowsOf(desk, exercise))],
  };
}

/** The first row stays with the second: no heading ends a page with one row. */
function bindFirst(rows: Piece[]): Piece[] {
  const first = rows.findIndex(({ isBound }) => isBound !== true);
  return rows.map((row, index) => (index === first && index < rows.length - 1 ? { ...row, isBound: true } : row));
}

/** Lines for sentences of one's own, as many as a place of this height holds; null where it is too small for three. */
export function writingSection(desk: Desk, { number, height }: { number: number; height: number }): Section | null {
  const { pdf, sheet, page, width } = desk;
  const labels = sheet.instructions.map((language) => sheetLabels[language].writing);
  const titles = labels.map(({ title }) => title);
  const heading = headingPiece(desk, { number, titles, tasks: labels.map(({ task }) => task) });
  const step = 29;
  const count = Math.min(5, Math.floor((height - heading.gap - heading.height) / step));
  if (count < 3) return null;
  const lines = (_: Structure, top: number) =>
    asArtifact(pdf, 'Layout', () => {
      for (let line = 1; line <= count; line++) {
        pdf.moveTo(page.margin + indent, top + line * step).lineTo(page.margin + width, top + line * step);
        pdf.lineWidth(0.7).strokeColor(colours.quiet).stroke();
      }
    });
  return { title: titles[0]!, pieces: [heading, { gap: 0, height: count * step, draw: lines }] };
}

function rowsOf(desk: Desk, exercise: SheetExercise): Piece[] {
  switch (exercise.kind) {
    case 'matching':
      return matchingRows(desk, exercise);
    case 'cloze':
      return [bankPiece(desk, exercise), ...clozeRows(desk, exercise)];
    case 'ordering':
      return orderingRows(desk, exercise);
    case 'listening':
      return exercise.rows.map((row, index) => listeningRow(desk, row, index));
  }
}

/** Words on the left, meanings on the right, a dot at each to draw lines between. */
function matchingRows(desk: Desk, { pairs, order }: Of<'matching'>): Piece[] {
  const { pdf, page, width, set } = desk;
  const right = page.margin + width * 0.56;
  const rows = pairs.map(({ word }, index) => {
    const left = set(word, { style: 'strong', size: 12.5, width: width * 0.32 - indent });
    const meaning = set(pairs[order[index]!]!.meaning, { size: 10.5, width: width * 0.44 - 32, leading: 1.35 });
    return { left, meaning };
  });
  const blocks = rows.flatMap(({ left, meaning }) => [left, meaning]);
  const baseline = Math.max(...blocks.map((block) => block.baseline));
  const height = baseline + Math.max(...blocks.map((block) => block.height - block.baseline)) + 6;
  return rows.map(({ left, meaning }, index): Piece => ({
    gap: index === 0 ? 6 : 0,
    height,
    // The whole exercise stays on one page: nobody draws lines over a page's end.
    isBound: index < pairs.length - 1,
    draw: (section, top) => {
      const line = top + baseline;
      drawNumber(desk, section, { text: String(index + 1), x: page.margin + 20, baseline: line });
      drawText(pdf, section, left, { x: page.margin + indent, y: line - left.baseline, colour: colours.ink });
      drawNumber(desk, section, { text: letterOf(index), x: right + 24, baseline: line });
      drawText(pdf, section, meaning, { x: right + 32, y: line - meaning.baseline, colour: colours.ink });
      asArtifact(pdf, 'Layout', () => {
        for (const x of [page.margin + width * 0.36, right]) pdf.circle(x, line - 4, 2.2).fill(colours.accent);
      });
    },
  }));
}

/** The box with the words to choose from. */
function bankPiece(desk: Desk, { bank }: Of<'cloze'>): Piece {
  const { pdf, page, width, set } = desk;
  const room = width - indent - 24;
  const words = bank.map((word) => set(word, { style: 'strong', size: 11.5, width: room }));
  const lines = flowEvenly(words, { width: room, gap: 26 });
  const baseline = Math.max(...words.map((word) => word.baseline));
  const step = Math.max(...words.map((word) => baseline - word.baseline + word.height)) + 4;
  return {
    gap: 7,
    height: lines.length * step + 12,
    isBound: true,
    draw: (section, top) => {
      asArtifact(pdf, 'Layout', () => {
        pdf.roundedRect(page.margin + indent, top, width - indent, lines.length * step + 12, 8).fill(colours.tint);
      });
      lines.forEach((line, index) => {
        const last = line.at(-1)!;
        const left = page.margin + indent + (width - indent - last.x - last.block.width) / 2;
        for (const { block, x } of line) {
          const y = top + 8 + index * step + baseline - block.baseline;
          drawText(pdf, section, block, { x: left + x, y, colour: colours.ink, type: 'LI' });
        }
      });
    },
  };
}

function clozeRows(desk: Desk, { rows }: Of<'cloze'>): Piece[] {
  return rows.map((row, index) => {
    const hint: SheetPart = { text: ` (${row.hint})`, isMarked: true };
    return sentenceRow(desk, [...gapSentence(row), hint], index);
  });
}

/** A numbered sentence. */
function sentenceRow(desk: Desk, text: SheetText, index: number): Piece {
  const { pdf, page, width, set } = desk;
  const block = set(text, { size: 11.5, width: width - indent, leading: 1.55 });
  return {
    gap: index === 0 ? 8 : 9,
    height: block.height,
    draw: (section, top) => {
      drawNumber(desk, section, { text: String(index + 1), x: page.margin + 20, baseline: top + block.baseline });
      drawText(pdf, section, block, { x: page.margin + indent, y: top, colour: colours.ink, marked: colours.quiet });
    },
  };
}

/** Parts of a sentence in boxes, and lines to write on. */
function orderingRows(desk: Desk, { rows }: Of<'ordering'>): Piece[] {
  const { pdf, page, width, set } = desk;
  const room = width - indent;
  return rows.map(({ pieces, order, sentence, seconds }, index): Piece => {
    const blocks = order.map((place) => set(pieces[place]!, { size: 11, width: room - 20 }));
    const lines = flow(blocks, { width: room - 46, gap: 22 });
    const baseline = Math.max(...blocks.map((block) => block.baseline));
    const depth = Math.max(...blocks.map((block) => block.height - block.baseline));
    const step = baseline + depth + 14;
    const time = set(clock(seconds), { size: 8.5, width: 60, style: 'quiet' });
    // A hand writes about half as tight again as print.
    const written = set(sentence, { size: 17, width: 10_000 }).width > room ? 2 : 1;
    return {
      gap: index === 0 ? 8 : 14,
      height: lines.length * step + written * 26,
      draw: (section, top) => {
        const first = top + 4 + baseline;
        drawNumber(desk, section, { text: String(index + 1), x: page.margin + 20, baseline: first });
        drawText(pdf, section, time, {
          x: page.margin + width - time.width,
          y: first - time.baseline,
          colour: colours.quiet,
          type: 'Span',
        });
        lines.forEach((line, place) => {
          for (const { block, x } of line) {
            const [left, middle] = [page.margin + indent + x, first + place * step];
            asArtifact(pdf, 'Layout', () => {
              pdf.roundedRect(left, middle - baseline - 3, block.width + 14, baseline + depth + 6, 5);
              pdf.lineWidth(0.7).strokeColor(colours.line).stroke();
            });
            drawText(pdf, section, block, { x: left + 7, y: middle - block.baseline, colour: colours.ink, type: 'LI' });
          }
        });
        asArtifact(pdf, 'Layout', () => {
          for (let line = 1; line <= written; line++) {
            const y = top + lines.length * step + line * 26 - 3;
            pdf.moveTo(page.margin + indent, y).lineTo(page.margin + width, y);
            pdf.lineWidth(0.7).strokeColor(colours.quiet).stroke();
          }
        });
      },
    };
  });
}

/** The code to scan, the sentence with its gap, and what might be said there. */
function listeningRow(desk: Desk, row: Of<'listening'>['rows'][number], index: number): Piece {
  const { pdf, page, width, set } = desk;
  const side = row.link === null ? 0 : 76;
  const x = page.margin + indent + (side === 0 ? 44 : side + 10);
  const room = page.margin + width - x;
  const sentence = set(gapSentence(row), { size: 11.5, width: room, leading: 1.5 });
  const choices = row.choices.map((choice) => set(choice, { style: 'strong', size: 11.5, width: room - 30 }));
  const lines = flow(choices, { width: room - 26, gap: 50 });
  const baseline = Math.max(...choices.map((block) => block.baseline));
  const step = Math.max(...choices.map((block) => baseline - block.baseline + block.height)) + 5;
  const time = set(clock(row.seconds), { size: 8.5, width: 60, style: 'quiet' });
  const own = sentence.height + 8 + lines.length * step;
  const height = Math.max(own, side === 0 ? 0 : side + 6);
  return {
    gap: index === 0 ? 8 : 11,
    height,
    draw: (section, top) => {
      const start = top + Math.max(0, (height - own) / 2);
      const first = side === 0 ? start + sentence.baseline : top + 16;
      drawNumber(desk, section, { text: String(index + 1), x: page.margin + 20, baseline: first });
      if (row.link !== null) {
        const alt = `${clock(row.seconds)}: ${row.link}`;
        drawQr(pdf, section, {
          link: row.link,
          x: page.margin + indent - 4,
          y: top - 5,
          side,
          colour: colours.ink,
          alt,
        });
        const middle = page.margin + indent - 4 + side / 2;
        drawText(pdf, section, time, {
          x: middle - time.width / 2,
          y: top + side - 11,
          colour: colours.quiet,
          type: 'Caption',
        });
      } else {
        drawText(pdf, section, time, { x: page.margin + indent, y: first - time.baseline, colour: colours.accent });
      }
      drawText(pdf, section, sentence, { x, y: start, colour: colours.ink });
      lines.forEach((line, place) => {
        for (const { block, x: left, index: choice } of line) {
          const y = start + sentence.height + 8 + place * step + baseline;
          drawNumber(desk, section, { text: letterOf(choice), x: x + left + 10, baseline: y });
          drawText(pdf, section, block, { x: x + left + 18, y: y - block.baseline, colour: colours.ink, type: 'LI' });
        }
      });
    },
  };
}

/** A sentence with its gap. */
function gapSentence({ before, after }: SheetGap): SheetPart[] {
  return [...partsOf(before), gapPart(gapWidth), ...partsOf(after)];
}

/** Text as parts. */
export function partsOf(text: SheetText): readonly SheetPart[] {
  return typeof text === 'string' ? [{ text }] : text;
}

/** `a`, `b` … */
export function letterOf(index: number): string {
  return String.fromCodePoint(97 + index);
}
