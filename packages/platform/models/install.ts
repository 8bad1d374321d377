import type { CatalogueEntry, InstalledModel } from '@kinora/capabilities';
import { KinoraError, isKinoraError } from '@kinora/capabilities';
import type { Clock } from '@kinora/capabilities/routing';
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkRoom, describeDiskFailure, freeBytes } from './disk.ts';
import type { HubClient } from './hub.ts';
import { inParallel } from './parallel.ts';
import { publish } from './publish.ts';
import type { Journal, JournalFile, Manifest, Places } from './records.ts';
import { describeInstalled, writeJournal } from './records.ts';
import { selectFiles } from './select.ts';
import { FileChanged, hashFile, transfer } from './transfer.ts';

/** Loads a model once to see that it works. Throws when it doesn't. */
export type Probe = (model: InstalledModel, options: { signal: AbortSignal }) => Promise<void>;

/** What an installation needs. */
export type InstallContext = {
  places: Places;
  hub: HubClient;
  clock: Clock;
  probe: Probe;
  /** Files that are loaded at the same time. */
  parallelFiles: number;
  idleMs: number;
  freeBytes?: (folder: string) => Promise<number>;
};

/** Where an installation stands. */
export type InstallProgress = { step: 'list' | 'download' | 'verify' | 'probe'; doneBytes: number; totalBytes: number };

/**
 * Installs the model of a journal, or goes on with it. Its files stay when it fails, so that the next attempt goes on.
 * @returns The manifest of the installed model.
 */
export async function install(
  context: InstallContext,
  journal: Journal,
  options: { signal: AbortSignal; onProgress: (progress: InstallProgress) => void },
): Promise<Manifest> {
  const { places } = context;
  const { id } = journal.entry;
  const done = new Map<string, number>();
  const report = (step: InstallProgress['step']) => {
    let doneBytes = 0;
    for (const bytes of done.values()) doneBytes += bytes;
    options.onProgress({ step, doneBytes, totalBytes: journal.totalBytes });
  };
  const save = inTurn(() => writeJournal(places, journal));
  await prepare(places, journal);
  await verifyEarlier(context, journal, { ...options, done, report });

  for (let readings = 0; ; readings++) {
    try {
      if (journal.commit === null) {
        report('list');
        await readListing(context, journal, options.signal);
        await dropForeign(places.files(id), new Set(journal.files.map((file) => file.path)));
        await save();
      }
      await checkSpace(context, journal);
      await loadFiles(context, journal, { ...options, done, report, save });
      break;
    } catch (error) {
      const isGone = isKinoraError(error) && error.code === 'resource.missing';
      if (!(error instanceof FileChanged || isGone) || readings >= 1) throw explain(error, journal);
      // The repository changed since the listing: read it again, and keep the files that are still the same.
      journal.commit = null;
      await save();
    }
  }

  report('probe');
  const manifest = describeManifest(journal, context.clock.now());
  await context.probe(describeInstalled(manifest, { folder: places.files(id) }), { signal: options.signal });
  options.signal.throwIfAborted();
  await publish(places, manifest);
  return manifest;
}

/** Makes the folders. What was in its place already but has no manifest, because the process died then, comes back. */
async function prepare(places: Places, journal: Journal): Promise<void> {
  const { id } = journal.entry;
  try {
    await mkdir(places.parts(id), { recursive: true });
    if (journal.commit !== null && !(await exists(places.files(id)))) {
      const target = path.join(places.model(id), folderOf(journal));
      if (await exists(target)) await rename(target, places.files(id));
    }
    await mkdir(places.files(id), { recursive: true });
  } catch (error) {
    throw describeDiskFailure(error);
  }
}

/** Files that an earlier run finished are read again: a power cut may have taken part of them. */
async function verifyEarlier(
  { places }: InstallContext,
  journal: Journal,
  options: { signal: AbortSignal; done: Map<string, number>; report: (step: 'verify') => void },
): Promise<void> {
  const { id } = journal.entry;
  for (const file of journal.files) {
    if (!file.isDone) continue;
    const place = path.join(places.files(id), file.path);
    const hash = await hashFile(place, file.hash.algorithm, options.signal).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    file.isDone = hash === file.hash.value;
    if (file.isDone) options.done.set(file.path, file.size);
    else await rm(place, { force: true });
    options.report('verify');
  }
}

async function readListing({ hub }: InstallContext, journal: Journal, signal: AbortSignal): Promise<void> {
  const { repository, revision, files: patterns } = journal.entry;
  const commit = await hub.resolve(repository, revision, { signal });
  const chosen = selectFiles(await hub.list(repository, commit, { signal }), patterns, repository);
  const before = new Map(journal.files.map((file) => [file.path, file]));
  journal.files = chosen.map((file): JournalFile => {
    const known = before.get(file.path);
    const isSame = known?.hash.value === file.hash.value;
    return isSame ? { ...known, ...file } : { ...file, isDone: false };
  });
  journal.commit = commit;
  journal.totalBytes = chosen.reduce((sum, file) => sum + file.size, 0);
}

