import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes (2²⁰ bytes) of a process and all below it, shared pages split between those that share them. Linux only. */
export function megabytesOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended in between.
    }
  }
  const isBelow = (id: number): boolean => id === root || (id > 1 && isBelow(parents.get(id) ?? 0));
  let kilobytes = 0;
  for (const id of parents.keys()) {
    if (!isBelow(id)) continue;
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It ended in between.
    }
  }
  return Math.round(kilobytes / 1024);
}
