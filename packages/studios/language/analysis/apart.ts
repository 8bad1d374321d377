import { createChildRunner } from '@kinora/media/video/child';
import type { ChildCall, ChildRunner } from '@kinora/media/video/child';
import type { LessonDifficulty, TranscriptFile } from '../lesson/lesson.ts';
import type { Sentence } from '../transcript/index.ts';
import type { Transcript } from './evidence.ts';
import type { VocabularyItem } from './item.ts';
import type { WordsRequest } from './words-process.ts';

let runner: ChildRunner | undefined;

/** Readings above the kanji of every Japanese sentence. In a process of its own, as all here: dictionaries are large. */
export function addFurigana(sentences: readonly Sentence[], call: ChildCall): Promise<TranscriptFile['sentences']> {
  return ask({ kind: 'furigana', sentences }, call);
}

/**
 * Items that the built-in analyst finds.
 * @param options.dictionaries Paths of imported dictionaries as Kinora keeps them.
 */
export function analyseApart(
  transcript: Transcript,
  { dictionaries, ...call }: ChildCall & { dictionaries: readonly string[] },
): Promise<VocabularyItem[]> {
  const { cues, sentences } = transcript;
  return ask({ kind: 'items', transcript: { cues, sentences }, dictionaries }, call);
}

/** How hard a recording is. */
export function measureApart(
  { cues, sentences }: Transcript,
  items: readonly VocabularyItem[],
  { known, ...call }: ChildCall & { known: ReadonlySet<string> | null },
): Promise<LessonDifficulty> {
  return ask({ kind: 'difficulty', transcript: { cues, sentences }, items, known }, call);
}

function ask<Result>(request: WordsRequest, call: ChildCall): Promise<Result> {
  runner ??= createChildRunner({ entry: new URL('./words-process.ts', import.meta.url), idleSeconds: 3 });
  return runner.run<Result>(request, call);
}
