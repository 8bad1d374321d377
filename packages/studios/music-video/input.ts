import type { MusicVideo, MusicVideoRequest, OutputKind, Storyboard } from './schema.ts';
import type { MusicVideoContext } from './steps/context.ts';

/** What a music video is made from: a song with wishes, or (after an edit) the storyboard itself. */
export type MusicVideoInput = {
  /** Give it a seed: without one the video of a repeated job would be another. */
  request: MusicVideoRequest;
  /** After an edit: what `applyEdit` returned. Omitted: Kinora directs. */
  storyboard?: Storyboard;
  /** Name of the song's file as it was uploaded: its title, when neither request nor file has one. */
  fileName?: string;
  /** Files to make once the pictures are there; default none. `video` makes the film first. */
  outputs?: readonly OutputKind[];
  /** Makes all pictures smaller, for drafts and tests: 0.25 is a quarter of each side. Default 1. */
  scale?: number;
};

/** `makeMusicVideo` of this studio. */
export type MakeMusicVideo = (input: MusicVideoInput, context: MusicVideoContext) => Promise<MusicVideo>;
