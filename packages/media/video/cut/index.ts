export { cutWorkers, joinStretches, renderStretch } from './cut.ts';
export type { Area, Bars, Size } from './fit.ts';
export type { CutFilm, JoinedCut } from './join-stretches.ts';
export type { Overlay, Picture } from './overlays.ts';
export type { Crop, Stretch, StretchRequest, StretchSource } from './render-stretch.ts';
export { countFrames, framesPerSecond, planStretches } from './spans.ts';
export type { Span } from './spans.ts';
export { mapTimes } from './timeline.ts';
export type { Part } from './timeline.ts';
