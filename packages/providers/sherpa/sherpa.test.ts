import type { InstalledModel, ProviderServices } from '@kinora/capabilities';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OnnxGraph } from '../../../tools/tiny-models/onnx-writer.ts';
import { writeTinyVoice } from '../../../tools/tiny-models/sherpa.ts';
import { sherpaProvider } from './index.ts';
import { readOnnxMetadata } from './onnx-metadata.ts';
import { splitSentences } from './sentences.ts';
import { voiceConfig } from './voice-config.ts';
import { listVoices } from './voices.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-sherpa-'));
  writeTinyVoice(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const installed = (options: Partial<InstalledModel>): InstalledModel =>
  ({ id: 'voice', title: 'A voice', folder, files: [], languages: ['en'], defaults: {}, ...options }) as InstalledModel;

describe('sentences', () => {
  test('are the text, cut after their stops and closing marks', () => {
    const text = '“Hello,” said Owl. “Who is there?” Nobody…\n\nMr. Fox slept (deeply). きつねは言った。「おやすみ」';
    const sentences = splitSentences(text);
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      '“Hello,” said Owl. ',
      '“Who is there?” ',
      'Nobody…\n\n',
      'Mr. Fox slept (deeply). ',
      'きつねは言った。',
      '「おやすみ」',
    ]);
    expect(sentences.map(({ offset, text: part }) => text.slice(offset, offset + part.length) === part)).not.toContain(
      false,
    );
    expect(sentences[0]!.spoken).toBe('"Hello," said Owl.');
    expect(sentences.map(({ pause }) => pause)).toEqual([
      'sentence',
      'sentence',
      'paragraph',
      'sentence',
      'sentence',
      'end',
    ]);
  });

  test('are cut at a pause when they are long', () => {
    const text = `${'The owl flew over the wood, '.repeat(20)}and slept.`;
    const sentences = splitSentences(text);
    expect(sentences.length).toBeGreaterThan(2);
    expect(Math.max(...sentences.map((sentence) => sentence.text.length))).toBeLessThan(260);
    expect(sentences.map((sentence) => sentence.text).join('')).toBe(text);
  });

  test('lose what synthesisers stumble over', () => {
    expect(splitSentences('A 🦉 flew – slowly…\tover it’s hill—twice.')[0]!.spoken).toBe(
      "A flew, slowly... over it's hill, twice.",
    );
    expect(splitSentences('🦉')).toEqual([]);
  });
});

describe('voices', () => {
  test('of Piper come from the settings beside its network', async () => {
    const voices = await listVoices(installed({ format: 'piper', files: ['tiny.onnx', 'tiny.onnx.json'] }));
    expect(voices).toEqual([
      { id: 'do', name: 'Do', language: 'en-US', speaker: 0 },
      { id: 'mi', name: 'Mi', language: 'en-US', speaker: 1 },
    ]);
  });

  test('of Kokoro come from its metadata, the best first, in the languages it reads well', async () => {
    const graph = new OnnxGraph();
    graph.output(graph.floats(Array.from({ length: 5000 }, Math.sin)), 'y', 'float32', [5000]);
    const metadata = {
      model_type: 'kokoro',
      speaker_names: 'af_alloy,af_heart,bm_george,jf_alpha,zf_xiaobei',
      n_speakers: '5',
    };
    await writeFile(join(folder, 'kokoro.onnx'), graph.build({ metadata }));
    expect(await readOnnxMetadata(join(folder, 'kokoro.onnx'))).toEqual(metadata);
    const english = await listVoices(installed({ format: 'kokoro', files: ['kokoro.onnx'] }));
    expect(english.map(({ id, speaker }) => `${id} ${speaker}`)).toEqual(['af_heart 1', 'af_alloy 0', 'bm_george 2']);
    const both = installed({
      format: 'kokoro',
      files: ['kokoro.onnx'],
      languages: ['en', 'zh'],
      defaults: { voice: 'bm_george' },
    });
    expect((await listVoices(both)).map(({ id, language }) => `${id} ${language}`)).toEqual([
      'bm_george en-GB',
      'af_heart en-US',
      'af_alloy en-US',
      'zf_xiaobei zh-CN',
    ]);
    await writeFile(join(folder, 'nonsense.onnx'), 'This is no model at all.');
    expect(await readOnnxMetadata(join(folder, 'nonsense.onnx'))).toEqual({});
  });

  test('are never none', async () => {
    for (const format of ['piper', 'kokoro', 'supertonic'] as const) {
      expect((await listVoices(installed({ format }))).length).toBeGreaterThan(0);
    }
  });
});

test('the provider lists the voices of what is installed', async () => {
  const model = installed({ format: 'piper', runtime: 'sherpa', files: ['tiny.onnx.json'], revision: 'one' });
  const provider = sherpaProvider.create({}, { installed: async () => [model] } as unknown as ProviderServices);
  expect(await provider.offers()).toEqual([
    {
      capability: 'speech',
      modelId: 'voice',
      title: 'A voice',
      device: 'cpu',
      revision: 'one',
      voices: [
        { id: 'do', name: 'Do', language: 'en-US' },
        { id: 'mi', name: 'Mi', language: 'en-US' },
      ],
    },
  ]);
  expect(await provider.check()).toEqual({ message: 'Ready with A voice.' });
});

describe('the files of a voice', () => {
  test('are found by their layout', async () => {
    const { model } = await voiceConfig('piper', folder, { threads: 2 });
    expect(model).toMatchObject({
      numThreads: 2,
      vits: { tokens: join(folder, 'tokens.txt'), dataDir: join(folder, 'espeak-ng-data') },
    });
  });

  test('are named when they are missing', async () => {
    const failure = { code: 'provider.failed', message: expect.stringContaining('voices.bin') };
    await expect(voiceConfig('kokoro', folder, { threads: 1 })).rejects.toMatchObject(failure);
    await expect(voiceConfig('supertonic', folder, { threads: 1 })).rejects.toMatchObject({ code: 'provider.failed' });
  });
});
