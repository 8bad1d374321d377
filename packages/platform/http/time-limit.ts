import { KinoraError } from '@kinora/capabilities';

/** A signal that also knows the time. */
export type TimeLimit = {
  signal: AbortSignal;
  /** Why it was aborted, or undefined when it wasn't. */
  reason(): unknown;
  end(): void;
};

/** The caller's signal and the total time in one. */
export function limitTime(
  outer: AbortSignal | undefined,
  options: { totalTimeoutMs: number; host: string },
): TimeLimit {
  const controller = new AbortController();
  const give = () => controller.abort(outer?.reason);
  if (outer?.aborted) give();
  else outer?.addEventListener('abort', give, { once: true });
  const message = `${options.host} took longer than ${Math.round(options.totalTimeoutMs / 1000)} s. Try again later.`;
  // A timer knows no longer time than this, about 25 days.
  const timer =
    options.totalTimeoutMs < 2 ** 31
      ? setTimeout(
          () => controller.abort(new KinoraError('provider.timeout', message, { isRetryable: true })),
          options.totalTimeoutMs,
        ).unref()
      : undefined;
  return {
    signal: controller.signal,
    reason: () => (controller.signal.aborted ? (controller.signal.reason as unknown) : undefined),
    end() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', give);
    },
  };
}
