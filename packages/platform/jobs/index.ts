export { canonicalJson, hashJson } from './canonical-json.ts';
export type { GpuTask, JobContext, JobEndHook, JobHandler } from './context.ts';
export { openJobs } from './open.ts';
export type { Jobs, JobsOptions, NewJob } from './open.ts';
export { recordServedBy } from './served-by.ts';
