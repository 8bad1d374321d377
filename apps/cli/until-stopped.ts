import { KinoraError } from '@kinora/capabilities';

/**
 * Waits for Ctrl-C or a signal.
 * @throws KinoraError `home.busy` when another process took this one's place.
 */
export async function untilStopped(displaced: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    displaced.addEventListener('abort', () => resolve(), { once: true });
  });
  if (displaced.aborted) {
    throw new KinoraError('home.busy', 'Another Kinora took over while the database was away, so this one ends.');
  }
}
