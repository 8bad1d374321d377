import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { createRequestListener } from '@react-router/node';
import type { FastifyInstance } from 'fastify';
import type { ServerBuild } from 'react-router';

const webFolder = join(import.meta.dirname, '../web');
const build = join(webFolder, 'build');

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Whether there is a web app to serve: built here, or in development. */
export function hasWebApp(): boolean {
  return isDevelopment() || existsSync(join(build, 'server/index.js'));
}

/**
 * Serves the web app: its files with long caching, everything else rendered. In development Vite does both.
 * It lives in a scope without body parsers, because React Router reads the raw request.
 */
export async function serveWebApp(app: FastifyInstance): Promise<void> {
  const listen = isDevelopment() ? await developmentListener(app) : await builtListener();
  await app.register(async (web) => {
    if (!isDevelopment()) {
      await web.register(fastifyStatic, { root: join(build, 'client'), serve: false });
      await web.register(fastifyStatic, {
        root: join(build, 'client/assets'),
        prefix: '/assets/',
        decorateReply: false,
        immutable: true,
        maxAge: '365d',
      });
    }
    web.removeAllContentTypeParsers();
    web.addContentTypeParser('*', (_request, _payload, done) => done(null));
    web.all('/*', { schema: { hide: true } }, async (request, reply) => {
      const file = isDevelopment() ? null : clientFile(request.method, request.url);
      if (file !== null) return reply.sendFile(file, { maxAge: '1h' });
      reply.hijack();
      await listen(request.raw, reply.raw);
    });
  });
}

/** Whether Vite serves the pages, and listens to websockets of its own. */
export function isDevelopment(): boolean {
  return process.env['KINORA_DEV'] === '1';
}

function clientFile(method: string, url: string): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  const path = decodeURIComponent(new URL(url, 'http://kinora').pathname);
  const isFile = /\.\w+$/.test(path) && !path.includes('\0') && existsSync(join(build, 'client', path));
  return isFile ? path.slice(1) : null;
}

async function builtListener(): Promise<Listener> {
  const server = (await import(join(build, 'server/index.js'))) as ServerBuild;
  return createRequestListener({ build: server, mode: 'production' });
}

async function developmentListener(app: FastifyInstance): Promise<Listener> {
  const { createServer } = await import('vite');
  const vite = await createServer({ root: webFolder, server: { middlewareMode: true, hmr: { server: app.server } } });
  app.addHook('onClose', () => vite.close());
  const listen = createRequestListener({
    build: () => vite.ssrLoadModule('virtual:react-router/server-build') as Promise<ServerBuild>,
    mode: 'development',
  });
  return (request, response) => vite.middlewares(request, response, () => listen(request, response));
}
