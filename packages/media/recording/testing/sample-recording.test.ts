import { describe, expect, test } from 'vitest';
import { babble } from './babble.ts';
import { makeLaughter, mixRate, mixSample } from './mix.ts';
import { bySlide, guessSeconds, readScript } from './read-script.ts';
import { scheduleScript, scheduleSrt } from './schedule.ts';
import { sampleScript } from './script/index.ts';

const entries = readScript(sampleScript);
const lines = entries.filter((entry) => entry.kind === 'line');

describe('the script of the sample recording', () => {
  test('is enough for twenty minutes in both languages', () => {
    expect(lines.length).toBeGreaterThanOrEqual(300);
    expect(guessSeconds(entries)).toBeGreaterThan(1200);
    expect(lines.filter(({ language }) => language === 'en').length).toBeGreaterThan(120);
    expect(lines.filter(({ text }) => /えーと|あのー|えっと/.test(text)).length).toBeGreaterThan(5);
  });

  test('no line is written twice, and none is too long for a cue', () => {
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    for (const { text, language } of lines) expect(text.length).toBeLessThan(language === 'ja' ? 60 : 110);
  });

  test('shows another slide or game every half minute or so', () => {
    for (const slide of bySlide(entries)) {
      expect(guessSeconds(slide)).toBeGreaterThan(30);
      expect(guessSeconds(slide)).toBeLessThan(65);
    }
  });
});

describe('scheduleScript', () => {
  const lengths = lines.map(({ text }) => text.length * 0.08);
  const schedule = scheduleScript(entries, { lengths, seconds: 1200, seed: 3 });

  test('puts one thing after the other and ends in time', () => {
    const spoken = [...schedule.lines, ...schedule.laughs].toSorted((a, b) => a.start - b.start);
    spoken.forEach(({ start }, at) => expect(start).toBeGreaterThanOrEqual(spoken[at - 1]?.end ?? 0));
    expect(schedule.lines.at(-1)!.end).toBeLessThan(1200);
    expect(schedule.lines.at(-1)!.end).toBeGreaterThan(1180);
    expect(schedule.slides.at(-1)!.end).toBe(1200);
  });

  test('finds the words to the editor', () => {
    expect(schedule.markers.length).toBeGreaterThan(8);
    expect(schedule.lines[schedule.markers[0]!]!.text).toMatch(/save that|クリップして/);
  });

  test('is written as SRT', () => {
    expect(scheduleSrt(schedule, { host: 'ミナ', guest: 'レオ' })).toMatch(
      /^1\n00:00:01,000 --> 00:00:0\d,\d{3}\nミナ: みんな、こんばんは。/,
    );
  });
});

test('mixes voices where the schedule has them, and next to nothing where it has none', async () => {
  const { samples } = await babble('こんばんは、ミナです。', { voice: 'host', language: 'ja' });
  const voice = new Float32Array(samples.length * 2).map((_, at) => samples[at >> 1]!);
  const seconds = voice.length / mixRate;
  const schedule = {
    ...scheduleScript([], { lengths: [], seconds: 12, seed: 1 }),
    lines: [{ start: 9.5, end: 9.5 + seconds, speaker: 'host', language: 'ja', text: '', index: 0 } as const],
  };
  const blocks = [...mixSample(schedule, { seed: 1, voiceOf: () => voice })];
  expect(blocks.map(([left]) => left.length / mixRate)).toEqual([10, 2]);
  const level = (samplesOf: Float32Array) =>
    Math.sqrt(samplesOf.reduce((sum, value) => sum + value ** 2, 0) / samplesOf.length);
  const [before, after] = [blocks[0]![0], blocks[1]![0]];
  expect(level(before.subarray(0, 9 * mixRate))).toBeLessThan(0.01);
  expect(level(before.subarray(9.5 * mixRate))).toBeGreaterThan(0.03);
  // It goes on across the edge of a block.
  expect(level(after.subarray(0, 0.3 * mixRate))).toBeGreaterThan(0.03);
});

test('laughter comes in about five pulses a second', () => {
  const samples = makeLaughter({ seconds: 2, pitch: 300, seed: 1 });
  const envelope = Array.from({ length: 200 }, (_, at) =>
    samples.subarray(at * 480, (at + 1) * 480).reduce((sum, value) => sum + value ** 2, 0),
  );
  const loudest = Math.max(...envelope);
  const pulses = envelope.filter(
    (value, at) => value > loudest * 0.1 && (envelope[at - 1] ?? 0) <= loudest * 0.1,
  ).length;
  expect(pulses).toBeGreaterThanOrEqual(8);
  expect(pulses).toBeLessThanOrEqual(12);
});
