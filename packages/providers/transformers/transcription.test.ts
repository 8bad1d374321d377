import type { InstalledModel, ModelProcess, TranscriptionMetadata } from '@kinora/capabilities';
import { writeWav } from '@kinora/media/audio';
import { expect, test } from 'vitest';
import type { WindowAnswer, WindowRequest } from './process/whisper.ts';
import { createWhisper } from './transcription.ts';

/** Speech of 38 s without a pause, as noise that grows quiet at 20 s. */
const recording = writeWav({
  channels: [
    Float32Array.from(
      { length: 38 * 16_000 },
      (_, index) => Math.sin(index * 1.7) * (index > 319_000 && index < 321_000 ? 0.1 : 0.3),
    ),
  ],
  sampleRate: 16_000,
});

test('hears a segment that a window cut off again, with what follows it', async () => {
  const windows: { seconds: number; language: string }[] = [];
  const answers: WindowAnswer[] = [
    {
      segments: [{ text: 'one two', start: 1, end: 12 }],
      words: [
        { text: 'one', start: 1, end: 4 },
        { text: 'two', start: 4, end: 12.2 },
      ],
      complete: 12,
    },
    { segments: [{ text: 'three', start: 0, end: 5 }], words: [{ text: 'three', start: 0, end: 5 }], complete: 26 },
  ];
  const process = {
    load: async () => ({ details: { isMultilingual: true, timesWords: true } }),
    call: async (method: string, input: WindowRequest) => {
      if (method === 'detect') return { language: 'ja', probability: 0.9 };
      windows.push({ seconds: input.samples.length / 16_000, language: input.language });
      return answers[windows.length - 1];
    },
  } as unknown as ModelProcess;
  const fractions: number[] = [];
  const whisper = createWhisper('whisper', async () => ({ model: { title: 'Whisper' } as InstalledModel, process }));
  const result = await whisper.doGenerate({
    audio: recording,
    mediaType: 'audio/wav',
    providerOptions: {
      kinora: { onProgress: (({ fraction }: { fraction: number }) => fractions.push(fraction)) as never },
    },
  });

  expect(windows).toEqual([
    { seconds: expect.closeTo(20, 0), language: 'ja' },
    { seconds: expect.closeTo(26, 0), language: 'ja' },
  ]);
  expect(result).toMatchObject({ text: 'one twothree', language: 'ja', durationInSeconds: 38 });
  expect(result.segments.map(({ startSecond, endSecond }) => [startSecond, endSecond])).toEqual([
    [1, 12],
    [12, 17],
  ]);
  const { words } = result.providerMetadata!['kinora'] as TranscriptionMetadata;
  // Times that overlap at the seam stay in order.
  expect(words).toEqual([
    { text: 'one', start: 1, end: 4 },
    { text: 'two', start: 4, end: 12.2 },
    { text: 'three', start: 12.2, end: 17 },
  ]);
  expect(fractions).toEqual([expect.closeTo(12 / 38, 2), 1, 1]);
});
