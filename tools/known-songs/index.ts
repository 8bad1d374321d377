export { compose } from './compose.ts';
export type { SongNote, Truth } from './compose.ts';
export { songRate } from './instruments.ts';
export { allowedContinuity, continuity, fMeasure, medianBias } from './measure.ts';
export { plans } from './plans.ts';
export type { SongPlan } from './plans.ts';
export { renderSong } from './render.ts';
