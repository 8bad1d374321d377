import { KinoraError } from '@kinora/capabilities';
import type { MusicVideoRequest, Storyboard } from '../schema.ts';
import type { Guard } from './context.ts';

/**
 * Puts what somebody wrote before the guard: theme, title, artist, names, and the descriptions of a storyboard.
 * @throws KinoraError `request.unsafe` with an explanation, for what may not become a video.
 */
export async function checkWords(
  request: Pick<MusicVideoRequest, 'theme' | 'title' | 'artist' | 'characters'>,
  storyboard: Storyboard | undefined,
  { models, audience, signal }: Guard,
): Promise<void> {
  const words = [
    { field: 'theme', text: request.theme },
    { field: 'title', text: storyboard?.title ?? request.title ?? '' },
    { field: 'artist', text: request.artist ?? '' },
    ...request.characters.map(({ name = '' }, index) => ({ field: `characters.${index}.name`, text: name })),
    ...(storyboard?.scenes ?? []).map(({ description }, index) => ({
      field: `scenes.${index}.description`,
      text: description,
    })),
  ].filter(({ text }) => text !== '');
  for (const { field, text } of words) {
    const role = 'picture-prompt';
    const judged = await models.moderator.moderate({ kind: 'text', text, role }, { audience, signal });
    if (judged.verdict !== 'block') continue;
    const { explanation = 'The guard does not let these words become a picture.', suggestion, categories } = judged;
    throw new KinoraError('request.unsafe', [explanation, suggestion].filter(Boolean).join(' '), {
      data: { field, explanation, suggestion, categories },
    });
  }
}
