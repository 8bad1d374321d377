import { musicVideoEdit, musicVideoRequest, outputKinds } from '@kinora/studios/music-video/schema';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { commonProjectRoutes } from './project-routes.ts';
import { failures, idempotencyKey, job, musicVideoSummary, outputsQuery, projectId, versionNumber } from './schemas.ts';

const accepted = z.object({ video: musicVideoSummary, job });
const tags = ['music-videos'];

const song = {
  asset: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  mediaType: 'audio/mpeg',
  bytes: 4_312_087,
};

/** Music videos: make, list, change, delete, download. */
export function musicVideoRoutes({ musicVideos, assets }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(
      commonProjectRoutes({
        path: 'music-videos',
        noun: 'music video',
        summary: musicVideoSummary,
        kinds: outputKinds,
        projects: musicVideos,
        assets,
      }),
    );

    app.post(
      '/music-videos',
      {
        schema: {
          summary: 'Make a music video',
          description:
            'Upload the song first (`/uploads` or `POST /assets`). Starts a job that listens, plans and paints; follow it with `GET /jobs/{id}/events`. The same `Idempotency-Key` never makes a second video.',
          tags,
          headers: idempotencyKey,
          querystring: z.object({
            outputs: outputsQuery(outputKinds).describe(
              'Files to make, with commas between, e.g. `video,teaser`; default none: only storyboard and pictures. The rest can be made later.',
            ),
          }),
          body: musicVideoRequest.meta({
            examples: [
              { song, theme: 'neon city in the rain', artist: 'Mia', size: '1920x1080' },
              {
                song,
                theme: '',
                world: 'ocean',
                finish: 'brush',
                lyrics: { kind: 'plain', text: 'The tide comes in\nThe tide goes out' },
                calm: true,
                seed: 7,
              },
            ],
          }),
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) =>
        reply.code(202).send(
          await musicVideos.create(request.body, {
            idempotencyKey: request.headers['idempotency-key'],
            outputs: request.query.outputs,
          }),
        ),
    );

    app.get(
      '/music-videos/:id',
      {
        schema: {
          summary: 'One music video with its storyboard, pictures, takes and files',
          tags,
          params: projectId,
          querystring: z.object({ version: versionNumber.optional() }),
          response: {
            200: z.object({
              video: musicVideoSummary,
              version: z.number().int(),
              result: z
                .custom<Record<string, unknown>>()
                .nullable()
                .meta({ type: 'object', description: 'The `MusicVideo`, once its pictures are there.' }),
              job: job.nullable(),
            }),
            ...failures,
          },
        },
      },
      async (request) => musicVideos.get(request.params.id, request.query.version),
    );

    app.post(
      '/music-videos/:id/edits',
      {
        schema: {
          summary: 'Change moments, words, pictures, motion or style',
          description:
            'Makes a new version and redoes only what depends on the change: a changed picture costs itself and the two segments that show it. The earlier version is kept.',
          tags,
          params: projectId,
          headers: idempotencyKey,
          querystring: z.object({
            version: versionNumber.optional().describe('The version to start from; default the newest.'),
          }),
          body: musicVideoEdit.meta({
            examples: [
              { scenes: [{ id: 's3', description: 'A lighthouse under the first stars' }] },
              { scenes: [{ id: 's3', start: 41.3, transition: 'light', motion: 'push' }] },
              { finish: 'print', calm: true },
            ],
          }),
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) => {
        const options = { version: request.query.version, idempotencyKey: request.headers['idempotency-key'] };
        return reply.code(202).send(await musicVideos.edit(request.params.id, request.body, options));
      },
    );

    app.post(
      '/music-videos/:id/outputs',
      {
        schema: {
          summary: 'Make the film, or other files that are not there yet',
          tags,
          params: projectId,
          headers: idempotencyKey,
          querystring: z.object({ version: versionNumber.optional() }),
          body: z
            .object({ outputs: z.array(z.enum(outputKinds)).min(1) })
            .meta({ examples: [{ outputs: ['video', 'thumbnail'] }] }),
          response: { 202: accepted, ...failures },
        },
      },
      async (request, reply) =>
        reply.code(202).send(
          await musicVideos.makeOutputs(request.params.id, request.body.outputs, {
            version: request.query.version,
            idempotencyKey: request.headers['idempotency-key'],
          }),
        ),
    );
  };
}
