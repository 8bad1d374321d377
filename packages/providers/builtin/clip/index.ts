export { createParallaxClip } from './clip.ts';
