import type { TranscriptionModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import type { TranscriptionMetadata, TranscriptionModelV4 } from '../models.ts';
import type { ContractSubject } from './subject.ts';
import { abortEarly, abortMidway, useModel } from './subject.ts';

/** A transcription model under {@link transcriptionContract}. */
export type TranscriptionSubject = ContractSubject<TranscriptionModelV4> & {
  /** A recording in which something is said, at least two seconds long. */
  recording: () => Promise<{ audio: Uint8Array; mediaType: string; seconds: number }>;
  /** Whether words are timed. Default true. */
  timesWords?: boolean;
};

/**
 * What every transcription model must do: text that its segments make up, times in order within the recording, the
 * language as ISO 639-1, silence that stays empty, abort obeyed.
 */
export function transcriptionContract(subject: TranscriptionSubject): void {
  const { timesWords = true } = subject;
  describe(`transcription contract: ${subject.name}`, { timeout: subject.timeoutMs ?? 20_000 }, () => {
    const model = useModel(subject);
    const transcribe = async (options: Partial<TranscriptionModelV4CallOptions> = {}) => {
      const { audio, mediaType } = await subject.recording();
      return await model().doGenerate({ audio, mediaType, ...options });
    };
    const letters = (text: string) => text.replace(/\s/g, '');

    test('writes down what is said, in segments with times', async () => {
      const { seconds } = await subject.recording();
      const { text, segments, durationInSeconds, language } = await transcribe();
      expect(text).toMatch(/\p{L}/u);
      expect(text).not.toMatch(/^\s|\s$|\s{2}|<\|/);
      expect(letters(segments.map((segment) => segment.text).join(''))).toBe(letters(text));
      expectOrder(segments, seconds);
      expect(durationInSeconds ?? seconds).toBeCloseTo(seconds, 0);
      expect(language ?? 'en').toMatch(/^[a-z]{2,3}$/);
    });

    test.runIf(timesWords)('times every word', async () => {
      const { seconds } = await subject.recording();
      const { text, words, providerMetadata } = await transcribe({ timestampGranularities: ['word'] });
      const own = (providerMetadata?.['kinora'] as TranscriptionMetadata | undefined)?.words ?? [];
      expect(own.length).toBeGreaterThan(0);
      expect(letters(own.map((word) => word.text).join(''))).toBe(letters(text));
      expectOrder(
        own.map(({ start, end }) => ({ startSecond: start, endSecond: end })),
        seconds,
      );
      expect((words ?? own).map((word) => word.text)).toEqual(own.map((word) => word.text));
    });

    test('takes base64', async () => {
      const { audio } = await subject.recording();
      const [bytes, base64] = [await transcribe(), await transcribe({ audio: Buffer.from(audio).toString('base64') })];
      expect(base64.text).toBe(bytes.text);
    });

    test('obeys the abort signal', async () => {
      const call = (abortSignal: AbortSignal) => transcribe({ abortSignal });
      expect(await abortEarly(call)).toBe('rejected');
      expect(await abortMidway(call)).toBe('rejected');
    });

    test('names itself', () => {
      expect(model()).toMatchObject({ specificationVersion: 'v4', provider: expect.stringMatching(/\S/) });
      expect(model().modelId).toMatch(/\S/);
    });
  });
}

function expectOrder(times: { startSecond: number; endSecond: number }[], seconds: number): void {
  for (const [index, { startSecond, endSecond }] of times.entries()) {
    expect(startSecond).toBeGreaterThanOrEqual((times[index - 1]?.startSecond ?? 0) - 0.001);
    expect(endSecond).toBeGreaterThanOrEqual(startSecond);
    expect(endSecond).toBeLessThanOrEqual(seconds + 0.05);
  }
}
