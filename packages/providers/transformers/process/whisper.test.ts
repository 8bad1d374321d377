import { describe, expect, test } from 'vitest';
import { dropUnfinished, goesRoundInCircles } from './whisper.ts';

/** Text tokens are below 100, the end is 100, times begin at 200. */
const marks = { begin: 200, end: 100 };
const prompt = 50;

describe('what Whisper wrote', () => {
  test('is taken whole when it ends with a time', () => {
    expect(dropUnfinished({ tokens: [prompt, 200, 1, 2, 250, 100] }, marks)).toEqual({
      tokens: [200, 1, 2, 250],
      isCut: false,
    });
  });

  test('loses a segment that the end of the window cut off', () => {
    const tokens = [prompt, 200, 1, 2, 250, 250, 3, 4, 100];
    const times = tokens.map((_, index) => index / 10);
    expect(dropUnfinished({ tokens, times }, marks)).toEqual({
      tokens: [200, 1, 2, 250],
      times: [0.1, 0.2, 0.3, 0.4],
      isCut: true,
    });
  });

  test('is kept when only the last segment of several is open, or none has a time', () => {
    expect(dropUnfinished({ tokens: [prompt, 200, 1, 2, 250, 250, 3, 300, 100] }, marks).isCut).toBe(false);
    expect(dropUnfinished({ tokens: [prompt, 1, 2, 3, 100] }, marks)).toEqual({ tokens: [1, 2, 3], isCut: false });
    expect(dropUnfinished({ tokens: [prompt, 100] }, marks)).toEqual({ tokens: [], isCut: false });
  });
});

describe('going round in circles', () => {
  test('is found', () => {
    expect(goesRoundInCircles(Array(20).fill(7))).toBe(true);
    expect(goesRoundInCircles([1, 2, 3, ...Array.from({ length: 40 }, (_, index) => 4 + (index % 5))])).toBe(true);
  });

  test('is not taken for a refrain', () => {
    const verse = [1, 2, 3, 4, 5, 6];
    expect(goesRoundInCircles([...verse, ...verse, 7, 8, 9, ...verse, 10])).toBe(false);
    expect(goesRoundInCircles([1, 1, 1, 2, 2, 3, 1, 1, 1])).toBe(false);
  });
});
