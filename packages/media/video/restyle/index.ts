export type { FilmSource } from './film-source.ts';
export type { RestyledParts } from './join-restyled.ts';
export type { PaintedStretch, StretchRequest } from './paint-stretch.ts';
export { defaultPictures, planRestyle } from './plan.ts';
export type { RestylePlan, RestyleSize } from './plan.ts';
export { joinRestyled, makeSeam, makeSeekable, paintStretch, readFilmSource, restyleWorkers } from './restyle.ts';
