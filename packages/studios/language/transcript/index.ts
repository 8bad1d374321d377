export { subtitleFormats } from './cue.ts';
export type { Cue, CueWord, SubtitleFormat, Subtitles, SubtitleWarning } from './cue.ts';
export { languageOf } from './language-of.ts';
export type { TextLanguage } from './language-of.ts';
export { readSubtitles } from './read-subtitles.ts';
export { rebuildSentences, timeOfOffset } from './sentences.ts';
export type { Sentence, SentencePart } from './sentences.ts';
