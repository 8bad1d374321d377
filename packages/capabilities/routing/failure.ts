import { APICallError } from '@ai-sdk/provider';
import { isKinoraError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';

/** What a route does about an error of one of its providers. */
export type Failure = {
  /** `throw`: another provider can't help; `next`: not this provider; `retry`: this one may do better later. */
  action: 'throw' | 'next' | 'retry';
  /** Whether the provider is at fault, so that its breaker counts it. A refusal or a limit of the input isn't. */
  isFault: boolean;
  /** How long the provider asked to be left alone. */
  waitMs: number | undefined;
  code: ErrorCode;
  /** For a person. Free of addresses' queries and of keys. */
  reason: string;
};

/** Codes that say the input or our own house is wrong: no other provider would do better. */
const ours = /^(?:request|auth|job|asset|storage|database|home|server|content)\./;

/** Sorts an error by what can be done about it. `now` in milliseconds dates a `Retry-After` that names a time. */
export function sortFailure(error: unknown, now: number): Failure {
  if (isKinoraError(error)) {
    const isRefusal = error.code === 'provider.refused';
    return {
      action:
        ours.test(error.code) || error.data['isFinal'] === true
          ? 'throw'
          : error.isRetryable && !isRefusal
            ? 'retry'
            : 'next',
      isFault: !isRefusal && !ours.test(error.code),
      waitMs: error.retryAfter === undefined ? undefined : error.retryAfter * 1000,
      code: error.code,
      reason: clean(error.message),
    };
  }
  if (APICallError.isInstance(error)) {
    const status = error.statusCode;
    const isInput = status === 400 || status === 413 || status === 422;
    return {
      action: error.isRetryable ? 'retry' : 'next',
      isFault: !isInput,
      waitMs: readRetryAfter(error.responseHeaders ?? {}, now),
      code: status === 429 ? 'provider.quota' : isInput ? 'provider.refused' : 'provider.failed',
      reason: status === undefined ? 'It could not be reached.' : `It answered with HTTP status ${status}.`,
    };
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { action: 'next', isFault: true, waitMs: undefined, code: 'provider.failed', reason: clean(reason) };
}

/** RFC 9110, 10.2.3: seconds or a date; and the finer `retry-after-ms` some services send. */
function readRetryAfter(headers: Record<string, string>, now: number): number | undefined {
  const find = (name: string) =>
    Object.entries(headers)
      .find(([key]) => key.toLowerCase() === name)?.[1]
      ?.trim();
  const milliseconds = Number(find('retry-after-ms') || Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const value = find('retry-after');
  if (!value) return undefined;
  const waitMs = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

/** Messages of foreign libraries may quote an address with its key. */
function clean(message: string): string {
  return message
    .replace(/(https?:\/\/[^\s?#"']*)[?#][^\s"']*/g, '$1')
    .replace(/\b(?:sk|pk|key|token|bearer)[-_ ][\w-]{8,}/gi, '…')
    .slice(0, 300);
}
