export { illustrate, flatten, type IllustrateOptions } from './illustrate.ts';
export type { Area, Layer, Particle, Patch } from './layer.ts';
export { drawParticles } from './particles.ts';
export { drawCard } from './card.ts';
export type { Card } from './card.ts';
