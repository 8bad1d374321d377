export { detectHardware } from './detect.ts';
export type { Device, Hardware } from './types.ts';
