import { isKinoraError, KinoraError } from '@kinora/capabilities';

const timeouts: Record<string, string> = {
  UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'stopped in the middle of its answer',
};

/**
 * Says a failure of the network as `fetch` would: a `TypeError` with a `cause`; forbidden addresses, limits and timeouts
 * as KinoraError. Keeps nothing of the request: libraries attach addresses, headers and raw bytes to their errors.
 * @param options.host Name of the host, the only part of the address that a message may carry.
 * @param options.hasAnswer Whether the answer had begun.
 */
export function describeFailure(error: unknown, options: { host: string; hasAnswer: boolean }): unknown {
  if (isKinoraError(error)) return error;
  const { host, hasAnswer } = options;
  const code = readCode(error);
  const timeout = timeouts[code];
  if (timeout) {
    return new KinoraError('provider.timeout', `${host} ${timeout}. Check whether it is running, or try again later.`, {
      isRetryable: true,
    });
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return new KinoraError('provider.failed', `${host} answered with more headers than Kinora reads.`);
  }
  const cause = Object.assign(new Error(`${host}: ${explain(code)}`), { code });
  return new TypeError(hasAnswer ? 'terminated' : 'fetch failed', { cause });
}

function readCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return readCode(error.errors[0]);
  if (!(error instanceof Error)) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? 'UNKNOWN' : readCode(error.cause);
}

function explain(code: string): string {
  const known: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was closed',
    UND_ERR_SOCKET: 'the connection was closed',
    ENOTFOUND: 'no such name',
    EAI_AGAIN: 'the name could not be looked up',
    ENETUNREACH: 'no network',
    ETIMEDOUT: 'no connection in time',
    EHOSTUNREACH: 'the host cannot be reached',
    UND_ERR_ABORTED: 'the proxy refused the connection',
    UND_ERR_PRX_CONN: 'the proxy closed the connection',
  };
  const certificate = /CERT|SIGNATURE|TLS|SSL/.test(code) ? 'its certificate is not trusted' : undefined;
  return `${known[code] ?? certificate ?? 'the exchange failed'} (${code})`;
}
