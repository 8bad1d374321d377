import type { OutputKind, Story, StoryEdit, StoryRequest } from '@kinora/studios/story/schema';
import type { Projects } from '../projects/projects.ts';
import type { JobView, StorySummary } from '../routes/schemas.ts';

/** What every story call answers: the story as the library shows it, and the work that was started. */
export type StoryAndJob = { story: StorySummary; job: JobView };

/** All that can be done with stories, for one owner. Routes and command line call nothing else. */
export type Stories = Pick<
  Projects<StorySummary, Story, OutputKind>,
  'list' | 'rename' | 'remove' | 'versions' | 'output'
> & {
  create(
    request: StoryRequest,
    options?: { idempotencyKey?: string; outputs?: readonly OutputKind[] },
  ): Promise<StoryAndJob>;
  get(
    id: string,
    version?: number,
  ): Promise<{ story: StorySummary; version: number; result: Story | null; job: JobView | null }>;
  edit(id: string, edit: StoryEdit, options?: { version?: number; idempotencyKey?: string }): Promise<StoryAndJob>;
  makeOutputs(
    id: string,
    outputs: readonly OutputKind[],
    options?: { version?: number; idempotencyKey?: string },
  ): Promise<StoryAndJob>;
};
