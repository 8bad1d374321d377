import { integratedLoudness, readWav, truePeak } from '@kinora/media/audio';
import type { SpeechMetadata } from '@kinora/capabilities';
import { speechContract } from '@kinora/capabilities/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { createEspeakSpeech, type EspeakSpeech } from './speech.ts';

const speech = createEspeakSpeech();
afterAll(() => speech[Symbol.asyncDispose]());

const scene = '“Look up,” said Owl. Fox looked up, and there was one small star.\n\nBut then he yawned – and slept.';

async function say(options: Parameters<typeof speech.doGenerate>[0]) {
  const result = await speech.doGenerate(options);
  const { channels, sampleRate } = readWav(result.audio as Uint8Array);
  const metadata = result.providerMetadata!['kinora'] as unknown as SpeechMetadata;
  return { ...result, samples: channels[0]!, channels, sampleRate, metadata, words: metadata.words! };
}

speechContract({
  name: 'builtin/espeak-ng',
  create: () => createEspeakSpeech(),
  dispose: async (model) => {
    if (Symbol.asyncDispose in model) await (model as EspeakSpeech)[Symbol.asyncDispose]();
  },
  voices: { en: 'willow', ja: 'yuki' },
});

describe('the built-in narrator', () => {
  test('times every word of the text in order', async () => {
    const { words, metadata, samples, sampleRate } = await say({ text: scene });
    expect(words.map((word) => word.text).join(' ')).toBe(
      'Look up said Owl Fox looked up and there was one small star But then he yawned and slept',
    );
    for (const [index, word] of words.entries()) {
      expect(scene.slice(word.offset, word.offset + word.length)).toBe(word.text);
      expect(word.end).toBeGreaterThan(word.start);
      expect(word.start).toBeGreaterThanOrEqual(words[index - 1]?.end ?? 0);
    }
    expect(metadata.duration).toBeCloseTo(samples.length / sampleRate, 6);
    expect(words.at(-1)!.end).toBeLessThan(metadata.duration);
  });

  test('is as loud as agreed and does not clip', async () => {
    const { channels, sampleRate } = await say({ text: scene, voice: 'rowan' });
    expect(integratedLoudness(channels, sampleRate)).toBeCloseTo(-20, 0);
    expect(truePeak(channels)).toBeLessThan(-1.4);
  });

  test('says that there is nothing to read', async () => {
    await expect(say({ text: '🦉🌙 …' })).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
