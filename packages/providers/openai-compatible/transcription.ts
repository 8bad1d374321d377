import { KinoraError } from '@kinora/capabilities';
import type { TranscriptionMetadata, TranscriptionModelV4 } from '@kinora/capabilities';
import { askJson, punctuateWords } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { z } from 'zod';

const word = z.object({ word: z.string(), start: z.number(), end: z.number() });
const answer = z.object({
  text: z.string(),
  language: z.string().nullish(),
  duration: z.coerce.number().nullish(),
  segments: z
    .array(z.object({ text: z.string(), start: z.number(), end: z.number(), words: z.array(word).nullish() }))
    .nullish(),
  words: z.array(word).nullish(),
});

/** Speech recognition behind `/audio/transcriptions`, with the times of words and sentences where the server tells them. */
export function createTranscriptionModel(settings: { service: RemoteService; modelId: string }): TranscriptionModelV4 {
  const { service, modelId } = settings;
  return {
    specificationVersion: 'v4',
    provider: 'openai-compatible',
    modelId,
    async doGenerate({ audio, mediaType, providerOptions, abortSignal: signal }) {
      const bytes = typeof audio === 'string' ? Buffer.from(audio, 'base64') : audio;
      const ask = (format: 'verbose_json' | 'json') => {
        const body = new FormData();
        body.set('file', new Blob([new Uint8Array(bytes)], { type: mediaType }), `speech.${extensionOf(mediaType)}`);
        body.set('model', modelId);
        body.set('response_format', format);
        if (format === 'verbose_json') {
          for (const unit of ['word', 'segment']) body.append('timestamp_granularities[]', unit);
        }
        const language = providerOptions?.['kinora']?.['language'];
        if (typeof language === 'string') body.set('language', language);
        for (const [name, value] of Object.entries(providerOptions?.['openai-compatible'] ?? {})) {
          body.set(name, typeof value === 'string' ? value : JSON.stringify(value));
        }
        return askJson(service, '/audio/transcriptions', answer, { body, signal });
      };
      const heard = await ask('verbose_json').catch(async (error: unknown) => {
        if (!(error instanceof KinoraError) || !/response_format|verbose_json|timestamp/i.test(error.message))
          throw error;
        return await ask('json');
      });
      const segments = heard.segments ?? [];
      const scale = scaleOf(segments, heard.duration);
      const spoken = (heard.words ?? segments.flatMap(({ words }) => words ?? [])).map((one) => ({
        text: one.word.trim(),
        start: one.start * scale,
        end: one.end * scale,
      }));
      const text = heard.text.trim().replace(/\s+/g, ' ');
      const words = punctuateWords(
        text,
        spoken.filter((one) => one.text !== ''),
      );
      const duration = heard.duration ?? (segments.at(-1)?.end ?? 0) * scale;
      return {
        text,
        segments: segments.map(({ text: said, start, end }) => ({
          text: said.trim(),
          startSecond: start * scale,
          endSecond: end * scale,
        })),
        ...(words.length > 0 && {
          words: words.map(({ text: said, start, end }) => ({ text: said, startSecond: start, endSecond: end })),
          providerMetadata: { kinora: { words } satisfies TranscriptionMetadata },
        }),
        language: heard.language == null ? undefined : codeOf(heard.language),
        durationInSeconds: duration > 0 ? duration : undefined,
        warnings:
          words.length > 0
            ? []
            : [{ type: 'unsupported', feature: 'word times', details: 'The server times no words.' }],
        response: { timestamp: new Date(), modelId },
      };
    },
  };
}

/** LocalAI counts the times of segments in nanoseconds. */
function scaleOf(segments: { end: number }[], duration: number | null | undefined): number {
  const end = segments.at(-1)?.end ?? 0;
  return end > 1e6 && end > (duration ?? 0) * 1e3 ? 1e-9 : 1;
}

function extensionOf(mediaType: string): string {
  const subtype = mediaType.split(/[/;]/)[1] ?? '';
  const known: Record<string, string> = { mpeg: 'mp3', 'x-wav': 'wav', wave: 'wav', mp4: 'm4a', 'x-m4a': 'm4a' };
  return known[subtype] ?? (/^[a-z0-9]{2,5}$/.test(subtype) ? subtype : 'wav');
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
const codes = new Map(
  'af ar bg bn ca cs cy da de el en es et fa fi fr gl he hi hr hu hy id is it ja kk kn ko lt lv mi mk mr ms ne nl no pl pt ro ru sk sl sr sv sw ta th tl tr uk ur vi zh'
    .split(' ')
    .map((code) => [languageNames.of(code)?.toLowerCase(), code]),
);

/** OpenAI and others name the language (`japanese`), some give its code. */
function codeOf(language: string): string {
  return codes.get(language.toLowerCase()) ?? language;
}
