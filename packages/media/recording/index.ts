export type { RecordingFacts } from './facts.ts';
export type { SoundLevels } from './hear/levels.ts';
export {
  hearRecording,
  readRecording,
  readSubtitleTrack,
  takePictures,
  takeSound,
  watchRecording,
} from './recording.ts';
export type { SubtitleTrack } from './subtitle-track.ts';
export type { PictureOptions, TakenPicture } from './take-pictures.ts';
export type { SoundOptions } from './take-sound.ts';
export type { Motion } from './watch/motion.ts';
