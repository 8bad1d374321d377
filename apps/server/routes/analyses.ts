import { uploadedFile } from '@kinora/capabilities';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { failures } from './schemas.ts';

/** What Kinora hears in a song. */
export function analysisRoutes({ musicVideos }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/audio/analyses',
      {
        schema: {
          summary: 'Hear a song: beats, bars, sections, intensity, key moments, waveform',
          description:
            'Answers when it is heard: about a second for three minutes. The same song again is answered at once. See docs/music-analysis.md for what the fields mean.',
          tags: ['music-videos'],
          body: z
            .object({
              song: uploadedFile,
              key_moments: z
                .number()
                .int('Ask for 3 to 24 key moments.')
                .min(3, 'Ask for 3 to 24 key moments.')
                .max(24, 'Ask for 3 to 24 key moments.')
                .default(7),
            })
            .meta({
              examples: [
                {
                  song: {
                    asset: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
                    mediaType: 'audio/mpeg',
                    bytes: 4_312_087,
                  },
                  key_moments: 12,
                },
              ],
            }),
          response: {
            200: z.custom<Record<string, unknown>>().meta({
              type: 'object',
              description: '`HeardMusic`: `{ analysis, waveform, source }`.',
            }),
            ...failures,
          },
        },
      },
      async (request, reply) => {
        const gone = new AbortController();
        reply.raw.on('close', () => gone.abort());
        const { song, key_moments: keyMoments } = request.body;
        return musicVideos.analyse(song, { keyMoments, signal: gone.signal });
      },
    );
  };
}
