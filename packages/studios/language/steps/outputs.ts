import type { AssetRef } from '@kinora/capabilities';
import { makeAnki } from './anki.ts';
import { makeMainVideo } from './main-video.ts';
import { makePosts } from './posts.ts';
import { makeShort } from './short.ts';
import { makeThumbnail } from './thumbnail.ts';
import { makeWorksheet } from './worksheet.ts';
import { makeCaptions, makeVocabularyTable } from './texts.ts';
import type { Lesson, LessonOutput } from '../schema.ts';
import type { LessonContext, LessonInput } from './context.ts';
import type { FoundItems } from './items.ts';
import type { HeardWords } from './transcript.ts';

/** What files are made from. */
export type LessonParts = {
  lesson: Lesson;
  input: LessonInput;
  words: HeardWords;
  found: FoundItems;
  context: LessonContext;
};

/** Told the share of a file that is there, 0 to 1. */
export type Report = (fraction: number) => void;

/** How a file is made, or why it can't be. */
export type OutputMaker = (parts: LessonParts, report: Report) => Promise<AssetRef>;

/** How each file is made. */
export const outputMakers: Record<LessonOutput, OutputMaker> = {
  transcript: async ({ words }) => words.file,
  captions: makeCaptions,
  vocabulary: (parts) => makeVocabularyTable(parts, 'json'),
  'vocabulary-csv': (parts) => makeVocabularyTable(parts, 'csv'),
  'vocabulary-tsv': (parts) => makeVocabularyTable(parts, 'tsv'),
  anki: makeAnki,
  worksheet: makeWorksheet,
  posts: makePosts,
  'main-video': makeMainVideo,
  'thumbnail-1': (parts) => makeThumbnail(0, parts),
  'thumbnail-2': (parts) => makeThumbnail(1, parts),
  'thumbnail-3': (parts) => makeThumbnail(2, parts),
  'short-1': (parts, report) => makeShort('short-1', parts, report),
  'short-2': (parts, report) => makeShort('short-2', parts, report),
  'short-3': (parts, report) => makeShort('short-3', parts, report),
  'short-4': (parts, report) => makeShort('short-4', parts, report),
  'short-5': (parts, report) => makeShort('short-5', parts, report),
};

/** Why a file can't be made of what is there; null when it can. */
export function obstacleTo(output: LessonOutput, { lesson, context, found }: LessonParts): string | null {
  if (context.recording === null && /^(?:main-video|short-)/.test(output)) return 'Videos are made of a recording.';
  if (output.startsWith('short-') && !lesson.plan?.shorts.some(({ id, isOn }) => id === output && isOn))
    return 'There are fewer Shorts than asked for: nothing more is worth one.';
  if (found.items.length === 0 && (output === 'anki' || output === 'worksheet'))
    return 'Nothing to learn was found, so there are no cards and no worksheet.';
  return null;
}

/** The order in which files are made: what is there at once first. */
export const quickestFirst: readonly LessonOutput[] = [
  'transcript',
  'captions',
  'vocabulary',
  'vocabulary-csv',
  'vocabulary-tsv',
  'worksheet',
  'posts',
  'thumbnail-1',
  'thumbnail-2',
  'thumbnail-3',
  'anki',
  'short-1',
  'short-2',
  'short-3',
  'short-4',
  'short-5',
  'main-video',
];
