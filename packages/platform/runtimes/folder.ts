import { KinoraError } from '@kinora/capabilities';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isLocked, withLock } from './lock.ts';
import type { NpmInstall } from './npm.ts';
import { installWithNpm } from './npm.ts';

/** What a finished installation says about itself; it is written last. */
export type Manifest = {
  key: string;
  packages: Record<string, string>;
  bytes: number;
  /** ISO 8601. */
  installedAt: string;
};

/** Entries of a package-lock.json by path, without its root. */
export type Lock = Record<string, { version: string; integrity: string; optional?: boolean }>;

/** Packages that belong into one folder. */
export type FolderRequest = {
  /** Folder of all such folders. It is created. */
  root: string;
  /** Name of the folder, unique for its content. */
  key: string;
  /** For people. */
  title: string;
  packages: Record<string, string>;
  overrides?: Record<string, string> | undefined;
  omitOptional?: boolean;
  /** What it consists of, down to the last package, as in a package-lock.json. Default: what the registry says today. */
  lock?: Lock;
  /** Folders to delete afterwards, relative to `node_modules`. */
  prune?: string[];
  /** Bytes it will take while it is installed, about, beside what is fetched for it. */
  bytes: number;
  /** Bytes that are fetched, about. */
  downloadBytes: number;
  signal?: AbortSignal | undefined;
  /** Bytes that are on the disk so far. */
  onProgress?: ((doneBytes: number) => void) | undefined;
} & Pick<NpmInstall, 'npm' | 'environment'>;

const manifestName = 'kinora.json';
/** Lives in each folder, so that packages are resolved from there by the rules of ES modules. */
const importer = 'import.mjs';

/**
 * Installs packages into a folder of their own: in a temporary folder, which is renamed when everything is there. Only one
 * process installs the same folder at a time; what a killed one left behind is swept away.
 * @returns The folder, at once when it is installed already.
 * @throws KinoraError `storage.full`, and what {@link installWithNpm} throws.
 */
