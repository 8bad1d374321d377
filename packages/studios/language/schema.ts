export {
  layoutPresets,
  learners,
  lessonChoices,
  lessonLanguages,
  lessonRequest,
  papers,
  recordingLimits,
  recordingSource,
  subtitleSource,
} from './lesson/request.ts';
export type {
  LayoutPreset,
  LessonChoices,
  LessonLanguage,
  LessonRequest,
  LessonRequestInput,
  RecordingSource,
  SubtitleSource,
} from './lesson/request.ts';
export { cueEdit, itemEdit, reviewStates } from './lesson/edits.ts';
export type { CueEdit, ItemEdit, ReviewState } from './lesson/edits.ts';
export {
  cutPlan,
  editPointKinds,
  lessonPlan,
  planEdits,
  posting,
  region,
  shortLayout,
  shortPlan,
  span,
} from './lesson/plan.ts';
export type {
  Bilingual,
  CutPlan,
  EditPoint,
  EditPointKind,
  LessonPlan,
  PlanEdits,
  Posting,
  Region,
  ShortLayout,
  ShortPlan,
  Span,
} from './lesson/plan.ts';
export { lessonOutputs } from './lesson/lesson.ts';
export type {
  ItemsFile,
  Lesson,
  LessonDifficulty,
  LessonEvent,
  LessonOutput,
  RecordingFacts,
  SoundTrack,
  TranscriptFile,
} from './lesson/lesson.ts';
export { bands, itemKinds, registers } from './lexicon/entry.ts';
export type { ItemKind, Register } from './lexicon/entry.ts';
export type { Evidence } from './analysis/evidence.ts';
export type { RubyPart } from './analysis/furigana.ts';
export type { VocabularyItem } from './analysis/item.ts';
export type { Cue, CueWord, SubtitleWarning } from './transcript/cue.ts';
export { layoutOfPreset } from './planning/layout.ts';
export { countFor, postLimits, postPlatforms } from './planning/platforms.ts';
export type { PostPlatform } from './planning/platforms.ts';
export { writePosts } from './planning/posts.ts';
export type { Post, PostsSource } from './planning/posts.ts';
export { timeOfOffset } from './transcript/sentences.ts';
export type { Sentence } from './transcript/sentences.ts';
