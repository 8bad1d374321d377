import { colours } from './desk.ts';
import type { Desk, Piece, Section } from './desk.ts';
import { letterOf, partsOf } from './exercises.ts';
import { drawNumber, headingPiece } from './furniture.ts';
import { drawText } from './set-text.ts';
import { sheetLabels } from './sheet.ts';
import type { SheetExercise, SheetGap, SheetPart, SheetText } from './sheet.ts';

/** The answers of all exercises, on a page of their own. */
export function answersSection(desk: Desk): Section {
  const { sheet } = desk;
  const titles = sheet.instructions.map((language) => sheetLabels[language].answers);
  const pieces = sheet.exercises.flatMap((exercise, index): Piece[] => {
    const own = sheet.instructions.map((language) => sheetLabels[language][exercise.kind].title);
    const heading = headingPiece(desk, { number: index + 1, titles: own, tasks: [], isSmall: true });
    return [{ ...heading, gap: 15 }, ...answersOf(exercise).map((answer) => answerRow(desk, answer))];
  });
  return {
    title: titles[0]!,
    startsPage: true,
    pieces: pieces.length === 0 ? [] : [headingPiece(desk, { number: null, titles, tasks: [] }), ...pieces],
  };
}

/** `number` as it stands before the row, `text` what is right; or several short ones in a row. */
type Answer = { number: string; text: SheetText } | { short: readonly string[] };

function answersOf(exercise: SheetExercise): Answer[] {
  switch (exercise.kind) {
    case 'matching': {
      const { pairs, order } = exercise;
      return [{ short: pairs.map((_, index) => `${index + 1} – ${letterOf(order.indexOf(index))}`) }];
    }
    case 'cloze':
      return exercise.rows.map((row, index) => ({ number: String(index + 1), text: filled(row) }));
    case 'ordering':
      return exercise.rows.map(({ sentence }, index) => ({ number: String(index + 1), text: sentence }));
    case 'listening':
      return exercise.rows.map((row, index) => ({
        number: `${index + 1} ${letterOf(row.right)}`,
        text: filled(row),
      }));
  }
}

function filled({ before, answer, after }: SheetGap): SheetPart[] {
  return [...partsOf(before), ...partsOf(answer).map((part) => ({ ...part, isMarked: true })), ...partsOf(after)];
}

/** Left edge of the answers, and the room of a short one. */
const indent = 36;
const shortWidth = 56;

function answerRow(desk: Desk, answer: Answer): Piece {
  const { pdf, page, width, set } = desk;
  const texts = 'short' in answer ? answer.short : [answer.text];
  const blocks = texts.map((text) => set(text, { size: 10, width: width - indent, leading: 1.4 }));
  return {
    gap: 4,
    height: Math.max(...blocks.map((block) => block.height)),
    draw: (section, top) => {
      if ('number' in answer) {
        drawNumber(desk, section, {
          text: answer.number,
          x: page.margin + indent - 10,
          baseline: top + blocks[0]!.baseline,
        });
      }
      blocks.forEach((block, index) => {
        const x = page.margin + indent + index * shortWidth;
        drawText(pdf, section, block, { x, y: top, colour: colours.ink, marked: colours.accent });
      });
    },
  };
}
