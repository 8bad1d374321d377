import type { Audience, Moderator, ReuseCount, StudioContext } from '@kinora/capabilities';
import type { MusicVideo, MusicVideoEvent } from '../schema.ts';

/** What a music video is made with: the studio's context, and what the video tells about itself. */
export type MusicVideoContext = StudioContext<MusicVideoEvent> & {
  /** Seconds since the job began. */
  seconds(): number;
  reuse(): Promise<ReuseCount>;
  /** Keeps the video as it is now: once its pictures are there, once the film is, and after each file. */
  save(video: MusicVideo): Promise<void>;
};

/** What is needed to put words or pictures before the guard. */
export type Guard = { models: { moderator: Moderator }; audience: Audience; signal: AbortSignal };
