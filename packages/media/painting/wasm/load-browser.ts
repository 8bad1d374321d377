import { KinoraError } from '@kinora/capabilities';
import type { ModuleName, PaintingModules } from './modules.ts';

// Each address is written out: bundlers find files by these very words.
const addresses: Record<ModuleName, () => URL> = {
  core: () => new URL('./core.wasm', import.meta.url),
  strokes: () => new URL('./strokes.wasm', import.meta.url),
  regions: () => new URL('./regions.wasm', import.meta.url),
};

let modules: Promise<PaintingModules> | undefined;

/**
 * The painters' modules, fetched and compiled once per page or worker.
 * @throws KinoraError `provider.unavailable` when one can't be fetched; the next call tries again.
 */
export function fetchPaintingModules(): Promise<PaintingModules> {
  modules ??= Promise.all(
    Object.entries(addresses).map(async ([name, address]) => {
      const response = await fetch(address());
      if (!response.ok)
        throw new KinoraError('provider.unavailable', `The painters could not be loaded (${response.status}); reload.`);
      return [name, await WebAssembly.compile(await response.arrayBuffer())];
    }),
  ).then((entries) => Object.fromEntries(entries) as PaintingModules);
  modules.catch(() => {
    modules = undefined;
  });
  return modules;
}
