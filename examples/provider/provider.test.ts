import type { ProviderServices } from '@kinora/capabilities';
import { faultContract, speechContract, startWireServer } from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';
import { afterAll, expect, test } from 'vitest';
import { piperServer } from './index.ts';

/** Answers as the true server does; nothing of the provider is faked. */
const server = await startWireServer(({ method, path, ...request }) => {
  if (method === 'GET' && path === '/voices') {
    return { json: { 'en_US-lessac-medium': { audio: { sample_rate: 22_050 }, language: { code: 'en_US' } } } };
  }
  if (method !== 'POST' || path !== '/') return undefined;
  const { text, length_scale: scale } = request.json() as { text: string; length_scale: number };
  const samples = Float32Array.from({ length: text.length * 1_500 * scale }, (_, index) => 0.4 * Math.sin(index / 9));
  return { headers: { 'content-type': 'audio/wav' }, body: writeWav({ channels: [samples], sampleRate: 22_050 }) };
});
afterAll(() => server[Symbol.asyncDispose]());
const services = { fetch: globalThis.fetch } as ProviderServices;
const provider = piperServer.create({ baseUrl: server.url }, services);
const speech = () => provider.model('speech', 'en_US-lessac-medium');

speechContract({ name: 'piper-server', create: speech, hasWordTimings: false });
faultContract({
  name: 'piper-server',
  server: () => server,
  call: (abortSignal) => speech().doGenerate({ text: 'Goodnight.', abortSignal }),
  isJson: false,
});

test('offers the voices of the server', async () => {
  const [offer] = await provider.offers();
  expect(offer?.voices).toEqual([{ id: 'en_US-lessac-medium', name: 'en_US-lessac-medium', language: 'en' }]);
  await expect(provider.check()).resolves.toEqual({ message: 'It answers and has 1 voices.' });
});
