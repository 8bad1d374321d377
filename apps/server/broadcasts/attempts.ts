import { KinoraError } from '@kinora/capabilities';

/** Counts what comes from an address and refuses what is too much. */
export type Attempts = {
  /** @throws KinoraError `request.too-many` with `retryAfter`. */
  check(address: string): void;
  count(address: string): void;
};

/**
 * Allows so many attempts an address in a window of time.
 * @param options.now The clock, in ms.
 */
export function limitAttempts(options: { most: number; seconds: number; now?: () => number }): Attempts {
  const { most, seconds, now = () => performance.now() } = options;
  const windows = new Map<string, { since: number; count: number }>();
  const current = (address: string) => {
    const known = windows.get(address);
    if (known !== undefined && now() - known.since < seconds * 1000) return known;
    for (const [each, { since }] of windows) if (now() - since >= seconds * 1000) windows.delete(each);
    const fresh = { since: now(), count: 0 };
    windows.set(address, fresh);
    return fresh;
  };
  return {
    check(address) {
      const { count, since } = current(address);
      if (count < most) return;
      const retryAfter = Math.ceil(seconds - (now() - since) / 1000);
      throw new KinoraError('request.too-many', `Too many tries from your address. Wait ${retryAfter} s.`, {
        isRetryable: true,
        retryAfter,
      });
    },
    count(address) {
      current(address).count += 1;
    },
  };
}
