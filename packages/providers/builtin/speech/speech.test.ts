import { applyBiquads, highPass, integratedLoudness, lowPass, readWav, truePeak } from '@kinora/media/audio';
import type { SpeechMetadata } from '@kinora/capabilities';
import { speechContract } from '@kinora/capabilities/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { createEspeakSpeech } from './speech.ts';
import { builtinVoiceList } from './voices.ts';

const speech = createEspeakSpeech({ workers: 1 });
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
  create: () => speech,
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

  test('starts words after a pause within 50 ms of their sound', async () => {
    for (const voice of ['willow', 'bramble', 'yuki']) {
      const text = voice === 'yuki' ? '太陽は眠り、空は青い。きつねは、見た。' : scene;
      const { words, samples, sampleRate } = await say({ text, voice });
      const level = (from: number, to: number) => {
        const part = samples.subarray(Math.round(from * sampleRate), Math.round(to * sampleRate));
        return Math.max(...part.map(Math.abs));
      };
      const starts = words.filter((word, index) => index === 0 || word.start - words[index - 1]!.end > 0.15);
      expect(starts.length).toBeGreaterThan(3);
      for (const { start } of starts) {
        expect(level(Math.max(0, start - 0.1), start - 0.05)).toBeLessThan(0.02);
        expect(level(start, start + 0.05)).toBeGreaterThan(0.02);
      }
    }
  });

  test('reads about 110 words a minute, slower or faster when asked', async () => {
    const text =
      'Little Fox sat at the edge of the wood. The sun had gone to bed, and the sky was turning blue. He looked up, and there, above the tallest tree, was one small star.';
    const pace = async (speed: number) => {
      const { words, metadata } = await say({ text, speed });
      return (words.length / metadata.duration) * 60;
    };
    const usual = await pace(1);
    expect(usual).toBeGreaterThan(98);
    expect(usual).toBeLessThan(122);
    expect((await pace(0.6)) / usual).toBeCloseTo(0.6, 0.5);
    expect((await pace(1.4)) / usual).toBeCloseTo(1.4, 0.5);
  });

  test('has six voices that differ', async () => {
    const spoken = await Promise.all(builtinVoiceList.map(({ id }) => say({ text: 'Hello, きつね.', voice: id })));
    expect(new Set(spoken.map(({ samples }) => samples.join())).size).toBe(6);
  });

  test('has the spectral balance of natural speech, whatever the voice', async () => {
    const text = 'The old bear sat by the fire and told them of a far bright sea. きつねは森で青い星を見ました。';
    for (const { id } of builtinVoiceList) {
      const { samples, sampleRate } = await say({ text, voice: id });
      const band = (from: number, to: number) => {
        const edges = [highPass({ sampleRate, frequency: from }), lowPass({ sampleRate, frequency: to })];
        const sound = applyBiquads(samples, [...edges, ...edges]);
        return 10 * Math.log10(sound.reduce((sum, sample) => sum + sample * sample, 0));
      };
      // Byrne et al. (JASA 1994): −15 dB from 250–1000 Hz to 2–4 kHz, −19 to 4–8 kHz.
      const body = band(250, 1000);
      expect(band(2000, 4000) - body).toBeGreaterThan(-22);
      expect(band(2000, 4000) - body).toBeLessThan(-11);
      expect(band(4000, 8000) - body).toBeLessThan(-14);
    }
  });

  test('warns of what it cannot do and goes on', async () => {
    const { warnings } = await say({ text: 'Hi สวัสดี', outputFormat: 'mp3', instructions: 'Sing!', language: 'fr' });
    expect(warnings.map((warning) => ('feature' in warning ? warning.feature : warning.type))).toEqual([
      'outputFormat',
      'instructions',
      'language',
      'other',
    ]);
  });

  test.each([
    ['nothing to read', { text: '🦉🌙 …' }, 'text'],
    ['an empty text', { text: '' }, 'text'],
    ['an endless text', { text: 'word '.repeat(3000) }, 'text'],
    ['an unknown voice', { text: 'Hi', voice: 'bart' }, 'voice'],
    ['a wild speed', { text: 'Hi', speed: 9 }, 'speed'],
  ])('refuses %s and names the field', async (_, options, field) => {
    await expect(say(options)).rejects.toMatchObject({ code: 'request.invalid', data: { field } });
  });

  test('speaks on after a call was aborted, and not after it was shut down', async () => {
    const own = createEspeakSpeech({ workers: 1 });
    const controller = new AbortController();
    const running = own.doGenerate({ text: scene.repeat(30), abortSignal: controller.signal });
    const waiting = own.doGenerate({ text: 'Good night.' });
    controller.abort(new Error('stop'));
    await expect(running).rejects.toThrow('stop');
    expect((await waiting).audio.length).toBeGreaterThan(1000);
    const late = Promise.allSettled([own.doGenerate({ text: scene })]);
    await own[Symbol.asyncDispose]();
    expect(await late).toMatchObject([{ status: 'rejected', reason: { code: 'provider.unavailable' } }]);
    await expect(own.doGenerate({ text: scene })).rejects.toMatchObject({ code: 'provider.unavailable' });
  });
});
