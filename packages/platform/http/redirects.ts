import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { bareHost, readTarget } from './targets.ts';
import type { Permission } from './targets.ts';

/** One request of a chain of redirects. */
export type Hop = { url: URL; method: string; headers: Headers; body: Uint8Array | null };

const maxRedirects = 5;

/** Names of headers that may hold a key, whatever the service calls it: `xi-api-key`, `Ocp-Apim-Subscription-Key`, … */
const credential = /auth|key|token|secret|cookie|passw|credential|signature|session/i;

/** Whether the status sends elsewhere (RFC 9110, 15.4). */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/**
 * The request after a redirect, checked like the first. Keys stay with the origin they were meant for; 307 and 308 keep
 * method and body, 303 (and 301, 302 after POST) ask with GET.
 * @throws KinoraError `provider.failed` when the server sends to a forbidden address, from https to http, or around too long.
 */
export function followRedirect(
  hop: Hop,
  options: {
    location: string;
    status: number;
    /** Redirects followed before this one. */
    count: number;
    mode: RequestRedirect;
    permissions: readonly Permission[];
  },
): Hop {
  const { location, status, count, mode, permissions } = options;
  const from = bareHost(hop.url);
  if (mode === 'error')
    throw astray(`${from} redirects, which is not expected here. Check the address in the settings.`);
  if (count >= maxRedirects) throw astray(`${from} redirects more than ${maxRedirects} times.`);
  const url = readLocation(location, hop.url, permissions);
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') {
    throw astray(`${from} redirects to an address without encryption. Check the address in the settings.`);
  }
  const headers = new Headers(hop.headers);
  if (url.origin !== hop.url.origin) {
    for (const name of hop.headers.keys()) if (credential.test(name)) headers.delete(name);
  }
  const becomesGet =
    (status === 303 && hop.method !== 'GET' && hop.method !== 'HEAD') ||
    ((status === 301 || status === 302) && hop.method === 'POST');
  if (!becomesGet) return { url, method: hop.method, headers, body: hop.body };
  for (const name of ['content-type', 'content-language', 'content-location', 'content-encoding']) headers.delete(name);
  return { url, method: 'GET', headers, body: null };
}

function readLocation(location: string, base: URL, permissions: readonly Permission[]): URL {
  try {
    // Header values arrive byte by byte; addresses with other letters are sent as UTF-8.
    const url = URL.parse(Buffer.from(location, 'latin1').toString('utf8'), base);
    if (!url) throw astray(`${bareHost(base)} redirects to something that is no address.`);
    return readTarget(url, permissions);
  } catch (error) {
    if (!isKinoraError(error) || error.code !== 'request.invalid') throw error;
    throw astray(`${bareHost(base)} redirects to a forbidden address. ${error.message}`);
  }
}

function astray(message: string): KinoraError {
  return new KinoraError('provider.failed', message, { data: { forbidden: true } });
}
