import { once } from 'node:events';
import type { UserDatabase } from '../db/database.ts';
import { claimDerivation, releaseDerivation } from '../db/derivations.ts';
import { hashJson } from './canonical-json.ts';
import type { Turns } from './steps.ts';

/** How often to look whether another process has let go. */
const pollMs = 500;

/**
 * Takes turns: of all jobs of an owner, in whichever process, one at a time does what goes by a name. A turn is held like the
 * right to compute a derivation, so that it is free again when its process dies.
 */
export function createAlone(options: {
  jobId: string;
  database: UserDatabase;
  signal: AbortSignal;
  /** Of this worker, see `Presence.life`. */
  life: string;
  turns: Turns;
}) {
  const { jobId, database, signal, life, turns } = options;
  return async function alone<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const key = hashJson({ turn: name });
    const turn = `${database.userId} ${key}`;
    for (;;) {
      signal.throwIfAborted();
      if (!turns.busy.has(turn)) {
        turns.busy.add(turn);
        try {
          const { state } = await database.transaction((tx) => claimDerivation(tx, key, { life, jobId }), {
            isIdempotent: true,
          });
          if (state === 'claimed') {
            try {
              return await work();
            } finally {
              await database
                .transaction((tx) => releaseDerivation(tx, key, life), { isIdempotent: true })
                .catch(() => {});
            }
          }
        } finally {
          turns.busy.delete(turn);
          turns.released.emit(turn);
        }
      }
      await once(turns.released, turn, { signal: AbortSignal.any([signal, AbortSignal.timeout(pollMs)]) }).catch(
        () => {},
      );
    }
  };
}
