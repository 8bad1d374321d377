import { z } from 'zod';

const mora = z.looseObject({
  /** Katakana. */
  text: z.string(),
  consonant_length: z.number().nullish(),
  vowel_length: z.number(),
});

/** How a text will be spoken, as `/audio_query` answers and `/synthesis` takes. What isn't read here is passed through. */
export const audioQuery = z.looseObject({
  accent_phrases: z.array(z.looseObject({ moras: z.array(mora), pause_mora: mora.nullish() })),
  speedScale: z.number(),
  prePhonemeLength: z.number(),
  postPhonemeLength: z.number(),
  pauseLength: z.number().nullish(),
  pauseLengthScale: z.number().nullish(),
});
export type AudioQuery = z.infer<typeof audioQuery>;

/** A syllable as it will be spoken. Times in seconds from the start of the sound. */
export type TimedMora = { text: string; start: number; end: number };

/**
 * When each mora is spoken. The engine adds the silence at both ends, sets the pauses, divides all by the speed and rounds to
 * frames; so the sum is brought to the true length of the sound.
 * @param duration Seconds of the sound.
 */
export function timeMoras(query: AudioQuery, duration: number): TimedMora[] {
  const { prePhonemeLength, postPhonemeLength, pauseLength, pauseLengthScale } = query;
  // AivisSpeech leaves all lengths at 0: then every mora counts the same.
  const isTimed = query.accent_phrases.some(({ moras }) => moras.some(({ vowel_length: length }) => length > 0));
  const spans: { text: string; length: number }[] = [{ text: '', length: isTimed ? prePhonemeLength : 0.5 }];
  for (const { moras, pause_mora: pause } of query.accent_phrases) {
    for (const { text, consonant_length: consonant, vowel_length: vowel } of moras) {
      spans.push({ text, length: isTimed ? (consonant ?? 0) + vowel : 1 });
    }
    if (pause) {
      const length = (pauseLength ?? pause.vowel_length) * (pauseLengthScale ?? 1);
      spans.push({ text: '', length: isTimed ? length : 2 });
    }
  }
  spans.push({ text: '', length: isTimed ? postPhonemeLength : 0.5 });
  const total = spans.reduce((sum, { length }) => sum + length, 0);
  const scale = total > 0 ? duration / total : 0;
  let at = 0;
  return spans.flatMap(({ text, length }) => {
    const start = at;
    at += length * scale;
    return text === '' ? [] : [{ text, start, end: Math.min(at, duration) }];
  });
}
