import { expect, test } from 'vitest';
import { FigureBook, quantile } from './figures.ts';

test('tells delay, rates, drops and where the time goes', () => {
  const book = new FigureBook();
  for (let frame = 0; frame <= 30; frame++) {
    const at = 1000 + frame * 100;
    book.take(at);
    if (frame % 3 === 0) book.drop('busy', at);
    else
      book.show(
        { capturedAt: at, generation: 1, paintedMs: 30, packedMs: 6, travelledMs: 4, bytesOut: 20_000 },
        at + 60,
      );
  }
  const figures = book.read(4060);
  expect(figures.delay).toEqual({ p50: 60, p95: 60 });
  expect(figures.parts).toEqual({ camera: 20, painting: 30, packing: 6, travel: 4 });
  expect(figures.framesIn).toBeCloseTo(10, 0);
  expect(figures.framesOut).toBeCloseTo(6.8, 0);
  expect(figures.drops).toEqual({ busy: 11 });
  expect(figures.kilobytesOut).toBe(20);
  expect(figures.kilobytesIn).toBeNull();
});

test('the time from a prompt to its picture ends with the first frame taken after it', () => {
  const book = new FigureBook();
  book.ask(2, 1000);
  book.show({ capturedAt: 990, generation: 2 }, 1020);
  expect(book.read(1020).promptToVisible).toBeNull();
  book.show({ capturedAt: 1040, generation: 1 }, 1080);
  book.show({ capturedAt: 1050, generation: 2 }, 1090);
  expect(book.read(1100).promptToVisible).toBeCloseTo(0.09);
});

test('what is older than ten seconds is forgotten', () => {
  const book = new FigureBook();
  book.show({ capturedAt: 0, generation: 0 }, 50);
  expect(book.read(11_000)).toMatchObject({ delay: null, framesOut: 0 });
});

test('a quantile is a value that occurred', () => {
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
  expect(quantile([1, 2, 3, 4], 0.95)).toBe(4);
  expect(quantile([], 0.5)).toBe(0);
});
