import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export type WireRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The body as JSON. @throws SyntaxError. */
  json(): Record<string, unknown>;
  /** Settled when the client is gone or the answer is sent. */
  closed: Promise<void>;
};

/** What a {@link WireServer} answers. */
export type WireAnswer = {
  /** Default 200. */
  status?: number;
  headers?: Record<string, string>;
  /** Sent as it is. */
  body?: string | Uint8Array;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent one after the other, e.g. server-sent events. */
  chunks?: readonly string[];
  /** `cut`: the connection breaks in the middle of the body; `silent`: nothing is ever answered. */
  fault?: 'cut' | 'silent';
};

/** A local HTTP server that speaks a service's wire format. */
export type WireServer = AsyncDisposable & {
  /** `http://127.0.0.1:port`. */
  url: string;
  /** All requests so far, the oldest first. */
  requests: WireRequest[];
  /** Answers the next request whose path matches with this instead. */
  interpose(answer: WireAnswer, path?: RegExp): void;
  /** Forgets requests and interposed answers. */
  reset(): void;
};

/** Starts a server on a free port of the loopback address. `answer` returns undefined for what it doesn't know: 404. */
export async function startWireServer(
  answer: (request: WireRequest) => WireAnswer | undefined | Promise<WireAnswer | undefined>,
): Promise<WireServer> {
  const requests: WireRequest[] = [];
  let interposed: { answer: WireAnswer; path: RegExp }[] = [];
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', 'http://localhost');
      const body = Buffer.concat(parts);
      const request: WireRequest = {
        method: incoming.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: incoming.headers,
        body,
        json: () => JSON.parse(body.toString()) as Record<string, unknown>,
        closed: new Promise((resolve) => response.once('close', () => resolve())),
      };
      requests.push(request);
      const index = interposed.findIndex(({ path }) => path.test(request.path));
      const [found] = index < 0 ? [] : interposed.splice(index, 1);
      void Promise.resolve(found?.answer ?? answer(request)).then(
        (what) => send(response, what ?? { status: 404, json: { error: { message: 'Not found' } } }),
        (error: unknown) => send(response, { status: 599, body: `The test's server failed: ${String(error)}` }),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    interpose: (what, path = /./) => void interposed.push({ answer: what, path }),
    reset() {
      requests.length = 0;
      interposed = [];
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, answer: WireAnswer): void {
  const { status = 200, headers = {}, json, chunks, fault } = answer;
  if (fault === 'silent') return;
  const isText = chunks !== undefined;
  const body = Buffer.from(json === undefined ? (answer.body ?? chunks?.join('') ?? '') : JSON.stringify(json));
  const contentType = json === undefined ? {} : { 'content-type': 'application/json' };
  const length = fault === 'cut' ? Math.max(body.length, 2) : isText ? undefined : body.length;
  response.writeHead(status, {
    ...contentType,
    ...headers,
    ...(length !== undefined && { 'content-length': String(length) }),
  });
  if (fault === 'cut') {
    response.write(body.subarray(0, Math.max(1, body.length >> 1)), () => response.destroy());
    return;
  }
  for (const chunk of chunks ?? []) response.write(chunk);
  response.end(isText ? undefined : body);
}
