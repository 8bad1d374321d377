import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { Connection } from './connection.ts';

/** How a lasting connection is. */
export type LastingState =
  | { phase: 'connecting' | 'live' | 'reconnecting' }
  | { phase: 'failed'; problem: KinoraError };

/** A connection that is made anew whenever it is lost. */
export type Lasting = {
  state(): LastingState;
  /** The connection there is now; null between two. */
  current(): Connection | null;
  stop(): Promise<void>;
};

/** Tries go on for this long after the connection was lost, in ms. */
const patienceMs = 120_000;

/**
 * Keeps a connection up: tries again after 0.3 s, then ever slower up to 5 s, until two minutes have passed or the server
 * gave an answer that trying again doesn't change.
 */
export function persist(options: {
  open: (onLost: () => void) => Connection;
  onState: (state: LastingState) => void;
  /** Whether it goes on for good. Default: two minutes. */
  isPatient?: boolean;
}): Lasting {
  let state: LastingState = { phase: 'connecting' };
  let connection: Connection | null = null;
  let isStopped = false;
  let lostAt = performance.now();
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (next: LastingState) => {
    state = next;
    if (!isStopped) options.onState(next);
  };

  const retry = (error: unknown) => {
    connection = null;
    if (isStopped) return;
    const isFinal = isKinoraError(error) && !error.isRetryable;
    const isOver = options.isPatient !== true && performance.now() - lostAt > patienceMs;
    if (isFinal || isOver) return say({ phase: 'failed', problem: problemOf(error) });
    const pause = isKinoraError(error) && error.retryAfter ? error.retryAfter * 1000 : 300 * 2 ** Math.min(tries, 4);
    tries += 1;
    timer = setTimeout(attempt, pause);
  };

  const attempt = () => {
    const opening = options.open(() => {
      if (connection !== opening) return;
      lostAt = performance.now();
      say({ phase: 'reconnecting' });
      retry(new Error('lost'));
    });
    connection = opening;
    opening.opened.then(
      () => {
        tries = 0;
        if (connection === opening) say({ phase: 'live' });
      },
      (error: unknown) => {
        void opening.close();
        if (connection === opening) retry(error);
      },
    );
  };
  attempt();

  return {
    state: () => state,
    current: () => connection,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await connection?.close();
      connection = null;
    },
  };
}

function problemOf(error: unknown): KinoraError {
  if (isKinoraError(error)) return error;
  return new KinoraError(
    'provider.unavailable',
    'No path to the server was found. A firewall may block UDP: allow the server’s media ports, or use a TURN server.',
    { isRetryable: true, cause: error },
  );
}
