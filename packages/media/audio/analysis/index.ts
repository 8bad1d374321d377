export { analyseMusic, createMusicAnalyser, listBeats, withKeyMoments } from './analyse.ts';
export type { MusicAnalyser, MusicAnalysisOptions } from './analyse.ts';
export type { Beat, KeyMoment, Metre, MomentReason, MusicAnalysis, Section, SectionLabel } from './types.ts';
