import { seededRandom } from '../../audio/random.ts';

/** Says a text. @returns One channel, samples in [-1, 1]. */
export type Say = (
  text: string,
  options: { voice: 'host' | 'guest'; language: 'ja' | 'en' },
) => Promise<{ samples: Float32Array; sampleRate: number }>;

const sampleRate = 24_000;

/** First formants of five vowels in hertz. */
const vowels = [
  [800, 1200],
  [300, 2300],
  [350, 1400],
  [500, 1900],
  [500, 900],
] as const;

/**
 * Says nothing that can be understood, but with the rhythm, pitch and formants of speech: syllables of a vowel, some with a
 * hiss in front. For tests that need somebody to speak and no synthesiser.
 */
export const babble: Say = (text, { voice, language }) => {
  const random = seededRandom(Buffer.from(text).reduce((sum, byte) => (sum * 31 + byte) | 0, 7));
  const letters = text.replaceAll(/[\s\p{P}]/gu, '').length;
  const syllables = Math.max(2, Math.round(letters * (language === 'ja' ? 0.75 : 0.31)));
  const parts: Float32Array[] = [];
  const pitch = voice === 'host' ? 235 : 125;
  for (let syllable = 0; syllable < syllables; syllable++) {
    const fall = 1.12 - (0.25 * syllable) / syllables;
    if (random() < 0.45) parts.push(hiss(0.03 + 0.05 * random(), random));
    parts.push(
      vowel(pick(random), { pitch: pitch * fall * (0.94 + 0.12 * random()), seconds: 0.08 + 0.09 * random() }),
    );
    if (random() < 0.1) parts.push(new Float32Array(Math.round(sampleRate * (0.08 + 0.12 * random()))));
  }
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const samples = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return Promise.resolve({ samples, sampleRate });
};

function pick(random: () => number) {
  return vowels[Math.floor(random() * vowels.length)]!;
}

/** Pulses of a voice through two resonances. */
export function vowel(
  [first, second]: readonly [number, number],
  { pitch, seconds, level = 0.25 }: { pitch: number; seconds: number; level?: number },
): Float32Array {
  const length = Math.round(seconds * sampleRate);
  const samples = new Float32Array(length);
  for (let harmonic = 1; harmonic * pitch < 4500; harmonic++) {
    const hertz = harmonic * pitch;
    const near = (formant: number, width: number) => 1 / (1 + ((hertz - formant) / width) ** 2);
    const amplitude = (near(first, 130) + 0.5 * near(second, 180) + 0.02) / Math.sqrt(harmonic);
    for (let at = 0; at < length; at++) {
      // A voice glides: over the vowel its pitch falls by a tenth.
      const turns = at * (1.05 - (0.05 * at) / length);
      samples[at]! += amplitude * Math.sin((2 * Math.PI * hertz * turns) / sampleRate + harmonic * 1.7);
    }
  }
  for (let at = 0; at < length; at++) samples[at]! *= level * Math.sin((Math.PI * (at + 0.5)) / length) ** 0.5;
  return samples;
}

function hiss(seconds: number, random: () => number): Float32Array {
  let before = 0;
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, () => {
    const noise = random() - 0.5;
    const bright = noise - before;
    before = noise;
    return bright * 0.12;
  });
}
