import type { RuntimeName } from '@kinora/capabilities';
import { KinoraError, runtimeNames } from '@kinora/capabilities';
import type { InstallState, RuntimeView } from '@kinora/capabilities/setup';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lock } from './folder.ts';
import { importFrom, installFolder, installingBytes, readManifest, removeFolder, sweep } from './folder.ts';
import type { Hardware } from './hardware/index.ts';
import { createInstalls } from './installs.ts';
import type { NpmInstall } from './npm.ts';
import type { RuntimePackage, System } from './packages.ts';
import { runtimePackage, runtimeVariants } from './packages.ts';

/** Options of {@link openRuntimes}. */
export type RuntimesOptions = {
  /** Kinora's folder; runtimes lie in `runtimes/` below it. */
  home: string;
  /** Chooses the variant. */
  hardware: () => Promise<Hardware>;
  /** Default: this machine. */
  system?: System;
} & Pick<NpmInstall, 'npm' | 'environment'>;

/** A runtime that is there. */
export type InstalledRuntime = { name: RuntimeName; version: string; variant: string; folder: string };

/** The model runtimes of a home: installed when wanted, removable. */
export type Runtimes = {
  /** All runtimes that exist for this system, with what the hardware suits and what happens with each. */
  list(): Promise<RuntimeView[]>;
  /**
   * Installs a runtime, in the variant that suits the hardware unless another is named. Returns at once when it is there;
   * joins an installation that is under way.
   * @throws KinoraError `provider.unavailable` when there is none for this system or the registry can't be reached,
   * `storage.full`, `job.cancelled`.
   */
  install(name: RuntimeName, options?: RuntimeInstall): Promise<InstalledRuntime>;
  /** Stops an installation of this process. */
  cancel(name: RuntimeName): void;
  /** The installed runtime, the best variant first, or null. */
  find(name: RuntimeName): Promise<InstalledRuntime | null>;
  /** Imports a package of an installed runtime into this process. For tests: in Kinora runtimes live in processes of their own. */
  importPackage<Module>(name: RuntimeName, package_: string): Promise<Module>;
  /** Deletes a runtime, in all variants and versions. */
  remove(name: RuntimeName): Promise<void>;
  /** Deletes what killed processes left behind, and older versions of runtimes that are there in the current one. */
  sweep(): Promise<void>;
};

/** How a runtime is installed. */
export type RuntimeInstall = {
  /** One of the variants of this system, e.g. `cpu` on a machine with a GPU. */
  variant?: string;
  signal?: AbortSignal;
};

