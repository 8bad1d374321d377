import { build } from 'vite';

/**
 * Bundles a module of ours for a page of a test or a benchmark.
 * @param path Absolute path of a TypeScript module.
 * @returns A script that puts the module's exports into `globalThis[name]`.
 */
export async function bundleForBrowser(path: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: path, formats: ['iife'], name } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (first === undefined || !('output' in first)) throw new Error(`${path} could not be bundled`);
  return `${first.output[0].code}\nglobalThis.${name} = ${name};`;
}
