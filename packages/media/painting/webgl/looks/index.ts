import type { Look } from '@kinora/capabilities';
import type { GlLook } from '../frame.ts';
import { anime } from './anime.ts';

/** Looks of the WebGL engine. */
export const glLooks: Partial<Record<Look, GlLook>> = { anime };
