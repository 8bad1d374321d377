import { KinoraError } from '@kinora/capabilities';
import type { InstallState } from '@kinora/capabilities/setup';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from './folder.ts';
import { bytesIn, importFrom, installFolder, installingBytes, readManifest, removeFolder, sweep } from './folder.ts';
import { createInstalls } from './installs.ts';
import type { NpmInstall } from './npm.ts';

/** Packages of remote providers in a home: installed when a provider is switched on. */
export type Packages = {
  /**
   * Installs packages, each with exactly this version into a folder of its own. Returns at once when they are there.
   * @throws KinoraError `provider.unavailable` when the registry can't be reached, `storage.full`, `job.cancelled`,
   * `request.invalid` for a version that is not exact.
   */
  install(packages: Record<string, string>, options?: { signal?: AbortSignal }): Promise<void>;
  /** What happens with these packages, taken together. */
  state(packages: Record<string, string>): Promise<InstallState>;
  /** Stops their installation. */
  cancel(packages: Record<string, string>): void;
  /**
   * Imports an installed package into this process: the version that was last installed.
   * @throws KinoraError `provider.unavailable` with advice when it isn't installed.
   */
  importPackage<Module>(name: string): Promise<Module>;
  /** Deletes these packages, in all versions. */
  remove(packages: Record<string, string>): Promise<void>;
  /** Deletes what killed processes left behind. */
  sweep(): Promise<void>;
  /** Bytes they take on the disk, all together. */
  bytes(): Promise<number>;
};

/** About what a package with all it needs takes; the AI SDK's have 9 to 12 MB. */
const usualBytes = 12_000_000;

/** Opens the packages of a home, in `packages/` below it. Nothing is fetched before `install`. */
export function openPackages(options: { home: string } & Pick<NpmInstall, 'npm' | 'environment'>): Packages {
  const root = path.join(options.home, 'packages');
  const installs = createInstalls();

  const installed = async (name: string): Promise<{ folder: string; manifest: Manifest }[]> => {
    const prefix = `${encode(name)}@`;
    const folders = (await readdir(root).catch(() => []))
      .filter((each) => each.startsWith(prefix))
      .map((each) => path.join(root, each));
    const found = await Promise.all(folders.map(async (folder) => ({ folder, manifest: await readManifest(folder) })));
    return found
      .filter((each): each is { folder: string; manifest: Manifest } => each.manifest !== null)
      .toSorted((a, b) => b.manifest.installedAt.localeCompare(a.manifest.installedAt));
  };

  const installOne = async (name: string, version: string, signal?: AbortSignal): Promise<void> => {
    const key = keyOf(name, version);
    await installs.run(
      key,
      (inner, onProgress) =>
        installFolder({
          root,
          key,
          title: name,
          packages: { [name]: version },
          bytes: usualBytes,
          downloadBytes: usualBytes / 3,
          signal: inner,
          onProgress,
          npm: options.npm,
          environment: options.environment,
        }),
      signal,
    );
  };

  const stateOfOne = async (name: string, version: string): Promise<InstallState> => {
    const key = keyOf(name, version);
    const manifest = await readManifest(path.join(root, key));
    if (manifest) return { state: 'installed', bytes: manifest.bytes, installedAt: manifest.installedAt };
    const own = installs.state(key, usualBytes);
    if (own) return own;
    const doneBytes = await installingBytes(root, key);
    if (doneBytes === null) return { state: 'absent' };
    return { state: 'installing', step: 'download', doneBytes, totalBytes: usualBytes, bytesPerSecond: 0 };
  };

  const cancel = (packages: Record<string, string>): void => {
    for (const [name, version] of Object.entries(packages)) installs.cancel(keyOf(name, version));
  };

  return {
    async install(packages, { signal } = {}) {
      for (const [name, version] of Object.entries(packages)) requireExact(name, version);
      for (const [name, version] of Object.entries(packages)) await installOne(name, version, signal);
    },
    async state(packages) {
      const states = await Promise.all(Object.entries(packages).map(([name, version]) => stateOfOne(name, version)));
      return join(states);
    },
    cancel,
    async importPackage<Module>(name: string) {
      const [newest] = await installed(name);
      if (!newest) {
        throw new KinoraError(
          'provider.unavailable',
          `The package ${name} is not installed yet; switch its provider off and on again on the Models page.`,
          { data: { package: name } },
        );
      }
      return importFrom<Module>(newest.folder, name);
    },
    async remove(packages) {
      cancel(packages);
      for (const name of Object.keys(packages)) {
        for (const { folder } of await installed(name)) await removeFolder(root, path.basename(folder));
      }
    },
    sweep: () => sweep(root),
    bytes: () => bytesIn(root),
  };
}

/** What several installations come to: the one that isn't done says what happens. */
function join(states: InstallState[]): InstallState {
  const unfinished = ['failed', 'installing', 'waiting', 'paused', 'absent']
    .map((state) => states.find((each) => each.state === state))
    .find((each) => each !== undefined);
  if (unfinished) return unfinished;
  const done = states.filter((each) => each.state === 'installed');
  return {
    state: 'installed',
    bytes: done.reduce((sum, { bytes }) => sum + bytes, 0),
    installedAt:
      done
        .map(({ installedAt }) => installedAt)
        .toSorted()
        .at(-1) ?? new Date(0).toISOString(),
  };
}

function keyOf(name: string, version: string): string {
  return `${encode(name)}@${version}`;
}

/** A scoped name as one folder. */
function encode(name: string): string {
  return name.replace('/', '+');
}

function requireExact(name: string, version: string): void {
  if (/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version) && /^(@[\w.-]+\/)?[\w.-]+$/.test(name)) return;
  throw new KinoraError('request.invalid', `Packages are installed in an exact version; ${name} ${version} is none.`);
}
