import type { ProviderServices, SpeechMetadata } from '@kinora/capabilities';
import { faultContract, speechContract } from '@kinora/capabilities/testing';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startEngine } from './__fixtures__/engine.ts';
import { voicevox } from './index.ts';
import { timeWords } from './words.ts';

const server = await startEngine();
afterAll(() => server[Symbol.asyncDispose]());
const services = { fetch: globalThis.fetch } as ProviderServices;
const open = (settings = {}) => voicevox.create({ baseUrl: server.url, ...settings }, services);
const text = '森の奥で、三匹の猫が光を見た。';

speechContract({ name: 'voicevox', create: () => open().model('speech', 'engine'), voices: { ja: '0' } });
faultContract({
  name: 'voicevox/audio_query',
  server: () => server,
  path: /audio_query/,
  call: (abortSignal) => open().model('speech', 'engine').doGenerate({ text, abortSignal }),
});
faultContract({
  name: 'voicevox/synthesis',
  server: () => server,
  path: /synthesis/,
  isJson: false,
  call: (abortSignal) => open().model('speech', 'engine').doGenerate({ text, abortSignal }),
});

beforeEach(() => server.reset());

const speak = async (options = {}, provider = open()) => {
  const result = await provider.model('speech', 'engine').doGenerate({ text, ...options });
  return { ...result, kinora: result.providerMetadata?.['kinora'] as unknown as SpeechMetadata };
};

describe('words', () => {
  test('have the times of the moras they are read with', async () => {
    const { kinora } = await speak();
    // モリノ/オクデ/(pause)/サンビキノ/ネコガ/ヒカリオ/ミタ with 0.1 s of silence, 0.1 s a vowel and 0.05 s a
    // consonant.
    const at = Object.fromEntries((kinora.words ?? []).map((word) => [word.text, word]));
    expect(at['森']?.start).toBeCloseTo(0.1, 3);
    expect(at['森']?.end).toBeCloseTo(0.4, 3);
    expect(at['の']?.start).toBeGreaterThan(0.3);
    expect(at['奥']?.start).toBeCloseTo(0.55, 3);
    expect(at['猫']?.start).toBeCloseTo(1.95, 3);
    expect(at['猫']?.end).toBeCloseTo(2.25, 3);
    expect(at['光']?.start).toBeCloseTo(2.4, 3);
    expect(at['光']?.end).toBeCloseTo(2.85, 3);
    expect(at['見']?.start).toBeCloseTo(2.95, 3);
  });

  test('are twice as fast at twice the speed', async () => {
    const [usual, fast] = [await speak(), await speak({ speed: 2 })];
    expect(fast.kinora.duration).toBeCloseTo(usual.kinora.duration / 2, 3);
    expect(fast.kinora.words?.at(-1)?.start).toBeCloseTo((usual.kinora.words?.at(-1)?.start ?? 0) / 2, 3);
  });

  test('are spread over the sound of an engine that gives no lengths', async () => {
    await using aivis = await startEngine({ isAivis: true });
    const { kinora } = await speak({}, open({ baseUrl: aivis.url }));
    const starts = kinora.words?.map(({ start }) => start) ?? [];
    expect(starts[0]).toBeGreaterThan(0);
    expect(starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0))).toBe(true);
    expect(kinora.words?.at(-1)?.end).toBeLessThanOrEqual(kinora.duration);
  });

  test('of a kanji each share the moras between them', () => {
    const moras = Array.from('イヌネコワ', (kana, index) => ({ text: kana, start: index, end: index + 1 }));
    expect(timeWords('犬猫は', moras).map(({ text: word, start }) => [word, start])).toEqual([
      ['犬', 0],
      ['猫', 2],
      ['は', 4],
    ]);
  });

  test('in letters and digits take the moras between the kana', () => {
    const moras = Array.from('ワイファイワニジュウゴ', (kana, index) => ({ text: kana, start: index, end: index + 1 }));
    const words = timeWords('Wi-Fiは25', moras);
    expect(words.find((word) => word.text === 'は')).toMatchObject({ start: 5, end: 6 });
    expect(words.at(-1)).toMatchObject({ text: '25', start: 6 });
  });
});

describe('the provider', () => {
  test('offers the styles that speak, not those that sing', async () => {
    const [offer] = await open().offers();
    expect(offer?.voices).toEqual([
      { id: '2', name: '四国めたん（ノーマル）', language: 'ja' },
      { id: '0', name: '四国めたん（あまあま）', language: 'ja' },
    ]);
  });

  test('speaks with its own voice when another provider’s is asked for', async () => {
    const { warnings } = await speak({ voice: 'willow' }, open({ voice: '0', intonation: 0.8 }));
    expect(warnings).toMatchObject([{ feature: 'voice' }]);
    const synthesis = server.requests.at(-1);
    expect(synthesis?.query.get('speaker')).toBe('0');
    expect(synthesis?.json()).toMatchObject({ intonationScale: 0.8, outputSamplingRate: 24_000 });
  });

  test.each([
    ['English words', { text: 'A fox slept.' }],
    ['another language', { language: 'en' }],
  ])('leaves %s to others', async (_, options) => {
    await expect(speak(options)).rejects.toMatchObject({ code: 'provider.refused' });
    expect(server.requests).toHaveLength(0);
  });

  test('says which engine answers, or to open it', async () => {
    await expect(open().check()).resolves.toEqual({ message: 'The engine 0.24.1 answers and has 2 voices.' });
    const gone = await startEngine();
    await gone[Symbol.asyncDispose]();
    await expect(open({ baseUrl: gone.url }).check()).rejects.toThrow('Open VOICEVOX or AivisSpeech');
  });
});
