import type { ProviderServices } from '@kinora/capabilities';
import { faultContract, speechContract } from '@kinora/capabilities/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startVoiceServer } from './__fixtures__/server.ts';
import { styleBertVits2 } from './index.ts';
import { splitText } from './split.ts';

const server = await startVoiceServer();
afterAll(() => server[Symbol.asyncDispose]());
const services = { fetch: globalThis.fetch } as ProviderServices;
const open = (settings = {}) => styleBertVits2.create({ baseUrl: server.url, ...settings }, services);

speechContract({
  name: 'style-bert-vits2',
  create: () => open().model('speech', 'server'),
  voices: { ja: '0:0:るんるん', en: undefined },
  hasWordTimings: false,
});
faultContract({
  name: 'style-bert-vits2/voice',
  server: () => server,
  path: /voice/,
  isJson: false,
  call: (abortSignal) => open().model('speech', 'server').doGenerate({ text: 'おやすみ。', abortSignal }),
});
faultContract({
  name: 'style-bert-vits2/models',
  server: () => server,
  path: /models/,
  call: (abortSignal) => open().check(abortSignal ? { signal: abortSignal } : {}),
});

beforeEach(() => server.reset());

test('a long text is spoken in parts with pauses between them', async () => {
  const sentence = 'きつねは、ゆっくりと森の中をあるいて、ちいさな家にかえりました。';
  const text = sentence.repeat(6);
  const { providerMetadata } = await open().model('speech', 'server').doGenerate({ text, speed: 2 });
  const parts = server.requests.filter(({ path }) => path === '/voice').map(({ query }) => query.get('text') ?? '');
  expect(parts.join('')).toBe(text);
  expect(parts.length).toBe(2);
  // A tenth of a second a character and half a second between the parts, all at twice the speed.
  expect(providerMetadata?.['kinora']).toMatchObject({
    duration: expect.closeTo((text.length * 0.1 + 0.5) / 2, 2),
    sampleRate: 44_100,
  });
});

test('the voice, its style and the language reach the server', async () => {
  const { warnings } = await open({ voice: '0:0:るんるん' })
    .model('speech', 'server')
    .doGenerate({ text: 'A fox.', voice: 'x' });
  expect(warnings).toMatchObject([{ feature: 'voice' }]);
  const asked = Object.fromEntries(server.requests.at(-1)?.query ?? []);
  expect(asked).toMatchObject({ model_id: '0', speaker_id: '0', style: 'るんるん', language: 'EN', length: '1' });
});

test('a web page instead of a sound is the fault of the server', async () => {
  server.interpose({ headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' }, /voice/);
  const speaking = open().model('speech', 'server').doGenerate({ text: 'おやすみ。' });
  await expect(speaking).rejects.toMatchObject({ code: 'provider.failed', isRetryable: true });
});

test('other languages are left to others', async () => {
  const speaking = open().model('speech', 'server').doGenerate({ text: 'Guten Abend.', language: 'de' });
  await expect(speaking).rejects.toMatchObject({ code: 'provider.refused' });
});

test.each([
  ['between sentences', 'ああ。いい！うう？', 4, ['ああ。', 'いい！', 'うう？']],
  ['after a comma', 'ああああ、いいいい。', 6, ['ああああ、', 'いいいい。']],
  ['anywhere', 'ああああああ', 4, ['ああああ', 'ああ']],
  ['not inside a quotation that ends', '「ああ。」といい', 5, ['「ああ。」', 'といい']],
  ['leaving out what is not spoken', 'ああ。\n\n…。', 4, ['ああ。']],
])('texts are cut %s', (_, text, longest, expected) => {
  expect(splitText(text, longest)).toEqual(expected);
});

test('the provider offers each speaker in each style', async () => {
  const [offer] = await open().offers();
  expect(offer?.voices).toEqual([
    { id: '0:0:Neutral', name: 'koharune-ami (Neutral)', language: 'ja' },
    { id: '0:0:るんるん', name: 'koharune-ami (るんるん)', language: 'ja' },
  ]);
  await expect(open().check()).resolves.toEqual({ message: 'It answers and has 2 voices.' });
});
