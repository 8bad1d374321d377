export { startHub } from './hub/index.ts';
export type { Hub, HubFaults, HubFiles } from './hub/index.ts';
export { runCrashTest } from './crash-run.ts';
export type { CrashOptions, CrashReport } from './crash-run.ts';
export { testRuntimes } from './runtimes.ts';
export type { TestRuntimes } from './runtimes.ts';
export { openTemporaryDatabase, openTemporaryHome } from './temporary-home.ts';
export { openFakeHost } from '../runtimes/testing/fake-host.ts';
export type { FakeInfo } from '../runtimes/testing/fake-host.ts';
