import type { LessonRequest } from '../schema.ts';

/** The title of a lesson: the one given, else the name of its file without ending, language and underscores. */
export function titleOf({ title }: Pick<LessonRequest, 'title'>, fileName = ''): string {
  const bare = fileName
    .replace(/\.[a-z0-9]{2,5}$/iu, '')
    .replace(/\.(?:[a-z]{2,3})(?:-[a-z0-9]{2,4})?$/iu, '')
    .replaceAll(/[_\s]+/gu, ' ')
    .trim();
  // Cutting may tear a character, which could not be stored.
  return title || bare.slice(0, 120).toWellFormed() || 'Untitled';
}
