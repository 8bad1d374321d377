export { illustrate, flatten, type IllustrateOptions } from './illustrate.ts';
export type { Area, Layer, Particle, Patch } from './layer.ts';
export { drawParticles } from './particles.ts';
export { release } from './release.ts';
export { drawVista, flattenVista, type FigurePicture, type VistaOptions } from './worlds/index.ts';
