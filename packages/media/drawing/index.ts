export { illustrate, flatten, type IllustrateOptions } from './illustrate.ts';
export type { Area, Layer, Particle, Patch } from './layer.ts';
export { drawParticles } from './particles.ts';
