import {
  liveOutputKinds,
  recordingRequest,
  snapshotRequest,
  styleVideoRequest,
} from '@kinora/studios/live-style/schema';
import type { LiveStyleRequest } from '@kinora/studios/live-style/schema';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { commonProjectRoutes } from './project-routes.ts';
import { failures, idempotencyKey, job, liveWorkSummary, projectId, versionNumber } from './schemas.ts';

const accepted = z.object({ work: liveWorkSummary, job });
const tags = ['live-style'];

const file = {
  asset: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  mediaType: 'video/mp4',
  bytes: 9_312_087,
};

/** What projects of this studio are made of; each has a route of its own, because their bodies differ. */
const makings = [
  {
    path: 'videos',
    kind: 'video',
    summary: 'Style a video file',
    description:
      'Upload the video first (`/uploads` or `POST /assets`). Starts a job that paints it and keeps its sound; follow it with `GET /jobs/{id}/events`. The same `Idempotency-Key` never makes a second one.',
    body: styleVideoRequest
      .omit({ kind: true })
      .meta({ examples: [{ file, style: { look: 'oil', prompt: 'golden autumn evening' }, size: '720p' }] }),
  },
  {
    path: 'recordings',
    kind: 'recording',
    summary: 'Keep a recording of the live page',
    description: 'An uploaded WebM or MP4. It becomes seekable, and an MP4 of H.264 and AAC is made beside it.',
    body: recordingRequest.omit({ kind: true }).meta({ examples: [{ file: { ...file, mediaType: 'video/webm' } }] }),
  },
  {
    path: 'snapshots',
    kind: 'snapshot',
    summary: 'Keep a picture of the live page',
    description: 'An uploaded PNG, JPEG or WebP; kept as a PNG that says how it was made.',
    body: snapshotRequest.omit({ kind: true }).meta({ examples: [{ file: { ...file, mediaType: 'image/png' } }] }),
  },
] as const;

/** Styled videos, recordings and snapshots: make, list, change, delete, download. */
export function liveStyleRoutes({ liveWorks, assets }: Pick<Kinora, 'liveWorks' | 'assets'>): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(
      commonProjectRoutes({
        path: 'live-style',
        noun: 'styled video, recording or snapshot',
        summary: liveWorkSummary,
        kinds: liveOutputKinds,
        projects: liveWorks,
        assets,
      }),
    );

    for (const { path, kind, body, summary, description } of makings) {
      app.post(
        `/live-style/${path}`,
        {
          schema: {
            summary,
            description,
            tags,
            headers: idempotencyKey,
            body,
            response: { 202: accepted, ...failures },
          },
        },
        async (request, reply) =>
          reply.code(202).send(
            await liveWorks.create({ ...(request.body as object), kind } as LiveStyleRequest, {
              idempotencyKey: request.headers['idempotency-key'],
            }),
          ),
      );
    }

    app.get(
      '/live-style/:id',
      {
        schema: {
          summary: 'One styled video, recording or snapshot with its files',
          tags,
          params: projectId,
          querystring: z.object({ version: versionNumber.optional() }),
          response: {
            200: z.object({
              work: liveWorkSummary,
              version: z.number().int(),
              result: z
                .custom<Record<string, unknown>>()
                .nullable()
                .meta({ type: 'object', description: 'The `LiveStyleWork`, once its first file is there.' }),
              job: job.nullable(),
            }),
            ...failures,
          },
        },
      },
      async (request) => liveWorks.get(request.params.id, request.query.version),
    );
  };
}
