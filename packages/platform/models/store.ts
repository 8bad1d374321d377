import type { CatalogueEntry, InstalledModel } from '@kinora/capabilities';
import { KinoraError, isKinoraError } from '@kinora/capabilities';
import type { Clock } from '@kinora/capabilities/routing';
import { systemClock } from '@kinora/capabilities/routing';
import type { InstallState } from '@kinora/capabilities/setup';
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { describeDiskFailure } from './disk.ts';
import { createHubClient } from './hub.ts';
import type { Probe } from './install.ts';
import { install } from './install.ts';
import type { Journal, Manifest } from './records.ts';
import { describeInstalled, placesIn, readJournals, readManifests, writeJournal } from './records.ts';
import type { ModelEvent } from './states.ts';
import { createStates } from './states.ts';

/** Options of {@link createModelStore}. */
export type ModelStoreOptions = {
  /** Kinora's folder; models lie in `models` below it. */
  home: string;
  /** The only way to the network. Must honour `redirect: 'manual'`. */
  fetch: typeof globalThis.fetch;
  /** Models that can be installed. */
  catalogue: CatalogueEntry[];
  /** Loads a model to see that it works, before it counts as installed. Throws when it doesn't. */
  probe: Probe;
  /** Address of the hub or of a mirror. Default: `HF_ENDPOINT`, else `https://huggingface.co`. Read before each request. */
  endpoint?: string | (() => string | undefined);
  /** Token of an account at the hub. Default: `HF_TOKEN`. Read before each request; sent to the endpoint alone. */
  token?: string | (() => string | undefined | Promise<string | undefined>);
  /** Whether a model is loaded now; then it isn't removed. Default: never. */
  isInUse?: (id: string) => boolean;
  /** Files that are loaded at the same time. Default 3. */
  parallelFiles?: number;
  /** A connection that brings nothing for so long is given up. Default 30,000. */
  idleMs?: number;
  /** Default: the real time. */
  clock?: Clock;
  /** Free bytes on the disk of a folder. Default: what the file system says. */
  freeBytes?: (folder: string) => Promise<number>;
};

/** A model with what happens to it. */
export type StoredModel = {
  entry: CatalogueEntry;
  isImported: boolean;
  /** The commit it was installed from. */
  revision: string | undefined;
  install: InstallState;
};

/** The models in Kinora's home, and those that can come there. */
export type ModelStore = AsyncDisposable & {
  /** The catalogue and what was imported, with states. */
  list(): StoredModel[];
  state(id: string): InstallState;
  /**
   * Puts a model in the queue, or goes on with one that was paused or failed. Resolves once that is on the disk, so that
   * it survives a crash; {@link ModelStore.settled} waits for the end.
   * @throws KinoraError `resource.missing` when the catalogue has no such model.
   */
  install(id: string): Promise<void>;
  /** Stops a download and keeps what is there. Also after a restart it stays so until `install` is called. */
  pause(id: string): Promise<void>;
  /**
   * Removes a model, or a download with all it has.
   * @throws KinoraError `request.conflict` while the model is in use.
   */
  remove(id: string): Promise<void>;
  /** Models that are ready to be loaded. */
  installed(): Promise<InstalledModel[]>;
  /** Waits until a model is neither waiting nor installing. */
  settled(id: string, options?: { signal?: AbortSignal }): Promise<InstallState>;
  /** Goes on with the downloads that ran when the process ended. Paused and failed ones stay so. */
  resume(): Promise<void>;
  /** Told of every change, of progress at most four times a second. @returns Ends it. */
  watch(listener: (event: ModelEvent) => void): () => void;
};

/**
 * Opens the models in Kinora's home. Nothing is asked of the network before `install` or `resume`.
 * Only one store may be open for a home at a time.
 */
