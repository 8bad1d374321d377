import type { IncomingMessage, RequestListener, Server } from 'node:http';
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
