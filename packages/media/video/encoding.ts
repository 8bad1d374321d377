// A door of its own: it loads FFmpeg into the process, which only a worker, a child process or a tool should do.
export { createSegmentEncoder } from './segment-encoder.ts';
export type { SegmentEncoder, SegmentSettings } from './segment-encoder.ts';