export async function installFolder(request: FolderRequest): Promise<string> {
  const { root, key, signal } = request;
  const folder = path.join(root, key);
  if (await readManifest(folder)) return folder;
  await mkdir(root, { recursive: true });
  try {
    return await withLock(
      path.join(root, `.${key}.lock`),
      async () => {
        if (await readManifest(folder)) return folder;
        await sweep(root, key);
        await requireSpace(request);
        const temporary = path.join(root, `.installing-${key}-${randomUUID()}`);
        try {
          await fill(temporary, request);
          // Without a manifest it is no installation, whoever made it.
          await rm(folder, { recursive: true, force: true });
          await rename(temporary, folder);
        } finally {
          await rm(temporary, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
        }
        return folder;
      },
      { signal },
    );
  } catch (error) {
    if (signal?.aborted) {
      throw new KinoraError('job.cancelled', `Installing ${request.title} was stopped.`, { cause: error });
    }
    throw error;
  }
}

/** Imports a package that is installed in a folder. */
export async function importFrom<Module>(folder: string, name: string): Promise<Module> {
  const { default: load } = (await import(pathToFileURL(path.join(folder, importer)).href)) as {
    default: (name: string) => Promise<Module>;
  };
  return load(name);
}

/** What an installed folder says about itself, or null when it isn't one. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    return JSON.parse(await readFile(path.join(folder, manifestName), 'utf8')) as Manifest;
  } catch {
    return null;
  }
}

/** Bytes that an installation under way has on the disk, or null when none is under way, in any process. */
export async function installingBytes(root: string, key: string): Promise<number | null> {
  if (!(await isLocked(path.join(root, `.${key}.lock`)))) return null;
  const names = await leftovers(root, key);
  const sizes = await Promise.all(names.map((name) => bytesIn(path.join(root, name, 'node_modules'))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Deletes an installed folder: it is gone at once, its files a moment later. */
export async function removeFolder(root: string, key: string): Promise<void> {
  const aside = path.join(root, `.removing-${key}-${randomUUID()}`);
  try {
    await rename(path.join(root, key), aside);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new KinoraError('request.conflict', `${key} is in use; unload its models first, then remove it.`, { cause });
  }
  await rm(aside, { recursive: true, force: true, maxRetries: 5 });
}

/** Deletes what killed processes left behind. Folders that a living process fills stay. */
export async function sweep(root: string, heldKey?: string): Promise<void> {
  for (const name of await readdir(root).catch(() => [])) {
    const key = /^\.(?:installing|removing)-(.+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(name)?.[1];
    if (key === undefined) continue;
    if (key !== heldKey && (await isLocked(path.join(root, `.${key}.lock`)))) continue;
    await rm(path.join(root, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Bytes of all files in a folder; 0 when it doesn't exist. */
export async function bytesIn(folder: string): Promise<number> {
  let sum = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) sum += await bytesIn(file);
    else if (entry.isFile()) sum += (await stat(file).catch(() => null))?.size ?? 0;
  }
  return sum;
}

async function fill(temporary: string, request: FolderRequest): Promise<void> {
  const { packages, overrides, signal } = request;
  await mkdir(temporary, { recursive: true });
  await write(
    path.join(temporary, 'package.json'),
    JSON.stringify({ private: true, dependencies: packages, overrides }),
  );
  await write(path.join(temporary, importer), 'export default (name) => import(name);\n');
  if (request.lock) {
    await write(path.join(temporary, 'package-lock.json'), JSON.stringify(lockFile(request.lock, packages)));
  }
  const modules = path.join(temporary, 'node_modules');
  let isMeasuring = false;
  const measure = () => {
    if (isMeasuring) return;
    isMeasuring = true;
    void bytesIn(modules).then((bytes) => {
      isMeasuring = false;
      request.onProgress?.(bytes);
    });
  };
  const timer = setInterval(measure, 500);
  try {
    await installWithNpm({
      folder: temporary,
      cache: path.join(temporary, '.cache'),
      omitOptional: request.omitOptional ?? false,
      isLocked: request.lock !== undefined,
      signal,
      npm: request.npm,
      environment: request.environment,
    });
  } finally {
    clearInterval(timer);
  }
  for (const each of [
    ...(request.prune ?? []).map((name) => path.join(modules, name)),
    path.join(temporary, '.cache'),
  ]) {
    await rm(each, { recursive: true, force: true, maxRetries: 5 });
  }
  signal?.throwIfAborted();
  const manifest: Manifest = {
    key: request.key,
    packages,
    bytes: await bytesIn(temporary),
    installedAt: new Date().toISOString(),
  };
  await write(path.join(temporary, manifestName), JSON.stringify(manifest, null, 2));
}

/** What is asked for is not optional, whatever it is to the packages that name it. */
function lockFile(lock: Lock, packages: Record<string, string>) {
  const entries = Object.entries(lock).map(([at, { optional, ...entry }]) => {
    const isWanted = at.replace(/^node_modules\//, '') in packages;
    return [at, optional && !isWanted ? { ...entry, optional } : entry];
  });
  return { lockfileVersion: 3, packages: { '': { dependencies: packages }, ...Object.fromEntries(entries) } };
}

/** npm's downloads and what it unpacks lie beside each other for a while. */
async function requireSpace(request: FolderRequest): Promise<void> {
  const disk = await statfs(request.root);
  const free = disk.bavail * disk.bsize;
  const needed = request.bytes + request.downloadBytes + 50_000_000;
  if (free >= needed) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
  throw new KinoraError(
    'storage.full',
    `Installing ${request.title} needs ${megabytes(needed)} MB and ${megabytes(free)} MB are free where Kinora keeps its data; free ${megabytes(needed - free)} MB and try again.`,
    { isRetryable: true, data: { neededBytes: needed, freeBytes: free } },
  );
}

async function leftovers(root: string, key: string): Promise<string[]> {
  return (await readdir(root).catch(() => [])).filter((name) => name.startsWith(`.installing-${key}-`));
}

async function write(file: string, text: string): Promise<void> {
  await using handle = await open(file, 'w');
  await handle.writeFile(text);
  await handle.sync();
}
