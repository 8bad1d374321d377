import type { AssetRef } from '@kinora/capabilities';
import { makeAnki } from './anki.ts';
import { makeMainVideo } from './main-video.ts';
import { makePosts } from './posts.ts';
import { makeShort } from './short.ts';
import { makeThumbnail } from './thumbnail.ts';
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

const shorts = ['short-1', 'short-2', 'short-3', 'short-4', 'short-5'] as const satisfies LessonOutput[];

/** How each file is made. What is not here is made elsewhere, or not of words alone. */
export const outputMakers: Partial<Record<LessonOutput, OutputMaker>> = {
  transcript: async ({ words }) => words.file,
  captions: makeCaptions,
  vocabulary: (parts) => makeVocabularyTable(parts, 'json'),
  'vocabulary-csv': (parts) => makeVocabularyTable(parts, 'csv'),
  'vocabulary-tsv': (parts) => makeVocabularyTable(parts, 'tsv'),
  anki: makeAnki,
  posts: makePosts,
  'main-video': makeMainVideo,
  'thumbnail-1': (parts) => makeThumbnail(0, parts),
  'thumbnail-2': (parts) => makeThumbnail(1, parts),
  'thumbnail-3': (parts) => makeThumbnail(2, parts),
  ...Object.fromEntries(shorts.map((id) => [id, (parts: LessonParts, report: Report) => makeShort(id, parts, report)])),
};

/** Why a file can't be made of what is there; null when it can. */
export function obstacleTo(output: LessonOutput, { lesson, context, found }: LessonParts): string | null {
  if (output === 'site') return 'Pages are published by their owner; they are not made with a lesson.';
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
  'site',
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
