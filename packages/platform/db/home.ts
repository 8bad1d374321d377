import { KinoraError } from '@kinora/capabilities';
import { randomUUID } from 'node:crypto';
import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { writeOnce } from './write-once.ts';

/** Receives one line for people: what was done and why. */
export type Log = (line: string) => void;

/** Kinora's folder on this machine. */
export type Home = {
  /** Absolute. */
  path: string;
  /** Stable name of this folder, also when it is moved. */
  id: string;
  /** Folder of the asset files. */
  assets: string;
  /** Folder of the embedded PostgreSQL: password, port, log and, unless it had to be placed elsewhere, its data. */
  postgres: string;
  log: Log;
};

/** Options of {@link openHome}. */
export type HomeOptions = {
  /** Default: `KINORA_HOME`, else {@link defaultHomePath}. */
  path?: string;
  /** Default: silent. */
  log?: Log;
};

/**
 * Opens Kinora's folder and creates it when it is missing, readable by its owner alone.
 * @throws KinoraError `home.denied` when it can't be created or written.
 */
export async function openHome(options: HomeOptions = {}): Promise<Home> {
  const folder = path.resolve(options.path ?? (process.env.KINORA_HOME || defaultHomePath()));
  const assets = path.join(folder, 'assets');
  const postgres = path.join(folder, 'postgres');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await mkdir(assets, { recursive: true, mode: 0o700 });
    await mkdir(postgres, { recursive: true, mode: 0o700 });
    if (isRoot()) for (const each of [folder, postgres]) await letThrough(each);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return {
      path: folder,
      id: await writeOnce(path.join(folder, 'id'), randomUUID),
      assets,
      postgres,
      log: options.log ?? (() => {}),
    };
  } catch (cause) {
    throw denied(folder, cause);
  }
}

/**
 * Where Kinora keeps its data when `KINORA_HOME` is not set: `/var/lib/kinora` as root, else the platform's data folder.
 */
export function defaultHomePath(): string {
  if (process.platform === 'win32') {
    return path.join(process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Kinora');
  }
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Kinora');
  if (isRoot()) return '/var/lib/kinora';
  const data = process.env.XDG_DATA_HOME;
  return path.join(data && path.isAbsolute(data) ? data : path.join(homedir(), '.local', 'share'), 'kinora');
}

/** Whether this process runs as root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function denied(folder: string, cause: unknown): KinoraError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC') {
    return new KinoraError('storage.full', `The disk that holds ${folder} is full; free some space and start again.`, {
      cause,
      isRetryable: true,
    });
  }
  const reason = code === 'ENOTDIR' || code === 'EEXIST' ? 'is not a folder' : 'cannot be written by this user';
  return new KinoraError(
    'home.denied',
    `Kinora's folder ${folder} ${reason}; correct its owner and permissions, or set KINORA_HOME to a folder of your own.`,
    { cause, data: { path: folder } },
  );
}

/** PostgreSQL runs as another user when Kinora is root; that user must pass, without reading, to its data. */
async function letThrough(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) await chmod(folder, (mode & 0o777) | 0o001);
}

/** Whether user `uid` of group `gid` may pass through a folder and all folders above it. */
export async function isTraversableBy(folder: string, user: { uid: number; gid: number }): Promise<boolean> {
  const parent = path.dirname(folder);
  const facts = await stat(folder).catch(() => null);
  if (facts) {
    const bit = facts.uid === user.uid ? 0o100 : facts.gid === user.gid ? 0o010 : 0o001;
    if ((facts.mode & bit) === 0) return false;
  }
  return parent === folder || isTraversableBy(parent, user);
}
