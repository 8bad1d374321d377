import { KinoraError } from '../errors.ts';
import type { ServedBy } from '../studio.ts';
import type { Failure } from './failure.ts';

/** A provider that a call went past. */
export type PassedOver = { id: string; identity: string; failure: Failure; error?: unknown };

/** Who was passed over, and why, for the record of who served. */
export function describeFallback(passedOver: PassedOver[]): Pick<ServedBy, 'fallback'> {
  const [first] = passedOver;
  if (!first) return {};
  const reason = passedOver.length === 1 ? first.failure.reason : listReasons(passedOver);
  return { fallback: { from: first.id, reason, passedOver: passedOver.map(({ identity }) => identity) } };
}

function listReasons(passedOver: PassedOver[]): string {
  return passedOver.map(({ id, failure }) => `${id}: ${failure.reason}`).join(' ');
}

/** The error of a call that nobody answered: who was asked, why each didn't do, and when to try again. */
export function describeDefeat(capability: string, passedOver: PassedOver[], only: string | undefined): KinoraError {
  const last = passedOver.at(-1);
  if (!last) return new KinoraError('provider.unavailable', `No provider is set up for ${capability}; add one.`);
  const advice = only === undefined ? 'Try again later or add another provider.' : `You asked for only “${only}”.`;
  const waits = passedOver.map(({ failure }) => failure.waitMs ?? Number.POSITIVE_INFINITY);
  const waitMs = Math.min(...waits);
  return new KinoraError(
    passedOver.length === 1 ? last.failure.code : 'provider.unavailable',
    `No provider could do ${capability}. ${listReasons(passedOver)} ${advice}`,
    {
      isRetryable: passedOver.some(({ failure }) => failure.action === 'retry' || failure.waitMs !== undefined),
      ...(Number.isFinite(waitMs) && { retryAfter: Math.ceil(waitMs / 1000) }),
      data: { capability, tried: passedOver.map(({ id, failure }) => ({ provider: id, reason: failure.reason })) },
      cause: last.error,
    },
  );
}

/** The sentence that makes a fall-back visible among a result's warnings. */
export function fallbackNote(served: ServedBy): string | undefined {
  if (!served.fallback) return undefined;
  return `${served.provider}/${served.modelId} served instead of ${served.fallback.from}. ${served.fallback.reason}`;
}
