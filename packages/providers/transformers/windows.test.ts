import { expect, test } from 'vitest';
import { nextWindow } from './windows.ts';

const sampleRate = 1000;

/** Noise in which somebody speaks during the given seconds. */
function recording(seconds: number, speaks: (time: number) => boolean): Float32Array {
  return Float32Array.from(
    { length: seconds * sampleRate },
    (_, index) => Math.sin(index * 1.7) * (speaks(index / sampleRate) ? 0.3 : 0.001),
  );
}

test('ends a window in the longest pause of its second half', () => {
  const samples = recording(
    50,
    (time) => !(time > 10 && time < 12) && !(time > 20 && time < 20.8) && !(time > 26 && time < 26.3),
  );
  expect(nextWindow(samples, { sampleRate, from: 0 })).toEqual({ start: 0, end: expect.closeTo(20.4, 1) });
});

test('skips silence, however long, and keeps a breath of it', () => {
  const samples = recording(200, (time) => time >= 150 && time < 155);
  expect(nextWindow(samples, { sampleRate, from: 3 })).toEqual({
    start: expect.closeTo(149.7, 1),
    end: expect.closeTo(155.5, 1),
  });
  expect(nextWindow(samples, { sampleRate, from: 156 })).toBeNull();
  expect(nextWindow(new Float32Array(0), { sampleRate, from: 0 })).toBeNull();
});

test('looks further when somebody begins to speak late', () => {
  const samples = recording(120, (time) => time >= 55 && !(time > 80 && time < 81));
  const { start, end } = nextWindow(samples, { sampleRate, from: 0 })!;
  expect(start).toBeCloseTo(54.7, 1);
  expect(end).toBeCloseTo(80.5, 1);
});

test('cuts where it is quietest when nobody pauses', () => {
  const samples = recording(40, () => true);
  for (let index = 21_000; index < 21_050; index++) samples[index]! *= 0.3;
  expect(nextWindow(samples, { sampleRate, from: 0 })!.end).toBeCloseTo(21, 1);
});

test('covers a recording from end to end', () => {
  const samples = recording(95, (time) => time % 7 < 6);
  const windows: { start: number; end: number }[] = [];
  for (let from = 0, window = nextWindow(samples, { sampleRate, from }); window;) {
    windows.push(window);
    expect(window.end - window.start).toBeLessThanOrEqual(28);
    from = window.end;
    window = nextWindow(samples, { sampleRate, from });
  }
  for (const [index, { start }] of windows.slice(1).entries()) expect(start - windows[index]!.end).toBeLessThan(0.6);
  expect(windows.at(-1)!.end).toBeGreaterThan(94);
});
