export { runCrashTest } from './crash-run.ts';
export type { CrashOptions, CrashReport } from './crash-run.ts';
export { openTemporaryDatabase, openTemporaryHome } from './temporary-home.ts';