/** Opens the runtimes of a home. Nothing is fetched before `install`. */
export function openRuntimes(options: RuntimesOptions): Runtimes {
  const root = path.join(options.home, 'runtimes');
  const system = options.system ?? { platform: process.platform, arch: process.arch };
  const installs = createInstalls();

  const find = async (name: RuntimeName): Promise<InstalledRuntime | null> => {
    const best = chooseVariant(name, await options.hardware(), system);
    const variants = runtimeVariants(name, system);
    for (const variant of [best, ...variants.toReversed()]) {
      const wanted = variant === null ? null : runtimePackage(name, variant, system);
      if (!wanted || !(await readManifest(path.join(root, keyOf(wanted))))) continue;
      return { name, version: wanted.version, variant: wanted.variant, folder: path.join(root, keyOf(wanted)) };
    }
    return null;
  };

  const choose = async (name: RuntimeName, variant?: string): Promise<RuntimePackage | null> => {
    const chosen = variant ?? chooseVariant(name, await options.hardware(), system);
    return chosen === null ? null : runtimePackage(name, chosen, system);
  };

  const stateOf = async (wanted: RuntimePackage): Promise<InstallState> => {
    const key = keyOf(wanted);
    const manifest = await readManifest(path.join(root, key));
    if (manifest) return { state: 'installed', bytes: manifest.bytes, installedAt: manifest.installedAt };
    const own = installs.state(key, wanted.unpackedBytes);
    if (own) return own;
    const doneBytes = await installingBytes(root, key);
    if (doneBytes === null) return { state: 'absent' };
    return { state: 'installing', step: 'download', doneBytes, totalBytes: wanted.unpackedBytes, bytesPerSecond: 0 };
  };

  const cancel = (name: RuntimeName): void => {
    for (const variant of runtimeVariants(name, system)) {
      const wanted = runtimePackage(name, variant, system);
      if (wanted) installs.cancel(keyOf(wanted));
    }
  };

  return {
    async list() {
      const views = runtimeNames.map(async (name): Promise<RuntimeView | null> => {
        const installed = await find(name);
        const wanted = await choose(name, installed?.variant);
        if (!wanted) return null;
        const { title, summary, version, variant, downloadBytes, licence } = wanted;
        return {
          name,
          title,
          summary,
          version,
          variant,
          downloadBytes,
          licence,
          install: await stateOf(wanted),
        };
      });
      return (await Promise.all(views)).filter((view) => view !== null);
    },
    async install(name, { variant, signal } = {}) {
      const wanted = await choose(name, variant);
      if (!wanted) throw missingFor(name, system, variant);
      const key = keyOf(wanted);
      const lock = await readLock(name);
      const folder = await installs.run(
        key,
        (inner, onProgress) =>
          installFolder({
            root,
            key,
            title: wanted.title,
            packages: wanted.packages,
            overrides: wanted.overrides,
            omitOptional: wanted.omitOptional,
            lock,
            prune: wanted.prune,
            bytes: wanted.unpackedBytes,
            downloadBytes: wanted.downloadBytes,
            signal: inner,
            onProgress,
            npm: options.npm,
            environment: options.environment,
          }),
        signal,
      );
      return { name, version: wanted.version, variant: wanted.variant, folder };
    },
    cancel,
    find,
    async importPackage<Module>(name: RuntimeName, package_: string) {
      const runtime = await find(name);
      if (!runtime) throw notInstalled(name);
      return importFrom<Module>(runtime.folder, package_);
    },
    async remove(name) {
      cancel(name);
      const folders = (await readdir(root).catch(() => [])).filter((each) => each.startsWith(`${name}-`));
      for (const each of folders) await removeFolder(root, each);
    },
    async sweep() {
      await sweep(root);
      for (const name of runtimeNames) {
        const installed = await find(name);
        if (!installed) continue;
        const folders = await readdir(root);
        const old = folders.filter(
          (each) => each.startsWith(`${name}-`) && !each.startsWith(`${name}-${installed.version}-`),
        );
        for (const each of old) await removeFolder(root, each);
      }
    },
  };
}

/** The error of a model whose runtime isn't there. */
export function notInstalled(name: RuntimeName): KinoraError {
  return new KinoraError(
    'provider.unavailable',
    `The runtime ${name} is not installed; install it on the Models page, or together with a model: \`kinora models install <model>\`.`,
    { data: { runtime: name } },
  );
}

/** The variant that makes the most of the hardware, or null when there is none for the system. */
export function chooseVariant(name: RuntimeName, hardware: Hardware, system: System): string | null {
  const variants = runtimeVariants(name, system);
  // A GPU that borrows its memory from the processor is seldom faster than it.
  const wanted = hardware.devices
    .filter(({ kind, runtimes }) => kind !== 'integrated' && runtimes.includes(name))
    .map(({ id }) => id.replace(/:.*/, ''));
  return variants.findLast((variant) => wanted.includes(variant)) ?? variants[0] ?? null;
}

/** The best device that an installed runtime reaches. */
export function chooseDevice({ name, variant }: InstalledRuntime, hardware: Hardware): string {
  const suited = hardware.devices.filter(({ runtimes }) => runtimes.includes(name));
  if (name === 'llama-cpp') {
    return suited.find(({ id }) => id.startsWith(variant))?.id ?? 'cpu';
  }
  // ONNX Runtime reaches a GPU by one way per system and can't be told which; one that borrows its memory is no gain.
  const hasGpu = suited.some(({ kind }) => kind === 'discrete' || kind === 'unified');
  return hasGpu && variant !== 'cpu' ? variant : 'cpu';
}

/** What a runtime consists of. */
export async function readLock(name: RuntimeName): Promise<Lock> {
  return JSON.parse(await readFile(new URL(`locks/${name}.json`, import.meta.url), 'utf8')) as Lock;
}

function keyOf({ name, version, variant }: RuntimePackage): string {
  return `${name}-${version}-${variant}`;
}

function missingFor(name: RuntimeName, { platform, arch }: System, variant?: string): KinoraError {
  const what = variant === undefined ? name : `${name} (${variant})`;
  return new KinoraError(
    'provider.unavailable',
    `There is no ${what} for ${platform} on ${arch}; the built-in providers work here, and remote ones.`,
    { data: { runtime: name } },
  );
}
