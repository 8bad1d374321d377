// A door of its own for threads and processes that make frames: it loads no fonts, no canvas and no FFmpeg.
export { createCompositor } from './compositor/compositor.ts';
export type { Compositor, Draw, Sprite, SpritePixels } from './compositor/compositor.ts';
export { createFrames, frameBytes } from './compositor/frames.ts';
export type { Frames } from './compositor/frames.ts';
export { createSpriteStore } from './compositor/sprite-store.ts';
export type { SpriteStore } from './compositor/sprite-store.ts';
export type { Grade } from './compositor/grade.ts';
