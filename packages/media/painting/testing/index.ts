export { drawScene, drawScenes } from './scene.ts';
export type { Scene } from './scene.ts';
export { writeFakeCamera } from './fake-camera.ts';
export type { FakeCamera } from './fake-camera.ts';
export { meanDifference } from './compare.ts';
