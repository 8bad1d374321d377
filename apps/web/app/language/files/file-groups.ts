import type { Lesson, LessonOutput } from '@kinora/studios/language/schema';

/** Files by what people want them for, in the order of how soon they do. */
export const fileGroups = {
  learn: ['anki', 'worksheet', 'vocabulary-csv', 'vocabulary-tsv'],
  video: ['main-video', 'short-1', 'short-2', 'short-3', 'short-4', 'short-5'],
  post: ['thumbnail-1', 'thumbnail-2', 'thumbnail-3', 'posts'],
  words: ['captions', 'transcript', 'vocabulary'],
} as const satisfies Record<string, readonly LessonOutput[]>;
export type FileGroup = keyof typeof fileGroups;

/** What keeps a file from being made, if anything does. A Short that isn't planned is no file at all. */
export function hindrance(
  output: LessonOutput,
  { plan, request }: Pick<Lesson, 'plan' | 'request'>,
): 'recording' | 'none' | null {
  const isShort = output.startsWith('short-');
  if (isShort && !plan?.shorts.some(({ id, isOn }) => id === output && isOn)) return 'none';
  if ((isShort || output === 'main-video') && request.recording === null) return 'recording';
  return null;
}

/** Every file that this lesson can be had as. */
export function possibleFiles(lesson: Pick<Lesson, 'plan' | 'request'>): LessonOutput[] {
  return Object.values(fileGroups)
    .flat()
    .filter((output) => hindrance(output, lesson) === null);
}
