import { isKinoraError } from '@kinora/capabilities/errors';
import { describe, expect, test } from 'vitest';
import { fMeasure, medianBias, plans, renderSong, songRate } from '../../../../tools/known-songs/index.ts';
import type { SongPlan } from '../../../../tools/known-songs/index.ts';
import { seededRandom } from '../random.ts';
import { analyseMusic, createMusicAnalyser, listBeats, withKeyMoments } from './index.ts';
import type { MusicAnalysis } from './index.ts';

/** Two-millisecond noise bursts at the given times. */
function clicks(times: readonly number[], options: { sampleRate: number; seconds: number }): Float32Array {
  const { sampleRate, seconds } = options;
  const random = seededRandom(4);
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (const time of times) {
    const start = Math.round(time * sampleRate);
    for (let index = 0; index < 0.002 * sampleRate; index++) samples[start + index] = 0.8 * (random() * 2 - 1);
  }
  return samples;
}

function sine(frequency: number, options: { sampleRate: number; seconds: number }): Float32Array {
  const { sampleRate, seconds } = options;
  return Float32Array.from(
    { length: sampleRate * seconds },
    (_, index) => 0.5 * Math.sin((2 * Math.PI * frequency * index) / sampleRate),
  );
}

/** Buzzes of 80 to 300 ms with gliding pitch and pauses between, as a voice makes them; at 16 kHz. */
function speakLike(seconds: number, random: () => number): Float32Array {
  const samples = new Float32Array(16_000 * seconds);
  let phase = 0;
  for (let at = 1000; at < samples.length - 8000;) {
    const length = Math.round(16_000 * (0.08 + 0.22 * random()));
    const [pitch, glide] = [100 + 60 * random(), 0.6 + 0.8 * random()];
    for (let index = 0; index < length; index++) {
      phase += (2 * Math.PI * pitch * (1 + (glide - 1) * (index / length))) / 16_000;
      const voice = Array.from({ length: 12 }, (_, number) => Math.sin((number + 1) * phase) / (number + 1));
      samples[at + index] = 0.2 * Math.sin((Math.PI * index) / length) * voice.reduce((sum, value) => sum + value, 0);
    }
    at += length + Math.round(16_000 * (random() < 0.2 ? 0.2 + 0.5 * random() : 0.02 + 0.08 * random()));
  }
  return samples;
}

function shortSong(name: string): SongPlan {
  return {
    ...plans.find((plan) => plan.name === name)!,
    form: [
      ['i', 2],
      ['a', 4],
      ['b', 4],
    ],
  };
}

/** Every number of a result. */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

