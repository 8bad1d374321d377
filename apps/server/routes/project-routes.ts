import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import type { Projects, StudioResult } from '../projects/projects.ts';
import { sendAsset } from './assets.ts';
import { failures, pageQuery, projectId, versionNumber } from './schemas.ts';
import type { ProjectSummary } from './schemas.ts';

/** What {@link commonProjectRoutes} are about. */
type StudioRoutes<Kind extends string> = {
  /** e.g. `stories`. */
  path: string;
  /** e.g. `story`. */
  noun: string;
  summary: z.ZodType<ProjectSummary>;
  kinds: readonly Kind[];
  projects: Pick<
    Projects<ProjectSummary, StudioResult<Kind>, Kind>,
    'list' | 'rename' | 'remove' | 'versions' | 'output'
  >;
  assets: Kinora['assets'];
};

/** The routes that are alike in every studio: list, rename, delete, versions, download. */
export function commonProjectRoutes<Kind extends string>({
  path,
  noun,
  summary,
  kinds,
  projects,
  assets,
}: StudioRoutes<Kind>): FastifyPluginAsyncZod {
  return async (app) => {
    const tags = [path];
    app.get(
      `/${path}`,
      {
        schema: {
          summary: `The library: every ${noun}`,
          tags,
          querystring: pageQuery,
          response: { 200: z.object({ items: z.array(summary), next: z.string().nullable() }), ...failures },
        },
      },
      async (request) => projects.list(request.query),
    );

    app.patch(
      `/${path}/:id`,
      {
        schema: {
          summary: `Rename a ${noun}`,
          tags,
          params: projectId,
          body: z.object({ title: z.string().trim().min(1).max(120) }),
          response: { 200: summary, ...failures },
        },
      },
      async (request) => projects.rename(request.params.id, request.body.title),
    );

    app.delete(
      `/${path}/:id`,
      {
        schema: {
          summary: `Delete a ${noun} for good, its files too`,
          description: 'Files that another project names stay.',
          tags,
          params: projectId,
          response: { 204: z.null(), ...failures },
        },
      },
      async (request, reply) => {
        await projects.remove(request.params.id);
        return reply.code(204).send(null);
      },
    );

    app.get(
      `/${path}/:id/versions`,
      {
        schema: {
          summary: 'Earlier versions',
          tags,
          params: projectId,
          response: {
            200: z.object({
              items: z.array(z.object({ version: z.number().int(), createdAt: z.iso.datetime(), change: z.string() })),
            }),
            ...failures,
          },
        },
      },
      async (request) => ({ items: await projects.versions(request.params.id) }),
    );

    app.get(
      `/${path}/:id/outputs/:kind`,
      {
        schema: {
          summary: 'Download a file',
          tags,
          params: projectId.extend({ kind: z.enum(kinds as readonly [Kind, ...Kind[]]) }),
          querystring: z.object({
            version: versionNumber.optional(),
            inline: z.stringbool().default(false).describe('Show it in the browser instead of saving it.'),
          }),
        },
      },
      async (request, reply) => {
        const { id, kind } = request.params;
        const { file, fileName } = await projects.output(id, kind, request.query.version);
        const ascii = fileName.normalize('NFKD').replace(/[^\x20-\x7e]|["\\]/g, '');
        void reply.header(
          'content-disposition',
          `${request.query.inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        );
        return sendAsset(file, assets, request, reply, { isImmutable: false });
      },
    );
  };
}
