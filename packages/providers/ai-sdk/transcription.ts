import type { HeardWord, TranscriptionMetadata, TranscriptionModelV4 } from '@kinora/capabilities';
import { punctuateWords } from '@kinora/capabilities/remote';
import type { TranscriptionModelV4Result } from '@ai-sdk/provider';
import type { SdkModel } from './load.ts';
import { failureOfSdk } from './failure.ts';

/** Speech recognition of the AI SDK, loaded at its first call, with the times of words in Kinora's place for them. */
export function wrapTranscription(model: SdkModel<TranscriptionModelV4>): TranscriptionModelV4 {
  const { provider, modelId, load, service } = model;
  return {
    specificationVersion: 'v4',
    provider,
    modelId,
    async doGenerate(options) {
      options.abortSignal?.throwIfAborted();
      try {
        const sdk = await load();
        const result = await sdk.doGenerate({ timestampGranularities: ['word', 'segment'], ...options });
        const text = result.text.trim();
        const words = punctuateWords(text, wordsOf(result));
        const segments = result.segments.filter((segment) => segment.text.trim() !== '');
        if (words.length === 0) return { ...result, text, segments };
        const metadata: TranscriptionMetadata = { words };
        return {
          ...result,
          text,
          segments,
          words: words.map((word) => ({ text: word.text, startSecond: word.start, endSecond: word.end })),
          providerMetadata: { ...result.providerMetadata, kinora: { ...metadata } },
        };
      } catch (error) {
        throw failureOfSdk(error, service, options.abortSignal);
      }
    },
  };
}

/** Words with their times. Some packages report them as segments of one word each, blanks included. */
function wordsOf({ words, segments }: TranscriptionModelV4Result): HeardWord[] {
  const spoken = (words ?? segments).filter(({ text }) => text.trim() !== '');
  const isWords = words !== undefined || spoken.every(({ text }) => !/\s/.test(text.trim()));
  if (!isWords) return [];
  return spoken.map(({ text, startSecond, endSecond }) => ({ text: text.trim(), start: startSecond, end: endSecond }));
}
