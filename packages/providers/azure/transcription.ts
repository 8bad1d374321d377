import type { TranscriptionMetadata, TranscriptionModelV4 } from '@kinora/capabilities';
import { askJson } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';

/** Version of the interface, which is also the model's for derivations. */
export const transcriptionVersion = '2024-11-15';

const word = z.object({ text: z.string(), offsetMilliseconds: z.number(), durationMilliseconds: z.number() });
const answer = z.object({
  durationMilliseconds: z.number(),
  combinedPhrases: z.array(z.object({ text: z.string() })),
  phrases: z.array(
    z.object({
      text: z.string(),
      offsetMilliseconds: z.number(),
      durationMilliseconds: z.number(),
      words: z.array(word).optional(),
      locale: z.string().optional(),
    }),
  ),
});

/** Azure Speech's fast transcription: a recording in one request, with the times of words. */
export function createTranscription(settings: {
  service: RemoteService;
  /** Languages that may be spoken, as BCP 47 with a region; with several it finds out which. */
  locales: string[];
}): TranscriptionModelV4 {
  const { service, locales } = settings;
  return {
    specificationVersion: 'v4',
    provider: 'azure-speech',
    modelId: 'fast-transcription',
    async doGenerate({ audio, mediaType, providerOptions, abortSignal: signal }) {
      signal?.throwIfAborted();
      const bytes = typeof audio === 'string' ? Buffer.from(audio, 'base64') : audio;
      const body = new FormData();
      body.set('audio', new Blob([new Uint8Array(bytes)], { type: mediaType }), 'recording');
      // Words are given as they were said: what may be shown is for the guards to say.
      const spoken = spokenLocales(locales, providerOptions?.['kinora']?.['language']);
      body.set('definition', JSON.stringify({ locales: spoken, profanityFilterMode: 'None' }));
      const path = '/speechtotext/transcriptions:transcribe';
      const query = { 'api-version': transcriptionVersion };
      const heard = await askJson(service, path, answer, { body, query, signal });
      const phrases = heard.phrases.toSorted((a, b) => a.offsetMilliseconds - b.offsetMilliseconds);
      const words = phrases
        .flatMap((phrase) => phrase.words ?? [])
        .map((one) => ({ text: one.text.trim(), ...secondsOf(one) }))
        .filter(({ text }) => text !== '');
      const locale = phrases.find((phrase) => phrase.locale)?.locale;
      return {
        text: heard.combinedPhrases
          .map(({ text }) => text.trim())
          .join(' ')
          .trim(),
        segments: phrases.map((phrase) => {
          const { start, end } = secondsOf(phrase);
          return { text: phrase.text.trim(), startSecond: start, endSecond: end };
        }),
        ...(words.length > 0 && {
          words: words.map(({ text, start, end }) => ({ text, startSecond: start, endSecond: end })),
          providerMetadata: { kinora: { words } satisfies TranscriptionMetadata },
        }),
        language: locale?.split('-')[0],
        durationInSeconds: heard.durationMilliseconds / 1000,
        warnings: [],
        response: { timestamp: new Date(), modelId: 'fast-transcription' },
      };
    },
  };
}

/** Of the languages that may be spoken, those that are; all when that isn't known. */
function spokenLocales(locales: string[], language: unknown): string[] {
  const spoken = locales.filter((locale) => locale.split('-')[0] === language);
  return spoken.length > 0 ? spoken : locales;
}

function secondsOf(stretch: { offsetMilliseconds: number; durationMilliseconds: number }) {
  const { offsetMilliseconds: start, durationMilliseconds: length } = stretch;
  return { start: start / 1000, end: (start + length) / 1000 };
}
