export { applyEdit } from './edit.ts';
export type { EditedVideo } from './edit.ts';
export type { MakeMusicVideo, MusicVideoInput } from './input.ts';
export { makeMusicVideo } from './pipeline.ts';
export { checkWords } from './steps/check-words.ts';
export { hearSong, readHeard } from './steps/song.ts';
export type { Song } from './steps/song.ts';
export type { MusicVideoContext } from './steps/context.ts';
