export { describeHardware, detectHardware } from './detect.ts';
export type { DetectOptions } from './detect.ts';
export type { Machine } from './machine.ts';
export type { Device, Hardware } from './types.ts';
