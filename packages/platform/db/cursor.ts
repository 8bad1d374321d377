import { KinoraError } from '@kinora/capabilities';
import { sql } from './drizzle.ts';
import type { AnyColumn, SQL } from './drizzle.ts';

/** A page of a list and the cursor of the next one; null at the end. */
export type Page<Item> = { items: Item[]; next: string | null };

/** `at` is the time of creation in microseconds since 1970: two rows may share a millisecond. */
type Position = { at: string; id: string };

/** When a row was created, as a cursor holds it. */
export function microseconds(column: AnyColumn): SQL<string> {
  return sql<string>`(extract(epoch from ${column}) * 1000000)::bigint::text`;
}

/** Rows after a position, in a list from new to old. */
export function isAfter(columns: { createdAt: AnyColumn; id: AnyColumn }, { at, id }: Position): SQL {
  return sql`((extract(epoch from ${columns.createdAt}) * 1000000)::bigint, ${columns.id}) < (${at}::bigint, ${id}::uuid)`;
}

/** Names the place after an item of a list that runs from new to old. */
export function encodeCursor({ at, id }: Position): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

/** @throws KinoraError `request.invalid` when the text is no cursor. */
export function decodeCursor(cursor: string): Position {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!/^\d{1,17}$/.test(at) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new KinoraError('request.invalid', 'The cursor is not one of ours; leave it out to start from the top.', {
      data: { field: 'cursor' },
    });
  }
  return { at, id };
}
