import { KinoraError } from '@kinora/capabilities';

/** What of a request tells where it comes from. */
export type RequestOrigin = {
  method: string;
  /** `Host` header. */
  host: string | undefined;
  /** `Origin` header. */
  origin: string | undefined;
  /** `Sec-Fetch-Site` header. */
  fetchSite?: string | undefined;
};

/**
 * Refuses requests that another web page or a rebound name sends to Kinora: `Host` must be an address that Kinora is
 * bound to, `Origin`, when there is one, must be the same, and a request that changes something may not be cross-site.
 * @throws KinoraError `auth.forbidden`.
 */
export function checkOrigin(request: RequestOrigin, bound: { port: number; hosts?: string[] }): void {
  const { hosts = ['127.0.0.1', 'localhost', '[::1]'], port } = bound;
  const names = hosts.flatMap((host) => (port === 80 ? [host, `${host}:80`] : [`${host}:${port}`]));
  const host = request.host?.toLowerCase() ?? '';
  if (!names.includes(host)) {
    throw new KinoraError('auth.forbidden', `Open Kinora at http://${names[0]}; it does not answer under other names.`);
  }
  if (request.origin !== undefined && request.origin.toLowerCase() !== `http://${host}`) {
    throw new KinoraError('auth.forbidden', 'This request was sent by another web page, so it was refused.');
  }
  const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(request.method.toUpperCase());
  const site = request.fetchSite ?? 'none';
  if (!isSafe && site !== 'none' && site !== 'same-origin') {
    throw new KinoraError('auth.forbidden', 'This request was sent by another web page, so it was refused.');
  }
}

/** Whether an address to listen on is reachable from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
