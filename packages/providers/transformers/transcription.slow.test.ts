import type { InstalledModel, ModelProcess, TranscriptionMetadata } from '@kinora/capabilities';
import { transcriptionContract } from '@kinora/capabilities/testing';
import { writeWav } from '@kinora/media/audio';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProcesses } from '../../../tools/tiny-models/runtime-host.ts';
import { tinyScripts, tinySegmentEnd, writeTinyWhisper } from '../../../tools/tiny-models/transformers-whisper.ts';
import { createWhisper } from './transcription.ts';

let folder: string;
let host: Awaited<ReturnType<typeof openProcesses>>;
let process: ModelProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-whisper-'));
  writeTinyWhisper(folder);
  host = await openProcesses('transformers');
  process = host.open({
    name: 'transformers/tiny-whisper',
    runtime: 'transformers',
    entry: new URL('./process.ts', import.meta.url),
    settings: { task: 'whisper', folder },
  });
});
afterAll(async () => {
  await host[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const installed = { id: 'tiny-whisper', title: 'Tiny Whisper' } as InstalledModel;
const create = () => createWhisper('tiny-whisper', async () => ({ model: installed, process }));

/** Hums of 4 s with a second of silence between them. */
function hum(frequencies: number[]): Uint8Array {
  const samples = new Float32Array(frequencies.length * 5 * 16_000);
  for (const [place, frequency] of frequencies.entries()) {
    for (let index = 0; index < 4 * 16_000; index++) {
      samples[place * 5 * 16_000 + index] = 0.3 * Math.sin((2 * Math.PI * frequency * index) / 16_000);
    }
  }
  return writeWav({ channels: [samples], sampleRate: 16_000 });
}

transcriptionContract({
  name: 'transformers/whisper',
  create,
  recording: async () => ({ audio: hum([200]), mediaType: 'audio/wav', seconds: 5 }),
});

const said = tinyScripts.map(({ tokens }) =>
  tokens
    .map(([text]) => text)
    .join('')
    .trim(),
);
const transcribe = (audio: Uint8Array, kinora: Record<string, unknown> = {}) =>
  create().doGenerate({ audio, mediaType: 'audio/wav', providerOptions: { kinora: kinora as never } });

describe('Whisper', () => {
  test('knows English from Japanese, and times their words', async () => {
    const english = await transcribe(hum([200]));
    expect(english).toMatchObject({ language: 'en', text: said[0] });
    const { words } = english.providerMetadata!['kinora'] as TranscriptionMetadata;
    expect(words!.map(({ text }) => text)).toEqual(['The', 'little', 'fox', 'looked', 'up.']);
    // Between two tokens the border lies halfway.
    expect(words!.map(({ start }) => start)).toEqual([0.24, 0.6, 1.1, 1.7, 2.2].map((time) => expect.closeTo(time, 1)));
    const japanese = await transcribe(hum([3000]));
    expect(japanese).toMatchObject({ language: 'ja', text: said[1] });
    expect((japanese.providerMetadata!['kinora'] as TranscriptionMetadata).words!.length).toBeGreaterThan(4);
  });

  test('speaks the language it is told to', async () => {
    expect(await transcribe(hum([200]), { language: 'ja' })).toMatchObject({ language: 'ja', text: said[1] });
  });

  test('hears a long recording in windows that end in pauses, and tells how far it is', async () => {
    const fractions: number[] = [];
    const onProgress = ({ fraction }: { fraction: number }) => fractions.push(fraction);
    const { segments, durationInSeconds } = await transcribe(hum(Array(14).fill(200)), { onProgress });
    expect(durationInSeconds).toBe(70);
    expect(segments.length).toBe(3);
    for (const { startSecond, endSecond } of segments) {
      expect(startSecond % 5 < 0.1 || startSecond % 5 > 4).toBe(true);
      expect(endSecond - startSecond).toBeCloseTo(tinySegmentEnd, 1);
    }
    expect(fractions.length).toBe(4);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  test('does not listen to silence', async () => {
    const silence = writeWav({ channels: [new Float32Array(16_000 * 3)], sampleRate: 16_000 });
    expect(await transcribe(silence)).toMatchObject({ text: '', segments: [], language: undefined });
  });
});
