import type { Derivation, Json, ServedBy, StudioContext } from '@kinora/capabilities';
import { isKinoraError } from '@kinora/capabilities';
import type { EventEmitter } from 'node:events';
import { once } from 'node:events';
import type { UserDatabase } from '../db/database.ts';
import type { ClaimOutcome, NewDerivation } from '../db/derivations.ts';
import { claimDerivation, forgetDerivation, recordUse, releaseDerivation, storeDerivation } from '../db/derivations.ts';
import type { UserAssets } from '../storage/store.ts';
import { hashJson } from './canonical-json.ts';
import { collectServedBy } from './served-by.ts';

/** What the steps of one job need. */
export type StepOptions = {
  jobId: string;
  database: UserDatabase;
  assets: UserAssets;
  signal: AbortSignal;
  /** Of this worker, see `Presence.life`. */
  life: string;
  turns: Turns;
  /** Called before a computation starts and after its value is kept. For tests that break in there. */
  onBoundary?: (boundary: { name: string; at: 'compute' | 'stored' }) => void;
};

/** Which derivations this process asks for or computes now, and word of each that it lets go. */
export type Turns = { busy: Set<string>; released: EventEmitter };

/** How often to look whether another process has finished. */
const pollMs = 200;

/**
 * The memory of finished work: each derivation is computed once, by one job at a time, and found by every later one.
 * Nothing depends on the order of calls, so a pipeline may run its steps in parallel and is simply run again after a crash.
 */
export function createStep(options: StepOptions): StudioContext<unknown>['step'] {
  const { database, signal, life, turns, jobId } = options;
  const userId = database.userId;

  return async function step<Value extends Json>(
    derivation: Derivation,
    compute: (options: { signal: AbortSignal }) => Promise<Value>,
  ): Promise<Value> {
    const key = keyOf(derivation);
    const turn = `${userId} ${key}`;
    for (;;) {
      signal.throwIfAborted();
      if (!turns.busy.has(turn)) {
        turns.busy.add(turn);
        try {
          const outcome = await ask(key);
          if (outcome.state === 'claimed') return await computeAndKeep(derivation, key, compute);
          if (outcome.state === 'known') return outcome.value as Value;
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

  async function ask(key: string): Promise<ClaimOutcome> {
    const outcome = await database.transaction(
      async (tx) => {
        const found = await claimDerivation(tx, key, { life, jobId });
        if (found.state === 'known') await recordUse(tx, { jobId, key: found.key, isComputed: false });
        return found;
      },
      // A claim that a power cut undoes is of no use to anyone.
      { isIdempotent: true, isDurable: false },
    );
    if (outcome.state !== 'known' || (await options.assets.have(outcome.assets))) return outcome;
    // A file it names was lost or damaged: compute it again.
    await database.transaction((tx) => forgetDerivation(tx, outcome.key), { isIdempotent: true });
    return ask(key);
  }

  async function computeAndKeep<Value extends Json>(
    derivation: Derivation,
    askedKey: string,
    compute: (options: { signal: AbortSignal }) => Promise<Value>,
  ): Promise<Value> {
    const { name } = derivation;
    try {
      for (let attempt = 1; ; attempt++) {
        options.onBoundary?.({ name, at: 'compute' });
        const start = performance.now();
        const { value, servedBy } = await collectServedBy(() => untilAborted(compute({ signal }), signal));
        // What is returned now is what will be read later.
        const kept = JSON.parse(JSON.stringify(value ?? null)) as Value;
        const seconds = (performance.now() - start) / 1000;
        const key = keyOf({ ...derivation, models: nameServers(derivation.models ?? [], servedBy) });
        const isStandIn = key !== askedKey;
        const made = { key, ...(isStandIn && { askedKey }), name, value: kept, seconds, servedBy };
        const stored = await store(made, attempt);
        if (stored === undefined) continue;
        options.onBoundary?.({ name, at: 'stored' });
        return stored.value as Value;
      }
    } catch (error) {
      await database
        .transaction((tx) => releaseDerivation(tx, askedKey, life), { isIdempotent: true, patienceSeconds: 60 })
        .catch(() => {});
      throw signal.aborted && !isKinoraError(error) ? signal.reason : error;
    }
  }

  /** Undefined when a file was deleted, with the last project that named the same bytes, before it could be named here. */
  async function store(made: NewDerivation, attempt: number): Promise<{ value: Json } | undefined> {
    try {
      return await database.transaction(async (tx) => ({ value: await storeDerivation(tx, made, { jobId, life }) }), {
        isIdempotent: true,
      });
    } catch (error) {
      if (attempt >= 3 || !isKinoraError(error) || error.code !== 'asset.missing') throw error;
      return undefined;
    }
  }
}

function keyOf({ name, version, models = [], inputs }: Derivation): string {
  return hashJson({ name, version, models, inputs });
}

/**
 * The models that really took part: where a fall-back served, its identity instead of those that were passed over. So a
 * stand-in's work is never taken for the preferred model's, and is found again by those who ask for the stand-in.
 */
function nameServers(models: string[], servedBy: ServedBy[]): string[] {
  const servers = new Map(
    servedBy.flatMap(({ fallback, identity }) => (fallback?.passedOver ?? []).map((passed) => [passed, identity])),
  );
  return models.map((identity) => servers.get(identity) ?? identity);
}

/** A computation that doesn't heed the signal is left behind. */
async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const ended = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true, signal: ended.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    ended.abort();
  }
}
