export { createChildRunner, serveParent } from './child.ts';
export type { ChildCall, ChildHandler, ChildRunner } from './child.ts';
export { createSegmentEncoder } from './segment-encoder.ts';
export type { SegmentEncoder, SegmentSettings } from './segment-encoder.ts';
export { createYuvConverter, yuvSize } from './yuv.ts';
export type { YuvConverter } from './yuv.ts';
