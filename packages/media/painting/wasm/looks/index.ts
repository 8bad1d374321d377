import type { Look } from '@kinora/capabilities';
import type { WasmLook } from '../frame.ts';
import { anime } from './anime.ts';
import { comic } from './comic.ts';
import { dream } from './dream.ts';
import { ink } from './ink.ts';
import { mosaic } from './mosaic.ts';
import { neon } from './neon.ts';
import { oil } from './oil.ts';
import { pastel } from './pastel.ts';
import { pencil } from './pencil.ts';
import { pixel } from './pixel.ts';
import { stainedGlass } from './stained-glass.ts';
import { watercolour } from './watercolour.ts';

/** Looks of the WebAssembly engine. */
export const wasmLooks: Partial<Record<Look, WasmLook>> = {
  anime,
  comic,
  dream,
  ink,
  mosaic,
  neon,
  oil,
  pastel,
  pencil,
  pixel,
  'stained-glass': stainedGlass,
  watercolour,
};
