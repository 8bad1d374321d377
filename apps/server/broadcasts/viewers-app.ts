import { KinoraError } from '@kinora/capabilities';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Kinora } from '../compose.ts';
import { plainPath } from '../plain-path.ts';
import { toProblem } from '../problem.ts';
import { hasWebApp, serveWebApp } from '../web.ts';
import { publicSiteRoutes } from '../routes/site.ts';
import { whipRoutes } from './whip.ts';

/** What of the web app viewers need: the page, its files, icons; and the owner's public site, while it is on. */
const shown = /^\/(v$|v\/|watch\/[\w-]+\/?$|assets\/|fonts\/|icon[\w-]*\.(svg|png)$|manifest\.webmanifest$)/;

/** Connections at a time: what follows and what is being asked, of some hundreds of viewers. */
const mostConnections = 2000;

/**
 * The server that is offered to the network: the page to watch on, WHIP and WHEP, the public site. No account, no library, no other page
 * is reachable through it, whoever asks.
 */
export async function createViewersApp(kinora: Kinora): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] },
    bodyLimit: 100_000,
    // Who sends a request byte by byte has this long, in ms.
    requestTimeout: 20_000,
    // A proxy for https runs on this machine; behind it everybody would have one address, and one who guesses lock all out.
    trustProxy: 'loopback',
    forceCloseConnections: true,
  });
  app.server.maxConnections = mostConnections;
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error(error);
    return reply
      .code(problem.status)
      .type('application/problem+json')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(problem);
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const path = plainPath(request.url) ?? '';
    const isSignalling = /^\/(whip|whep)\//.test(path);
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && shown.test(path);
    if (!isSignalling && !isPage)
      throw new KinoraError('resource.missing', 'There is nothing here. Open the link you were given, with its end.');
  });
  await app.register(
    whipRoutes({
      broadcasts: kinora.broadcasts,
      stopping: kinora.stopping,
      iceServers: kinora.broadcastSettings.iceServers,
    }),
  );
  await app.register(publicSiteRoutes({ site: kinora.site }));
  if (hasWebApp()) await serveWebApp(app);
  return app;
}
