import type { AssetRef } from '@kinora/capabilities';
import { makeAnki } from './anki.ts';
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

/** How each file is made. What is not here is made elsewhere, or not of words alone. */
export const outputMakers: Partial<Record<LessonOutput, OutputMaker>> = {
  transcript: async ({ words }) => words.file,
  captions: makeCaptions,
  vocabulary: (parts) => makeVocabularyTable(parts, 'json'),
  'vocabulary-csv': (parts) => makeVocabularyTable(parts, 'csv'),
  'vocabulary-tsv': (parts) => makeVocabularyTable(parts, 'tsv'),
  anki: makeAnki,
};

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
