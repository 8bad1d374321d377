export { openDictionary } from './dictionary.ts';
export type { Dictionary, DictionaryEntry, DictionaryFile, WordFact } from './dictionary.ts';
export { dictionaryLimits, readDictionary } from './read-dictionary.ts';
