import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './root.ts';

const folder = 'packages/media/painting/wasm';

/** Painters' modules that have a source, e.g. `core`. */
export function painterModules(): string[] {
  return globSync(`${folder}/assembly/*/index.ts`, { cwd: root })
    .map((path) => basename(dirname(path)))
    .sort();
}

/**
 * Compiles a module of the painters from AssemblyScript to WebAssembly with SIMD. All modules of a painter share one memory, which
 * comes from outside; each keeps its few tables in 16 kB of its own at its start.
 * @param name Name of a folder in `wasm/assembly`.
 * @param outFile Where the module is written.
 * @throws Error with what the compiler says.
 */
export function buildPainterModule(name: string, outFile: string): void {
  const memoryBase = 1024 + 16_384 * ['core', 'strokes', 'regions'].indexOf(name);
  const done = spawnSync(
    join(root, 'node_modules', '.bin', 'asc'),
    `${folder}/assembly/${name}/index.ts --outFile ${outFile} --runtime stub --importMemory --noExportMemory
    --initialMemory 1 --memoryBase ${memoryBase} --use abort= -O3 --converge --noAssert --uncheckedBehavior always
    --enable simd`.split(/\s+/),
    { cwd: root, encoding: 'utf8' },
  );
  if (done.status !== 0 || !existsSync(outFile)) throw new Error(`asc ${name}: ${done.stderr}${done.stdout}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  for (const name of wanted.length > 0 ? wanted : painterModules()) {
    buildPainterModule(name, join(root, folder, `${name}.wasm`));
    console.log(`${folder}/${name}.wasm`);
  }
}
