import { expect, test } from 'vitest';
import { cutSound, planSound } from './cut-sound.ts';
import { sampleRate } from './sound-reader.ts';
import type { SoundReader } from './sound-reader.ts';

/** A recording without an end. */
function recordingOf(sound: (place: number) => number): SoundReader {
  return {
    read(start, length) {
      const channel = Float32Array.from({ length }, (_, index) => sound(start + index));
      return [channel, channel.slice()];
    },
    [Symbol.dispose]() {},
  };
}

function cut(parts: Parameters<typeof planSound>[0], sound: (place: number) => number): Float32Array {
  const blocks = [...cutSound(planSound(parts, 30), recordingOf(sound))].map(([left]) => left);
  return Float32Array.from(blocks.flatMap((block) => [...block]));
}

/** Spans that leave out a little of each second. */
const spans = Array.from({ length: 20 }, (_, index) => ({ start: index + 0.2, end: index + 0.9 }));

test('sound is as long as its frames, sample by sample', () => {
  expect(cut([{ spans }, { seconds: 1.5 }, { spans }], () => 0)).toHaveLength((2 * 20 * 0.7 + 1.5) * sampleRate);
});

test('what follows on in the recording is one piece, whatever stretches it is in', () => {
  const pieces = planSound([{ spans: [{ start: 4, end: 30 }] }, { spans: [{ start: 30, end: 41 }] }], 30);
  expect(pieces).toEqual([{ source: 4 * sampleRate, start: 0, length: 37 * sampleRate }]);
});

test('each piece begins where its frames do', () => {
  const place = cut([{ seconds: 1 }, { spans }], (at) => at / sampleRate / 100);
  for (let span = 0; span < spans.length; span++) {
    const middle = Math.round((1 + span * 0.7 + 0.35) * sampleRate);
    expect(place[middle]! * 100).toBeCloseTo(span + 0.2 + 0.35, 3);
  }
});

test('nothing clicks: a deep tone that is cut anywhere has no step', () => {
  const tone = (at: number) => Math.sin((2 * Math.PI * 100 * at) / sampleRate) / 2;
  const sound = cut(
    [{ seconds: 0.5 }, { spans: spans.map(({ start, end }) => ({ start: start + 0.0037, end })) }],
    tone,
  );
  const steepest = (2 * Math.PI * 100) / sampleRate / 2;
  let step = 0;
  for (let index = 1; index < sound.length; index++) step = Math.max(step, Math.abs(sound[index]! - sound[index - 1]!));
  expect(step).toBeLessThan(steepest * 2.2);
  expect(Math.abs(sound.at(-1)!)).toBeLessThan(0.001);
});

test('a room stays as loud over a cut: noise dissolves at equal power', () => {
  const noise = (at: number) => {
    const mixed = Math.imul(at + 7, 2_654_435_761);
    return (Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519) >>> 8) / 2 ** 24 - 0.5;
  };
  const sound = cut([{ spans }], noise);
  const power = (from: number, length: number) =>
    sound.subarray(from, from + length).reduce((sum, value) => sum + value * value, 0) / length;
  const cuts = spans.slice(1).map((_, index) => Math.round((index + 1) * 0.7 * sampleRate));
  const atCuts = cuts.reduce((sum, at) => sum + power(at - 360, 720), 0) / cuts.length;
  const between = cuts.reduce((sum, at) => sum + power(at + 5000, 720), 0) / cuts.length;
  expect(10 * Math.log10(atCuts / between)).toBeCloseTo(0, 0);
});
