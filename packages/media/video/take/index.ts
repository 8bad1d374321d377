// A door of its own for threads and processes that make frames: it loads no fonts and no FFmpeg.
export { createFinisher } from './finisher.ts';
export type { Finisher } from './finisher.ts';
export { momentAt } from './moment.ts';
export { nods, nudgeOf } from './nudge.ts';
export { readMusic } from './read-music.ts';
export type { MusicTrack, Pulse } from './read-music.ts';
