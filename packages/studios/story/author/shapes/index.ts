import type { Shape } from '../plan/shape.ts';
import { needed } from './needed.ts';

/** Every shape of the built-in author. */
export const shapes: readonly Shape[] = [needed];
