import { asArtifact } from '../pdf/document.ts';
import { colours } from './desk.ts';
import type { Desk, Piece, Section } from './desk.ts';
import { headingPiece } from './furniture.ts';
import { drawText } from './set-text.ts';
import { labelOf, sheetLabels } from './sheet.ts';

/** Padding of a row above and below, in points. */
const padding = 3.5;

/** The words with their meanings, a row each. */
export function wordsTable(desk: Desk): Section {
  const { pdf, sheet, page, width, set } = desk;
  const columns = [
    { x: page.margin + 8, width: width * 0.35 },
    { x: page.margin + width * 0.39, width: width * 0.42 },
    { x: page.margin + width * 0.83, width: width * 0.17 - 8 },
  ] as const;
  const [first, second] = [labelOf(sheet, 'word'), labelOf(sheet, 'meaning')].map((text) =>
    set(text, { size: 8.5, width: 200, style: 'quiet' }),
  );
  const head: Piece = {
    gap: 4,
    height: first!.height + 4,
    isBound: true,
    draw: (section, top) => {
      drawText(pdf, section, first!, { x: columns[0].x, y: top, colour: colours.quiet, type: 'TH' });
      drawText(pdf, section, second!, { x: columns[1].x, y: top, colour: colours.quiet, type: 'TH' });
    },
  };
  const rows = sheet.words.map(({ form, meaning, facts }, index): Piece => {
    const cells = [
      set(form, { style: 'strong', size: 12.5, width: columns[0].width }),
      set(meaning, { size: 10.5, width: columns[1].width, leading: 1.35 }),
      set(facts, { size: 7.8, width: columns[2].width, style: 'quiet', leading: 1.3 }),
    ] as const;
    const baseline = Math.max(...cells.map((cell) => cell.baseline));
    const height = Math.max(...cells.map((cell) => baseline - cell.baseline + cell.height)) + 2 * padding;
    return {
      gap: 0,
      height,
      draw: (section, top) => {
        asArtifact(pdf, 'Layout', () => {
          if (index % 2 === 0) pdf.rect(page.margin, top, width, height).fill(colours.tint);
        });
        cells.forEach((cell, place) => {
          const y = top + padding + baseline - cell.baseline;
          drawText(pdf, section, cell, {
            x: columns[place]!.x,
            y,
            colour: place === 2 ? colours.quiet : colours.ink,
            type: 'TD',
          });
        });
      },
    };
  });
  const titles = sheet.instructions.map((language) => sheetLabels[language].words);
  return {
    title: titles[0]!,
    pieces: sheet.words.length === 0 ? [] : [headingPiece(desk, { number: null, titles, tasks: [] }), head, ...rows],
  };
}
