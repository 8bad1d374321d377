import type { InstalledModel, ModelProcess, SpeechMetadata, TranscriptionModelV4 } from '@kinora/capabilities';
import { speechContract } from '@kinora/capabilities/testing';
import { findVoiced, measureLevels, readWav } from '@kinora/media/audio';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProcesses } from '../../../tools/tiny-models/runtime-host.ts';
import { tinyLetterSeconds, tinyVoiceRate, writeTinyVoice } from '../../../tools/tiny-models/sherpa.ts';
import { createSherpaSpeech } from './speech.ts';

let model: InstalledModel;
let host: Awaited<ReturnType<typeof openProcesses>>;
let process: ModelProcess;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kinora-voice-'));
  writeTinyVoice(folder);
  model = {
    id: 'tiny-voice',
    title: 'Tiny voice',
    format: 'piper',
    folder,
    files: ['tiny.onnx', 'tiny.onnx.json', 'tokens.txt'],
    languages: ['en'],
    defaults: { pace: 1 },
  } as unknown as InstalledModel;
  host = await openProcesses('sherpa');
  process = host.open({
    name: 'sherpa/tiny-voice',
    runtime: 'sherpa',
    entry: new URL('./process.ts', import.meta.url),
    settings: { format: 'piper', folder },
  });
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await rm(model.folder, { recursive: true });
});

const create = (transcription?: () => TranscriptionModelV4 | null) =>
  createSherpaSpeech('tiny-voice', async () => ({ model, process }), { transcription });

async function say(options: Parameters<ReturnType<typeof create>['doGenerate']>[0], speech = create()) {
  const result = await speech.doGenerate(options);
  const { channels, sampleRate } = readWav(result.audio as Uint8Array);
  const metadata = result.providerMetadata!['kinora'] as unknown as SpeechMetadata;
  return { ...result, samples: channels[0]!, sampleRate, metadata, words: metadata.words! };
}

speechContract({ name: 'sherpa/tiny-voice', create, voices: { en: 'do' } });

describe('a neural voice', () => {
  test('says every letter, with pauses between sentences', async () => {
    const { samples, sampleRate, metadata } = await say({ text: 'Go home. Be good.' });
    expect(sampleRate).toBe(tinyVoiceRate);
    expect(metadata.duration).toBeCloseTo(samples.length / sampleRate, 6);
    const voiced = findVoiced(measureLevels(samples, sampleRate));
    expect(voiced.map(({ start, end }) => (end - start) / tinyLetterSeconds)).toEqual(
      [2, 4, 2, 4].map((letters) => expect.closeTo(letters, 0)),
    );
    expect(voiced[2]!.start - voiced[1]!.end).toBeGreaterThan(0.45);
  });

  test('knows when each word is said', async () => {
    const text = 'The owl flew over the quiet wood, and the moon came up. “Good night!” said the owl – twice.';
    const { words, samples, sampleRate } = await say({ text });
    expect(words.map((word) => word.text).join(' ')).toBe(
      'The owl flew over the quiet wood and the moon came up Good night said the owl twice',
    );
    // Each of its words stands between two silences, so that its true time can be seen.
    const voiced = findVoiced(measureLevels(samples, sampleRate));
    expect(voiced).toHaveLength(words.length);
    const errors = words.map(({ start }, index) => Math.abs(start - voiced[index]!.start));
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.1);
    expect(Math.max(...errors)).toBeLessThan(0.3);
  });

  test('has several speakers, and replaces one it does not know with a warning', async () => {
    const [low, high] = [await say({ text: 'Hello.', voice: 'do' }), await say({ text: 'Hello.', voice: 'mi' })];
    const crossings = ({ samples }: { samples: Float32Array }) =>
      samples.filter((sample, index) => index > 0 && sample > 0 !== samples[index - 1]! > 0).length;
    expect(crossings(high) / crossings(low)).toBeCloseTo(2, 0);
    const { warnings } = await say({ text: 'Hello.', voice: 'willow', language: 'ja', instructions: 'Sing!' });
    expect(warnings.map((warning) => 'feature' in warning && warning.feature)).toEqual([
      'voice',
      'language',
      'instructions',
    ]);
  });

  test('takes the times of a transcription model, and keeps its own when that fails or hears something else', async () => {
    const text = 'One two three.';
    const own = await say({ text });
    const heard = (words: { text: string; start: number; end: number }[]) =>
      (() => ({
        doGenerate: async () => ({ providerMetadata: { kinora: { words } } }),
      })) as unknown as () => TranscriptionModelV4;
    const listened = await say(
      { text },
      create(
        heard([
          { text: '1', start: 0.3, end: 0.4 },
          { text: 'too', start: 0.6, end: 0.7 },
          { text: 'tree', start: 0.9, end: 1 },
        ]),
      ),
    );
    expect(listened.words.map(({ start }) => start)).toEqual([0.3, 0.6, 0.9]);
    const mistaken = await say({ text }, create(heard([{ text: 'Subtitles by nobody', start: 0, end: 1 }])));
    expect(mistaken.words).toEqual(own.words);
    const failing = (() => ({
      doGenerate: async () => {
        throw new Error('The microphone is asleep.');
      },
    })) as unknown as () => TranscriptionModelV4;
    const failed = await say({ text }, create(failing));
    expect(failed.words).toEqual(own.words);
    expect(JSON.stringify(failed.warnings)).toContain('microphone is asleep');
  });

  test('stops between sentences when it is cancelled', async () => {
    const controller = new AbortController();
    const fractions: number[] = [];
    const onProgress = ({ fraction }: { fraction: number }) => {
      fractions.push(fraction);
      if (fractions.length === 2) controller.abort();
    };
    const running = create().doGenerate({
      text: 'One. Two. Three. Four. Five.',
      abortSignal: controller.signal,
      providerOptions: { kinora: { onProgress: onProgress as never } },
    });
    await expect(running).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(fractions).toEqual([0.2, 0.4]);
  });

  test.each([
    ['nothing to read', { text: '🦉🌙 …' }, 'text'],
    ['an endless text', { text: 'word '.repeat(3000) }, 'text'],
    ['a wild speed', { text: 'Hi', speed: 9 }, 'speed'],
  ])('refuses %s and names the field', async (_, options, field) => {
    await expect(say(options)).rejects.toMatchObject({ code: 'request.invalid', data: { field } });
  });
});
