import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Moves a whole file to its place, durably: synced, renamed, and the folders synced. A file that is there already with the
 * same size is kept. Both are on one file system.
 */
export async function placeFile(temporary: string, target: string): Promise<void> {
  const { size } = await stat(temporary);
  const there = await stat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (there?.size === size) {
    await rm(temporary, { force: true });
    return;
  }
  const file = await open(temporary, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  const made = await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  await rename(temporary, target);
  // The folder of the file, the one above, which another upload may just have made it in, and all that are new.
  const above = path.dirname(path.dirname(target));
  await syncFolders(path.dirname(target), made && made.length < above.length ? path.dirname(made) : above);
}

/** Makes a rename survive a power cut, with the folders that may be new. Windows can't sync folders. */
async function syncFolders(from: string, to: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (let folder = from; folder.startsWith(to); folder = path.dirname(folder)) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}
