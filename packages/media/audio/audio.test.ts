import { describe, expect, test } from 'vitest';
import { applyBiquads, bandPass, highPass, highShelf, lowPass, lowShelf, peak, responseDb } from './biquad.ts';
import { compress, limit } from './dynamics.ts';
import { fadeEdges } from './fade.ts';
import { integratedLoudness, truePeak } from './loudness.ts';
import { mixNarration } from './narration.ts';
import { resample } from './resample.ts';
import { reverberate } from './reverb.ts';
import { readWav, writeWav } from './wav.ts';

const decibels = (level: number) => 10 ** (level / 20);

function sine(options: { frequency: number; seconds: number; sampleRate: number; levelDb: number; phase?: number }) {
  const { frequency, seconds, sampleRate, levelDb, phase = 0 } = options;
  const step = (2 * Math.PI * frequency) / sampleRate;
  return Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, index) => decibels(levelDb) * Math.sin(step * index + phase),
  );
}

function rms(samples: Float32Array) {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

describe('loudness (EBU Tech 3341 test signals)', () => {
  // Minimum requirements 1 and 2: a 1 kHz stereo sine of −23 dBFS reads −23 LUFS.
  test.each([-23, -33])('reads a stereo sine at %d dBFS as that many LUFS', (levelDb) => {
    const tone = sine({ frequency: 1000, seconds: 20, sampleRate: 48_000, levelDb });
    expect(integratedLoudness([tone, tone], 48_000)).toBeCloseTo(levelDb, 1);
  });

  // BS.1770: a 997 Hz sine at 0 dBFS in one channel reads −3.01 LKFS.
  test.each([48_000, 44_100, 24_000])('reads a 997 Hz mono sine at −20 dBFS as −23.01 LUFS at %d Hz', (sampleRate) => {
    const tone = sine({ frequency: 997, seconds: 5, sampleRate, levelDb: -20 });
    expect(integratedLoudness([tone], sampleRate)).toBeCloseTo(-23.01, 1);
  });

  test('leaves quiet passages out (test signal 3)', () => {
    const part = (levelDb: number, seconds: number) => sine({ frequency: 1000, seconds, sampleRate: 48_000, levelDb });
    const signal = new Float32Array(80 * 48_000);
    signal.set(part(-36, 10));
    signal.set(part(-23, 60), 10 * 48_000);
    signal.set(part(-36, 10), 70 * 48_000);
    expect(integratedLoudness([signal, signal], 48_000)).toBeCloseTo(-23, 1);
  });

  test('weighs what lies less than 10 LU below the mean (test signal 5)', () => {
    const part = (levelDb: number, seconds: number) => sine({ frequency: 1000, seconds, sampleRate: 48_000, levelDb });
    const signal = new Float32Array(60.1 * 48_000);
    signal.set(part(-26, 20));
    signal.set(part(-20, 20.1), 20 * 48_000);
    signal.set(part(-26, 20), 40.1 * 48_000);
    expect(integratedLoudness([signal, signal], 48_000)).toBeCloseTo(-23, 1);
  });

  test('is −∞ for silence', () => {
    expect(integratedLoudness([new Float32Array(48_000)], 48_000)).toBe(-Infinity);
    expect(truePeak([new Float32Array(10)])).toBe(-Infinity);
  });

  test('finds the peak between samples (test signal 16)', () => {
    // A quarter of the sample rate at 45°: samples at 0.707 of the true peak.
    const tone = sine({ frequency: 12_000, seconds: 0.5, sampleRate: 48_000, levelDb: -6, phase: Math.PI / 4 });
    expect(truePeak([tone])).toBeGreaterThan(-6.4);
    expect(truePeak([tone])).toBeLessThan(-5.8);
  });
});

describe('filters', () => {
  const at = (frequency: number, ...sections: Parameters<typeof responseDb>[0]) =>
    responseDb(sections, { sampleRate: 48_000, frequency });
  const options = { sampleRate: 48_000, frequency: 1000 };

  test('have the response their formulas promise', () => {
    expect(at(1000, lowPass(options))).toBeCloseTo(-3.01, 1);
    expect(at(8000, lowPass(options))).toBeLessThan(-35);
    expect(at(1000, highPass(options))).toBeCloseTo(-3.01, 1);
    expect(at(1000, bandPass(options))).toBeCloseTo(0, 5);
    expect(at(1000, peak({ ...options, gainDb: 6, q: 1 }))).toBeCloseTo(6, 5);
    expect(at(20, lowShelf({ ...options, gainDb: -4 }))).toBeCloseTo(-4, 1);
    expect(at(20_000, highShelf({ ...options, gainDb: 4 }))).toBeCloseTo(4, 1);
    expect(at(20, highShelf({ ...options, gainDb: 4 }))).toBeCloseTo(0, 1);
  });

  test.each([1, 2, 3])('do to a signal what their response says, %d in a row', (count) => {
    const sections = [
      peak({ ...options, gainDb: -9, q: 2 }),
      highPass({ ...options, frequency: 200 }),
      lowPass({ ...options, frequency: 4000 }),
    ].slice(0, count);
    const tone = sine({ frequency: 1000, seconds: 1, sampleRate: 48_000, levelDb: -6 });
    const change = 20 * Math.log10(rms(applyBiquads(tone, sections).slice(4800)) / rms(tone.slice(4800)));
    expect(change).toBeCloseTo(at(1000, ...sections), 2);
  });
});

describe('resampling', () => {
  test.each([
    [22_050, 24_000],
    [24_000, 48_000],
    [48_000, 22_050],
  ])('keeps a tone from %d to %d Hz in place', (from, to) => {
    const tone = sine({ frequency: 1000, seconds: 0.5, sampleRate: from, levelDb: -6 });
    const expected = sine({ frequency: 1000, seconds: 0.5, sampleRate: to, levelDb: -6 });
    const output = resample(tone, { from, to });
    expect(output).toHaveLength(expected.length);
    const error = output.slice(500, -500).map((sample, index) => sample - expected[index + 500]!);
    expect(20 * Math.log10(rms(error))).toBeLessThan(-80);
  });

  test('removes what the lower rate cannot hold', () => {
    const tone = sine({ frequency: 15_000, seconds: 0.5, sampleRate: 48_000, levelDb: 0 });
    expect(20 * Math.log10(rms(resample(tone, { from: 48_000, to: 22_050 }).slice(500, -500)))).toBeLessThan(-70);
  });
});

describe('dynamics', () => {
  test('a compressor takes half of what is above its threshold at 2:1', () => {
    const tone = sine({ frequency: 1000, seconds: 1, sampleRate: 48_000, levelDb: -10 });
    const [output] = compress([tone], { sampleRate: 48_000, thresholdDb: -20, ratio: 2, kneeDb: 0 });
    expect(20 * Math.log10(rms(output!.slice(24_000)) / rms(tone.slice(24_000)))).toBeCloseTo(-5, 0);
  });

  test('a limiter holds the true peak and leaves quiet sound alone', () => {
    const burst = sine({ frequency: 11_025, seconds: 1, sampleRate: 44_100, levelDb: 1, phase: Math.PI / 4 });
    const quiet = sine({ frequency: 300, seconds: 1, sampleRate: 44_100, levelDb: -12 });
    const signal = new Float32Array(3 * 44_100);
    signal.set(quiet);
    signal.set(burst, 44_100);
    signal.set(quiet, 2 * 44_100);
    const [output] = limit([signal], { sampleRate: 44_100, ceilingDb: -1 });
    expect(truePeak([output!])).toBeLessThanOrEqual(-1);
    expect(truePeak([output!])).toBeGreaterThan(-1.5);
    expect(output!.slice(0, 40_000)).toEqual(signal.slice(0, 40_000));
    expect(20 * Math.log10(rms(output!.slice(3 * 44_100 - 8000)) / rms(quiet))).toBeCloseTo(0, 1);
  });
});

test('a fade begins and ends in silence and meets full level smoothly', () => {
  const samples = new Float32Array(1000).fill(1);
  fadeEdges(samples, { rise: 100, fall: 200 });
  expect([samples[0], samples[999]]).toEqual([0, 0]);
  expect(samples[50]).toBeCloseTo(0.5, 5);
  expect(samples[899]).toBeCloseTo(0.5, 5);
  expect(samples.slice(100, 800).every((sample) => sample === 1)).toBe(true);
});

test('a room rings for its reverberation time', () => {
  const impulse = new Float32Array(48_000);
  impulse[0] = 1;
  const [left, right] = reverberate(impulse, { sampleRate: 24_000, seconds: 0.8, size: 8, warmth: 9000 });
  const early = rms(left.slice(2400, 7200));
  const late = rms(left.slice(12_000, 16_800));
  // 0.4 s later: half of 60 dB.
  expect(20 * Math.log10(late / early)).toBeLessThan(-24);
  expect(20 * Math.log10(late / early)).toBeGreaterThan(-42);
  expect(left).not.toEqual(right);
});

describe('WAV', () => {
  test('comes back as it was written', () => {
    const left = sine({ frequency: 440, seconds: 0.1, sampleRate: 24_000, levelDb: -3 });
    const right = left.map((sample) => -sample / 2);
    const { channels, sampleRate } = readWav(writeWav({ channels: [left, right], sampleRate: 24_000 }));
    expect(sampleRate).toBe(24_000);
    expect(Math.max(...channels[0]!.map((sample, index) => Math.abs(sample - left[index]!)))).toBeLessThan(1e-4);
    expect(Math.max(...channels[1]!.map((sample, index) => Math.abs(sample - right[index]!)))).toBeLessThan(1e-4);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a picture', new Uint8Array(100).fill(0x89)],
    ['a header alone', writeWav({ channels: [new Float32Array(4)], sampleRate: 8000 }).slice(0, 36)],
  ])('is not read from %s', (_, bytes) => {
    expect(() => readWav(bytes)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });

  test('that was cut short is read as far as it goes', () => {
    const file = writeWav({ channels: [new Float32Array(1000).fill(0.5)], sampleRate: 8000 });
    expect(readWav(file.slice(0, 544)).channels[0]).toHaveLength(250);
  });
});

describe('narration over music', () => {
  const sampleRate = 24_000;
  const speech = sine({ frequency: 220, seconds: 3, sampleRate, levelDb: -18 });
  const hum = sine({ frequency: 1500, seconds: 16, sampleRate: 48_000, levelDb: -20 });
  const music = { channels: [hum, hum], sampleRate: 48_000 };
  const scenes = [
    { pcm: speech, sampleRate, start: 2 },
    { pcm: speech, sampleRate, start: 9 },
  ];
  const { channels } = mixNarration({ scenes, music, seconds: 16 });
  const level = (from: number, to: number, frequency: number) => {
    const part = channels[0]!.slice(from * 48_000, to * 48_000);
    return 20 * Math.log10(rms(applyBiquads(part, [bandPass({ sampleRate: 48_000, frequency, q: 12 })]).slice(4800)));
  };

  test('has the loudness and the peak that were asked for', () => {
    expect(integratedLoudness(channels, 48_000)).toBeCloseTo(-18, 0);
    expect(truePeak(channels)).toBeLessThanOrEqual(-1);
    expect(channels.map((channel) => channel.length)).toEqual([16 * 48_000, 16 * 48_000]);
  });

  test('ducks the music under the voice and lets it come back', () => {
    const ducked = level(3, 4.8, 1500);
    expect(level(0.2, 1.4, 1500) - ducked).toBeCloseTo(8, 0);
    expect(level(14.6, 15.8, 1500) - ducked).toBeCloseTo(8, 0);
    expect(level(3, 4.8, 220) - ducked).toBeGreaterThan(12);
  });

  test('keeps to the loudness without music, and to silence without anything', () => {
    expect(integratedLoudness(mixNarration({ scenes, music: null, seconds: 13 }).channels, 48_000)).toBeCloseTo(-18, 0);
    expect(mixNarration({ scenes: [], music: null, seconds: 1 }).channels[0]).toEqual(new Float32Array(48_000));
  });
});
