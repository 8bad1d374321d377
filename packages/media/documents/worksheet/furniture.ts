import { asArtifact } from '../pdf/document.ts';
import type { Structure } from '../pdf/document.ts';
import { colours } from './desk.ts';
import type { Desk, Piece } from './desk.ts';
import { drawText } from './set-text.ts';
import { labelOf } from './sheet.ts';

/** Title of the worksheet, a line for the name and one for the date. */
export function headPiece(desk: Desk): Piece {
  const { pdf, sheet, page, width, set } = desk;
  const title = set(sheet.title, { style: 'strong', size: 23, width, leading: 1.25 });
  const labels = [labelOf(sheet, 'name'), labelOf(sheet, 'date')].map((text) =>
    set(text, { size: 9, width: 120, style: 'quiet' }),
  );
  return {
    gap: 0,
    height: title.height + 30,
    draw: (section, top) => {
      drawText(pdf, section, title, { x: page.margin, y: top - 4, colour: colours.ink, type: 'H1' });
      const line = top + title.height + 25;
      const places = [page.margin, page.margin + width * 0.66];
      const ends = [page.margin + width * 0.62, page.margin + width];
      labels.forEach((label, index) => {
        drawText(pdf, section, label, { x: places[index]!, y: line - label.baseline - 1, colour: colours.quiet });
      });
      asArtifact(pdf, 'Layout', () => {
        labels.forEach((label, index) => {
          pdf.moveTo(places[index]! + label.width + 8, line).lineTo(ends[index]!, line);
          pdf.lineWidth(0.7).strokeColor(colours.quiet).stroke();
        });
      });
    },
  };
}

/** Heading of a part: its number in a disc, its title, what to do. A title in two languages has the second one smaller. */
export function headingPiece(
  desk: Desk,
  {
    number,
    titles,
    tasks,
    isSmall = false,
  }: { number: number | null; titles: readonly string[]; tasks: readonly string[]; isSmall?: boolean },
): Piece {
  const { pdf, page, width, set } = desk;
  const indent = number === null ? 0 : 30;
  const [first, ...rest] = titles;
  const size = isSmall ? 11.5 : 15;
  const title = set(first!, { style: 'strong', size, width: width - indent });
  const second =
    rest.length === 0
      ? null
      : set(rest.join(' · '), { size: isSmall ? 9.5 : 11, width: width - indent - title.width - 14 });
  const blocks = tasks.map((task) => set(task, { size: 9.5, width: width - indent, style: 'quiet', leading: 1.35 }));
  const tasksHeight = blocks.reduce((sum, block) => sum + block.height + 1.5, 0);
  return {
    gap: 24,
    height: title.height + tasksHeight + 6,
    isBound: true,
    draw: (section, top) => {
      const x = page.margin + indent;
      const baseline = top + title.baseline;
      if (number !== null) {
        const digit = set(String(number), { style: 'strong', size: size * 0.8, width: 30 });
        asArtifact(pdf, 'Layout', () =>
          pdf.circle(page.margin + 10, baseline - size * 0.36, size * 0.7).fill(colours.accent),
        );
        const place = { x: page.margin + 10 - digit.width / 2, y: baseline - size * 0.075 - digit.baseline };
        drawText(pdf, section, digit, { ...place, colour: colours.paper, type: 'Span' });
      }
      drawText(pdf, section, title, { x, y: top, colour: colours.ink, type: 'H2' });
      if (second) {
        const place = { x: x + title.width + 10, y: baseline - second.baseline };
        drawText(pdf, section, second, { ...place, colour: colours.accent, type: 'Span' });
      }
      let y = top + title.height + 1;
      for (const block of blocks) {
        drawText(pdf, section, block, { x, y, colour: colours.quiet });
        y += block.height + 1.5;
      }
    },
  };
}

/** Foot of a page: where the words come from, and which page of how many. */
export function drawFoot(desk: Desk, { number, count }: { number: number; count: number }): void {
  const { pdf, sheet, page, width, set } = desk;
  const y = page.height - 40;
  const folio = set(`${number} / ${count}`, { size: 9, width: 80 });
  const link = sheet.link === null ? '' : ` · ${sheet.link.replace(/^https?:\/\/(?:www\.)?/, '')}`;
  const text = `${labelOf(sheet, 'source')}: ${sheet.title}${link}`;
  let source = set(text, { size: 8, width: 10_000 });
  for (let length = text.length; source.width > width - 60 && length > 10; length -= 4) {
    source = set(`${text.slice(0, length)}…`, { size: 8, width: 10_000 });
  }
  asArtifact(pdf, 'Pagination', () => {
    pdf.moveTo(page.margin, y - 7).lineTo(page.margin + width, y - 7);
    pdf.lineWidth(0.5).strokeColor(colours.line).stroke();
    for (const [block, x] of [
      [source, page.margin],
      [folio, page.margin + width - folio.width],
    ] as const) {
      for (const run of block.runs) {
        pdf.font(run.face).fontSize(run.size).fillColor(colours.quiet);
        pdf.text(run.text, x + run.x, y + run.y, { baseline: 'alphabetic', lineBreak: false });
      }
    }
  });
}

/** A number before a row, e.g. `3`, right-aligned before `x`. */
export function drawNumber(
  desk: Desk,
  section: Structure,
  { text, x, baseline }: { text: string; x: number; baseline: number },
) {
  const block = desk.set(text, { style: 'strong', size: 10.5, width: 40 });
  drawText(desk.pdf, section, block, {
    x: x - block.width,
    y: baseline - block.baseline,
    colour: colours.accent,
    type: 'Lbl',
  });
}
