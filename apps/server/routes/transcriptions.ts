import { KinoraError } from '@kinora/capabilities';
import type { TranscriptionModelV4 } from '@kinora/capabilities';
import { writeWav } from '@kinora/media/audio';
import { decodeAudio } from '@kinora/media/video';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Listening } from '../models/listening.ts';
import { failures } from './schemas.ts';

/** Largest file and longest sound: something that is said, no recording. */
const most = { bytes: 2_000_000, seconds: 60 } as const;
/** Hertz. Enough for speech, and what models listen at. */
const sampleRate = 16_000;

const listener = z.object({
  id: z.string().describe('`provider/model`.'),
  device: z.string().describe('`remote`: what is said leaves this machine.'),
});
const heard = z.object({
  text: z.string().describe('Empty when nothing was said.'),
  language: z.string().optional().describe('ISO 639-1, where the model tells it.'),
  seconds: z.number().describe('Length of the sound.'),
});
const tags = ['transcriptions'];

/** What was said, as words: for commands by voice where a browser can't hear. Nothing of it is stored. */
export function transcriptionRoutes({ listening }: { listening: () => Promise<Listening> }): FastifyPluginAsyncZod {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: most.bytes }, (_request, sound, done) =>
      done(null, sound),
    );

    app.get(
      '/transcriptions/listeners',
      {
        schema: {
          summary: 'Who would listen, in order',
          tags,
          response: { 200: z.object({ items: z.array(listener) }), ...failures },
        },
      },
      async (_request, reply) => {
        const { listeners } = await listening();
        return reply.header('cache-control', 'no-store').send({ items: listeners });
      },
    );

    app.post(
      '/transcriptions',
      {
        schema: {
          summary: 'Write down what is said in a short sound',
          description:
            'The body is the sound, at most 2 MB and a minute, in any usual format, e.g. `curl --data-binary @said.webm -H "content-type: audio/webm"`. The models of the route for `transcription` listen; 503 where none is set up. Nothing is stored.',
          tags,
          querystring: z.object({
            language: z.enum(['en', 'ja']).optional().describe('What is spoken. Omitted: the model finds out.'),
          }),
          response: { 200: heard, ...failures },
        },
        errorHandler(error) {
          if ((error as { code?: string }).code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error;
          throw new KinoraError('request.too-large', 'The sound has more than 2 MB; say less.');
        },
      },
      async (request, reply) => {
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        const { model } = await listening();
        if (model === null) {
          throw new KinoraError(
            'provider.unavailable',
            'Nobody listens yet. Add a model under Models → Catalogue → Listening, or a service, or type instead.',
          );
        }
        const sound = request.body as Uint8Array | undefined;
        if (!sound?.byteLength) throw new KinoraError('request.invalid', 'The body is empty; send the sound as it is.');
        return transcribe(model, sound, { language: request.query.language, signal: gone.signal });
      },
    );
  };
}

/** Decoding first tells whether it is a sound at all, and every service understands a WAV. */
async function transcribe(
  model: TranscriptionModelV4,
  sound: Uint8Array,
  { language, signal }: { language: 'en' | 'ja' | undefined; signal: AbortSignal },
): Promise<z.infer<typeof heard>> {
  const pcm = await decodeAudio(sound, { sampleRate, channels: 1, maximumSeconds: most.seconds, signal });
  const seconds = (pcm.channels[0]?.length ?? 0) / sampleRate;
  if (seconds < 0.1) return { text: '', seconds };
  const answer = await model.doGenerate({
    audio: writeWav(pcm),
    mediaType: 'audio/wav',
    abortSignal: signal,
    ...(language && { providerOptions: { kinora: { language } } }),
  });
  return { text: answer.text.trim(), ...(answer.language && { language: answer.language }), seconds };
}
