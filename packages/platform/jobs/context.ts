import type { AssetStore, Json, ReuseCount, StudioContext } from '@kinora/capabilities';
import type { Transaction, UserDatabase } from '../db/database.ts';
import type { Job } from '../db/jobs.ts';
import type { UserAssets } from '../storage/store.ts';

/** What a job's code works with: the platform's part of a `StudioContext`, and the job itself. */
export type JobContext = Pick<StudioContext<Json>, 'step' | 'signal'> & {
  job: Job;
  database: UserDatabase;
  assets: UserAssets & AssetStore;
  /**
   * Keeps an event and sends it to whoever watches. When a job is resumed its code runs from the top again; an event
   * that was kept before is not kept twice. Events are the same when they differ only in `seconds`, `reuse` and `reused`; the
   * second of two such in one run is another event.
   */
  emit(event: unknown): Promise<void>;
  /** Says how far the job is, 0–1, and what it does now. Cheap to call often. */
  report(progress: number, step: string): void;
  /**
   * Waits until no other job of this owner does what goes by a name, then does it: for what must not be done twice at once,
   * e.g. looking whether something is there and making it if not. Whoever dies lets go.
   */
  alone<Value>(name: string, work: () => Promise<Value>): Promise<Value>;
  /** Runs a task registered as a GPU task: one at a time on each machine. */
  gpu(task: string, input: Json): Promise<Json>;
  /** Derivations computed and reused by this job so far, over all its starts. */
  reuse(): Promise<ReuseCount>;
};

/**
 * The code of one kind of job. It is run from the top after a crash, so everything it does must be a step, an event, or
 * harmless when done twice. It ends the job as done by returning, as failed by throwing.
 */
export type JobHandler = (context: JobContext) => Promise<void>;

/** Work for the GPU: gets its input and returns its output as JSON; files go through the asset store. */
export type GpuTask = (input: Json, options: { assets: UserAssets; signal: AbortSignal }) => Promise<Json>;

/** Runs in the transaction that ends a job, e.g. to set the state of its project. */
export type JobEndHook = (tx: Transaction, job: Job) => Promise<void>;
