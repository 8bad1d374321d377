import { lookup as lookUp } from 'node:dns/promises';
import { isIP } from 'node:net';
import { KinoraError } from '@kinora/capabilities';
import { ProxyAgent } from 'undici';
import type { Dispatcher } from 'undici';
import { classifyAddress } from './addresses.ts';
import { readBody } from './body.ts';
import { createDirectAgent, lookAhead } from './dialling.ts';
import type { Resolve } from './dialling.ts';
import { describeFailure } from './failures.ts';
import { chooseProxy, readProxyEnvironment } from './proxy.ts';
import type { ProxySettings } from './proxy.ts';
import { followRedirect, isRedirect } from './redirects.ts';
import type { Hop } from './redirects.ts';
import { readRequest } from './requests.ts';
import { bareHost, findPermission, isPrivateName, portOf, readPermissions } from './targets.ts';
import { limitTime } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';

/** Options of {@link createOutgoing}. */
export type OutgoingOptions = {
  /**
   * Hosts that may be private or this machine, as `name`, `name:port` or an address whose port counts. Cloud metadata,
   * link-local, multicast and reserved addresses stay forbidden. Default none.
   */
  allowPrivate?: readonly string[];
  /**
   * Proxies. `environment` (default) reads HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY; null uses none. Loopback and
   * what is private and allowed is always asked directly. A proxy opens the connection itself, so the address that was
   * checked can't be pinned there: names that this machine can look up are checked before, the rest is the proxy's say.
   */
  proxy?: ProxySettings | 'environment' | null;
  /** Default the system's resolver, with its hosts file. */
  resolve?: Resolve;
  /** Name lookup, connection and TLS handshake. Default 10,000. */
  connectTimeoutMs?: number;
  /** From the request's end to the answer's headers. Default 300,000: pictures on a slow machine take minutes. */
  headersTimeoutMs?: number;
  /** Without a byte of the answer. Default 120,000. */
  idleTimeoutMs?: number;
  /** From the call to the last byte, redirects included. Default 900,000; Infinity for downloads. */
  totalTimeoutMs?: number;
  /** Size of an answer, unpacked. Default 268,435,456 (256 MiB). */
  maxResponseBytes?: number;
  /** Certificates to trust beside the system's, as PEM: for a server at home with one of its own. */
  certificates?: string | string[];
};

/** The only way out. */
export type Outgoing = AsyncDisposable & {
  /**
   * Like the global `fetch`, with these differences: it connects only to the address that was checked; the request's body
   * is read whole before it is sent; `mode`, `cache`, `credentials`, `referrer` and `integrity` mean nothing.
   * @throws KinoraError `request.invalid` for an address that is forbidden or can't be read, `provider.timeout`,
   * `provider.failed` for an answer that is too large, unpacks to a bomb or redirects astray; TypeError when nobody
   * answers; the signal's reason on abort. No error carries a key, a query or a header.
   */
  fetch: typeof globalThis.fetch;
  /** Ends every connection; answers under way fail. */
  close(): Promise<void>;
};

/**
 * Creates the HTTP client that everything which leaves this machine goes through.
 * @throws KinoraError `request.invalid` for options that can't be read.
 */
