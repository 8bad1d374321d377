import { readFile } from 'node:fs/promises';
import { moduleNames } from './modules.ts';
import type { PaintingModules } from './modules.ts';

let modules: Promise<PaintingModules> | undefined;

/** The painters' modules, read and compiled once per process or worker. */
export function loadPaintingModules(): Promise<PaintingModules> {
  modules ??= Promise.all(
    moduleNames.map(async (name) => [
      name,
      await WebAssembly.compile(await readFile(new URL(`./${name}.wasm`, import.meta.url))),
    ]),
  ).then((entries) => Object.fromEntries(entries) as PaintingModules);
  return modules;
}
