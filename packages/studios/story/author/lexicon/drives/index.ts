import type { Wish } from '../../wish/read.ts';
import type { Drive } from './define.ts';
import { fearDrives } from './fears.ts';
import { moreOfDrives } from './more.ts';
import { plainDrives } from './plain.ts';
import { traitDrives } from './traits.ts';

const all = new Map([...fearDrives, ...traitDrives, ...plainDrives].map((entry) => [entry.id, enriched(entry)]));

/** The drives that fit a wish, best first; there is always one. */
export function drivesFor(wish: Wish): Drive[] {
  const ids: string[] = [];
  if (wish.traits.includes('dark')) ids.push('dark');
  if (wish.traits.includes('awake')) ids.push('awake');
  if (wish.lost) ids.push('lost-thing');
  if (wish.cannot) ids.push('cannot');
  if (wish.goal) ids.push(`goal-${wish.goal.kind}`, 'goal');
  ids.push(...wish.traits);
  if (wish.habit) ids.push('habit');
  if (wish.loves) ids.push('loves');
  if (wish.state) ids.push('state');
  const found = [...new Set(ids)].flatMap((id) => all.get(id) ?? []);
  const rest = [...all.values()].filter((entry) => entry.id.startsWith('plain'));
  return found.length ? found : rest;
}

function enriched(entry: Drive): Drive {
  const more = moreOfDrives[entry.id];
  if (!more) return entry;
  const both = (key: Exclude<keyof Drive, 'id'>) => [...entry[key], ...(more[key] ?? [])];
  return {
    id: entry.id,
    want: both('want'),
    intro: both('intro'),
    habit: both('habit'),
    tries: both('tries'),
    cure: both('cure'),
    after: both('after'),
    titles: both('titles'),
  };
}
