export { buildAnkiPackage } from './build.ts';
export type { AnkiDeck } from './build.ts';
export type { AnkiNote, AnkiRuby } from './note.ts';
export { readKnownWords } from './known-words.ts';
export type { KnownWords } from './known-words.ts';
