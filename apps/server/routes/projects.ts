import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { failures, pageQuery, projectSummary, studioNames } from './schemas.ts';

/** The library of all studios. */
export function projectRoutes({ library }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/projects',
      {
        schema: {
          summary: 'The library of all studios',
          tags: ['projects'],
          querystring: pageQuery.extend({ studio: z.enum(studioNames).optional().describe('Default: all.') }),
          response: { 200: z.object({ items: z.array(projectSummary), next: z.string().nullable() }), ...failures },
        },
      },
      async (request) => library.list(request.query),
    );
  };
}
