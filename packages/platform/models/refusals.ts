import { KinoraError, isKinoraError } from '@kinora/capabilities';

/** What is known when the hub refuses. */
type Refusal = {
  repository: string;
  /** The repository's page, for people. */
  page: string;
  host: string;
  /** Whether the hub itself answered, not a host that it redirects to. */
  isHub: boolean;
  hasToken: boolean;
  retryAfter: number | undefined;
};

/** An answer of the hub that is no success, as an error with advice. Never quotes an address with its query. */
export async function describeRefusal(response: Response, refusal: Refusal): Promise<KinoraError> {
  const { status } = response;
  const code = response.headers.get('x-error-code');
  await response.body?.cancel();
  const { repository, page, host, hasToken, retryAfter } = refusal;
  const data = { status, repository, ...(code === null ? {} : { hubCode: code }) };
  if (status === 429) {
    return new KinoraError('provider.quota', `${host} asks for a pause between downloads; try again later.`, {
      isRetryable: true,
      retryAfter,
      data,
    });
  }
  if (status >= 500 || status === 408) {
    return new KinoraError('provider.unavailable', `${host} has trouble (status ${status}); try again later.`, {
      isRetryable: true,
      retryAfter,
      data,
    });
  }
  if (!refusal.isHub) {
    // The addresses of content expire; the hub gives a new one.
    return new KinoraError('provider.unavailable', `${host} refused the download (status ${status}); try again.`, {
      isRetryable: true,
      data,
    });
  }
  if (code === 'GatedRepo') {
    const message = hasToken
      ? `Your account may not load ${repository} yet: open ${page}, accept its licence there, then try again.`
      : `${repository} asks for an account: accept its licence at ${page}, make a read token under Access Tokens in your account there, and start Kinora with it as HF_TOKEN.`;
    return new KinoraError('provider.refused', message, { data: { ...data, page, reason: 'gated' } });
  }
  if (code === 'RevisionNotFound' || code === 'EntryNotFound') {
    return new KinoraError(
      'resource.missing',
      `${repository} no longer has the ${code === 'EntryNotFound' ? 'file' : 'version'} that was asked for.`,
      { data },
    );
  }
  if (status === 401 || status === 403 || status === 404) {
    const advice = hasToken
      ? 'check its name and whether your token may read it'
      : 'check its name; if it is private, start Kinora with a token as HF_TOKEN';
    return new KinoraError('provider.refused', `${host} shows no model ${repository}; ${advice}.`, {
      data: { ...data, page, reason: 'access' },
    });
  }
  return new KinoraError('provider.failed', `${host} refused the request (status ${status}).`, { data });
}

/** A request that got no answer, as an error with advice. Aborts and errors of our own stay as they are. */
export function describeUnreachable(error: unknown, target: URL): unknown {
  if (isKinoraError(error) || (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name))) {
    return error;
  }
  return new KinoraError(
    'provider.unavailable',
    `${target.host} can't be reached; check the network, the proxy, and the hub's address (KINORA_HUB_URL).`,
    { isRetryable: true, cause: error },
  );
}

/**
 * How long the server asks to be left alone, in seconds: `Retry-After` (RFC 9110, 10.2.3: seconds or a date), else the
 * `t` of the hub's `RateLimit` header when nothing is left (`"api";r=0;t=55`).
 * @param now Milliseconds since 1970.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value) {
    const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
    if (!Number.isNaN(seconds)) return Math.max(0, seconds);
  }
  const limit = /;\s*r=0\b.*?;\s*t=(\d+)/.exec(headers.get('ratelimit') ?? '');
  return limit ? Number(limit[1]) : undefined;
}
