import type { StorySummary } from '../api/types.ts';

/** Stories of one stretch of time. */
export type Shelf = { name: string; stories: StorySummary[] };

/** Puts stories, newest first, onto shelves: this week, earlier this month, then month by month. */
export function shelvesOf(stories: StorySummary[], now: Date): Shelf[] {
  const shelves: Shelf[] = [];
  for (const story of stories) {
    const name = shelfName(new Date(story.createdAt), now);
    const last = shelves.at(-1);
    if (last?.name === name) last.stories.push(story);
    else shelves.push({ name, stories: [story] });
  }
  return shelves;
}

function shelfName(date: Date, now: Date): string {
  const days = (startOfDay(now) - startOfDay(date)) / 86_400_000;
  if (days < 1) return 'Today';
  if (days < 7) return 'This week';
  if (date.getFullYear() === now.getFullYear() && date.getMonth() === now.getMonth()) return 'Earlier this month';
  const month = date.toLocaleString('en', { month: 'long' });
  return date.getFullYear() === now.getFullYear() ? month : `${month} ${date.getFullYear()}`;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
