export { measureDifficulty } from './measure.ts';
