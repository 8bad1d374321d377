import type { Json, ServedBy } from '@kinora/capabilities';
import { and, eq, sql } from './drizzle.ts';
import { assetsIn } from './asset-refs.ts';
import { keepAssets } from './assets.ts';
import type { Transaction } from './database.ts';
import { holdReferences, lockKey, stopReferences } from './locks.ts';
import { derivationClaims, derivations, jobDerivations, jobs } from './schema.ts';

/** What came of asking for a derivation. */
export type ClaimOutcome =
  | { state: 'known'; key: string; value: Json; assets: string[] }
  /** It is the asker's to compute. */
  | { state: 'claimed' }
  /** Another living worker computes it. */
  | { state: 'taken' };

/**
 * The value of a derivation if it was computed before, else the right to compute it. A claim of the asker itself is from
 * an asking that broke off: it asks for a key only while it doesn't compute it.
 */
export async function claimDerivation(
  tx: Transaction,
  key: string,
  { life, jobId }: { life: string; jobId: string },
): Promise<ClaimOutcome> {
  await holdReferences(tx);
  const known = (await findDerivation(tx, key)) ?? (await findStandIn(tx, key, jobId));
  if (known) return { state: 'known', ...known };
  const mine = { ownerId: tx.userId, key, life };
  const claimed = await tx.drizzle
    .insert(derivationClaims)
    .values(mine)
    .onConflictDoNothing()
    .returning({ key: derivationClaims.key });
  if (claimed.length === 0) {
    const isHeld = and(eq(derivationClaims.ownerId, tx.userId), eq(derivationClaims.key, key));
    const [holder] = await tx.drizzle.select().from(derivationClaims).where(isHeld).for('update');
    if (!holder) return { state: 'taken' };
    if (holder.life !== life) {
      if (!(await isDead(tx, holder.life))) return { state: 'taken' };
      await tx.drizzle
        .update(derivationClaims)
        .set({ life, createdAt: sql`now()` })
        .where(isHeld);
    }
  }
  // It may have been finished between the look and the claim.
  const finished = await findDerivation(tx, key);
  if (!finished) return { state: 'claimed' };
  await releaseDerivation(tx, key, life);
  return { state: 'known', ...finished };
}

/** Gives up the right to compute. */
export async function releaseDerivation(tx: Transaction, key: string, life: string): Promise<void> {
  await tx.drizzle
    .delete(derivationClaims)
    .where(
      and(eq(derivationClaims.ownerId, tx.userId), eq(derivationClaims.key, key), eq(derivationClaims.life, life)),
    );
}

/** A computed derivation. `askedKey` is the key it was claimed under, when that isn't the key of what came of it. */
export type NewDerivation = {
  key: string;
  askedKey?: string;
  name: string;
  value: Json;
  seconds: number;
  servedBy: ServedBy[];
};

/**
 * Keeps what was computed, with the files it names, ends the claim, and counts it for the job.
 * @returns The value that is kept: when another job's fall-back gave one before, that.
 * @throws KinoraError `asset.missing` when it names a file that is not in the store.
 */
export async function storeDerivation(
  tx: Transaction,
  derivation: NewDerivation,
  options: { jobId: string; life: string },
): Promise<Json> {
  const { askedKey, ...row } = derivation;
  const assets = assetsIn(derivation.value);
  await holdReferences(tx);
  await keepAssets(tx, assets);
  await tx.drizzle
    .insert(derivations)
    .values({ ...row, ownerId: tx.userId, assets })
    .onConflictDoNothing();
  const kept = askedKey === undefined ? undefined : await findDerivation(tx, row.key);
  await recordUse(tx, { jobId: options.jobId, key: row.key, askedKey, isComputed: true });
  await tx.drizzle.update(jobs).set({ fruitlessStarts: 0 }).where(eq(jobs.id, options.jobId));
  await releaseDerivation(tx, askedKey ?? row.key, options.life);
  return kept === undefined ? row.value : kept.value;
}

/** Notes that a job stands on a derivation. What it once computed counts as computed: a resumed job doesn't reuse its own work. */
export async function recordUse(
  tx: Transaction,
  use: { jobId: string; key: string; askedKey?: string | undefined; isComputed: boolean },
): Promise<void> {
  await tx.drizzle
    .insert(jobDerivations)
    .values({ ...use, ownerId: tx.userId })
    .onConflictDoUpdate({
      target: [jobDerivations.jobId, jobDerivations.key],
      set: {
        isComputed: sql`${jobDerivations.isComputed} or excluded.is_computed`,
        askedKey: sql`coalesce(excluded.asked_key, ${jobDerivations.askedKey})`,
      },
    });
}

/** Forgets a derivation, so that it is computed again. */
export async function forgetDerivation(tx: Transaction, key: string): Promise<void> {
  await tx.drizzle.delete(derivations).where(and(eq(derivations.ownerId, tx.userId), eq(derivations.key, key)));
}

/** Forgets derivations that no job stands on; the files they name are then unused. */
export async function forgetUnusedDerivations(tx: Transaction): Promise<void> {
  await stopReferences(tx);
  await tx.client.query(
    `delete from derivations d where not exists
       (select 1 from job_derivations j where j.owner_id = d.owner_id and j.key = d.key)`,
  );
}

/** Who did the work that a job stands on, and how long it took. */
export function listJobWork(
  tx: Transaction,
  jobId: string,
): Promise<{ name: string; seconds: number; servedBy: ServedBy[]; isComputed: boolean }[]> {
  return tx.drizzle
    .select({
      name: derivations.name,
      seconds: derivations.seconds,
      servedBy: derivations.servedBy,
      isComputed: jobDerivations.isComputed,
    })
    .from(jobDerivations)
    .innerJoin(
      derivations,
      and(eq(derivations.ownerId, jobDerivations.ownerId), eq(derivations.key, jobDerivations.key)),
    )
    .where(eq(jobDerivations.jobId, jobId))
    .orderBy(derivations.createdAt);
}

type Found = { key: string; value: Json; assets: string[] };

/** What a fall-back made for this job when it asked for this key before: a resumed job stays with it. */
async function findStandIn(tx: Transaction, askedKey: string, jobId: string): Promise<Found | undefined> {
  const [use] = await tx.drizzle
    .select({ key: jobDerivations.key })
    .from(jobDerivations)
    .where(and(eq(jobDerivations.jobId, jobId), eq(jobDerivations.askedKey, askedKey)));
  return use && findDerivation(tx, use.key);
}

async function findDerivation(tx: Transaction, key: string): Promise<Found | undefined> {
  const [row] = await tx.drizzle
    .select({ key: derivations.key, value: sql<Json>`${derivations.value}`, assets: derivations.assets })
    .from(derivations)
    .where(and(eq(derivations.ownerId, tx.userId), eq(derivations.key, key)));
  return row;
}

/** A living worker holds the lock of its life. After a start of the database it gets a moment to take that again. */
async function isDead(tx: Transaction, life: string): Promise<boolean> {
  const { rows } = await tx.client.query<{ free: boolean }>(
    `select clock_timestamp() - pg_postmaster_start_time() > interval '2 seconds' and pg_try_advisory_xact_lock($1) as free`,
    [lockKey(life)],
  );
  return rows[0]?.free === true;
}
