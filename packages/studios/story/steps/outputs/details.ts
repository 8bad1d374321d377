import type { AssetRef, Json } from '@kinora/capabilities';
import type { Provenance } from '@kinora/media/documents';
import type { Story } from '../../schema.ts';
import type { StoryContext } from '../context.ts';

/** The program that is named in files. */
const generator = 'Kinora';

/** What every file says about how it was made. */
export function provenanceOf(story: Story, { models }: StoryContext): Provenance {
  const makers = [
    ...new Set([
      story.script.author,
      ...story.scenes.map(({ drawnBy }) => drawnBy ?? 'builtin/illustrator'),
      ...story.scenes.map(({ spokenBy }) => spokenBy ?? 'builtin/espeak-ng'),
      models.identity('clip'),
    ]),
  ];
  const isRuleBased = makers.every((identity) => identity.startsWith('builtin/'));
  return {
    title: story.title,
    language: story.script.language,
    sourceType: isRuleBased ? 'algorithmicMedia' : 'trainedAlgorithmicMedia',
    generator,
    models: makers,
    createdAt: new Date(),
    description: `A bedtime story: ${story.request.wish}`,
  };
}

/** What decides a file beside its pictures and sounds. */
export function commonInputs(story: Story): Record<string, Json> {
  return {
    title: story.title,
    dedication: story.dedication ?? null,
    goodNight: story.goodNight,
    language: story.script.language,
    author: story.script.author,
    wish: story.request.wish,
    name: story.request.profile.name ?? null,
    scenes: story.scenes.map(({ text, altText, picture, audio, words, duration }) => ({
      text,
      altText,
      picture,
      audio,
      words,
      duration,
    })),
  };
}

/** The first picture, as the poster of the film and the cover of the audio book. */
export async function coverOf(
  story: Story,
  { assets }: StoryContext,
): Promise<{ image: Uint8Array; mediaType: 'image/jpeg' | 'image/png' } | undefined> {
  const picture: AssetRef | undefined = story.scenes[0]?.picture;
  if (picture === undefined || (picture.mediaType !== 'image/jpeg' && picture.mediaType !== 'image/png'))
    return undefined;
  return { image: await assets.get(picture), mediaType: picture.mediaType };
}
