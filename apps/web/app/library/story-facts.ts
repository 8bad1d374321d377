import type { StorySummary } from '../api/types.ts';

/** "4 pages · 2:38" – what is known about a story in one small line. */
export function storyFacts(story: StorySummary): string {
  const parts = [story.scenes > 0 && `${story.scenes} pages`, story.seconds !== null && clock(story.seconds)];
  return parts.filter((part) => part !== false).join(' · ');
}

/** Seconds as `2:38`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
