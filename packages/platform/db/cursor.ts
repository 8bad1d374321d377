import { KinoraError } from '@kinora/capabilities';

/** A page of a list and the cursor of the next one; null at the end. */
export type Page<Item> = { items: Item[]; next: string | null };

type Position = { createdAt: Date; id: string };

/** Names the place after an item of a list that runs from new to old. */
export function encodeCursor({ createdAt, id }: Position): string {
  return Buffer.from(`${createdAt.toISOString()} ${id}`).toString('base64url');
}

/** @throws KinoraError `request.invalid` when the text is no cursor. */
export function decodeCursor(cursor: string): Position {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const createdAt = new Date(time);
  if (Number.isNaN(createdAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new KinoraError('request.invalid', 'The cursor is not one of ours; leave it out to start from the top.', {
      data: { field: 'cursor' },
    });
  }
  return { createdAt, id };
}
