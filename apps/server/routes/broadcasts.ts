import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { tellStatus } from '../broadcasts/whip.ts';
import type { Kinora } from '../compose.ts';
import { failures, projectId } from './schemas.ts';

const broadcast = z.object({
  id: z.uuid(),
  title: z.string(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  state: z
    .enum(['waiting', 'live', 'stalled', 'ended'])
    .describe('`waiting`: nobody publishes. `stalled`: nothing comes, and it may go on.'),
  viewers: z.number().int(),
  publish: z.object({
    url: z.string().describe('Where to publish by WHIP, on this server.'),
    token: z.string().describe('To be sent as `Authorization: Bearer`.'),
  }),
  watch: z.object({
    links: z.array(z.string()).describe('Pages to watch on, the best address first. The token is behind the `#`.'),
    token: z.string().describe('For `/whep/{id}`.'),
  }),
  isShared: z.boolean().describe('Whether the links also work on other machines.'),
});
const tags = ['broadcasts'];

/** Streams that others may watch: make one, look, end it, lock out who has an old link. */
export function broadcastRoutes({ broadcasts, stopping }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/broadcasts',
      {
        schema: {
          summary: 'Begin a broadcast',
          description:
            'Publish to `publish.url` by WHIP (RFC 9725) with `publish.token`; others watch on one of `watch.links`, or by WHEP at `/whep/{id}` with `watch.token`.',
          tags,
          body: z.object({ title: z.string().trim().min(1).max(200).default('Live') }),
          response: { 201: broadcast, ...failures },
        },
      },
      async (request, reply) => {
        const made = await broadcasts.create(request.body);
        return reply.code(201).header('location', `/api/v1/broadcasts/${made.id}`).send(made);
      },
    );

    app.get(
      '/broadcasts',
      {
        schema: {
          summary: 'The last 50 broadcasts, newest first',
          tags,
          response: { 200: z.object({ items: z.array(broadcast) }), ...failures },
        },
      },
      async () => ({ items: await broadcasts.list() }),
    );

    app.get(
      '/broadcasts/:id',
      { schema: { summary: 'One broadcast', tags, params: projectId, response: { 200: broadcast, ...failures } } },
      async (request) => broadcasts.get(request.params.id),
    );

    app.post(
      '/broadcasts/:id/end',
      {
        schema: {
          summary: 'End a broadcast',
          description: 'For everybody and for good; whoever watches is told at once.',
          tags,
          params: projectId,
          body: z.object({}),
          response: { 200: broadcast, ...failures },
        },
      },
      async (request) => broadcasts.end(request.params.id),
    );

    app.post(
      '/broadcasts/:id/tokens/:role',
      {
        schema: {
          summary: 'Make a new token',
          description: 'The old one stops working, and whoever came by it is out at once.',
          tags,
          params: projectId.extend({ role: z.enum(['publisher', 'viewer']) }),
          body: z.object({}),
          response: { 200: broadcast, ...failures },
        },
      },
      async (request) => broadcasts.renew(request.params.id, request.params.role),
    );

    app.get(
      '/broadcasts/:id/events',
      {
        schema: {
          summary: 'Follow a broadcast',
          description:
            'Server-sent events `status` with `{state, viewers, title, time}`, at least every five seconds, until it ended.',
          tags,
          params: projectId,
          produces: ['text/event-stream'],
        },
      },
      async (request, reply) => {
        await broadcasts.get(request.params.id);
        await tellStatus({ broadcasts, id: request.params.id, reply, stopping });
      },
    );
  };
}
