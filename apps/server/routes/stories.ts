import { KinoraError } from '@kinora/capabilities';
import { outputKinds, storyEdit, storyRequest } from '@kinora/studios/story/schema';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { commonProjectRoutes } from './project-routes.ts';
import { failures, idempotencyKey, job, outputsQuery, projectId, storySummary, versionNumber } from './schemas.ts';

const accepted = z.object({ story: storySummary, job });
const wishCheck = storyRequest.pick({ wish: true, profile: true });

/** Stories: make, list, change, delete, download. */
export function storyRoutes({ stories, checkWish, assets }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(
      commonProjectRoutes({
        path: 'stories',
        noun: 'story',
        summary: storySummary,
        kinds: outputKinds,
        projects: stories,
        assets,
      }),
    );

    app.post(
      '/stories',
      {
        schema: {
          summary: 'Make a story',
          description:
            'Starts a job; follow it with `GET /jobs/{id}/events`. The same `Idempotency-Key` never makes a second story.',
          tags: ['stories'],
          headers: idempotencyKey,
          querystring: z.object({
            outputs: outputsQuery(outputKinds).describe(
              'Files to make, with commas between; default all. The rest can be made later.',
            ),
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
      '/stories/:id',
      {
        schema: {
          summary: 'One story with its pages and files',
          tags: ['stories'],
          params: projectId,
          querystring: z.object({ version: versionNumber.optional() }),
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

    app.post(
      '/stories/:id/edits',
      {
        schema: {
          summary: 'Change words, pictures, voice or style',
          description: 'Makes a new version and redoes only what depends on the change. The earlier version is kept.',
          tags: ['stories'],
          params: projectId,
          headers: idempotencyKey,
          querystring: z.object({
            version: versionNumber.optional().describe('The version to start from; default the newest.'),
          }),
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
          params: projectId,
          querystring: z.object({ version: versionNumber.optional() }),
          headers: idempotencyKey,
          body: z.object({ outputs: z.array(z.enum(outputKinds)).min(1) }),
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) =>
        reply.code(202).send(
          await stories.makeOutputs(request.params.id, request.body.outputs, {
            version: request.query.version,
            idempotencyKey: request.headers['idempotency-key'],
          }),
        ),
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
