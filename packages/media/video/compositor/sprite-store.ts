import { mostPages, pageBytes } from './wasm-writer.ts';

/** Sprites as they lie in memory, to be handed to a compositor in another thread. */
export type SpriteStore = { memory: WebAssembly.Memory; used: number };

/**
 * A store with room for `used` bytes, which a compositor left behind its {@link SpriteStore}: whoever writes them into its
 * memory has the same sprites again. Default: an empty one.
 */
export function createSpriteStore(used = emptyBytes): SpriteStore {
  // Kernels may read a little beyond the last sprite.
  const initial = Math.ceil(used / pageBytes) + 1;
  return { memory: new WebAssembly.Memory({ initial, maximum: mostPages, shared: true }), used };
}

/** Kernels may also read a little before the first sprite. */
const emptyBytes = 64;
