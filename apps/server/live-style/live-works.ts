import type {
  LiveOutputKind,
  LiveStyleRequest,
  LiveStyleWork,
  RecordingRequest,
  SnapshotRequest,
  StyleVideoRequest,
} from '@kinora/studios/live-style/schema';
import type { Projects } from '../projects/projects.ts';
import type { JobView, LiveWorkSummary } from '../routes/schemas.ts';

/** What every call of this studio answers: the project as the library shows it, and the work that was started. */
export type WorkAndJob = { work: LiveWorkSummary; job: JobView };

/** All that can be done with styled videos, recordings and snapshots, for one owner. Routes and command line call nothing else. */
export type LiveWorks = Pick<
  Projects<LiveWorkSummary, LiveStyleWork, LiveOutputKind>,
  'list' | 'rename' | 'remove' | 'versions' | 'output'
> & {
  /**
   * Starts styling a video file, or keeping a recording or snapshot.
   * @throws KinoraError `request.invalid` for a file that is not what it should be, `asset.missing` for one that was not
   * uploaded.
   */
  create(
    request: StyleVideoRequest | RecordingRequest | SnapshotRequest,
    options?: { idempotencyKey?: string },
  ): Promise<WorkAndJob>;
  get(
    id: string,
    version?: number,
  ): Promise<{ work: LiveWorkSummary; version: number; result: LiveStyleWork | null; job: JobView | null }>;
  /** Writes one file of a project to a path. */
  exportFile(id: string, kind: LiveOutputKind, path: string): Promise<void>;
};

/** What the studio keeps with a project for lists. */
export type StoredLiveWork = Pick<
  LiveWorkSummary,
  'kind' | 'look' | 'prompt' | 'cover' | 'seconds' | 'width' | 'height'
>;

/** What lists show of a request, before and after its work. */
export function storedWork(request: LiveStyleRequest, work?: LiveStyleWork): StoredLiveWork {
  const { look, prompt } = request.style;
  return {
    kind: request.kind,
    look,
    prompt,
    cover: work?.outputs.thumbnail ?? null,
    seconds: work?.facts.seconds ?? 0,
    width: work?.facts.width ?? 0,
    height: work?.facts.height ?? 0,
  };
}
