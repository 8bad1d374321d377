import { KinoraError } from '@kinora/capabilities';
import { outputKinds, storyEdit, storyRequest } from '@kinora/studios/story/schema';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { sendAsset } from './assets.ts';
import { accepted, failures, job, outputsRequest, pageQuery, storySummary } from './schemas.ts';

const id = z.object({ id: z.uuid('An id looks like 6f2c1c9e-….') });
const version = z.coerce.number().int().min(1).optional();
const idempotency = z.object({ 'idempotency-key': z.string().min(1).max(200).optional() });
const wishCheck = storyRequest.pick({ wish: true, profile: true });

/** Stories: make, list, change, delete, download. */
export function storyRoutes({ stories, checkWish, assets }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/stories',
      {
        schema: {
          summary: 'Make a story',
          description:
            'Starts a job; follow it with `GET /jobs/{id}/events`. The same `Idempotency-Key` never makes a second story.',
          tags: ['stories'],
          headers: idempotency,
          querystring: z.object({
            outputs: z
              .string()
              .max(200)
              .transform((list) => list.split(','))
              .pipe(z.array(z.enum(outputKinds)))
              .optional()
              .describe('Files to make, with commas between; default all. The rest can be made later.'),
          }),
          body: storyRequest.meta({
            examples: [
              {
                wish: 'a shy fox who is afraid of the dark',
                profile: { age: 5, name: 'Mia', interests: ['owls'] },
                style: 'watercolour',
              },
            ],
          }),
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) => {
        await checkWish(request.body);
        return reply.code(202).send(
          await stories.create(request.body, {
            idempotencyKey: request.headers['idempotency-key'],
            outputs: request.query.outputs,
          }),
        );
      },
    );

    app.get(
      '/stories',
      {
        schema: {
          summary: 'The library',
          tags: ['stories'],
          querystring: pageQuery,
          response: { 200: z.object({ items: z.array(storySummary), next: z.string().nullable() }), ...failures },
        },
      },
      async (request) => stories.list(request.query),
    );

    app.get(
      '/stories/:id',
      {
        schema: {
          summary: 'One story with its pages and files',
          tags: ['stories'],
          params: id,
          querystring: z.object({ version }),
          response: {
            200: z.object({
              story: storySummary,
              version: z.number().int(),
              result: z
                .custom<Record<string, unknown>>()
                .nullable()
                .meta({ type: 'object', description: 'The `Story`, once its pages are there.' }),
              job: job.nullable(),
            }),
            ...failures,
          },
        },
      },
      async (request) => stories.get(request.params.id, request.query.version),
    );

    app.patch(
      '/stories/:id',
      {
        schema: {
          summary: 'Rename a story',
          tags: ['stories'],
          params: id,
          body: z.object({ title: z.string().trim().min(1).max(120) }),
          response: { 200: storySummary, ...failures },
        },
      },
      async (request) => stories.rename(request.params.id, request.body.title),
    );

    app.delete(
      '/stories/:id',
      {
        schema: {
          summary: 'Delete a story for good, its files too',
          tags: ['stories'],
          params: id,
          response: { 204: z.null(), ...failures },
        },
      },
      async (request, reply) => {
        await stories.remove(request.params.id);
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/stories/:id/versions',
      {
        schema: {
          summary: 'Earlier versions',
          tags: ['stories'],
          params: id,
          response: {
            200: z.object({
              items: z.array(z.object({ version: z.number().int(), createdAt: z.iso.datetime(), change: z.string() })),
            }),
            ...failures,
          },
        },
      },
      async (request) => ({ items: await stories.versions(request.params.id) }),
    );

    app.post(
      '/stories/:id/edits',
      {
        schema: {
          summary: 'Change words, pictures, voice or style',
          description: 'Makes a new version and redoes only what depends on the change. The earlier version is kept.',
          tags: ['stories'],
          params: id,
          headers: idempotency,
          querystring: z.object({ version: version.describe('The version to start from; default the newest.') }),
          body: storyEdit.meta({
            examples: [{ scenes: [{ id: 's2', text: 'The moon had come out to listen.' }] }, { style: 'night-light' }],
          }),
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) => {
        const options = { version: request.query.version, idempotencyKey: request.headers['idempotency-key'] };
        return reply.code(202).send(await stories.edit(request.params.id, request.body, options));
      },
    );

    app.post(
      '/stories/:id/outputs',
      {
        schema: {
          summary: 'Make files that are not there yet',
          tags: ['stories'],
          params: id,
          querystring: z.object({ version }),
          body: outputsRequest,
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) =>
        reply
          .code(202)
          .send(await stories.makeOutputs(request.params.id, request.body.outputs, { version: request.query.version })),
    );

    app.get(
      '/stories/:id/outputs/:kind',
      {
        schema: {
          summary: 'Download a file',
          tags: ['stories'],
          params: id.extend({ kind: z.enum(outputKinds) }),
          querystring: z.object({
            version,
            inline: z.stringbool().default(false).describe('Show it in the browser instead of saving it.'),
          }),
        },
      },
      async (request, reply) => {
        const { file, fileName } = await stories.output(request.params.id, request.params.kind, request.query.version);
        const ascii = fileName.normalize('NFKD').replace(/[^\x20-\x7e]|["\\]/g, '');
        const kind = request.query.inline ? 'inline' : 'attachment';
        void reply.header(
          'content-disposition',
          `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        );
        return sendAsset(file, assets, request, reply, { isImmutable: false });
      },
    );

    app.post(
      '/wishes/check',
      {
        schema: {
          summary: 'Ask the guard about a wish',
          tags: ['stories'],
          body: wishCheck,
          response: {
            200: z.object({
              verdict: z.enum(['allow', 'soften', 'block']),
              explanation: z.string().optional(),
              suggestion: z.string().optional(),
            }),
            ...failures,
          },
        },
      },
      async (request) => {
        try {
          const { note } = await checkWish(request.body);
          return note === undefined ? { verdict: 'allow' as const } : { verdict: 'soften' as const, explanation: note };
        } catch (error) {
          if (!(error instanceof KinoraError) || error.code !== 'request.unsafe') throw error;
          const { explanation, suggestion } = error.data as { explanation?: string; suggestion?: string };
          return { verdict: 'block' as const, explanation: explanation ?? error.message, suggestion };
        }
      },
    );
  };
}
