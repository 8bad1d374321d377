import type { AssetRef, Audience, Moderator, ReuseCount, StudioContext } from '@kinora/capabilities';
import type { HeardMusic } from '@kinora/media/music';
import type { MusicVideo, MusicVideoEvent } from '../schema.ts';

/** What a music video is made with: the studio's context, and what the video tells about itself. */
export type MusicVideoContext = StudioContext<MusicVideoEvent> & {
  /** Seconds since the job began. */
  seconds(): number;
  reuse(): Promise<ReuseCount>;
  /**
   * What this process heard, or is hearing, in the song already; undefined when nothing. Omitted: the song is heard anew.
   * However many key moments it has: they are chosen again.
   */
  recall?(song: Pick<AssetRef, 'asset'>, options: { signal: AbortSignal }): Promise<HeardMusic | undefined>;
  /** Keeps the video as it is now: once its pictures are there, once the film is, and after each file. */
  save(video: MusicVideo): Promise<void>;
};

/** What is needed to put words or pictures before the guard. */
export type Guard = { models: { moderator: Moderator }; audience: Audience; signal: AbortSignal };
