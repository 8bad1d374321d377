export { drawScene, drawScenes } from './scene.ts';
export type { Scene } from './scene.ts';
export { meanDifference } from './compare.ts';
export { measureCoherence } from './coherence.ts';
export type { Coherence } from './coherence.ts';
export { timeKernels } from './time-kernels.ts';
export type { KernelTime } from './time-kernels.ts';