export async function createModelStore(options: ModelStoreOptions): Promise<ModelStore> {
  const { clock = systemClock, catalogue } = options;
  const places = placesIn(path.join(options.home, 'models'));
  const hub = createHubClient({
    fetch: options.fetch,
    endpoint: () => read(options.endpoint) || process.env['HF_ENDPOINT'] || 'https://huggingface.co',
    token: async () => (await read(options.token)) || process.env['HF_TOKEN'] || undefined,
    clock,
  });
  await mkdir(places.root, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw describeDiskFailure(error);
  });
  await rm(places.trash, { recursive: true, force: true });
  const manifests = await readManifests(places);
  const journals = await readJournals(places);
  const states = createStates(clock.now);
  for (const [id, manifest] of manifests) states.set(id, describeState(manifest));
  for (const [id, journal] of journals) states.set(id, describeRest(journal));

  const queue: string[] = [];
  let running: { id: string; controller: AbortController; end: Promise<void> } | undefined;
  let isClosed = false;

  const entryOf = (id: string): CatalogueEntry => {
    const entry = catalogue.find((each) => each.id === id);
    if (entry) return entry;
    throw new KinoraError('resource.missing', `The catalogue has no model ${id}; look at the list of models.`, {
      data: { id },
    });
  };

  const runNext = () => {
    if (running || isClosed) return;
    const id = queue.shift();
    const journal = id === undefined ? undefined : journals.get(id);
    if (id === undefined || !journal) return;
    const controller = new AbortController();
    const end = run(journal, controller.signal).finally(() => {
      running = undefined;
      runNext();
    });
    running = { id, controller, end };
  };

  const run = async (journal: Journal, signal: AbortSignal) => {
    const { id } = journal.entry;
    try {
      const manifest = await install(
        {
          places,
          hub,
          clock,
          probe: options.probe,
          parallelFiles: options.parallelFiles ?? 3,
          idleMs: options.idleMs ?? 30_000,
          ...(options.freeBytes ? { freeBytes: options.freeBytes } : {}),
        },
        journal,
        { signal, onProgress: (progress) => states.progress(id, progress) },
      );
      journals.delete(id);
      manifests.set(id, manifest);
      states.set(id, describeState(manifest));
    } catch (error) {
      // Whoever stopped it says what becomes of it.
      if (signal.aborted) return;
      const message = isKinoraError(error)
        ? error.message
        : `The installation stopped: ${error instanceof Error ? error.message : 'unknown error'}. Try again.`;
      journal.wish = 'failed';
      journal.message = message;
      const at = states.get(id);
      await writeJournal(places, journal).catch(() => {});
      states.set(id, describeRest(journal, 'doneBytes' in at ? at.doneBytes : 0));
    }
  };

  /** Takes a model out of the queue or stops it, and waits until nothing of it runs. */
  const halt = async (id: string) => {
    const place = queue.indexOf(id);
    if (place >= 0) queue.splice(place, 1);
    if (running?.id !== id) return;
    running.controller.abort();
    await running.end;
  };

  const enqueue = (id: string) => {
    if (!queue.includes(id) && running?.id !== id) queue.push(id);
    if (running?.id !== id) states.set(id, { state: 'waiting' });
    runNext();
  };

  return {
    list: () =>
      catalogue.map((entry) => ({
        entry,
        isImported: false,
        revision: manifests.get(entry.id)?.revision,
        install: states.get(entry.id),
      })),
    state: (id) => states.get(id),
    async install(id) {
      const entry = entryOf(id);
      if (manifests.has(id) || running?.id === id || queue.includes(id)) return;
      const journal: Journal = journals.get(id) ?? {
        version: 1,
        entry,
        wish: 'running',
        commit: null,
        totalBytes: entry.bytes,
        files: [],
      };
      journal.wish = 'running';
      delete journal.message;
      await mkdir(places.download(id), { recursive: true }).catch((error: unknown) => {
        throw describeDiskFailure(error);
      });
      await writeJournal(places, journal);
      journals.set(id, journal);
      enqueue(id);
    },
    async pause(id) {
      const journal = journals.get(id);
      if (!journal) return;
      const at = states.get(id);
      journal.wish = 'paused';
      await halt(id);
      if (!journals.has(id)) return;
      await writeJournal(places, journal);
      states.set(id, describeRest(journal, 'doneBytes' in at ? at.doneBytes : 0));
    },
    async remove(id) {
      if (options.isInUse?.(id)) {
        throw new KinoraError('request.conflict', 'This model is in use; wait until it is done, then remove it.', {
          data: { id },
        });
      }
      await halt(id);
      // Out of sight in one step, the manifest with it; then the space is freed.
      await mkdir(places.trash, { recursive: true });
      for (const folder of [places.model(id), places.download(id)]) {
        const grave = path.join(places.trash, randomUUID());
        const moved = await rename(folder, grave).then(
          () => true,
          (error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOENT') return false;
            throw describeDiskFailure(error);
          },
        );
        if (moved) await rm(grave, { recursive: true, force: true });
      }
      manifests.delete(id);
      journals.delete(id);
      states.set(id, { state: 'absent' });
    },
    async installed() {
      return [...manifests.values()].map((manifest) =>
        describeInstalled(manifest, path.join(places.model(manifest.id), manifest.folder)),
      );
    },
    settled(id, { signal } = {}) {
      return new Promise((resolve, reject) => {
        const finish = (work: () => void) => {
          stop();
          signal?.removeEventListener('abort', abort);
          work();
        };
        const check = (state: InstallState) => {
          if (state.state !== 'waiting' && state.state !== 'installing') finish(() => resolve(state));
        };
        const abort = () => finish(() => reject(signal?.reason as Error));
        const stop = states.watch((event) => {
          if (event.id === id) check(event.install);
        });
        signal?.addEventListener('abort', abort);
        if (signal?.aborted) abort();
        else check(states.get(id));
      });
    },
    async resume() {
      for (const [id, journal] of journals) if (journal.wish === 'running') enqueue(id);
    },
    watch: states.watch,
    async [Symbol.asyncDispose]() {
      isClosed = true;
      queue.length = 0;
      running?.controller.abort();
      await running?.end;
    },
  };
}

function describeState(manifest: Manifest): InstallState {
  return { state: 'installed', bytes: manifest.bytes, installedAt: manifest.installedAt };
}

/** The state of a download that doesn't run. */
function describeRest(journal: Journal, doneBytes = doneOf(journal)): InstallState {
  const { totalBytes, message } = journal;
  if (journal.wish === 'failed') {
    return { state: 'failed', message: message ?? 'The installation stopped. Try again.', doneBytes, totalBytes };
  }
  return { state: 'paused', doneBytes, totalBytes };
}

function doneOf(journal: Journal): number {
  return journal.files.reduce((sum, file) => sum + (file.isDone ? file.size : 0), 0);
}

function read<Value>(setting: Value | (() => Value) | undefined): Value | undefined {
  return typeof setting === 'function' ? (setting as () => Value)() : setting;
}
