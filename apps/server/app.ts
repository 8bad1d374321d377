import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { checkOrigin, sessionSeconds } from '@kinora/platform/auth';
import { fastify } from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { whipRoutes } from './broadcasts/whip.ts';
import type { Kinora } from './compose.ts';
import { serveLiveSockets } from './live/sockets.ts';
import { rememberSessions } from './session-memory.ts';
import { plainPath } from './plain-path.ts';
import { toProblem } from './problem.ts';
import { analysisRoutes } from './routes/analyses.ts';
import { assetRoutes } from './routes/assets.ts';
import { broadcastRoutes } from './routes/broadcasts.ts';
import { dictionaryRoutes } from './routes/dictionaries.ts';
import { jobRoutes } from './routes/jobs.ts';
import { lessonRoutes } from './routes/lessons.ts';
import { liveStyleRoutes } from './routes/live-style.ts';
import { modelRoutes } from './routes/models.ts';
import { musicVideoRoutes } from './routes/music-videos.ts';
import { projectRoutes } from './routes/projects.ts';
import { providerRoutes } from './routes/providers.ts';
import { publishingRoutes, youtubeCallbackPath, youtubeCallbackRoute } from './routes/publishing.ts';
import { publicSiteRoutes, siteRoutes } from './routes/site.ts';
import { storyRoutes } from './routes/stories.ts';
import { systemRoutes } from './routes/system.ts';
import { transcriptionRoutes } from './routes/transcriptions.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { vocabularyRoutes } from './routes/vocabulary.ts';
import { voiceRoutes } from './routes/voices.ts';
import { hasWebApp, isDevelopment, serveWebApp } from './web.ts';

/** Name of the session cookie. */
const sessionCookie = 'kinora_session';

/** Paths that answer without a session. */
const open = new Set(['/sign-in', '/health', youtubeCallbackPath]);

/** Where streams come in and go out: whoever holds a broadcast's token may use them, from any page or program. */
const isStream = (path: string) => path.startsWith('/whip/') || path.startsWith('/whep/');

/** Files, and the page to watch on, which by itself shows nothing. */
const isPublic = (path: string) =>
  open.has(path) ||
  /^\/(assets|fonts|watch|v)\//.test(path) ||
  path === '/v' ||
  /^\/(icon[\w-]*\.(svg|png)|manifest\.webmanifest)$/.test(path);

/**
 * The server, not listening yet: routes, security, documentation and the web app.
 * @param options.port Tells where it listens, once it does.
 */
