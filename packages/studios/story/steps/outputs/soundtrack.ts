import { renderSoundtrack } from '@kinora/media/audio';
import type { Pcm } from '@kinora/media/audio';
import type { Story } from '../../schema.ts';
import type { StoryContext } from '../context.ts';
import { planFilm } from './plan.ts';

/**
 * The sound of the film and the audio book, made when the first of them asks for it.
 * It is not kept: 12 MB a minute would fill a disk for something that is mixed in a second.
 */
export function createSoundtrack(story: Story, { assets }: StoryContext): (signal: AbortSignal) => Promise<Pcm> {
  let mixed: Promise<Pcm> | undefined;
  return (signal) => {
    mixed ??= (async () => {
      const timeline = planFilm(story);
      const narrations = await Promise.all(
        story.scenes.map(async ({ audio }, index) => ({
          wav: await assets.get(audio),
          start: timeline.scenes[index]?.audioStart ?? 0,
        })),
      );
      const music = story.request.music ? { seed: story.request.seed ?? 0 } : null;
      return renderSoundtrack({ narrations, music, seconds: timeline.seconds }, { signal });
    })();
    mixed.catch(() => (mixed = undefined));
    return mixed;
  };
}