export function createOutgoing(options: OutgoingOptions = {}): Outgoing {
  const {
    connectTimeoutMs = 10_000,
    headersTimeoutMs = 300_000,
    idleTimeoutMs = 120_000,
    totalTimeoutMs = 900_000,
    maxResponseBytes = 256 * 1024 * 1024,
    resolve = (name) => lookUp(name, { all: true, order: 'verbatim' }),
    proxy = 'environment',
    certificates,
  } = options;
  const permissions = readPermissions(options.allowPrivate ?? []);
  const proxyOf = chooseProxy(proxy === 'environment' ? readProxyEnvironment(process.env) : (proxy ?? {}));
  const tls = certificates === undefined ? {} : { ca: certificates };
  const direct = createDirectAgent({ permissions, resolve, connectTimeoutMs, tls });
  const proxies = new Map<string, ProxyAgent>();

  /** The dispatcher for an address that has passed {@link readTarget}. */
  async function route(url: URL, signal: AbortSignal): Promise<Dispatcher> {
    const through = proxyOf(url);
    if (!through) return direct;
    const host = bareHost(url);
    const { isAllowed } = findPermission(permissions, host, portOf(url));
    const addresses = isIP(host) === 0 ? await lookAhead(host, { resolve, isAllowed, signal }) : [host];
    // A proxy out there doesn't reach what is in here.
    if (isAllowed && (isPrivateName(host) || addresses.some((each) => classifyAddress(each).kind === 'private'))) {
      return direct;
    }
    const known = proxies.get(through.href);
    if (known) return known;
    const agent = new ProxyAgent({
      uri: through.href,
      allowH2: false,
      connectTimeout: connectTimeoutMs,
      ...(certificates !== undefined && { proxyTls: tls }),
      requestTls: tls,
    });
    proxies.set(through.href, agent);
    return agent;
  }

  /** One exchange, without redirects. */
  async function exchange(hop: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const dispatcher = await route(hop.url, signal);
    signal.throwIfAborted();
    return dispatcher.request({
      origin: hop.url.origin,
      path: hop.url.pathname + hop.url.search,
      method: hop.method,
      headers: Object.fromEntries(hop.headers),
      body: hop.body,
      signal,
      headersTimeout: finite(headersTimeoutMs),
      bodyTimeout: finite(idleTimeoutMs),
    });
  }

  async function fetchOut(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const outer = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    outer?.throwIfAborted();
    const request = await readRequest(input, init, permissions);
    const limit = limitTime(outer ?? undefined, { totalTimeoutMs, host: bareHost(request.hop.url) });
    let { hop } = request;
    try {
      for (let count = 0; ; count++) {
        const answer = await exchange(hop, limit.signal);
        const location = readHeader(answer, 'location');
        if (request.redirect === 'manual' || !isRedirect(answer.statusCode) || location === '') {
          return toResponse(answer, hop, { isRedirected: count > 0, maxResponseBytes, limit });
        }
        answer.body.dump().catch(() => {});
        hop = followRedirect(hop, { location, status: answer.statusCode, count, mode: request.redirect, permissions });
      }
    } catch (error) {
      limit.end();
      throw limit.reason() ?? describeFailure(error, { host: bareHost(hop.url), hasAnswer: false });
    }
  }

  const close = async () => {
    await Promise.all([direct.destroy(), ...[...proxies.values()].map((agent) => agent.destroy())]);
  };
  return { fetch: fetchOut, close, [Symbol.asyncDispose]: close };
}

function toResponse(
  answer: Dispatcher.ResponseData,
  hop: Hop,
  options: { isRedirected: boolean; maxResponseBytes: number; limit: TimeLimit },
): Response {
  const { isRedirected, maxResponseBytes, limit } = options;
  const { statusCode: status, statusText } = answer;
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  const isEmpty = hop.method === 'HEAD' || [204, 205, 304].includes(status);
  if (status < 200 || status > 599) {
    answer.body.on('error', () => {}).destroy();
    throw new KinoraError('provider.failed', `${bareHost(hop.url)} answered with a status that does not exist.`);
  }
  let body: ReadableStream<Uint8Array<ArrayBuffer>> | null = null;
  if (isEmpty) {
    answer.body.on('error', () => {}).resume();
    limit.end();
  } else {
    try {
      body = readBody(answer.body, {
        encoding: headers.get('content-encoding') ?? '',
        length: Number(headers.get('content-length') ?? Number.NaN),
        maxBytes: maxResponseBytes,
        describe: (error) => limit.reason() ?? describeFailure(error, { host: bareHost(hop.url), hasAnswer: true }),
        onEnd: limit.end,
      });
    } catch (error) {
      answer.body.on('error', () => {}).destroy();
      throw error;
    }
  }
  const response = new Response(body, { status, statusText, headers });
  return Object.defineProperties(response, {
    url: { value: hop.url.href.replace(/#.*$/, '') },
    redirected: { value: isRedirected },
  });
}

function readHeader(answer: Dispatcher.ResponseData, name: string): string {
  const value = answer.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

function finite(milliseconds: number): number {
  return Number.isFinite(milliseconds) ? milliseconds : 0;
}
