import type { Json } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { eq, sql } from './drizzle.ts';
import type { Transaction } from './database.ts';
import { lockKey } from './locks.ts';
import { idempotencyKeys } from './schema.ts';

/**
 * Answers a request that carries an idempotency key: the first time by `respond`, later with what that said. Two at once
 * wait for each other. Everything `respond` does belongs into the same transaction.
 * @param request.hash A hash of the request's body.
 * @throws KinoraError `request.conflict` when the key came with another request before.
 */
export async function respondOnce<Response extends Json>(
  tx: Transaction,
  request: { key: string; hash: string },
  respond: () => Promise<Response>,
): Promise<Response> {
  await tx.client.query('select pg_advisory_xact_lock($1)', [lockKey(`idempotency ${tx.userId} ${request.key}`)]);
  const [known] = await tx.drizzle
    .select({ hash: idempotencyKeys.requestHash, response: sql<Response>`${idempotencyKeys.response}` })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, request.key));
  if (known) {
    if (known.hash === request.hash) return known.response;
    throw new KinoraError('request.conflict', 'This Idempotency-Key was used for another request; use a new one.', {
      data: { field: 'Idempotency-Key' },
    });
  }
  const response = await respond();
  await tx.drizzle
    .insert(idempotencyKeys)
    .values({ ownerId: tx.userId, key: request.key, requestHash: request.hash, response });
  return response;
}

/** Forgets keys older than a day. */
export async function forgetOldKeys(tx: Transaction): Promise<void> {
  await tx.client.query(`delete from idempotency_keys where created_at < now() - interval '1 day'`);
}
