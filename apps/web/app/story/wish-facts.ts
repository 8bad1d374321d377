import type { StorySummary } from '../api/types.ts';
import { styleName } from './choices.ts';

/** The wish and the style in one small line. */
export function wishFacts(story: StorySummary): string {
  const wish = story.wish.length > 90 ? `${story.wish.slice(0, 88).trimEnd()}…` : story.wish;
  return `“${wish}” · ${styleName(story.style).toLowerCase()}`;
}
