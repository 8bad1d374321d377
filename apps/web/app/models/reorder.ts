/** A list with one element moved to another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(Math.min(Math.max(to, 0), next.length), 0, item);
  return next;
}

/**
 * Where a dragged row goes.
 * @param boxes Top and bottom of every row, in order.
 * @param from The row that is dragged.
 * @param y Where the pointer is.
 * @returns Its new index.
 */
export function placeOf(boxes: readonly { top: number; bottom: number }[], from: number, y: number): number {
  let place = from;
  while (place > 0 && y < middle(boxes[place - 1])) place--;
  while (place < boxes.length - 1 && y > middle(boxes[place + 1])) place++;
  return place;
}

function middle(box: { top: number; bottom: number } | undefined): number {
  return box ? (box.top + box.bottom) / 2 : Number.NaN;
}
