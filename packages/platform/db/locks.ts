import { createHash } from 'node:crypto';
import type { Transaction } from './database.ts';

/** The number PostgreSQL's advisory locks know a name by: 63 bits of its SHA-256. */
export function lockKey(name: string): string {
  const hash = createHash('sha256').update(`kinora ${name}`).digest();
  return (hash.readBigUInt64BE() >> 1n).toString();
}

/** Until the transaction ends, nothing that rows name is cleared away. */
export async function holdReferences(tx: Transaction): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock_shared($1)', [lockKey(`references ${tx.userId}`)]);
}

/** Until the transaction ends, no row of this user begins to name a derivation or file. Take it first. */
export async function stopReferences(tx: Transaction): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock($1)', [lockKey(`references ${tx.userId}`)]);
}
