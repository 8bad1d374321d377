import type { CatalogueEntry } from '@kinora/capabilities';
import { KinoraError, catalogueEntry } from '@kinora/capabilities';
import { createHash, randomUUID } from 'node:crypto';
import { constants, copyFile, link, mkdir, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkRoom, describeDiskFailure, freeBytes } from './disk.ts';
import { inspectModel } from './formats.ts';
import type { Inspection } from './formats.ts';
import type { FileRecord } from './hub.ts';
import type { InstallContext, InstallProgress } from './install.ts';
import { publish } from './publish.ts';
import type { Manifest } from './records.ts';
import { describeInstalled } from './records.ts';
import { hashFile } from './transfer.ts';

/** A model on this machine that is to be used. */
export type ImportRequest = {
  /** Its folder, or its file. */
  path: string;
  /** Default: the name of the folder or file. */
  title?: string | undefined;
  /** Default: recognised from the files. */
  purpose?: CatalogueEntry['purpose'] | undefined;
  /** Default: recognised from the files. */
  format?: CatalogueEntry['format'] | undefined;
  /** Uses the files where they are instead of copying them. Default false. */
  link?: boolean | undefined;
};

/** What the store shows while an import runs. */
export type ImportPlan = { id: string; inspection: Inspection; title: string; from: string };

/** Looks at what is to be imported and gives it a free id. @throws KinoraError `request.invalid`. */
export async function planImport(request: ImportRequest, isTaken: (id: string) => boolean): Promise<ImportPlan> {
  const from = path.resolve(request.path);
  const inspection = await inspectModel(from, request);
  const title = request.title?.trim() || inspection.title;
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  const base = `local-${slug || randomUUID().slice(0, 8)}`;
  let id = base;
  for (let count = 2; isTaken(id); count++) id = `${base}-${count}`;
  return { id, inspection, title, from };
}

/**
 * Copies or links a model into Kinora's home, hashes it, loads it once and makes it an installed one.
 * @throws KinoraError `request.conflict` when the same model is there already, `storage.full`, and what the probe throws.
 */
export async function runImport(
  context: Pick<InstallContext, 'places' | 'clock' | 'probe' | 'freeBytes'>,
  plan: ImportPlan,
  options: {
    isLinked: boolean;
    known: Iterable<Manifest>;
    signal: AbortSignal;
    onProgress: (progress: Omit<InstallProgress, 'step'> & { step: 'copy' | 'verify' | 'probe' }) => void;
  },
): Promise<Manifest> {
  const { places } = context;
  const { id, inspection } = plan;
  const { signal, isLinked, onProgress } = options;
  const staging = places.files(id);
  try {
    const sizes = await Promise.all(
      inspection.files.map(async (file) => (await stat(path.join(inspection.folder, file))).size),
    );
    const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
    const free = await (context.freeBytes ?? freeBytes)(places.root);
    if (!isLinked) checkRoom(totalBytes, free, places.root);
    await rm(places.download(id), { recursive: true, force: true });
    const files: FileRecord[] = [];
    let doneBytes = 0;
    for (const [index, file] of inspection.files.entries()) {
      signal.throwIfAborted();
      onProgress({ step: isLinked ? 'verify' : 'copy', doneBytes, totalBytes });
      const target = path.join(staging, file);
      await mkdir(path.dirname(target), { recursive: true });
      await (isLinked ? place : copy)(path.join(inspection.folder, file), target);
      const hash = { algorithm: 'sha256' as const, value: await hashFile(target, 'sha256', signal) };
      files.push({ path: file, size: sizes[index] ?? 0, hash });
      doneBytes += sizes[index] ?? 0;
    }
    const manifest = describeImport(plan, { files, isLinked, now: context.clock.now() });
    for (const each of options.known) {
      if (each.revision !== manifest.revision || each.source.kind !== 'import') continue;
      throw new KinoraError('request.conflict', `This model is here already, as “${each.title}”.`, {
        data: { id: each.id },
      });
    }
    onProgress({ step: 'probe', doneBytes, totalBytes });
    await context.probe(describeInstalled(manifest, { folder: staging }), { signal });
    signal.throwIfAborted();
    await publish(places, manifest);
    return manifest;
  } catch (error) {
    await rm(places.download(id), { recursive: true, force: true });
    throw describeDiskFailure(error);
  }
}

/** The entry that lists show for an import. */
export function entryOfImport(
  manifest: Pick<Manifest, 'id' | 'title' | 'purpose' | 'runtime' | 'format' | 'bytes' | 'memoryBytes' | 'defaults'> & {
    from: string;
    files: string[];
  },
): CatalogueEntry {
  const { id, title, purpose, runtime, format, bytes, memoryBytes, defaults, from, files } = manifest;
  return catalogueEntry.parse({
    id,
    title,
    summary: `Imported from ${from}.`,
    purpose,
    runtime,
    format,
    repository: 'local/import',
    files,
    licence: {
      name: 'Unknown',
      url: pathToFileURL(from).href,
      forbids: 'What its maker says; Kinora was not told.',
    },
    bytes: Math.max(1, bytes),
    memoryBytes,
    quality: 5,
    defaults,
  });
}

/** Copies; where the file system can, without taking room. */
async function copy(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
}

/** Links by name, so that moving the original is noticed; by a second name where that isn't allowed (Windows). */
async function place(from: string, to: string): Promise<void> {
  await symlink(from, to, 'file').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPERM') throw error;
    await link(from, to);
  });
}

function describeImport(
  { id, inspection, title, from }: ImportPlan,
  { files, isLinked, now }: { files: FileRecord[]; isLinked: boolean; now: number },
): Manifest {
  const { format, runtime, purpose } = inspection;
  const revision = createHash('sha256');
  for (const { path: name, hash } of files) revision.update(`${name} ${hash.value}\n`);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const digest = revision.digest('hex');
  return {
    version: 1,
    id,
    title,
    purpose,
    runtime,
    format,
    revision: digest,
    folder: digest.slice(0, 12),
    files,
    bytes,
    memoryBytes: Math.round(bytes * 1.3) + 300_000_000,
    languages: [],
    defaults: {},
    installedAt: new Date(now).toISOString(),
    source: { kind: 'import', isLinked, from },
  };
}
