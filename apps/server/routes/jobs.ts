import type { Json } from '@kinora/capabilities';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { toProblem } from '../problem.ts';
import { failures, job, workItem } from './schemas.ts';

const id = z.object({ id: z.string().min(1).max(100) });

/** Jobs: look, follow, cancel, retry. */
export function jobRoutes({ jobs, stopping }: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/jobs',
      {
        schema: {
          summary: 'Jobs, newest first',
          tags: ['jobs'],
          querystring: z.object({ state: job.shape.state.optional() }),
          response: { 200: z.object({ items: z.array(job) }), ...failures },
        },
      },
      async (request) => ({ items: await jobs.list(request.query) }),
    );

    app.get(
      '/jobs/:id',
      { schema: { summary: 'One job', tags: ['jobs'], params: id, response: { 200: job, ...failures } } },
      async (request) => jobs.get(request.params.id),
    );

    app.get(
      '/jobs/:id/work',
      {
        schema: {
          summary: 'Who did each step of a job, and on which device',
          tags: ['jobs'],
          params: id,
          response: { 200: z.object({ items: z.array(workItem) }), ...failures },
        },
      },
      async (request) => ({ items: await jobs.work(request.params.id) }),
    );

    app.post(
      '/jobs/:id/cancel',
      { schema: { summary: 'Cancel a job', tags: ['jobs'], params: id, response: { 202: job, ...failures } } },
      async (request, reply) => reply.code(202).send(await jobs.cancel(request.params.id)),
    );

    app.post(
      '/jobs/:id/retry',
      {
        schema: {
          summary: 'Try a failed or cancelled job again',
          description: 'Goes on where it stopped: what was finished is not done again.',
          tags: ['jobs'],
          params: id,
          response: { 202: job, ...failures },
        },
      },
      async (request, reply) => reply.code(202).send(await jobs.retry(request.params.id)),
    );

    app.get(
      '/jobs/:id/events',
      {
        schema: {
          summary: 'Follow a job',
          description:
            'Server-sent events: `event` is the type, `data` the event in JSON (`StoryEvent`, `MusicVideoEvent`), `id` its number. Reconnecting with `Last-Event-ID` goes on after it. The last one is `job-end` with the job.',
          tags: ['jobs'],
          params: id,
          headers: z.object({ 'last-event-id': z.coerce.number().int().min(0).optional() }),
          querystring: z.object({ after: z.coerce.number().int().min(0).optional() }),
          produces: ['text/event-stream'],
        },
      },
      async (request, reply) => {
        await jobs.get(request.params.id);
        const after = request.headers['last-event-id'] ?? request.query.after ?? 0;
        reply.hijack();
        const stream = reply.raw;
        stream.writeHead(200, {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        });
        stream.flushHeaders();
        const gone = new AbortController();
        stream.on('close', () => gone.abort());
        const beat = setInterval(() => stream.write(': still here\n\n'), 15_000);
        try {
          const signal = AbortSignal.any([gone.signal, stopping]);
          for await (const { seq, event } of jobs.events(request.params.id, { after, signal })) {
            stream.write(`id: ${seq}\nevent: ${typeOf(event)}\ndata: ${JSON.stringify(event)}\n\n`);
          }
          if (!signal.aborted)
            stream.write(`event: job-end\ndata: ${JSON.stringify(await jobs.get(request.params.id))}\n\n`);
        } catch (error) {
          if (!gone.signal.aborted) {
            request.log.error(error);
            stream.write(`event: problem\ndata: ${JSON.stringify(toProblem(error))}\n\n`);
          }
        } finally {
          clearInterval(beat);
          stream.end();
        }
      },
    );
  };
}

function typeOf(event: Json): string {
  return (event as { type: string }).type;
}
