import { KinoraError } from '@kinora/capabilities';
import { open, readFile, rename, statfs } from 'node:fs/promises';
import path from 'node:path';

/** Room that a download leaves on the disk for everything else. */
const reserveBytes = 512 * 1024 * 1024;

/** Bytes that may be written to the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const facts = await statfs(folder);
  return facts.bavail * facts.bsize;
}

/** @throws KinoraError `storage.full` with both numbers when the download would fill the disk. */
export function checkRoom(needed: number, free: number, folder: string): void {
  if (needed === 0 || needed + reserveBytes <= free) return;
  throw new KinoraError(
    'storage.full',
    `This needs ${inGigabytes(needed + reserveBytes)} free (${inGigabytes(needed)} and some room), and ${folder} has ${inGigabytes(free)}; free some space, or remove a model.`,
    { isRetryable: true, data: { needed, free } },
  );
}

function inGigabytes(bytes: number): string {
  return bytes < 1e8 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** What the file system says, as an error with advice. */
export function describeDiskFailure(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new KinoraError('storage.full', 'The disk is full; free some space and go on with the download.', {
      isRetryable: false,
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new KinoraError('storage.denied', "Kinora's folder can't be written; correct its owner and permissions.", {
      cause: error,
    });
  }
  return error;
}

/** Writes a file so that it is there whole or as before, also after a power cut. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.new`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    throw describeDiskFailure(error);
  }
}

/** Makes renames in a folder survive a power cut. Windows can't sync folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Reads JSON; null when there is none or when it is damaged. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
}
