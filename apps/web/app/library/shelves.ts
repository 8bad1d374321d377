import type { Project } from '../api/types.ts';

/** Projects of one stretch of time. */
export type Shelf = { name: string; projects: Project[] };

/** Puts projects, newest first, onto shelves: this week, earlier this month, then month by month. */
export function shelvesOf(projects: Project[], now: Date): Shelf[] {
  const shelves: Shelf[] = [];
  for (const project of projects) {
    const name = shelfName(new Date(project.createdAt), now);
    const last = shelves.at(-1);
    if (last?.name === name) last.projects.push(project);
    else shelves.push({ name, projects: [project] });
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
