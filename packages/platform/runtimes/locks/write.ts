/**
 * Records what each runtime consists of, down to the last package, with the hash of each: run it after a version in
 * packages.ts has changed. `node packages/platform/runtimes/locks/write.ts`
 */
import { runtimeNames } from '@kinora/capabilities';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findNpm } from '../npm.ts';
import { runtimePackage, runtimeVariants } from '../packages.ts';

const npm = await findNpm();
const system = { platform: 'linux', arch: 'x64' };
for (const name of runtimeNames) {
  const wanted = runtimePackage(name, runtimeVariants(name, system)[0] ?? '', system);
  if (!wanted) throw new Error(`There is no ${name} for Linux`);
  const folder = await mkdtemp(path.join(tmpdir(), 'kinora-lock-'));
  // The package for this system is among the optional ones of the first, with those for all others.
  const [first = ['', '']] = Object.entries(wanted.packages);
  const dependencies = name === 'transformers' ? wanted.packages : { [first[0]]: first[1] };
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies, overrides: wanted.overrides }),
  );
  await promisify(execFile)(
    process.execPath,
    [npm, 'install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--omit-lockfile-registry-resolved'],
    { cwd: folder },
  );
  const { packages } = JSON.parse(await readFile(path.join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Record<string, unknown>>;
  };
  delete packages[''];
  for (const entry of Object.values(packages)) for (const key of ['license', 'funding', 'bin']) delete entry[key];
  await writeFile(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(packages, null, 1)}\n`);
  await rm(folder, { recursive: true });
}
