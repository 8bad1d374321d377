import { KinoraError } from '@kinora/capabilities';
import type { ModerationResult } from '@kinora/capabilities';
import type { MusicVideoRequest, Storyboard } from '../schema.ts';
import type { Guard } from './context.ts';

/** Words of somebody, where they stand, what that place is called, and whether a picture comes of them or they are shown. */
type Words = { field: string; place: string; text: string; role: 'picture-prompt' | 'story' };

/** Times of lines and of words in LRC. */
const stamps = /[[<]\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?[\]>]/gu;

/**
 * Puts what somebody wrote before the guard: theme, names and the descriptions of a storyboard as what is painted; title,
 * artist and lyrics as what is read, where people may be named.
 * @throws KinoraError `request.unsafe` with an explanation that names the place, for what may not become a video.
 */
export async function checkWords(
  request: Pick<MusicVideoRequest, 'theme' | 'title' | 'artist' | 'characters' | 'lyrics'>,
  storyboard: Storyboard | undefined,
  { models, audience, signal }: Guard,
): Promise<void> {
  const title = storyboard?.title ?? request.title ?? '';
  const lyrics = request.lyrics?.text.replaceAll(stamps, '') ?? '';
  const words: Words[] = [
    { field: 'theme', place: 'The theme', text: request.theme, role: 'picture-prompt' },
    { field: 'title', place: 'The title', text: title, role: 'story' },
    { field: 'artist', place: 'The artist’s name', text: request.artist ?? '', role: 'story' },
    ...request.characters.map(({ name = '' }, index) => ({
      field: `characters.${index}.name`,
      place: `The name of character ${index + 1}`,
      text: name,
      role: 'picture-prompt' as const,
    })),
    ...(storyboard?.scenes ?? []).map(({ description }, index) => ({
      field: `scenes.${index}.description`,
      place: `The description of scene ${index + 1}`,
      text: description,
      role: 'picture-prompt' as const,
    })),
    { field: 'lyrics', place: 'The lyrics', text: lyrics, role: 'story' },
  ];
  for (const { field, place, text, role } of words) {
    if (text.trim() === '') continue;
    const judged = await models.moderator.moderate({ kind: 'text', text, role }, { audience, signal });
    if (judged.verdict !== 'block') continue;
    const { explanation = 'The guard does not let these words into a video.', suggestion, categories } = judged;
    const line = field === 'lyrics' ? gravestLine(text, judged) : undefined;
    const where = line === undefined ? place : `Line ${line} of the lyrics`;
    const message = [`${where} can’t be used.`, explanation, suggestion].filter(Boolean).join(' ');
    throw new KinoraError('request.unsafe', message, { data: { field, line, explanation, suggestion, categories } });
  }
}

/** Number of the line that weighs most, from 1; undefined when the guard doesn't say which it is: some mark whole paragraphs. */
function gravestLine(text: string, { spans }: ModerationResult): number | undefined {
  const severity = Math.max(...spans.map((span) => span.severity));
  const gravest = spans.find(
    (span) => span.severity === severity && !text.slice(span.offset, span.offset + span.length).includes('\n'),
  );
  return gravest && text.slice(0, gravest.offset).split('\n').length;
}
