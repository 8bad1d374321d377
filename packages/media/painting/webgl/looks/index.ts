import type { Look } from '@kinora/capabilities';
import type { GlLook } from '../frame.ts';
import { anime } from './anime.ts';
import { comic } from './comic.ts';
import { ink } from './ink.ts';
import { dream } from './dream.ts';
import { mosaic } from './mosaic.ts';
import { oil } from './oil.ts';
import { pastel } from './pastel.ts';
import { pencil } from './pencil.ts';
import { neon } from './neon.ts';
import { pixel } from './pixel.ts';
import { stainedGlass } from './stained-glass.ts';
import { watercolour } from './watercolour.ts';

/** Looks of the WebGL engine. */
export const glLooks: Partial<Record<Look, GlLook>> = {
  anime,
  comic,
  ink,
  dream,
  mosaic,
  oil,
  pastel,
  pencil,
  neon,
  pixel,
  'stained-glass': stainedGlass,
  watercolour,
};