export async function createApp(
  kinora: Kinora,
  options: { port: () => number; logLevel?: string },
): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: options.logLevel ?? 'warn', redact: ['req.headers.cookie', 'req.headers.authorization'] },
    bodyLimit: 1_000_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    frameworkErrors: (error, _request, answer) => {
      const problem = toProblem(error);
      const reply = answer as unknown as FastifyReply;
      void reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error(error);
    if (isKinoraError(error) && error.retryAfter !== undefined) void reply.header('retry-after', error.retryAfter);
    return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem);
  });

  app.addHook('onRequest', async (request, reply) => {
    const { host, origin, 'sec-fetch-site': fetchSite } = request.headers;
    if (plainPath(request.url) === null)
      throw new KinoraError(
        'request.invalid',
        'Write the address without “..”, “//” at its beginning and backslashes.',
      );
    if (!isStream(request.url)) {
      checkOrigin({ method: request.method, host, origin, fetchSite }, { port: options.port() });
    }
    void reply
      .header('x-frame-options', 'DENY')
      .header('referrer-policy', 'no-referrer')
      .header('x-content-type-options', 'nosniff');
  });
  app.setNotFoundHandler((request) => {
    throw new KinoraError('resource.missing', `There is no ${request.method} ${request.url.split('?')[0]}.`);
  });
  await app.register(cookie);
  const isSession = rememberSessions((session) => kinora.isSession(session));
  const hasSession = async (authorization: string | undefined, cookies: Record<string, string | undefined>) => {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? cookies[sessionCookie];
    return token !== undefined && (await isSession(token));
  };
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (isPublic(path) || isStream(path)) return;
    if (await hasSession(request.headers.authorization, request.cookies)) return;
    if (request.method === 'GET' && request.headers.accept?.includes('text/html') === true) {
      return reply.code(401).type('text/html; charset=utf-8').send(signInPage);
    }
    throw new KinoraError(
      'auth.required',
      'Open the sign-in link that Kinora printed when it started; `kinora sign-in` prints a new one.',
    );
  });

  app.get(
    '/sign-in',
    { schema: { hide: true, querystring: z.object({ token: z.string().max(200) }) } },
    async (request, reply) => {
      const session = await kinora.signIn(request.query.token);
      if (session === null) return reply.code(401).type('text/html; charset=utf-8').send(signInPage);
      return reply
        .setCookie(sessionCookie, session, { path: '/', httpOnly: true, sameSite: 'strict', maxAge: sessionSeconds })
        .type('text/html; charset=utf-8')
        .send(arrivedPage);
    },
  );

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kinora',
        version: kinora.version,
        description: 'A local-first AI media studio. Errors are RFC 9457 problem documents.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(systemRoutes(kinora));
  await app.register(youtubeCallbackRoute(kinora, page));
  await app.register(
    publicSiteRoutes({
      site: kinora.site,
      isOwner: ({ headers, cookies }) => hasSession(headers.authorization, cookies),
    }),
  );
  const { broadcasts, broadcastSettings, stopping } = kinora;
  await app.register(whipRoutes({ broadcasts, stopping, iceServers: broadcastSettings.iceServers }));
  await app.register(
    async (api) => {
      await api.register(projectRoutes(kinora));
      await api.register(storyRoutes(kinora));
      await api.register(musicVideoRoutes(kinora));
      await api.register(liveStyleRoutes(kinora));
      await api.register(lessonRoutes(kinora));
      await api.register(vocabularyRoutes(kinora));
      await api.register(siteRoutes(kinora));
      await api.register(dictionaryRoutes(kinora));
      await api.register(jobRoutes(kinora));
      await api.register(analysisRoutes(kinora));
      await api.register(assetRoutes(kinora));
      await api.register(uploadRoutes(kinora));
      await api.register(broadcastRoutes(kinora));
      await api.register(voiceRoutes(kinora));
      await api.register(transcriptionRoutes(kinora));
      await api.register(modelRoutes(kinora.setup));
      await api.register(providerRoutes(kinora.setup));
      await api.register(publishingRoutes(kinora));
      api.all('/*', { schema: { hide: true } }, async (request) => {
        throw new KinoraError(
          'resource.missing',
          `There is no ${request.method} ${request.url.split('?')[0]}. See /docs for what there is.`,
        );
      });
    },
    { prefix: '/api/v1' },
  );
  const sockets = serveLiveSockets(app.server, {
    live: kinora.live,
    // As strict as with a request that changes something: a browser says where a socket was opened.
    authorize: async ({ host, origin, authorization, cookie: cookies = '', 'sec-fetch-site': fetchSite }) => {
      checkOrigin({ method: 'POST', host, origin, fetchSite: fetchSite?.toString() }, { port: options.port() });
      if (await hasSession(authorization, app.parseCookie(cookies))) return;
      throw new KinoraError('auth.required', 'Sign in first.');
    },
    isForeign: ({ headers }) => isDevelopment() && headers['sec-websocket-protocol']?.startsWith('vite-') === true,
  });
  app.addHook('preClose', () => sockets.close());
  if (hasWebApp()) await serveWebApp(app);
  return app;
}

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
  `<style>body{margin:0;min-height:100vh;display:grid;place-items:center;background:#0e1124;color:#f6eee0;font:17px/1.6 system-ui,sans-serif}` +
  `main{max-width:34rem;padding:2rem}h1{font:420 2rem/1.2 Georgia,serif}code{background:#222748;padding:.15em .45em;border-radius:.3em}a{color:#f8c878}</style>` +
  `<main>${body}</main></html>`;

// A strict cookie is not sent on a redirect that began elsewhere, so the page goes on by itself.
const arrivedPage = page(
  'Kinora',
  '<meta http-equiv="refresh" content="0;url=/"><p>Welcome. <a href="/">Go on to Kinora</a></p>',
);

const signInPage = page(
  'Kinora: sign in',
  '<h1>Sign in to Kinora</h1><p>Open the link that Kinora printed when it started; each link works once. ' +
    'For a new one, type <code>npx kinora sign-in</code> in Kinora’s folder.</p>',
);
