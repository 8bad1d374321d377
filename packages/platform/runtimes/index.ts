export { detectHardware } from './hardware/index.ts';
export type { Device, Hardware } from './hardware/index.ts';
export { openRuntimes } from './runtimes.ts';
export type { InstalledRuntime, RuntimeInstall, Runtimes, RuntimesOptions } from './runtimes.ts';
