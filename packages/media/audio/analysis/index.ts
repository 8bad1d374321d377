export { analyseMusic, createMusicAnalyser } from './analyse.ts';
export type { MusicAnalyser, MusicAnalysisOptions } from './analyse.ts';
export type { KeyMoment, Metre, MomentReason, MusicAnalysis, Section, SectionLabel } from './types.ts';
