import { Readable } from 'node:stream';
import type { FastifyPluginAsync } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { KinoraError } from '@kinora/capabilities';
import type { Kinora } from '../compose.ts';
import { siteSettings } from '../site/site.ts';
import { failures, projectId } from './schemas.ts';

const tags = ['site'];

const lessons = z.array(
  z.object({ lesson: z.uuid(), title: z.string(), slug: z.string(), publishedAt: z.iso.datetime() }),
);

/** The owner's side of the public site: what it is called, and which lessons are on it. */
export function siteRoutes({ site }: Pick<Kinora, 'site'>): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/site',
      {
        schema: {
          summary: 'The public site and the lessons on it',
          tags,
          response: { 200: z.object({ settings: siteSettings, lessons }), ...failures },
        },
      },
      async () => ({ settings: await site.settings(), lessons: await site.published() }),
    );

    app.put(
      '/site',
      {
        schema: {
          summary: 'Name the public site, switch it on or off',
          tags,
          body: siteSettings,
          response: { 200: siteSettings, ...failures },
        },
      },
      async (request) => site.set(request.body),
    );

    app.put(
      '/site/lessons/:id',
      {
        schema: {
          summary: 'Put a lesson on the public site',
          tags,
          params: projectId,
          response: { 200: lessons, ...failures },
        },
      },
      async (request) => site.publish(request.params.id),
    );

    app.delete(
      '/site/lessons/:id',
      {
        schema: {
          summary: 'Take a lesson off the public site',
          tags,
          params: projectId,
          response: { 200: lessons, ...failures },
        },
      },
      async (request) => site.withdraw(request.params.id),
    );

    app.get(
      '/site/export',
      {
        schema: {
          summary: 'The public site as a folder, for any web server',
          description:
            'A ZIP of pages, pictures, site map and feed. Set the address first: canonical links begin with it.',
          tags,
          querystring: z.object({ lesson: z.uuid().optional().describe('Only this lesson, published or not.') }),
          response: { 200: z.any().describe('application/zip'), ...failures },
        },
      },
      async (request, reply) =>
        reply
          .type('application/zip')
          .header('content-disposition', 'attachment; filename="site.zip"')
          .send(Readable.from(site.exportZip({ origin: `${request.protocol}://${request.host}`, ...request.query }))),
    );
  };
}

/** What the public sees: pages below `/v/`, while the site is on. An owner who is signed in sees them before. */
export function publicSiteRoutes({
  site,
  isOwner,
}: Pick<Kinora, 'site'> & {
  isOwner?: (request: {
    headers: { authorization?: string | undefined };
    cookies: Record<string, string | undefined>;
  }) => Promise<boolean>;
}): FastifyPluginAsync {
  return async (app) => {
    app.get('/v', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/v/', 308));
    app.get('/v/*', { schema: { hide: true } }, async (request, reply) => {
      const { '*': path } = request.params as { '*': string };
      const origin = `${request.protocol}://${request.host}`;
      const isPreview = (await isOwner?.(request)) ?? false;
      const file =
        (await site.file(path, { origin, isPreview })) ??
        // A page's address ends with a slash; whoever leaves it out is told.
        ((await site.file(`${path}/`, { origin, isPreview })) === null ? null : 'elsewhere');
      if (file === 'elsewhere') return reply.redirect(`/v/${path.split('/').map(encodeURIComponent).join('/')}/`, 308);
      if (file === null) throw new KinoraError('resource.missing', 'There is no such page.');
      void reply
        .type(file.mediaType)
        .header('etag', file.etag)
        .header('cache-control', isPreview ? 'no-store' : 'public, max-age=300')
        .header(
          'content-security-policy',
          "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        );
      if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
      return reply.send(typeof file.body === 'string' ? file.body : Buffer.from(file.body));
    });
  };
}
