import type { InstalledModel, Provider, ProviderServices, SpeechMetadata } from '@kinora/capabilities';
import { speechContract } from '@kinora/capabilities/testing';
import { findVoiced, measureLevels, readWav } from '@kinora/media/audio';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProcesses } from '../../../tools/tiny-models/runtime-host.ts';
import { writeTinyKokoro } from '../../../tools/tiny-models/sherpa-kokoro.ts';
import { sherpaProvider } from './index.ts';

let folder: string;
let host: Awaited<ReturnType<typeof openProcesses>>;
let provider: Provider;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-kokoro-'));
  writeTinyKokoro(folder);
  const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const model = {
    id: 'kokoro',
    title: 'Kokoro',
    format: 'kokoro',
    runtime: 'sherpa',
    folder,
    files,
    revision: 'one',
    languages: ['en'],
    defaults: {},
  };
  host = await openProcesses('sherpa');
  provider = sherpaProvider.create({}, {
    processes: host,
    installed: async () => [model as unknown as InstalledModel],
  } as unknown as ProviderServices);
});
afterAll(async () => {
  await provider[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

speechContract({
  name: 'sherpa/kokoro',
  create: () => provider.model('speech', 'kokoro'),
  voices: { en: 'bm_george' },
});

describe('Kokoro', () => {
  test('offers its voices in the languages it reads well', async () => {
    const [offer] = await provider.offers();
    expect(offer!.voices).toEqual([
      { id: 'af_heart', name: 'Heart', language: 'en-US' },
      { id: 'bm_george', name: 'George', language: 'en-GB' },
    ]);
  });

  test('says phonemes by espeak-ng, and its words stand in the phrases that are heard', async () => {
    const { audio, providerMetadata } = await provider
      .model('speech', 'kokoro')
      .doGenerate({ text: 'Once upon a time, there was a knight. He slept.', voice: 'af_heart' });
    const { channels, sampleRate } = readWav(audio as Uint8Array);
    const words = (providerMetadata!['kinora'] as unknown as SpeechMetadata).words!;
    const phrases = findVoiced(measureLevels(channels[0]!, sampleRate), { pause: 0.1 });
    const of = (word: string) => words.find(({ text }) => text === word)!;
    expect(phrases).toHaveLength(3);
    expect(of('time').end).toBeCloseTo(phrases[0]!.end, 1);
    expect(of('there').start).toBeCloseTo(phrases[1]!.start, 1);
    expect(of('He').start).toBeCloseTo(phrases[2]!.start, 1);
  });
});
