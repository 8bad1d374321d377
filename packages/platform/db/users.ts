import type { Transaction } from './database.ts';
import { users } from './schema.ts';

/** The one user of a Kinora without accounts. */
export const localOwnerId = '00000000-0000-4000-8000-000000000001';

/** Makes sure that the transaction's user is there. */
export async function ensureUser(tx: Transaction, name = 'Owner'): Promise<void> {
  await tx.drizzle.insert(users).values({ ownerId: tx.userId, name }).onConflictDoNothing();
}
