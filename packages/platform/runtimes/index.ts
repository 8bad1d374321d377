export { describeHardware, detectHardware } from './hardware/index.ts';
export type { DetectOptions, Device, Hardware, Machine } from './hardware/index.ts';
export { openRuntimes } from './runtimes.ts';
export type { InstalledRuntime, RuntimeInstall, Runtimes, RuntimesOptions } from './runtimes.ts';
export { createProcessHost } from './process-host.ts';
export type { ProcessHostOptions, RunningProcessHost } from './process-host.ts';
export { openPackages } from './extra-packages.ts';
export type { Packages } from './extra-packages.ts';
