import { KinoraError } from '@kinora/capabilities';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { failures } from './schemas.ts';

const voice = z.object({ id: z.string(), name: z.string(), language: z.string(), description: z.string() });
const sentences: Record<string, string> = {
  en: 'Once, in a quiet house at the edge of the wood, a small lamp was still awake.',
  ja: 'むかし、森のはずれの静かな家に、小さなあかりがひとつ、まだ起きていました。',
};

/** The narrator's voices. */
export function voiceRoutes({ voices, speech }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/voices',
      {
        schema: {
          summary: 'Voices',
          tags: ['voices'],
          response: { 200: z.object({ items: z.array(voice) }), ...failures },
        },
      },
      async () => ({ items: voices() }),
    );
    const samples = new Map<string, Uint8Array>();
    const speak = async (text: string, id: string, language: string) => {
      const { audio } = await speech().doGenerate({ text, voice: id, language, outputFormat: 'wav' });
      return typeof audio === 'string' ? Buffer.from(audio, 'base64') : audio;
    };
    app.get(
      '/voices/:id/sample',
      {
        schema: {
          summary: 'A sentence in a voice, as WAV',
          tags: ['voices'],
          params: z.object({ id: z.string().max(200) }),
        },
      },
      async (request, reply) => {
        const known = voices();
        const chosen = known.find(({ id }) => id === request.params.id);
        if (chosen === undefined) {
          throw new KinoraError(
            'resource.missing',
            `There is no voice "${request.params.id}". There are: ${known.map(({ id }) => id).join(', ')}.`,
          );
        }
        const language = chosen.language.slice(0, 2);
        const text = sentences[language] ?? sentences['en'] ?? '';
        const sample = samples.get(chosen.id) ?? (await speak(text, chosen.id, language));
        samples.set(chosen.id, sample);
        return reply.type('audio/wav').header('cache-control', 'private, max-age=86400').send(Buffer.from(sample));
      },
    );
  };
}
