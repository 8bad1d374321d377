import { parseText, readJapanese } from '@kinora/media/audio';
import { describe, expect, test } from 'vitest';
import { findSpeakers } from './speakers.ts';

describe('speakers', () => {
  const pitches = (text: string) => {
    const phrases = parseText(text, { language: 'en', readJapanese });
    return findSpeakers(phrases).map(({ pitch, gain }, index) => ({
      text: phrases[index]!.words[0]!.text,
      pitch,
      gain,
    }));
  };

  test('keep their own pitch through a story', () => {
    const said = pitches('“One,” said Owl. “Two,” said the little fox. Then Owl said, “Three.” “Four,” the fox said.');
    const pitch = (word: string) => said.find(({ text }) => text === word)!.pitch;
    expect(pitch('One')).toBe(pitch('Three'));
    expect(pitch('Two')).toBe(pitch('Four'));
    expect(pitch('One')).not.toBe(pitch('Two'));
    expect(pitch('Then')).toBe(1);
  });

  test('whisper softly', () => {
    expect(pitches('“Hush,” whispered Owl.')[0]!.gain).toBeLessThan(1);
  });
});
