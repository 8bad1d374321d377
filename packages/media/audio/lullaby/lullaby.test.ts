import { describe, expect, test } from 'vitest';
import { integratedLoudness } from '../loudness.ts';
import { composeLullaby } from './play.ts';
import { type Score, writeLullaby } from './score.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const moods = ['calm', 'wistful', 'wonder', 'sleepy'] as const;
const scores = seeds.map((seed) => writeLullaby({ seed, seconds: 60 + seed, mood: moods[seed % 4]! }));
const tune = (score: Score) => score.notes.filter((note) => note.part === 'tune');

/** Scale step of a pitch in semitones above the tonic. */
const above = (score: Score, pitch: number) => (pitch - score.key.tonic + 120) % 12;

describe('a lullaby', () => {
  test('stays in its key, but for the leading tone of a minor key', () => {
    for (const score of scores) {
      const allowed = new Set([...score.key.steps, ...(score.key.mode === 'minor' ? [11] : [])]);
      for (const note of score.notes) expect(allowed).toContain(above(score, note.pitch));
    }
  });

  test('sings chord tones where a bar begins', () => {
    for (const score of scores) {
      for (const bar of score.bars) {
        const first = tune(score).find((note) => note.start >= bar.start && note.start < bar.start + 0.02);
        if (!first) continue;
        const chord = bar.chords[0]!;
        const tones = [0, 2, 4].map((third) => score.key.steps[(chord.degree + third) % 7]!);
        if (score.key.mode === 'minor' && chord.degree === 4) tones.push(11);
        expect(tones).toContain(above(score, first.pitch));
      }
    }
  });

  test('moves by steps and small leaps within a tenth and a half', () => {
    for (const score of scores) {
      const pitches = tune(score)
        .slice(0, -3)
        .map((note) => note.pitch);
      const leaps = pitches.slice(1).map((pitch, index) => Math.abs(pitch - pitches[index]!));
      expect(Math.max(...leaps)).toBeLessThanOrEqual(12);
      expect(leaps.filter((leap) => leap <= 5).length / leaps.length).toBeGreaterThan(0.7);
      expect(Math.max(...pitches) - Math.min(...pitches)).toBeLessThanOrEqual(19);
    }
  });

  test('ends on the tonic after its dominant, at a lullaby tempo', () => {
    for (const score of scores) {
      expect(score.bars.at(-1)!.chords).toEqual([{ degree: 0 }]);
      expect(above(score, tune(score).at(-1)!.pitch)).toBe(0);
      const bass = score.notes.filter((note) => note.part === 'bass');
      expect(above(score, bass.at(-1)!.pitch)).toBe(0);
      expect(score.tempo).toBeGreaterThanOrEqual(56);
      expect(score.tempo).toBeLessThanOrEqual(72);
    }
  });

  test('is another one for another seed, the same for the same', () => {
    const written = seeds.map((seed) => writeLullaby({ seed, seconds: 60 }));
    const tunes = written.map((score) =>
      tune(score)
        .map((note) => note.pitch)
        .join(' '),
    );
    expect(new Set(tunes).size).toBe(seeds.length);
    expect(new Set(written.map((score) => score.key.tonic)).size).toBeGreaterThan(5);
    expect(writeLullaby({ seed: 5, seconds: 60 })).toEqual(writeLullaby({ seed: 5, seconds: 60 }));
  });

  test.each([0.4, 3, 11])('lasts exactly %d seconds and fades to silence', (seconds) => {
    const { channels, sampleRate } = composeLullaby({ seed: 1, seconds });
    for (const channel of channels) {
      expect(channel).toHaveLength(seconds * sampleRate);
      expect(Math.max(...channel.slice(-480).map(Math.abs))).toBeLessThan(0.003);
      expect(channel.every(Number.isFinite)).toBe(true);
    }
  });

  test('is as loud as agreed, in stereo', () => {
    const { channels, sampleRate } = composeLullaby({ seed: 2, seconds: 20 });
    expect(integratedLoudness(channels, sampleRate)).toBeCloseTo(-23, 0);
    expect(channels[0]).not.toEqual(channels[1]);
  });
});
