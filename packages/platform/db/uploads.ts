import { KinoraError } from '@kinora/capabilities';
import { desc, eq, sql } from './drizzle.ts';
import type { Transaction } from './database.ts';
import { uploads } from './schema.ts';
import { isUuid } from './uuid.ts';

/** A file on its way in, or for a day one that came in. */
export type UploadRow = {
  id: string;
  name: string;
  bytes: number;
  /** Null until all bytes are there. */
  sha256: string | null;
  mediaType: string | null;
  touchedAt: Date;
  /** Null until it is an asset. */
  finishedAt: Date | null;
};

const columns = {
  id: uploads.id,
  name: uploads.name,
  bytes: uploads.bytes,
  sha256: uploads.sha256,
  mediaType: uploads.mediaType,
  touchedAt: uploads.touchedAt,
  finishedAt: uploads.finishedAt,
};

/** Adds an upload of which nothing is there yet. */
export async function createUpload(
  tx: Transaction,
  upload: { id: string; name: string; bytes: number },
): Promise<UploadRow> {
  const [row] = await tx.drizzle
    .insert(uploads)
    .values({ ...upload, ownerId: tx.userId })
    .returning(columns);
  return row!;
}

/** @throws KinoraError `resource.missing`. */
export async function getUpload(tx: Transaction, id: string): Promise<UploadRow> {
  const [row] = isUuid(id) ? await tx.drizzle.select(columns).from(uploads).where(eq(uploads.id, id)) : [];
  if (row) return row;
  throw new KinoraError(
    'resource.missing',
    'There is no such upload; it may have been cancelled, or it was not used for a day. Begin a new one.',
  );
}

/** Notes that bytes came, what they are, or that they became an asset. @throws KinoraError `resource.missing`. */
export async function updateUpload(
  tx: Transaction,
  id: string,
  change: { sha256?: string; mediaType?: string; isFinished?: true },
): Promise<UploadRow> {
  const { isFinished, ...facts } = change;
  const [row] = await tx.drizzle
    .update(uploads)
    .set({ ...facts, touchedAt: sql`now()`, ...(isFinished && { finishedAt: sql`now()` }) })
    .where(eq(uploads.id, id))
    .returning(columns);
  return row ?? getUpload(tx, id);
}

/** Forgets an upload; fine when there is none. */
export async function deleteUpload(tx: Transaction, id: string): Promise<void> {
  if (isUuid(id)) await tx.drizzle.delete(uploads).where(eq(uploads.id, id));
}

/** Forgets uploads that nothing came for. @returns Their ids. */
export async function deleteOldUploads(tx: Transaction, options: { olderThanSeconds: number }): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    'delete from uploads where touched_at < now() - make_interval(secs => $1) returning id',
    [options.olderThanSeconds],
  );
  return rows.map(({ id }) => id);
}

/** The name under which a file last came in, while that is remembered. */
export async function findUploadName(tx: Transaction, sha256: string): Promise<string | undefined> {
  const [row] = await tx.drizzle
    .select({ name: uploads.name })
    .from(uploads)
    .where(eq(uploads.sha256, sha256))
    .orderBy(desc(uploads.createdAt))
    .limit(1);
  return row?.name;
}
