import { planTimeline } from '@kinora/media/video';
import type { Timeline } from '@kinora/media/video';
import type { Story } from '../../schema.ts';

/** When everything of a story's film happens. The audio book and the captions follow the same plan. */
export function planFilm(story: Story): Timeline {
  const scenes = story.scenes.map(({ id, duration }, index) => ({
    id,
    title: `Page ${index + 1}`,
    narrationSeconds: duration,
  }));
  return planTimeline(story.title, scenes);
}
