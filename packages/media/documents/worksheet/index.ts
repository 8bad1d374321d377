export { buildWorksheetPdf } from './in-thread.ts';
export { sheetLabels } from './sheet.ts';
export type { SheetExercise, SheetGap, SheetPart, SheetText, SheetWord, Worksheet } from './sheet.ts';