function expectSensible(analysis: MusicAnalysis): void {
  expect(numbersOf(analysis).every(Number.isFinite)).toBe(true);
  expect(analysis.intensity_curve).toHaveLength(Math.ceil(analysis.duration));
  expect(analysis.intensity_curve.every(({ value }) => value >= 0 && value <= 1)).toBe(true);
  expect(analysis.sections[0]!.start).toBe(0);
  expect(analysis.sections.at(-1)!.end).toBe(analysis.duration);
  expect(analysis.sections.slice(1).map(({ start }) => start)).toEqual(
    analysis.sections.slice(0, -1).map(({ end }) => end),
  );
  const moments = analysis.key_moments.map((moment) => moment.timestamp);
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
  expect(moments.every((time) => time >= 0 && time <= analysis.duration)).toBe(true);
  const { seconds_per_value, values } = analysis.level_curve;
  expect(Math.abs(values.length * seconds_per_value - analysis.duration)).toBeLessThan(0.2);
  const shares = [...values, ...analysis.beat_strengths, ...analysis.onsets.map(({ value }) => value)];
  expect(shares.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect(analysis.beat_strengths).toHaveLength(analysis.beat_times.length);
}

describe('click tracks', () => {
  test.each([40, 66, 128, 220])('at %i beats a minute are exact to 10 ms', (bpm) => {
    const times = Array.from({ length: Math.floor((20 * bpm) / 60) }, (_, index) => 0.3 + (index * 60) / bpm);
    const analysis = analyseMusic(clicks(times, { sampleRate: 22_050, seconds: 21 }), { sampleRate: 22_050 });
    expect(fMeasure(analysis.beat_times, times, { tolerance: 0.01 })).toBeGreaterThan(0.9);
    expect(Math.abs(analysis.tempo! / bpm - 1)).toBeLessThan(0.01);
  });

  test('of ten seconds with one and the same tone keep their tempo', () => {
    const samples = new Float32Array(80_000);
    for (let at = 0; at < samples.length; at++) if (at % 4000 < 60) samples[at] = 0.6 * Math.sin(at);
    expect(Math.abs(analyseMusic(samples, { sampleRate: 8000 }).tempo! - 120)).toBeLessThan(1);
  });

  test('that grow faster are followed', () => {
    const times = [0.5];
    while (times.at(-1)! < 28) times.push(times.at(-1)! + 60 / (80 + 2 * times.at(-1)!));
    const analysis = analyseMusic(clicks(times, { sampleRate: 22_050, seconds: 30 }), { sampleRate: 22_050 });
    expect(fMeasure(analysis.beat_times, times, { tolerance: 0.02 })).toBeGreaterThan(0.95);
    expect(analysis.tempo_curve.at(-2)!.value).toBeGreaterThan(analysis.tempo_curve[1]!.value + 35);
  });
});

describe('songs', () => {
  test('a slow ballad is not doubled, and its bars begin where the chords change', () => {
    const { samples, truth } = renderSong(shortSong('ballad-62'));
    const analysis = analyseMusic(samples, { sampleRate: songRate });
    expect(Math.abs(analysis.tempo! - 62)).toBeLessThan(1.5);
    expect(fMeasure(analysis.beat_times, truth.beats, { tolerance: 0.03 })).toBeGreaterThan(0.9);
    expect(Math.abs(medianBias(analysis.beat_times, truth.beats))).toBeLessThan(0.01);
    expect(analysis.metre).toBe('4/4');
    expect(fMeasure(analysis.downbeat_times, truth.downbeats, { tolerance: 0.07 })).toBeGreaterThan(0.85);
    expectSensible(analysis);
    const beats = listBeats(analysis);
    expect(beats.map(({ time }) => time)).toEqual(analysis.beat_times);
    expect(beats.filter(({ isDownbeat }) => isDownbeat).map(({ time }) => time)).toEqual(analysis.downbeat_times);
    expect(analysis.onsets.length).toBeGreaterThan(analysis.beat_times.length);
  });

  test('a faint beginning has its beats too, and the loud part is struck harder', () => {
    const { samples, truth } = renderSong({
      ...shortSong('rock-118'),
      form: [
        ['a', 4],
        ['b', 6],
      ],
      seed: 3,
    });
    const loud = Math.round(truth.sections[1]!.start * songRate);
    const faint = samples.map((sample, index) => (index < loud ? 0.05 * sample : sample));
    const analysis = analyseMusic(faint, { sampleRate: songRate });
    expect(fMeasure(analysis.beat_times, truth.beats, { tolerance: 0.05 })).toBeGreaterThan(0.95);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const isEarly = (time: number) => time < truth.sections[1]!.start - 0.1;
    const strengths = (early: boolean) =>
      listBeats(analysis).flatMap(({ time, strength }) => (isEarly(time) === early ? [strength] : []));
    expect(mean(strengths(false))).toBeGreaterThan(mean(strengths(true)) + 0.2);
    const { values } = analysis.level_curve;
    const middle = Math.round(10 * truth.sections[1]!.start);
    expect(mean(values.slice(middle + 5))).toBeGreaterThan(mean(values.slice(5, middle - 5)) + 0.3);
  });

  test('a waltz counts in three', () => {
    const { samples } = renderSong(shortSong('waltz-168'));
    expect(analyseMusic(samples, { sampleRate: songRate }).metre).toBe('3/4');
  });

  test('sounds the same in blocks as in one piece, and as many moments come as were asked for', () => {
    const { samples } = renderSong(shortSong('rock-118'));
    const whole = analyseMusic(samples, { sampleRate: songRate, keyMoments: 5 });
    const analyser = createMusicAnalyser({ sampleRate: songRate, keyMoments: 5 });
    for (let start = 0; start < samples.length; start += 12_345) analyser.push(samples.subarray(start, start + 12_345));
    expect(analyser.finish()).toEqual(whole);
    expect(whole.key_moments).toHaveLength(5);
    const asked = analyseMusic(samples, { sampleRate: songRate, keyMoments: 9 });
    expect(withKeyMoments(whole, 9)).toEqual(asked);
    expect(() => withKeyMoments(whole, 25)).toThrow('ask for 3 to 24');
    expectSensible(whole);
  });
});

describe('odd input', () => {
  test('silence has no beat', () => {
    const analysis = analyseMusic(new Float32Array(44_100 * 8), { sampleRate: 44_100 });
    expect(analysis).toMatchObject({ tempo: null, beat_times: [], downbeat_times: [], metre: null, key: null });
    expectSensible(analysis);
  });

  test('white noise and syllables at uneven times have no beat', () => {
    const random = seededRandom(21);
    const noise = Float32Array.from({ length: 22_050 * 20 }, () => 0.3 * (random() * 2 - 1));
    expect(analyseMusic(noise, { sampleRate: 22_050 }).beat_times).toEqual([]);
    const syllables = speakLike(25, random);
    expect(analyseMusic(syllables, { sampleRate: 16_000 })).toMatchObject({ beat_times: [], tempo: null, metre: null });
  });

  test.each([8000, 48_000, 192_000])('a tone at %i Hz has no beat', (sampleRate) => {
    const analysis = analyseMusic(sine(440, { sampleRate, seconds: 4 }), { sampleRate });
    expect(analysis.beat_times).toEqual([]);
    expectSensible(analysis);
  });

  test('three seconds, clipping and a constant offset do no harm', () => {
    const { samples } = renderSong(shortSong('rock-118'));
    const broken = samples.map((sample) => Math.max(-1, Math.min(1, 6 * sample)) * 0.5 + 0.4);
    const loud = analyseMusic(broken, { sampleRate: songRate });
    expectSensible(loud);
    expect(Math.abs(loud.tempo! - 118)).toBeLessThan(1);
    const jingle = analyseMusic(samples.subarray(0, 3 * songRate), { sampleRate: songRate });
    expectSensible(jingle);
    expect(jingle.key_moments.length).toBeGreaterThanOrEqual(3);
  });

  test('what cannot be analysed is refused with a reason', () => {
    const refuse = (samples: Float32Array, sampleRate: number, keyMoments?: number) => {
      try {
        analyseMusic(samples, { sampleRate, keyMoments });
      } catch (error) {
        return isKinoraError(error) ? error.code : error;
      }
      return 'accepted';
    };
    const second = new Float32Array(8000);
    expect(refuse(new Float32Array(0), 8000)).toBe('request.invalid');
    expect(refuse(second, 44_100.5)).toBe('request.invalid');
    expect(refuse(second, 8000, 2)).toBe('request.invalid');
    expect(refuse(second.with(99, Number.NaN), 8000)).toBe('request.invalid');
    expect(refuse(new Float32Array(8000 * 1300), 8000)).toBe('request.invalid');
  });
});
