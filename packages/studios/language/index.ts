export { createAnalyst } from './analysis/analyse.ts';
export type { Analyst } from './analysis/analyse.ts';
export { witness } from './analysis/evidence.ts';
export type { Evidence, Transcript } from './analysis/evidence.ts';
export { alignFurigana, furiganaOf } from './analysis/furigana.ts';
export type { RubyPart } from './analysis/furigana.ts';
export type { ItemSource, VocabularyItem } from './analysis/item.ts';
export {
  ankiNotes,
  captionFiles,
  chooseEvidence,
  itemReadings,
  kindLabels,
  learnerLanguage,
  markSentence,
  planWorksheet,
  registerLabels,
  shiftCues,
  timeLink,
  vocabularyFormats,
  vocabularyRows,
  vocabularyTable,
} from './exports/index.ts';
export type {
  ItemReadings,
  MarkedPart,
  NoteSource,
  PlannedNote,
  VocabularyFormat,
  VocabularyRow,
  WorksheetSource,
} from './exports/index.ts';
export { itemKinds } from './lexicon/entry.ts';
export type { ItemKind, LexiconEntry } from './lexicon/entry.ts';
export { builtinLexicon } from './lexicon/load.ts';
export { readVocabulary } from './read-vocabulary.ts';
export type { Vocabulary } from './read-vocabulary.ts';
export { readSubtitles, rebuildSentences } from './transcript/index.ts';
export type { Cue, Sentence, Subtitles, SubtitleWarning } from './transcript/index.ts';
export { makeLesson } from './pipeline.ts';
export type { LessonContext, LessonInput, LessonScript, RecordingAccess } from './steps/context.ts';
export { checkLength } from './steps/recording.ts';
export { editCues } from './steps/edit-cues.ts';
export { titleSeconds } from './steps/film.ts';
export { titleOf } from './steps/title.ts';
export { soundOf } from './tokens/sound.ts';
export { askAboutChunk, mergeItems, modelAnalystVersion, planChunks, witnessClaims } from './analysis/model/index.ts';
export type { Chunk, ModelClaim } from './analysis/model/index.ts';
export { measureDifficulty } from './difficulty/index.ts';
export { dictionaryLimits, openDictionary, readDictionary } from './dictionary/index.ts';
export type { Dictionary, DictionaryFile } from './dictionary/index.ts';
export { buildSite, siteFiles, sitePictures, siteWords, slugOf } from './site/index.ts';
export type {
  PublishedItem,
  PublishedRecording,
  Site,
  SiteFile,
  SiteItem,
  SitePicture,
  SiteRecording,
} from './site/index.ts';
