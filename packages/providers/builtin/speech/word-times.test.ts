import type { HeardWord, SpeechMetadata, WordTiming } from '@kinora/capabilities';
import { alignWords, estimateWords, readWav, seededRandom } from '@kinora/media/audio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEspeakSpeech } from './speech.ts';

/** The narrator knows its own times, so it can tell how well others find them. */
const speech = createEspeakSpeech({ workers: 1 });
afterAll(() => speech[Symbol.asyncDispose]());

const texts = [
  {
    voice: 'rowan',
    text: 'The lamps went out one by one, and the harbour grew still. “Who will watch the boats tonight?” asked Mouse. “I will,” said the old lighthouse keeper; “I always do.”\n\nHe climbed 99 steps, lit his great yellow lamp, and poured himself a cup of cocoa. Far out on the water a little ship saw the light, turned around, and came home.',
  },
  {
    voice: 'yuki',
    text: '月がのぼるころ、うさぎは庭でちいさな種をうえました。「大きくなあれ」と言って、水をあげます。\n\n朝になると、みどりの芽が3つ出ていました。うさぎはうれしくて、ねこを呼びに走りました。',
  },
];

async function say({ text, voice }: { text: string; voice: string }) {
  const { audio, providerMetadata } = await speech.doGenerate({ text, voice });
  const { words, duration } = providerMetadata!['kinora'] as unknown as SpeechMetadata;
  return { pcm: readWav(audio as Uint8Array), words: words!, duration };
}

/** Of the words' starts, in milliseconds. */
function errors(truth: WordTiming[], found: WordTiming[]): { mean: number; p90: number } {
  expect(found.map(({ text, offset }) => `${text}@${offset}`)).toEqual(
    truth.map(({ text, offset }) => `${text}@${offset}`),
  );
  const all = truth.map(({ start }, index) => 1000 * Math.abs(start - found[index]!.start)).sort((a, b) => a - b);
  return { mean: all.reduce((sum, error) => sum + error, 0) / all.length, p90: all[Math.floor(0.9 * all.length)]! };
}

/** What a middling recogniser makes of it: times off by 40 ms, words lost, added, misspelt, joined and cut. */
function mishear(words: WordTiming[], seed: number): HeardWord[] {
  const random = seededRandom(seed);
  const heard: HeardWord[] = [];
  for (let index = 0; index < words.length; index++) {
    const { text } = words[index]!;
    const start = words[index]!.start + (random() - 0.5) * 0.08;
    const end = words[index]!.end + (random() - 0.5) * 0.08;
    const middle = Math.floor(text.length / 2);
    const chance = random();
    if (chance < 0.06) continue;
    if (chance < 0.12) heard.push({ text: 'uh', start, end: start });
    if (chance < 0.24 && text.length > 3) heard.push({ text: text.replace(text[middle]!, 'a'), start, end });
    else if (chance < 0.32 && words[index + 1]) {
      index++;
      heard.push({ text: text + words[index]!.text, start, end: words[index]!.end });
    } else if (chance < 0.4 && text.length > 3) {
      heard.push({ text: text.slice(0, middle), start, end: (start + end) / 2 });
      heard.push({ text: text.slice(middle), start: (start + end) / 2, end });
    } else heard.push({ text: `${text},`, start, end });
  }
  return heard;
}

describe.each(texts)('the words of $voice', (narration) => {
  let said: Awaited<ReturnType<typeof say>>;
  beforeAll(async () => {
    said = await say(narration);
  });

  test('are found in what a middling recogniser heard', () => {
    const { words, duration } = said;
    for (const seed of [1, 2, 3]) {
      const { mean, p90 } = errors(words, alignWords(narration.text, mishear(words, seed), duration));
      expect(mean).toBeLessThan(100);
      expect(p90).toBeLessThan(350);
    }
  });

  test('are estimated well enough to light them up', () => {
    const { words, pcm } = said;
    const { mean, p90 } = errors(words, estimateWords(narration.text, pcm));
    expect(mean).toBeLessThan(130);
    expect(p90).toBeLessThan(350);
  });
});
