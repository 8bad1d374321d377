export { analyseMusicFile } from './analyse-file.ts';
export type { HeardMusic, MusicFileOptions } from './analyse-file.ts';
export type { SongSource } from './decode-song.ts';
export type { Waveform } from './waveform.ts';
