import type { Look } from '@kinora/capabilities';
import type { WasmLook } from '../frame.ts';
import { anime } from './anime.ts';

/** Looks of the WebAssembly engine. */
export const wasmLooks: Partial<Record<Look, WasmLook>> = { anime };
