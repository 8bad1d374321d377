import type { AssetRef } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { and, eq, inArray, sql } from './drizzle.ts';
import type { Transaction } from './database.ts';
import { holdReferences, lockKey } from './locks.ts';
import { assets } from './schema.ts';

/** Holds off puts and deletions of one file until the transaction ends. */
export async function lockAsset(tx: Transaction, sha256: string): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock($1)', [lockKey(`asset ${tx.userId} ${sha256}`)]);
}

/** Records that a file is there. */
export async function recordAsset(tx: Transaction, ref: AssetRef): Promise<void> {
  await tx.drizzle
    .insert(assets)
    .values({ ownerId: tx.userId, sha256: ref.asset, bytes: ref.bytes, mediaType: ref.mediaType })
    .onConflictDoUpdate({ target: [assets.ownerId, assets.sha256], set: { putAt: sql`now()` } });
}

/** Which of these files this user has, with their sizes in bytes. */
export async function findAssetSizes(tx: Transaction, hashes: string[]): Promise<Map<string, number>> {
  const rows = await tx.drizzle
    .select({ sha256: assets.sha256, bytes: assets.bytes })
    .from(assets)
    .where(inArray(assets.sha256, hashes));
  return new Map(rows.map((row) => [row.sha256, row.bytes]));
}

/** The file with this hash, if this user has it. @throws KinoraError `asset.missing`. */
export async function findAsset(tx: Transaction, sha256: string): Promise<AssetRef> {
  const [row] = await tx.drizzle
    .select({ asset: assets.sha256, mediaType: assets.mediaType, bytes: assets.bytes })
    .from(assets)
    .where(eq(assets.sha256, sha256));
  if (!row)
    throw new KinoraError('asset.missing', 'There is no such file; it may have been deleted.', {
      data: { asset: sha256 },
    });
  return row;
}

/**
 * Marks files as named by a row that is being written.
 * @throws KinoraError `asset.missing` when one of them is not this user's or not there, also when it was deleted with the last
 * row that named it since it was put; then put it again.
 */
export async function keepAssets(tx: Transaction, hashes: string[]): Promise<void> {
  if (hashes.length === 0) return;
  await holdReferences(tx);
  // In one order, so that two steps that share files don't wait for each other.
  const kept = await tx.client.query<{ sha256: string }>(
    `update assets set kept_at = clock_timestamp() where (owner_id, sha256) in
       (select owner_id, sha256 from assets where sha256 = any($1) order by sha256 for update) returning sha256`,
    [hashes],
  );
  if (kept.rows.length === hashes.length) return;
  const found = new Set(kept.rows.map((row) => row.sha256));
  const asset = hashes.find((hash) => !found.has(hash));
  throw new KinoraError('asset.missing', `A file that is to be kept is not in the store (${asset}).`, {
    data: { asset },
  });
}

/**
 * Files that nothing names any more. Ones that a running step may still hold are left out for `graceSeconds` after they were
 * put, and ones that were uploaded and not used yet as long as their upload is remembered.
 */
export async function findUnusedAssets(
  tx: Transaction,
  options: { graceSeconds: number; among?: string[] },
): Promise<string[]> {
  const { rows } = await tx.client.query<{ sha256: string }>(
    `select sha256 from assets a
      where ($2::text[] is null or sha256 = any($2))
        and (kept_at >= put_at or (put_at < now() - make_interval(secs => $1)
          and not exists (select 1 from uploads u where u.owner_id = a.owner_id and u.sha256 = a.sha256)))
        and not exists (select 1 from derivations where assets @> array[a.sha256])
        and not exists (select 1 from versions where assets @> array[a.sha256])
        and not exists (select 1 from projects where assets @> array[a.sha256])
        and not exists (select 1 from dictionaries d where d.owner_id = a.owner_id and d.asset = a.sha256)`,
    [options.graceSeconds, options.among ?? null],
  );
  return rows.map((row) => row.sha256);
}

/** Forgets files. The caller holds {@link lockAsset} of each and removes the bytes. */
export async function forgetAssets(tx: Transaction, hashes: string[]): Promise<void> {
  await tx.drizzle.delete(assets).where(and(eq(assets.ownerId, tx.userId), inArray(assets.sha256, hashes)));
}

/** Hashes of all of a user's files. */
export async function listAssetHashes(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.drizzle.select({ sha256: assets.sha256 }).from(assets);
  return new Set(rows.map((row) => row.sha256));
}
