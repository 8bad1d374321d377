import { KinoraError } from '@kinora/capabilities';
import { desc, eq, sql } from './drizzle.ts';
import type { Transaction } from './database.ts';
import { broadcasts } from './schema.ts';
import { isUuid } from './uuid.ts';

/** A stream that others may watch. */
export type BroadcastRow = {
  id: string;
  title: string;
  publisherGeneration: number;
  viewerGeneration: number;
  createdAt: Date;
  /** Null until it ended. */
  endedAt: Date | null;
};

const columns = {
  id: broadcasts.id,
  title: broadcasts.title,
  publisherGeneration: broadcasts.publisherGeneration,
  viewerGeneration: broadcasts.viewerGeneration,
  createdAt: broadcasts.createdAt,
  endedAt: broadcasts.endedAt,
};

/** Adds a broadcast. */
export async function createBroadcast(
  tx: Transaction,
  broadcast: { id: string; title: string },
): Promise<BroadcastRow> {
  const [row] = await tx.drizzle
    .insert(broadcasts)
    .values({ ...broadcast, ownerId: tx.userId })
    .returning(columns);
  return row!;
}

/** @throws KinoraError `resource.missing`. */
export async function getBroadcast(tx: Transaction, id: string): Promise<BroadcastRow> {
  const [row] = isUuid(id) ? await tx.drizzle.select(columns).from(broadcasts).where(eq(broadcasts.id, id)) : [];
  if (row) return row;
  throw new KinoraError('resource.missing', 'There is no such broadcast. Ask for a new link, or go live again.');
}

/** The owner's broadcasts, newest first. @param options.limit Default 50. */
export async function listBroadcasts(tx: Transaction, options: { limit?: number } = {}): Promise<BroadcastRow[]> {
  return tx.drizzle
    .select(columns)
    .from(broadcasts)
    .orderBy(desc(broadcasts.createdAt))
    .limit(options.limit ?? 50);
}

/** Ends a broadcast, or makes one of its tokens useless. @throws KinoraError `resource.missing`. */
export async function updateBroadcast(
  tx: Transaction,
  id: string,
  change: { end?: true; renew?: 'publisher' | 'viewer' },
): Promise<BroadcastRow> {
  await getBroadcast(tx, id);
  const [row] = await tx.drizzle
    .update(broadcasts)
    .set({
      ...(change.end && { endedAt: sql`coalesce(${broadcasts.endedAt}, now())` }),
      ...(change.renew === 'publisher' && { publisherGeneration: sql`${broadcasts.publisherGeneration} + 1` }),
      ...(change.renew === 'viewer' && { viewerGeneration: sql`${broadcasts.viewerGeneration} + 1` }),
    })
    .where(eq(broadcasts.id, id))
    .returning(columns);
  return row!;
}
