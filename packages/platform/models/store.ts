import type { CatalogueEntry } from '@kinora/capabilities';
import { KinoraError, isKinoraError } from '@kinora/capabilities';
import { systemClock } from '@kinora/capabilities/routing';
import type { InstallState } from '@kinora/capabilities/setup';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describeDiskFailure } from './disk.ts';
import { createHubClient, publicHub } from './hub.ts';
import type { ImportPlan } from './import.ts';
import { entryOfImport, planImport, runImport } from './import.ts';
import { bytesThere, install, renewJournal } from './install.ts';
import { describeState } from './installed.ts';
import { createQueue } from './queue.ts';
import type { Journal, Manifest } from './records.ts';
import { describeInstalled, placesIn, readJournals, readManifests, writeJournal } from './records.ts';
import { bury, reopen, sweep } from './removal.ts';
import { createStates, waitUntilSettled } from './states.ts';
import { hashFile } from './transfer.ts';
import type { ModelStore, ModelStoreOptions } from './types.ts';

/**
 * Opens the models in Kinora's home. Nothing is asked of the network before `install` or `resume`.
 * Only one store may be open for a home at a time; other processes read with `readInstalled`.
 */
export async function createModelStore(options: ModelStoreOptions): Promise<ModelStore> {
  const { clock = systemClock } = options;
  const entries = new Map(options.catalogue.map((entry) => [entry.id, entry]));
  const places = placesIn(path.join(options.home, 'models'));
  const hub = createHubClient({
    fetch: options.fetch,
    endpoint: () => read(options.endpoint) || process.env['KINORA_HUB_URL'] || process.env['HF_ENDPOINT'] || publicHub,
    token: async () => (await read(options.token)) || process.env['HF_TOKEN'] || undefined,
    clock,
    importClient: options.importClient,
  });
  const context = {
    places,
    hub,
    clock,
    probe: options.probe,
    parallelFiles: options.parallelFiles ?? 4,
    idleMs: options.idleMs ?? 30_000,
    ...(options.freeBytes ? { freeBytes: options.freeBytes } : {}),
  };
  await mkdir(places.root, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw describeDiskFailure(error);
  });
  const manifests = await readManifests(places);
  const journals = await readJournals(places);
  await sweep(places, new Set(journals.keys()));
  const imports = new Map<string, { plan: ImportPlan; controller: AbortController }>();
  const states = createStates(clock.now);
  for (const [id, manifest] of manifests) states.set(id, await describeState(manifest, placeOf(manifest)));
  for (const [id, journal] of journals) states.set(id, await describeRest(journal));

  function placeOf({ id, folder }: Manifest): string {
    return path.join(places.model(id), folder);
  }

  /** The state of a download that doesn't run. */
  async function describeRest(journal: Journal): Promise<InstallState> {
    const { totalBytes, message = 'The installation stopped. Try again.' } = journal;
    const doneBytes = await bytesThere(places, journal);
    if (journal.wish === 'failed') return { state: 'failed', message, doneBytes, totalBytes };
    return { state: 'paused', doneBytes, totalBytes };
  }

  const queue = createQueue(async (id, signal) => {
    const journal = journals.get(id);
    if (!journal) return () => {};
    try {
      const onProgress = (progress: { step: string; doneBytes: number; totalBytes: number }) =>
        states.progress(id, progress);
      const manifest = await install(context, journal, { signal, onProgress });
      journals.delete(id);
      manifests.set(id, manifest);
      const state = await describeState(manifest, placeOf(manifest));
      return () => states.set(id, state);
    } catch (error) {
      // Whoever stopped it says what becomes of it.
      if (signal.aborted) return () => {};
      const state = await fail(journal, error);
      return () => states.set(id, state);
    }
  });

  const fail = async (journal: Journal, error: unknown): Promise<InstallState> => {
    journal.wish = 'failed';
    journal.message = isKinoraError(error)
      ? error.message
      : `The installation stopped: ${error instanceof Error ? error.message : 'unknown error'}. Try again.`;
    // A full disk can't take the journal either; the state in memory says it all the same.
    await writeJournal(places, journal).catch(() => {});
    return describeRest(journal);
  };

  /** A damaged model is a download again. */
  const reopenModel = async (manifest: Manifest, entry: CatalogueEntry, message: string) => {
    const journal = await reopen(places, manifest, entry, message);
    manifests.delete(entry.id);
    journals.set(entry.id, journal);
    states.set(entry.id, await describeRest(journal));
    return journal;
  };

  const refuseInUse = (id: string) => {
    if (!options.isInUse?.(id)) return;
    throw new KinoraError('request.conflict', 'This model is in use; wait until it is done, then try again.', {
      data: { id },
    });
  };

  return {
    list() {
      const offered = options.catalogue.map((entry) => ({
        entry,
        isImported: false,
        revision: manifests.get(entry.id)?.revision,
        install: states.get(entry.id),
      }));
      const mine = [...manifests.values()].flatMap((manifest) => {
        const { source, files, revision, id } = manifest;
        if (entries.has(id)) return [];
        const entry =
          source.kind === 'catalogue'
            ? // It was installed when the catalogue still had it.
              source.entry
            : entryOfImport({ ...manifest, from: source.from, files: files.map((file) => file.path) });
        return [{ entry, isImported: source.kind === 'import', revision, install: states.get(id) }];
      });
      const coming = [...imports.values()].map(({ plan: { id, title, from, inspection } }) => ({
        entry: entryOfImport({ ...inspection, id, title, from, bytes: 1, memoryBytes: 1, defaults: {} }),
        isImported: true,
        revision: undefined,
        install: states.get(id),
      }));
      return [...offered, ...mine, ...coming];
    },
    state: (id) => states.get(id),
    async install(id) {
      if (queue.has(id)) return;
      const manifest = manifests.get(id);
      if (manifest && states.get(id).state === 'installed') return;
      const journal =
        manifest?.source.kind === 'catalogue'
          ? await reopenModel(manifest, manifest.source.entry, '')
          : renewJournal(journals.get(id), entries.get(id), id);
      journal.wish = 'running';
      delete journal.message;
      await mkdir(places.download(id), { recursive: true }).catch((error: unknown) => {
        throw describeDiskFailure(error);
      });
      await writeJournal(places, journal);
      journals.set(id, journal);
      states.set(id, { state: 'waiting' });
      queue.add(id);
    },
    async pause(id) {
      const journal = journals.get(id);
      if (!journal) return;
      journal.wish = 'paused';
      delete journal.message;
      await queue.halt(id);
      // It may have come to its end meanwhile.
      if (!journals.has(id)) return;
      await writeJournal(places, journal);
      states.set(id, await describeRest(journal));
    },
    async remove(id) {
      // Its name becomes the name of a folder that is deleted: only one that Kinora gave will do.
      if (!entries.has(id) && !manifests.has(id) && !journals.has(id) && !imports.has(id))
        throw new KinoraError('resource.missing', `There is no model “${id}”.`, { data: { id } });
      refuseInUse(id);
      imports.get(id)?.controller.abort();
      await queue.halt(id);
      await bury(places, [places.model(id), places.download(id)]);
      manifests.delete(id);
      journals.delete(id);
      states.set(id, { state: 'absent' });
    },
    async importModel(request, { signal } = {}) {
      const isTaken = (id: string) => manifests.has(id) || imports.has(id) || entries.has(id);
      const plan = await planImport(request, isTaken);
      const { id } = plan;
      const controller = new AbortController();
      imports.set(id, { plan, controller });
      try {
        const manifest = await runImport(context, plan, {
          isLinked: request.link ?? false,
          known: manifests.values(),
          signal: signal ? AbortSignal.any([signal, controller.signal]) : controller.signal,
          onProgress: (progress) => states.progress(id, progress),
        });
        manifests.set(id, manifest);
        states.set(id, await describeState(manifest, placeOf(manifest)));
        return id;
      } catch (error) {
        states.set(id, { state: 'absent' });
        throw error;
      } finally {
        imports.delete(id);
      }
    },
    async verify(id, { signal } = {}) {
      const manifest = manifests.get(id);
      if (!manifest) throw new KinoraError('resource.missing', 'This model is not installed.', { data: { id } });
      const damaged: string[] = [];
      for (const file of manifest.files) {
        const place = path.join(placeOf(manifest), file.path);
        const hash = await hashFile(place, file.hash.algorithm, signal).catch((error: unknown) => {
          signal?.throwIfAborted();
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
          throw describeDiskFailure(error);
        });
        if (hash !== file.hash.value) damaged.push(file.path);
      }
      if (damaged.length === 0) return damaged;
      const message = `${damaged.length} of ${manifest.files.length} files are damaged or missing`;
      if (manifest.source.kind === 'import') {
        const { bytes: totalBytes } = manifest;
        const advice = `${message}; remove it and import it again.`;
        states.set(id, { state: 'failed', message: advice, doneBytes: 0, totalBytes });
        return damaged;
      }
      refuseInUse(id);
      const journal = await reopen(
        places,
        manifest,
        manifest.source.entry,
        `${message}; install it again to mend them.`,
      );
      manifests.delete(id);
      journals.set(id, journal);
      states.set(id, await describeRest(journal));
      return damaged;
    },
    async installed() {
      return [...manifests.values()]
        .filter(({ id }) => states.get(id).state === 'installed')
        .map((manifest) => describeInstalled(manifest, { folder: placeOf(manifest), entry: entries.get(manifest.id) }));
    },
    async diskUse() {
      let models = 0;
      for (const { source, bytes } of manifests.values()) {
        if (source.kind === 'catalogue' || !source.isLinked) models += bytes;
      }
      let downloads = 0;
      for (const journal of journals.values()) downloads += await bytesThere(places, journal);
      return { models, downloads };
    },
    settled: (id, { signal } = {}) => waitUntilSettled(states, id, signal),
    async resume() {
      for (const [id, journal] of journals) {
        if (journal.wish !== 'running' || queue.has(id)) continue;
        states.set(id, { state: 'waiting' });
        queue.add(id);
      }
    },
    watch: states.watch,
    async [Symbol.asyncDispose]() {
      for (const { controller } of imports.values()) controller.abort();
      await queue[Symbol.asyncDispose]();
    },
  };
}

function read<Value>(setting: Value | (() => Value) | undefined): Value | undefined {
  return typeof setting === 'function' ? (setting as () => Value)() : setting;
}
