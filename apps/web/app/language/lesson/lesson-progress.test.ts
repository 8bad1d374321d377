import type { LessonEvent } from '@kinora/studios/language/schema';
import { expect, test } from 'vitest';
import { advance, emptyProgress } from './lesson-progress.ts';

const ref = (asset: string) => ({ asset, mediaType: 'application/json', bytes: 2 });

test('a file on its way has a share, and then it is there', () => {
  const events: LessonEvent[] = [
    { type: 'transcript-end', transcript: ref('a'), sentences: 3, seconds: 1 },
    { type: 'output-start', output: 'anki', seconds: 2 },
    { type: 'output-progress', output: 'anki', fraction: 0.4, seconds: 3 },
    { type: 'output-start', output: 'worksheet', seconds: 3 },
  ];
  const progress = events.reduce(advance, emptyProgress);
  expect(progress.transcript).toEqual(ref('a'));
  expect(progress.outputs).toEqual({
    anki: { fraction: 0.4, file: null },
    worksheet: { fraction: 0, file: null },
  });
  const end = advance(progress, { type: 'output-end', output: 'anki', file: ref('b'), reused: false, seconds: 4 });
  expect(end.outputs.anki).toEqual({ fraction: 1, file: ref('b') });
});
