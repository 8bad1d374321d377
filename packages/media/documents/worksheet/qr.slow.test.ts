import { createCanvas } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { buildWorksheetPdf } from './in-thread.ts';
import { sampleWorksheet } from './testing/sample-worksheet.ts';

test('a camera reads the link off the page as it is printed', async () => {
  const link = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=83';
  const sheet = sampleWorksheet({ rows: 1, words: [] });
  const exercises = sheet.exercises
    .filter(({ kind }) => kind === 'listening')
    .map((exercise) =>
      exercise.kind === 'listening' ? { ...exercise, rows: exercise.rows.map((row) => ({ ...row, link })) } : exercise,
    );
  const data = await buildWorksheetPdf({ ...sheet, exercises });
  const page = await (await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise).getPage(1);
  // 150 dots an inch: a cheap printer, a phone.
  const viewport = page.getViewport({ scale: 150 / 72 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
  const picture = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  expect(decodeQR({ width: canvas.width, height: canvas.height, data: picture.data })).toBe(link);
});
