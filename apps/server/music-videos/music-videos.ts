import type { HeardMusic } from '@kinora/media/music';
import type {
  MusicVideo,
  MusicVideoEdit,
  MusicVideoRequest,
  OutputKind,
  UploadedFile,
} from '@kinora/studios/music-video/schema';
import type { Projects } from '../projects/projects.ts';
import type { JobView, MusicVideoSummary } from '../routes/schemas.ts';

/** What every music video call answers: the video as the library shows it, and the work that was started. */
export type VideoAndJob = { video: MusicVideoSummary; job: JobView };

/** All that can be done with music videos, for one owner. Routes and command line call nothing else. */
export type MusicVideos = Pick<
  Projects<MusicVideoSummary, MusicVideo, OutputKind>,
  'list' | 'rename' | 'remove' | 'versions' | 'output'
> & {
  /**
   * Starts a music video. Without `outputs` the job ends with the storyboard and its pictures.
   * @throws KinoraError `request.invalid` for a file that is not what it should be, `request.unsafe` for words that the
   * guard refuses, `asset.missing` for a file that was not uploaded.
   */
  create(
    request: MusicVideoRequest,
    options?: { idempotencyKey?: string; outputs?: readonly OutputKind[] },
  ): Promise<VideoAndJob>;
  get(
    id: string,
    version?: number,
  ): Promise<{ video: MusicVideoSummary; version: number; result: MusicVideo | null; job: JobView | null }>;
  edit(id: string, edit: MusicVideoEdit, options?: { version?: number; idempotencyKey?: string }): Promise<VideoAndJob>;
  makeOutputs(
    id: string,
    outputs: readonly OutputKind[],
    options?: { version?: number; idempotencyKey?: string },
  ): Promise<VideoAndJob>;
  /** Hears an uploaded song. @throws KinoraError `asset.missing`, `request.invalid` for what is no song. */
  analyse(song: UploadedFile, options: { keyMoments: number; signal: AbortSignal }): Promise<HeardMusic>;
  /** Writes files into a folder, or one to a path. @returns Their paths. */
  exportFiles(
    id: string,
    kinds: readonly OutputKind[],
    place: { folder: string } | { file: string },
  ): Promise<Partial<Record<OutputKind, string>>>;
};
