import type { CatalogueEntry, InstalledModel } from '@kinora/capabilities';
import type { InstallState } from '@kinora/capabilities/setup';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { catalogue } from './catalogue/index.ts';
import type { Manifest } from './records.ts';
import { describeInstalled, placesIn, readManifests } from './records.ts';

/**
 * The models that are installed in a home, for processes that only use them.
 * @param known Default: Kinora's catalogue.
 */
export async function readInstalled(home: string, known: CatalogueEntry[] = catalogue): Promise<InstalledModel[]> {
  const entries = new Map(known.map((entry) => [entry.id, entry]));
  const places = placesIn(path.join(home, 'models'));
  const installed: InstalledModel[] = [];
  for (const manifest of (await readManifests(places)).values()) {
    const folder = path.join(places.model(manifest.id), manifest.folder);
    if ((await describeState(manifest, folder)).state === 'installed') {
      installed.push(describeInstalled(manifest, { folder, entry: entries.get(manifest.id) }));
    }
  }
  return installed;
}

/** A model whose files were taken away, perhaps because an import was only linked, counts as failed. */
export async function describeState(manifest: Manifest, folder: string): Promise<InstallState> {
  const { bytes, installedAt, files, source } = manifest;
  for (const file of files) {
    const isThere = await access(path.join(folder, file.path)).then(
      () => true,
      () => false,
    );
    if (isThere) continue;
    const message =
      source.kind === 'import' && source.isLinked
        ? `Its file ${file.path} is no longer at ${source.from}; put it back, or import the model again.`
        : `Its file ${file.path} is missing; check the model, then install it again.`;
    return { state: 'failed', message, doneBytes: 0, totalBytes: bytes };
  }
  return { state: 'installed', bytes, installedAt };
}