async function checkSpace(context: InstallContext, journal: Journal): Promise<void> {
  const { places } = context;
  const needed = journal.totalBytes - (await bytesThere(places, journal));
  checkRoom(needed, await (context.freeBytes ?? freeBytes)(places.root), places.root);
}

/** Bytes of a download that are on the disk already. */
export async function bytesThere(places: Places, journal: Journal): Promise<number> {
  let bytes = 0;
  for (const file of journal.files) {
    const facts = file.isDone ? file : await stat(partOf(places, journal, file)).catch(() => null);
    bytes += Math.min(file.size, facts?.size ?? 0);
  }
  return bytes;
}

async function loadFiles(
  context: InstallContext,
  journal: Journal,
  options: {
    signal: AbortSignal;
    done: Map<string, number>;
    report: (step: 'download') => void;
    save: () => Promise<void>;
  },
): Promise<void> {
  const { places, hub, clock, idleMs } = context;
  const { done, report, save } = options;
  const { id, repository } = journal.entry;
  const commit = journal.commit ?? '';
  for (const path of done.keys()) if (!journal.files.some((file) => file.path === path)) done.delete(path);
  // Small files first: they tell soonest whether the account may load the model at all.
  const open = journal.files.filter((file) => !file.isDone).sort((a, b) => a.size - b.size);
  await inParallel(open, context.parallelFiles, options.signal, async (file, signal) => {
    const partial = partOf(places, journal, file);
    const target = path.join(places.files(id), file.path);
    await transfer({
      hub,
      repository,
      commit,
      record: file,
      partial,
      tag: file.tag,
      onTag: async (tag) => {
        file.tag = tag;
        // A small file is loaded anew sooner than its tag is kept.
        if (file.size > 1_000_000) await save();
      },
      onProgress: (bytes) => {
        done.set(file.path, bytes);
        report('download');
      },
      clock,
      idleMs,
      signal,
    });
    await mkdir(path.dirname(target), { recursive: true });
    await rename(partial, target);
    file.isDone = true;
    await save();
  });
}

function describeManifest(journal: Journal, now: number): Manifest {
  const { entry, files } = journal;
  return {
    version: 1,
    id: entry.id,
    title: entry.title,
    purpose: entry.purpose,
    runtime: entry.runtime,
    format: entry.format,
    revision: journal.commit ?? '',
    folder: folderOf(journal),
    files: files.map(({ path, size, hash }) => ({ path, size, hash })),
    bytes: journal.totalBytes,
    memoryBytes: entry.memoryBytes,
    languages: entry.languages,
    defaults: entry.defaults,
    installedAt: new Date(now).toISOString(),
    source: { kind: 'catalogue', entry },
  };
}

/** Removes finished files that the new listing no longer has. */
async function dropForeign(folder: string, wanted: Set<string>): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const full = path.join(entry.parentPath, entry.name);
    if (!wanted.has(path.relative(folder, full).replaceAll('\\', '/'))) await rm(full, { force: true });
  }
}

/** Named by what it will hold, so that a changed file begins anew; and by its path, as two files may hold the same. */
function partOf(places: Places, journal: Journal, file: JournalFile): string {
  const name = createHash('sha1').update(file.path).digest('hex').slice(0, 12);
  return path.join(places.parts(journal.entry.id), `${file.hash.value}-${name}`);
}

function folderOf(journal: Journal): string {
  return (journal.commit ?? '').slice(0, 12);
}

async function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}

function explain(error: unknown, journal: Journal): unknown {
  if (!(error instanceof FileChanged)) return error;
  return new KinoraError(
    'provider.failed',
    `${journal.entry.repository} gives other files than it lists; try again later, or use another mirror.`,
    { cause: error, data: { repository: journal.entry.repository, path: error.message } },
  );
}

/** Runs a work one call after the other; calls that come while one waits share it. */
function inTurn(work: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve();
  let waiting: Promise<void> | undefined;
  return () => {
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = undefined;
        running = work();
        return running;
      });
    return waiting;
  };
}

/** The journal of a download that begins or goes on, by what the catalogue says now. */
export function renewJournal(journal: Journal | undefined, entry: CatalogueEntry | undefined, id: string): Journal {
  if (!journal) {
    if (entry) return { version: 1, entry, wish: 'running', commit: null, totalBytes: entry.bytes, files: [] };
    throw new KinoraError('resource.missing', `The catalogue has no model ${id}; look at the list of models.`, {
      data: { id },
    });
  }
  if (!entry || JSON.stringify(entry) === JSON.stringify(journal.entry)) return journal;
  const wanted = ({ repository, revision, files }: CatalogueEntry) => JSON.stringify([repository, revision, files]);
  // With other files wanted, the listing is read again; what is still the same is kept.
  const commit = wanted(entry) === wanted(journal.entry) ? journal.commit : null;
  return { ...journal, entry, commit };
}
