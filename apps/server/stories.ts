import type { AssetRef } from '@kinora/capabilities';
import type { OutputKind, Story, StoryEdit, StoryEvent, StoryRequest } from '@kinora/studios/story/schema';
import type { JobView, StorySummary, WorkItem } from './routes/schemas.ts';

/** What every story call answers: the story as the library shows it, and the work that was started. */
export type StoryAndJob = { story: StorySummary; job: JobView };

/** All that can be done with stories and their jobs, for one owner. Routes and command line call nothing else. */
export type Stories = {
  create(
    request: StoryRequest,
    options?: { idempotencyKey?: string; outputs?: readonly OutputKind[] },
  ): Promise<StoryAndJob>;
  list(options: {
    query?: string;
    limit: number;
    cursor?: string;
  }): Promise<{ items: StorySummary[]; next: string | null }>;
  get(
    id: string,
    version?: number,
  ): Promise<{ story: StorySummary; version: number; result: Story | null; job: JobView | null }>;
  rename(id: string, title: string): Promise<StorySummary>;
  remove(id: string): Promise<void>;
  versions(id: string): Promise<{ version: number; createdAt: string; change: string }[]>;
  edit(id: string, edit: StoryEdit, options?: { version?: number; idempotencyKey?: string }): Promise<StoryAndJob>;
  makeOutputs(id: string, outputs: readonly OutputKind[], options?: { version?: number }): Promise<StoryAndJob>;
  output(id: string, kind: OutputKind, version?: number): Promise<{ file: AssetRef; fileName: string }>;
  jobs(options: { state?: JobView['state'] }): Promise<JobView[]>;
  job(id: string): Promise<JobView>;
  /** The finished steps of a job, in the order in which they ended. */
  work(id: string): Promise<WorkItem[]>;
  cancel(id: string): Promise<JobView>;
  retry(id: string): Promise<JobView>;
  /** Events of a job after a sequence number, live; ends after the job has ended. */
  events(
    id: string,
    options: { after: number; signal: AbortSignal },
  ): AsyncIterable<{ seq: number; event: StoryEvent }>;
};
