import { splitCaptions } from '@kinora/media/documents';
import type { Caption, CaptionScene } from '@kinora/media/documents';
import type { Story } from '../../schema.ts';
import { planFilm } from './plan.ts';

/** Narrated scenes at their time in the film. */
export function captionScenes(story: Story): CaptionScene[] {
  const timeline = planFilm(story);
  return story.scenes.map(({ text, words }, index) => ({
    text,
    words,
    start: timeline.scenes[index]?.audioStart ?? 0,
  }));
}

/** Captions of the film, with their words. Times in seconds of the film. */
export function storyCaptions(story: Story): Caption[] {
  return splitCaptions(captionScenes(story), { language: story.script.language });
}
