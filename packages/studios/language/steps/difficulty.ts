import { createHash } from 'node:crypto';
import type { Json } from '@kinora/capabilities';
import { measureApart } from '../analysis/apart.ts';
import type { LessonDifficulty } from '../schema.ts';
import type { LessonContext } from './context.ts';
import type { FoundItems } from './items.ts';
import type { HeardWords } from './transcript.ts';

/** How hard the recording is for its owner. */
export async function findDifficulty(
  { file, transcript }: HeardWords,
  { file: items, items: found }: FoundItems,
  context: LessonContext,
): Promise<LessonDifficulty> {
  const known = await context.knownWords();
  const list =
    known &&
    createHash('sha256')
      .update([...known].toSorted().join('\n'))
      .digest('hex');
  const inputs = { transcript: file.asset, items: items.asset, known: list };
  const measured = await context.step<Json>({ name: 'language.difficulty', version: 1, inputs }, async ({ signal }) => {
    const difficulty = await measureApart(transcript, found, { known, signal });
    return difficulty;
  });
  return measured as unknown as LessonDifficulty;
}
