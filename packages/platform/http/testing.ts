import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';

/** A server of a test on a free port of this machine. */
export type TestServer = AsyncDisposable & {
  port: number;
  /** `http://127.0.0.1:port` */
  origin: string;
  /** What was asked, in order. */
  requests: IncomingMessage[];
};

/** Starts an HTTP server on 127.0.0.1. */
export async function startServer(listener: RequestListener): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  const port = await listen(server, '127.0.0.1');
  return { port, origin: `http://127.0.0.1:${port}`, requests, [Symbol.asyncDispose]: () => stop(server) };
}

/** What a path answers. */
export type Pages = Record<string, (request: IncomingMessage, response: ServerResponse) => void>;

/** Starts a server that answers by path, and elsewhere says what it was asked. */
export async function startPages(pages: Pages): Promise<TestServer> {
  return await startServer((request, response) => {
    const page = pages[(request.url ?? '').split('?')[0] ?? ''];
    if (page) page(request, response);
    else void echo(request, response);
  });
}

async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method, url, headers } = request;
  response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString('latin1') }));
}

/** What a call fails with, or undefined. */
export async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return await call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Listens on a free port. */
export async function listen(server: NetServer, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(0, host, resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

/** Stops a server with its connections. */
export async function stop(server: Server | NetServer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  if ('closeAllConnections' in server) server.closeAllConnections();
  await promise;
}
