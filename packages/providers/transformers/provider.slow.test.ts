import type { InstalledModel, Provider, TranscriptionMetadata } from '@kinora/capabilities';
import { samplePng } from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';
import { encodeMp3 } from '@kinora/media/video';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProcesses } from '../../../tools/tiny-models/runtime-host.ts';
import { tinyScripts, writeTinyWhisper } from '../../../tools/tiny-models/transformers-whisper.ts';
import { writeTinyTextClassifier } from '../../../tools/tiny-models/transformers-classifiers.ts';
import { transformersProvider } from './index.ts';

let home: string;
let host: Awaited<ReturnType<typeof openProcesses>>;
let provider: Provider;
const models: InstalledModel[] = [];

async function install(id: string, format: InstalledModel['format'], write: (folder: string) => void): Promise<string> {
  const folder = join(home, id);
  write(folder);
  const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const model = {
    id,
    title: id,
    format,
    runtime: 'transformers',
    folder,
    files,
    revision: 'one',
    languages: ['en'],
    defaults: {},
  };
  models.push(model as unknown as InstalledModel);
  return folder;
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kinora-transformers-'));
  await install('whisper', 'whisper', (folder) => writeTinyWhisper(folder));
  await install('whisper-plain', 'whisper', (folder) => writeTinyWhisper(folder, { hasAttentions: false }));
  await install('judge', 'text-classifier', writeTinyTextClassifier);
  const quantized = await install('whisper-q8', 'whisper', (folder) => writeTinyWhisper(folder));
  for (const name of ['encoder_model', 'decoder_model_merged']) {
    await rename(join(quantized, 'onnx', `${name}.onnx`), join(quantized, 'onnx', `${name}_quantized.onnx`));
  }
  host = await openProcesses('transformers');
  provider = transformersProvider.create({}, {
    processes: host,
    installed: async () => models,
  } as unknown as Parameters<typeof transformersProvider.create>[1]);
});
afterAll(async () => {
  await provider[Symbol.asyncDispose]();
  await host[Symbol.asyncDispose]();
  await rm(home, { recursive: true });
});

function hum(seconds: number): Float32Array {
  const speaks = (time: number) => time % 5 < 4;
  return Float32Array.from({ length: seconds * 16_000 }, (_, index) =>
    speaks(index / 16_000) ? 0.3 * Math.sin((2 * Math.PI * 200 * index) / 16_000) : 0,
  );
}
const wav = (seconds: number) => writeWav({ channels: [hum(seconds)], sampleRate: 16_000 });
const english = tinyScripts[0]!.tokens
  .map(([text]) => text)
  .join('')
  .trim();

const provenance: Parameters<typeof encodeMp3>[0]['details']['provenance'] = {
  title: 'A hum',
  language: 'en',
  sourceType: 'algorithmicMedia',
  generator: 'Kinora',
  models: ['builtin/hum@1'],
  createdAt: new Date('2026-11-21T20:00:00Z'),
};

describe('the provider', () => {
  test('offers what is installed, and nothing else', async () => {
    expect((await provider.offers()).map(({ capability, modelId }) => `${capability} ${modelId}`)).toEqual([
      'transcription whisper',
      'transcription whisper-plain',
      'moderation judge',
      'transcription whisper-q8',
    ]);
    expect(await provider.check()).toMatchObject({ message: expect.stringContaining('whisper') });
    const missing = provider.model('transcription', 'absent').doGenerate({ audio: wav(1), mediaType: 'audio/wav' });
    await expect(missing).rejects.toMatchObject({ code: 'provider.unavailable' });
    const wrong = provider.model('description', 'judge').describe({ image: samplePng(), language: 'en' });
    await expect(wrong).rejects.toMatchObject({ code: 'provider.unavailable' });
  });

  test('loads the precision that is there', async () => {
    const model = provider.model('transcription', 'whisper-q8');
    expect(await model.doGenerate({ audio: wav(5), mediaType: 'audio/wav' })).toMatchObject({ text: english });
  });

  test('says so when a model can’t time words', async () => {
    const model = provider.model('transcription', 'whisper-plain');
    const { text, words, warnings, providerMetadata, segments } = await model.doGenerate({
      audio: wav(5),
      mediaType: 'audio/wav',
      timestampGranularities: ['word'],
    });
    expect(text).toBe(english);
    expect(segments).toHaveLength(1);
    expect(words).toBeUndefined();
    expect((providerMetadata!['kinora'] as TranscriptionMetadata).words).toBeUndefined();
    expect(JSON.stringify(warnings)).toContain('timestamped');
  });

  test('hears compressed sound', async () => {
    const audio = await encodeMp3({ pcm: wav(5), details: { provenance } });
    const { text, durationInSeconds } = await provider
      .model('transcription', 'whisper')
      .doGenerate({ audio, mediaType: 'audio/mpeg' });
    expect(text).toBe(english);
    expect(durationInSeconds).toBeCloseTo(5, 0);
    const nonsense = { audio: new Uint8Array(5000), mediaType: 'audio/mpeg' };
    await expect(provider.model('transcription', 'whisper').doGenerate(nonsense)).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  test('stops a long recording when it is cancelled, and goes on with the next', async () => {
    const controller = new AbortController();
    const heard: number[] = [];
    const onProgress = ({ fraction }: { fraction: number }) => {
      heard.push(fraction);
      controller.abort();
    };
    const model = provider.model('transcription', 'whisper');
    const running = model.doGenerate({
      audio: wav(120),
      mediaType: 'audio/wav',
      abortSignal: controller.signal,
      providerOptions: { kinora: { onProgress: onProgress as never } },
    });
    await expect(running).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(heard).toHaveLength(1);
    expect(await model.doGenerate({ audio: wav(5), mediaType: 'audio/wav' })).toMatchObject({ text: english });
    expect(host.states().find(({ name }) => name === 'transformers/whisper')).toMatchObject({ restarts: 0 });
  });
});
