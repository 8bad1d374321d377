import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { describeDiskFailure, syncFolder } from './disk.ts';
import type { Manifest, Places } from './records.ts';
import { writeManifest } from './records.ts';

/** Puts the finished folder in its place, then the manifest: only that makes it installed. */
export async function publish(places: Places, manifest: Manifest): Promise<void> {
  const { id } = manifest;
  const home = places.model(id);
  const target = path.join(home, manifest.folder);
  try {
    await mkdir(home, { recursive: true });
    await rm(target, { recursive: true, force: true });
    await rename(places.files(id), target);
    await syncFolder(home);
    await writeManifest(places, manifest);
    await rm(places.download(id), { recursive: true, force: true });
    for (const name of await readdir(home)) {
      if (name !== manifest.folder && name !== 'manifest.json') {
        await rm(path.join(home, name), { recursive: true, force: true });
      }
    }
  } catch (error) {
    throw describeDiskFailure(error);
  }
}
