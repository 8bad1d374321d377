import type { SpeechModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import type { SpeechMetadata, SpeechModelV4, WordTiming } from '../models.ts';
import type { ContractSubject } from './subject.ts';
import { abortEarly, abortMidway, toBytes, useModel } from './subject.ts';

/** A speech model under {@link speechContract}. */
export type SpeechSubject = ContractSubject<SpeechModelV4> & {
  /** A voice for each language the model speaks. Default `{ en: undefined }`: its default voice. */
  voices?: { en?: string | undefined; ja?: string | undefined };
  /** `compressed`: MP3, Ogg or FLAC, whose sound isn't looked into. Default `wav`. */
  format?: 'wav' | 'compressed';
  /** Whether `providerMetadata.kinora.words` is reported. Default true. */
  hasWordTimings?: boolean;
  /** Whether the same text gives the same bytes. Default true. */
  isDeterministic?: boolean;
};

const texts = {
  en: 'The fox said, "Goodnight, little owl!" It was half past seven – bedtime.\n\nThen she slept.',
  ja: 'きつねは小さなふくろうに「おやすみ」と言いました。それから、ぐっすりねむりました。',
};
/**
 * What every speech model must do: valid audio that isn't silent, timings that cover the text in order, an obeyed
 * speed and abort signal, warnings for what it can't do.
 */
export function speechContract(subject: SpeechSubject): void {
  const { voices = { en: undefined }, format = 'wav', hasWordTimings = true, isDeterministic = true } = subject;
  const languages = (['en', 'ja'] as const).filter((language) => language in voices);
  describe(`speech contract: ${subject.name}`, { timeout: subject.timeoutMs ?? 20_000 }, () => {
    const model = useModel(subject);
    const speak = async (options: Partial<SpeechModelV4CallOptions> & { language: 'en' | 'ja' }) => {
      const voice = voices[options.language];
      const result = await model().doGenerate({ text: texts[options.language], ...(voice && { voice }), ...options });
      return { ...result, bytes: toBytes(result.audio), metadata: kinora(result.providerMetadata) };
    };

    test.each(languages)('speaks %s in a format that players know', async (language) => {
      const head = new TextDecoder('latin1').decode((await speak({ language })).bytes.subarray(0, 12));
      expect(head).toMatch(format === 'wav' ? /^RIFF[\s\S]{4}WAVE/ : /^(?:ID3|OggS|fLaC|\xff[\xe2-\xfb])/);
    });

    test.runIf(format === 'wav').each(languages)('speaks %s so that it can be heard', async (language) => {
      const { bytes, metadata } = await speak({ language });
      const sound = readWav(bytes);
      expect(sound.peak).toBeGreaterThan(0.05);
      expect(sound.duration).toBeGreaterThan(1);
      expect(metadata?.duration ?? sound.duration).toBeCloseTo(sound.duration, 1);
      expect(metadata?.sampleRate ?? sound.sampleRate).toBe(sound.sampleRate);
    });

    test.runIf(hasWordTimings).each(languages)('times every %s word in order', async (language) => {
      const { metadata } = await speak({ language });
      const words = metadata?.words ?? [];
      const text = texts[language];
      expect(words.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(
        words.map((word) => word.text),
      );
      expect(words.map(({ offset }) => offset)).toEqual(words.map(({ offset }) => offset).toSorted((a, b) => a - b));
      expect(words.map(({ start }) => start)).toEqual(words.map(({ start }) => start).toSorted((a, b) => a - b));
      expect(words.filter(({ start, end }) => end < start)).toEqual([]);
      expect(words.at(-1)?.end).toBeLessThanOrEqual((metadata?.duration ?? 0) + 0.05);
      expect(withoutWords(text, words)).not.toMatch(/[\p{L}\p{N}]/u);
    });

    test.runIf(isDeterministic).each(languages)('speaks the same %s text the same way twice', async (language) => {
      const [first, second] = [await speak({ language }), await speak({ language })];
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    });

    const language = languages[0] ?? 'en';

    test.runIf(format === 'wav')('obeys the speed, or warns', async () => {
      const [slow, fast] = [await speak({ language, speed: 0.7 }), await speak({ language, speed: 1.3 })];
      const warned = slow.warnings.some((warning) => 'feature' in warning && warning.feature === 'speed');
      const ratio = readWav(slow.bytes).duration / readWav(fast.bytes).duration;
      expect(warned || ratio > 1.25).toBe(true);
    });

    test('warns of an output format it does not know', async () => {
      const { warnings } = await speak({ language, outputFormat: 'wax-cylinder' });
      expect(warnings).not.toHaveLength(0);
    });

    test('obeys the abort signal', async () => {
      const call = (abortSignal: AbortSignal) => speak({ language, text: texts[language].repeat(20), abortSignal });
      expect(await abortEarly(call)).toBe('rejected');
      expect(await abortMidway(call)).toBe('rejected');
    });

    test('names itself', () => {
      expect(model()).toMatchObject({ specificationVersion: 'v4', provider: expect.stringMatching(/\S/) });
      expect(model().modelId).toMatch(/\S/);
    });
  });
}

function kinora(metadata: Record<string, unknown> | undefined): SpeechMetadata | undefined {
  return metadata?.['kinora'] as SpeechMetadata | undefined;
}

function withoutWords(text: string, words: WordTiming[]): string {
  const gaps = words.map((word, index) => {
    const previous = words[index - 1];
    return text.slice(previous ? previous.offset + previous.length : 0, word.offset);
  });
  const last = words.at(-1);
  return gaps.join('') + text.slice(last ? last.offset + last.length : 0);
}

/** Duration in seconds, sample rate and peak (0 to 1) of a WAV with 16-bit or 32-bit float samples. */
function readWav(bytes: Uint8Array): { duration: number; sampleRate: number; peak: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 12;
  let [channels, sampleRate, bits] = [0, 0, 0];
  while (position + 8 <= bytes.length) {
    const id = view.getUint32(position);
    const length = view.getUint32(position + 4, true);
    position += 8;
    if (id === 0x666d7420) {
      channels = view.getUint16(position + 2, true);
      sampleRate = view.getUint32(position + 4, true);
      bits = view.getUint16(position + 14, true);
    } else if (id === 0x64617461) {
      const width = bits / 8;
      let peak = 0;
      for (let at = position; at < position + length; at += width) {
        const sample = bits === 16 ? view.getInt16(at, true) / 32_768 : view.getFloat32(at, true);
        peak = Math.max(peak, Math.abs(sample));
      }
      return { duration: length / width / channels / sampleRate, sampleRate, peak };
    }
    position += length + (length % 2);
  }
  throw new Error('The WAV has no data chunk.');
}
