import { describe, expect, test } from 'vitest';
import { estimateWords } from './align-estimate.ts';
import { findVoiced, measureLevels } from './silence.ts';

const sampleRate = 16_000;

/** Tones with silences between them, over a little noise. */
function recording(stretches: readonly (readonly [start: number, end: number])[], seconds: number): Float32Array {
  return Float32Array.from({ length: seconds * sampleRate }, (_, index) => {
    const time = index / sampleRate;
    const speaks = stretches.some(([start, end]) => time >= start && time < end);
    return 0.0005 * Math.sin(index * 1.7) + (speaks ? 0.3 * Math.sin(2 * Math.PI * 220 * time) : 0);
  });
}

describe('findVoiced', () => {
  test('finds where somebody speaks to within a frame', () => {
    const voiced = findVoiced(
      measureLevels(
        recording(
          [
            [0.5, 1.5],
            [2, 3.25],
          ],
          4,
        ),
        sampleRate,
      ),
    );
    expect(voiced).toHaveLength(2);
    expect(voiced[0]).toEqual({ start: expect.closeTo(0.5, 1), end: expect.closeTo(1.5, 1) });
    expect(voiced[1]).toEqual({ start: expect.closeTo(2, 1), end: expect.closeTo(3.25, 1) });
  });

  test('takes no breath of a plosive for a pause, and no click for speech', () => {
    expect(
      findVoiced(
        measureLevels(
          recording(
            [
              [1, 1.5],
              [1.55, 2],
            ],
            3,
          ),
          sampleRate,
        ),
      ),
    ).toHaveLength(1);
    expect(
      findVoiced(
        measureLevels(
          recording(
            [
              [0.2, 0.21],
              [1, 2],
            ],
            3,
          ),
          sampleRate,
        ),
      ),
    ).toHaveLength(1);
    expect(findVoiced(measureLevels(new Float32Array(sampleRate), sampleRate))).toEqual([]);
  });
});

describe('estimateWords', () => {
  const estimate = (text: string, stretches: readonly (readonly [number, number])[], seconds: number) =>
    estimateWords(text, { channels: [recording(stretches, seconds)], sampleRate });

  test('puts phrases into the stretches between the pauses', () => {
    const text = 'The fox sat down. He looked up, and there was a star.';
    const words = estimate(
      text,
      [
        [0.2, 1.5],
        [2.2, 2.9],
        [3.2, 4.4],
      ],
      5,
    );
    const of = (word: string) => words.find((each) => each.text === word)!;
    expect(of('The').start).toBeCloseTo(0.2, 1);
    expect(of('down').end).toBeCloseTo(1.5, 1);
    expect(of('He').start).toBeCloseTo(2.2, 1);
    expect(of('up').end).toBeCloseTo(2.9, 1);
    expect(of('and').start).toBeCloseTo(3.2, 1);
    expect(of('star').end).toBeCloseTo(4.4, 1);
  });

  test('passes over a pause within a phrase and punctuation without a pause', () => {
    const text = 'Well, the old grandfather clock in the hall struck nine. Everybody was fast asleep.';
    const words = estimate(
      text,
      [
        [0, 1.5],
        [1.62, 3.2],
        [3.9, 5.4],
      ],
      6,
    );
    expect(words.find(({ text: word }) => word === 'Everybody')!.start).toBeCloseTo(3.9, 1);
    expect(words.find(({ text: word }) => word === 'nine')!.end).toBeCloseTo(3.2, 1);
  });

  test('times every word in order, also in silence and in a recording of something else', () => {
    const text = 'One two three. Four, five six. きつねは森へ。';
    for (const stretches of [
      [],
      [[0, 3]],
      [
        [0.1, 0.2],
        [1, 1.1],
        [2, 2.1],
        [2.5, 2.6],
      ],
    ] as [number, number][][]) {
      const words = estimate(text, stretches, 3);
      expect(words.map((word) => text.slice(word.offset, word.offset + word.length))).toEqual(
        words.map((word) => word.text),
      );
      expect(words).toHaveLength(8);
      for (const [index, word] of words.entries()) {
        expect(word.start).toBeGreaterThanOrEqual((words[index - 1]?.end ?? 0) - 1e-9);
        expect(word.end).toBeGreaterThanOrEqual(word.start);
        expect(word.end).toBeLessThanOrEqual(3);
      }
    }
    expect(estimate('', [[0, 3]], 3)).toEqual([]);
  });
});
