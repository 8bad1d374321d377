export { analyseMusicFile } from './analyse-file.ts';
export type { HeardMusic, MusicFileOptions } from './analyse-file.ts';
export { clock } from './plot/axes.ts';
export { drawAnalysis, summarise } from './plot/draw-analysis.ts';
export type { SongSource } from './decode-song.ts';
export type { Waveform } from './waveform.ts';
