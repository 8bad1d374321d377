export { createFrameDifference } from './difference.ts';
export type { FrameDifference } from './difference.ts';
export { createFrameEncoder } from './encode-frame.ts';
export type { EncodedFrame, FrameEncoder } from './encode-frame.ts';
export { readFrame } from './read-frame.ts';
export type { RgbaFrame } from './read-frame.ts';
