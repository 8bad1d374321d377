import { isKinoraError } from '@kinora/capabilities';
import type { Clock } from '@kinora/capabilities/routing';

/** Tries before a work that gets nowhere is given up. */
export const attemptLimit = 6;

/** A server that asks for a longer pause than this ends the attempt; the user may start it again. In seconds. */
const longestPause = 300;

/**
 * Does work again while its errors are retryable, with growing pauses and the ones the server asked for.
 * @throws The last error, or what the signal says.
 */
export async function retry<Value>(
  work: () => Promise<Value>,
  options: { clock: Clock; signal: AbortSignal },
): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    options.signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      options.signal.throwIfAborted();
      if (!(await pauseBefore(error, attempt, options))) throw error;
    }
  }
}

/**
 * Waits before the next attempt. `attempt` counts those that got nowhere, from 1.
 * @returns False when there should be none.
 */
export async function pauseBefore(
  error: unknown,
  attempt: number,
  options: { clock: Clock; signal: AbortSignal },
): Promise<boolean> {
  if (!isKinoraError(error) || !error.isRetryable || attempt >= attemptLimit) return false;
  if ((error.retryAfter ?? 0) > longestPause) return false;
  // Half of it by chance, so that several downloads don't come back at the same moment.
  const pauseMs = Math.min(30_000, 250 * 2 ** attempt) * (0.5 + Math.random() / 2);
  await options.clock.sleep(Math.max(pauseMs, (error.retryAfter ?? 0) * 1000), options.signal);
  options.signal.throwIfAborted();
  return true;
}
