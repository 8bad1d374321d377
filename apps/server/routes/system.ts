import { cpus, totalmem } from 'node:os';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import type { Kinora } from '../compose.ts';
import { failures } from './schemas.ts';

const health = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  uptime: z.number().describe('Seconds.'),
  device: z.object({ cpu: z.string(), cores: z.number().int(), memory: z.number().describe('Bytes.') }),
  database: z.object({ ok: z.boolean(), kind: z.enum(['embedded', 'external']) }),
  live: z.object({
    sessions: z.number().int().describe('Cameras that are being restyled.'),
    waiting: z.number().int().describe('Frames that wait for their turn.'),
    load: z.number().describe('How busy the busiest engine is, 0 to 1.'),
  }),
  providers: z.array(
    z.object({
      capability: z.string(),
      id: z.string().describe('`provider/model`.'),
      device: z.string(),
      state: z.enum(['ready', 'paused', 'trying']),
      served: z.number().int().describe('Calls answered since the start.'),
      lastSeconds: z.number().optional(),
      lastFailure: z.object({ code: z.string(), reason: z.string(), at: z.string() }).optional(),
    }),
  ),
});

/** Health and metrics, at the root of the server. */
export function systemRoutes(kinora: Kinora): FastifyPluginAsyncZod {
  return async (app) => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const requests = new Histogram({
      name: 'kinora_http_request_seconds',
      help: 'Time to answer, by route and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 5],
      registers: [registry],
    });
    kinora.liveMetrics.register(registry, () => kinora.live.stats());
    app.addHook('onResponse', async (request, reply) => {
      requests.observe(
        { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
    });
    app.get(
      '/health',
      {
        schema: {
          summary: 'What works, on which device',
          tags: ['system'],
          response: { 200: health, 503: health, ...failures },
        },
      },
      async (_request, reply) => {
        const ok = await kinora.isDatabaseUp();
        const body = {
          status: ok ? ('ok' as const) : ('degraded' as const),
          version: kinora.version,
          uptime: Math.round(process.uptime()),
          device: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memory: totalmem() },
          database: { ok, kind: kinora.databaseKind },
          live: kinora.live.stats(),
          providers: kinora.providers().map(({ capability, provider }) => ({ capability, ...provider })),
        };
        return reply.code(ok ? 200 : 503).send(body);
      },
    );
    app.get('/metrics', { schema: { summary: 'Prometheus metrics', tags: ['system'] } }, async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    );
  };
}
