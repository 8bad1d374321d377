import { readFile } from 'node:fs/promises';
import { checkVectors } from '../packages/media/diffusion/vectors.ts';
import type { VectorFile } from '../packages/media/diffusion/vectors.ts';

/** A correct sampler in 64 bits stays below this. */
const tolerance = 1e-9;

/**
 * Checks the samplers against reference numbers and prints the worst error of each, |a - b| / (1 + |b|).
 * @param args A file of vectors; without one, those of the tests. Fails above 1e-9.
 */
export default async function benchDiffusionVectors(args: string[]): Promise<void> {
  const path = args[0] ?? new URL('../packages/media/diffusion/__fixtures__/vectors.json', import.meta.url);
  const results = await checkVectors(JSON.parse(await readFile(path, 'utf8')) as VectorFile);
  const groups = Map.groupBy(results, ({ scheduler }) => scheduler);
  for (const [name, cases] of groups) {
    const worst = cases.reduce((a, b) => (b.error > a.error ? b : a));
    console.log(
      `${name.padEnd(24)} ${String(cases.length).padStart(3)} cases  worst ${worst.error.toExponential(1)}  ${worst.name}`,
    );
  }
  const failed = results.filter(({ error }) => error > tolerance);
  for (const { name, error } of failed) console.log(`FAILED ${name}: ${error.toExponential(2)}`);
  console.log(`${results.length - failed.length} of ${results.length} within ${tolerance}`);
  if (failed.length > 0) process.exit(1);
}
