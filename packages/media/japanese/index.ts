export { readMorphemes } from './morphemes.ts';
export type { Morpheme } from './morphemes.ts';
