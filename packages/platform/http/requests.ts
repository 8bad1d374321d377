import { KinoraError } from '@kinora/capabilities';
import type { Hop } from './redirects.ts';
import { readTarget } from './targets.ts';
import type { Permission } from './targets.ts';

/** Headers that belong to the connection, which is ours. */
const ours = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'proxy-authorization',
  'keep-alive',
  'upgrade',
];

/**
 * Reads what `fetch` was called with.
 * @throws KinoraError `request.invalid` when it can't be sent. The platform's own errors quote header values and
 * addresses, so none of them gets out.
 */
export async function readRequest(
  input: string | URL | Request,
  init: RequestInit | undefined,
  permissions: readonly Permission[],
): Promise<{ hop: Hop; redirect: RequestRedirect }> {
  const url = readTarget(input instanceof Request ? input.url : input, permissions);
  let request: Request;
  try {
    // The signal stays outside: a request that follows it would never let go of it.
    const details = { ...init, signal: null, duplex: 'half' } as RequestInit;
    request = input instanceof Request ? new Request(input, details) : new Request(url, details);
  } catch {
    throw new KinoraError(
      'request.invalid',
      'The request cannot be sent. Look for line breaks or unusual characters in the key and other settings.',
    );
  }
  const headers = new Headers(request.headers);
  for (const name of ours) headers.delete(name);
  if (!headers.has('accept')) headers.set('accept', '*/*');
  if (!headers.has('user-agent')) headers.set('user-agent', 'kinora');
  const isPlain = headers.has('range') || headers.get('accept-encoding') === 'identity';
  headers.set('accept-encoding', isPlain ? 'identity' : 'gzip, br');
  const body = request.body ? new Uint8Array(await request.arrayBuffer()) : null;
  return { hop: { url, method: request.method, headers, body }, redirect: request.redirect };
}
