import { addPage, collectPdf, openPdf } from '../pdf/document.ts';
import { answersSection } from './answers.ts';
import { openDesk, paginate, paperSize } from './desk.ts';
import type { Desk, Section } from './desk.ts';
import { exerciseSection, writingSection } from './exercises.ts';
import { drawFoot, headPiece } from './furniture.ts';
import type { SheetExercise, Worksheet } from './sheet.ts';
import { wordsTable } from './words-table.ts';

/** Most pages, answers included. */
const mostPages = 4;
/** Words that stay before an exercise loses a row. */
const fewestWords = 8;

/** Makes the PDF, see `in-thread.ts`. Reading the fonts and packing the pages blocks its thread. */
export async function buildWorksheetPdf(whole: Worksheet): Promise<Uint8Array> {
  const pdf = openPdf(whole.provenance, { author: whole.provenance.generator, size: paperSize(whole) });
  const done = collectPdf(pdf);
  const { desk, pages } = fit(whole, (sheet) => openDesk(pdf, sheet));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const opened = new Map<Section, ReturnType<typeof pdf.struct>>();
  for (const [index, pieces] of pages.entries()) {
    addPage(pdf);
    for (const { section, piece, y } of pieces) {
      let element = opened.get(section);
      if (element === undefined) {
        for (const before of opened.values()) before.end();
        element = pdf.struct('Sect');
        root.add(element);
        opened.clear();
        opened.set(section, element);
        pdf.outline.addItem(section.title);
      }
      piece.draw(element, y);
    }
    drawFoot(desk, { number: index + 1, count: pages.length });
  }
  for (const last of opened.values()) last.end();
  root.end();
  pdf.end();
  return done;
}

/** A worksheet that is too long loses some of its words, then rows of its longest exercise, until it fits. */
function fit(whole: Worksheet, open: (sheet: Worksheet) => Desk): { desk: Desk; pages: ReturnType<typeof paginate> } {
  for (let sheet = whole; ;) {
    const desk = open(sheet);
    const pages = paginate(sectionsOf(desk), desk.page);
    const shorter = pages.length <= mostPages ? null : shorten(sheet);
    if (shorter === null) return { desk, pages };
    sheet = shorter;
  }
}

function sectionsOf(desk: Desk): Section[] {
  const { title, exercises } = desk.sheet;
  const all = exercises.map((exercise, index) => exerciseSection(desk, exercise, index + 1));
  const sections = [{ title, pieces: [headPiece(desk)] }, wordsTable(desk), ...all].filter(
    ({ pieces }) => pieces.length > 0,
  );
  const last = paginate(sections, desk.page).at(-1)!.at(-1)!;
  const left = desk.page.foot - last.y - last.piece.height;
  const writing = all.length === 0 ? null : writingSection(desk, { number: all.length + 1, height: left });
  return [...sections, ...(writing === null ? [] : [writing]), answersSection(desk)].filter(
    ({ pieces }) => pieces.length > 0,
  );
}

function shorten(sheet: Worksheet): Worksheet | null {
  const counts = sheet.exercises.map((exercise) => (exercise.kind === 'matching' ? 0 : exercise.rows.length));
  const most = Math.max(0, ...counts);
  if (sheet.words.length > fewestWords || (most <= 2 && sheet.words.length > 4)) {
    return { ...sheet, words: sheet.words.slice(0, -1) };
  }
  if (most <= 1) return null;
  const longest = counts.indexOf(most);
  const exercises = sheet.exercises.map((exercise, index) => (index === longest ? withoutLast(exercise) : exercise));
  return { ...sheet, exercises };
}

function withoutLast(exercise: SheetExercise): SheetExercise {
  if (exercise.kind === 'matching') return exercise;
  return { ...exercise, rows: exercise.rows.slice(0, -1) } as SheetExercise;
}
