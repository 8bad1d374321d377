export { buildAnkiPackage } from './build.ts';
export type { AnkiDeck } from './build.ts';
export type { AnkiNote, AnkiRuby } from './note.ts';
