export { drawSprites } from './sprites';
export { thumbnail, difference, hold, toPicture, lumaPlane } from './load';
export { grade, finish } from './grade';
export { boxPicture, boxPlane, halve, addDoubled, scalePicture, gaussianDifference } from './blur';
export { tensor, holdTensor, tangents, bilateral, sharpen, alongFlow } from './flow';
export { neonTubes, neonGlow } from './neon';
export { layNoise, dreamNight, dreamShine, dreamGlow } from './dream';
export { animeTones, animeShine, animeLines } from './anime';
