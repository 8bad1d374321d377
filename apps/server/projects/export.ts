import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import type { UserAssets } from '@kinora/platform/storage';

/**
 * Writes a stored file to a path outside the store; it appears there whole or not at all.
 * @throws KinoraError `asset.missing`, `asset.broken`, and what the file system throws.
 */
export async function exportFile(file: AssetRef, path: string, assets: UserAssets): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.part`;
  try {
    await pipeline(await assets.stream(file, { verify: true }), createWriteStream(half));
    await rename(half, path);
  } finally {
    await rm(half, { force: true });
  }
}

/**
 * Runs what writes files for somebody.
 * @param place Folder or file that is written to.
 * @param noun What is safe in the library in any case, e.g. `story`.
 * @throws KinoraError `storage.full`, `storage.denied`.
 */
export async function exporting<Value>(place: string, noun: string, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC')
      throw new KinoraError(
        'storage.full',
        `The disk of ${place} is full. The ${noun} is safe in your library; free some space and download it.`,
        { cause },
      );
    if (['EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'EROFS', 'EISDIR'].includes(code)) {
      throw new KinoraError(
        'storage.denied',
        `${place} can't be written (${code}). The ${noun} is safe in your library; choose another place with --out.`,
        { cause },
      );
    }
    throw cause;
  }
}
