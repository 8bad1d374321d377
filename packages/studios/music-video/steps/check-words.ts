import { KinoraError } from '@kinora/capabilities';
import type { MusicVideoRequest, Storyboard } from '../schema.ts';
import type { Guard } from './context.ts';

/** Words of somebody, where they stand, and what that place is called. */
type Words = { field: string; place: string; text: string };

/**
 * Puts what somebody wrote before the guard: theme, title, artist, names, and the descriptions of a storyboard.
 * @throws KinoraError `request.unsafe` with an explanation, for what may not become a video.
 */
export async function checkWords(
  request: Pick<MusicVideoRequest, 'theme' | 'title' | 'artist' | 'characters'>,
  storyboard: Storyboard | undefined,
  { models, audience, signal }: Guard,
): Promise<void> {
  const words: Words[] = [
    { field: 'theme', place: 'The theme', text: request.theme },
    { field: 'title', place: 'The title', text: storyboard?.title ?? request.title ?? '' },
    { field: 'artist', place: 'The artist’s name', text: request.artist ?? '' },
    ...request.characters.map(({ name = '' }, index) => ({
      field: `characters.${index}.name`,
      place: `The name of character ${index + 1}`,
      text: name,
    })),
    ...(storyboard?.scenes ?? []).map(({ description }, index) => ({
      field: `scenes.${index}.description`,
      place: `The description of scene ${index + 1}`,
      text: description,
    })),
  ].filter(({ text }) => text !== '');
  for (const { field, place, text } of words) {
    const role = 'picture-prompt';
    const judged = await models.moderator.moderate({ kind: 'text', text, role }, { audience, signal });
    if (judged.verdict !== 'block') continue;
    const { explanation = 'The guard does not let these words become a picture.', suggestion, categories } = judged;
    const message = [`${place} can’t be used.`, explanation, suggestion].filter(Boolean).join(' ');
    throw new KinoraError('request.unsafe', message, { data: { field, explanation, suggestion, categories } });
  }
}
