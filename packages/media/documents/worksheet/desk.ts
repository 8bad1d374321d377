import type { Pdf, Structure } from '../pdf/document.ts';
import { setText, styles } from './set-text.ts';
import type { TextBlock } from './set-text.ts';
import type { SheetText, Worksheet } from './sheet.ts';

/** Colours: ink that copies well, one warm accent, tints that stay light in grey. */
export const colours = {
  ink: '#2b2447',
  quiet: '#6d6880',
  accent: '#a8622a',
  tint: '#f8f2e5',
  line: '#d8cfbc',
  paper: '#ffffff',
} as const;

/** Paper sizes in points. */
const papers = { A4: [595.28, 841.89], Letter: [612, 792] } as const;

/** Everything that draws on a worksheet needs. */
export type Desk = {
  pdf: Pdf;
  sheet: Worksheet;
  page: { width: number; height: number; margin: number; top: number; foot: number };
  /** Width of what is printed. */
  width: number;
  set(
    text: SheetText,
    options: { size: number; width: number; style?: keyof typeof styles; leading?: number },
  ): TextBlock;
};

/** Something that stays on one page. Points; `gap` is the white above it, but not at the top of a page. */
export type Piece = {
  gap: number;
  height: number;
  /** Stays with the piece after it. */
  isBound?: boolean;
  draw(section: Structure, top: number): void;
};

/** Pieces that belong together, e.g. an exercise. */
export type Section = { title: string; pieces: Piece[]; startsPage?: boolean };

/** What a worksheet is laid out with. */
export function openDesk(pdf: Pdf, sheet: Worksheet): Desk {
  const [width, height] = papers[sheet.paper];
  const page = { width, height, margin: 50, top: 50, foot: height - 58 };
  return {
    pdf,
    sheet,
    page,
    width: width - 2 * page.margin,
    set: (text, { size, width: room, style = 'body', leading }) =>
      setText(text, {
        size,
        width: room,
        style: styles[style],
        hasReadings: sheet.furigana,
        ...(leading !== undefined && { leading }),
      }),
  };
}

/** Size of a worksheet's paper in points. */
export function paperSize({ paper }: Pick<Worksheet, 'paper'>): readonly [number, number] {
  return papers[paper];
}

/** Which pieces stand on which page, and where. */
export function paginate(
  sections: readonly Section[],
  { top, foot }: { top: number; foot: number },
): { section: Section; piece: Piece; y: number }[][] {
  const pages: { section: Section; piece: Piece; y: number }[][] = [[]];
  let y = top;
  for (const section of sections) {
    if (section.startsPage && pages.at(-1)!.length > 0) {
      pages.push([]);
      y = top;
    }
    section.pieces.forEach((piece, index) => {
      let needed = piece.height;
      for (let next = index; section.pieces[next]?.isBound === true; next++) {
        const bound = section.pieces[next + 1];
        if (bound) needed += bound.gap + bound.height;
      }
      if (y > top && y + piece.gap + needed > foot) {
        pages.push([]);
        y = top;
      }
      if (y > top) y += piece.gap;
      pages.at(-1)!.push({ section, piece, y });
      y += piece.height;
    });
  }
  return pages;
}
