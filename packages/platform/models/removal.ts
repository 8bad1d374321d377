import type { CatalogueEntry } from '@kinora/capabilities';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { describeDiskFailure } from './disk.ts';
import type { Journal, Manifest, Places } from './records.ts';
import { writeJournal } from './records.ts';

/** Takes folders out of sight in one step each, then frees their space. What can't be freed now is at the next start. */
export async function bury(places: Places, folders: string[]): Promise<void> {
  for (const folder of folders) {
    try {
      const grave = await moveToTrash(places, folder);
      // On Windows a loaded file can't be deleted yet.
      await rm(grave, { recursive: true, force: true }).catch(() => {});
    } catch (error) {
      throw describeDiskFailure(error);
    }
  }
}

/** On a full disk there may be no room for the trash; then the folder stays, but without its manifest it is no model. */
async function moveToTrash(places: Places, folder: string): Promise<string> {
  const grave = path.join(places.trash, randomUUID());
  try {
    await mkdir(places.trash, { recursive: true });
    await rename(folder, grave);
    return grave;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOSPC') throw error;
    await rm(path.join(folder, 'manifest.json'), { force: true });
    return folder;
  }
}

/** Frees what a process that died left behind: removed models, and imports that didn't come to their end. */
export async function sweep(places: Places, downloads: Set<string>): Promise<void> {
  await rm(places.trash, { recursive: true, force: true }).catch(() => {});
  const names = await readdir(places.downloads).catch(() => []);
  for (const name of names) {
    if (!downloads.has(name)) await rm(places.download(name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Makes an installed model a download again whose files are read anew, so that only damaged ones are loaded. */
export async function reopen(
  places: Places,
  manifest: Manifest,
  entry: CatalogueEntry,
  message: string,
): Promise<Journal> {
  const { id, folder, revision, bytes } = manifest;
  const journal: Journal = {
    version: 1,
    entry,
    wish: 'failed',
    message,
    commit: revision,
    totalBytes: bytes,
    files: manifest.files.map((file) => ({ ...file, isDone: true })),
  };
  try {
    await rm(places.download(id), { recursive: true, force: true });
    await mkdir(places.download(id), { recursive: true });
    await writeJournal(places, journal);
    await rm(places.manifest(id), { force: true });
    await rename(path.join(places.model(id), folder), places.files(id));
  } catch (error) {
    throw describeDiskFailure(error);
  }
  return journal;
}
