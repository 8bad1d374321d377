import type * as Hub from '@huggingface/hub';
import type { CatalogueEntry, InstalledModel } from '@kinora/capabilities';
import type { Clock } from '@kinora/capabilities/routing';
import type { InstallState } from '@kinora/capabilities/setup';
import type { ImportRequest } from './import.ts';
import type { Probe } from './install.ts';
import type { ModelEvent } from './states.ts';

/** Options of `createModelStore`. */
export type ModelStoreOptions = {
  /** Kinora's folder; models lie in `models` below it. */
  home: string;
  /** The only way to the network. Must honour `redirect: 'manual'`. */
  fetch: typeof globalThis.fetch;
  /** The hub's official client, which is fetched when the first model is. Default: the one beside this file's package. */
  importClient?: () => Promise<typeof Hub>;
  /** Models that can be installed. */
  catalogue: CatalogueEntry[];
  /** Loads a model to see that it works, before it counts as installed. Throws when it doesn't. */
  probe: Probe;
  /**
   * Address of the hub or of a mirror. Default: `KINORA_HUB_URL`, else `HF_ENDPOINT`, else `https://huggingface.co`.
   * Read before each request.
   */
  endpoint?: string | (() => string | undefined);
  /** Token of an account at the hub. Default: `HF_TOKEN`. Read before each request; sent to the endpoint alone. */
  token?: string | (() => string | undefined | Promise<string | undefined>);
  /** Whether a model is loaded now; then it isn't removed. Default: never. */
  isInUse?: (id: string) => boolean;
  /** Files that are loaded at the same time. Default 4. */
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
  /** The commit it was installed from, or a hash of an import's files. */
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
   * it survives a crash; `settled` waits for the end.
   * @throws KinoraError `resource.missing` when the catalogue has no such model.
   */
  install(id: string): Promise<void>;
  /** Stops a download and keeps what is there. Also after a restart it stays so until `install` is called. */
  pause(id: string): Promise<void>;
  /**
   * Removes a model, or a download with all it has. Files that an import links to stay.
   * @throws KinoraError `request.conflict` while the model is in use.
   */
  remove(id: string): Promise<void>;
  /**
   * Copies or links a model on this machine; it is recognised and checked first.
   * @returns Its id, `local-…`.
   * @throws KinoraError `request.invalid` when no model is there, `request.conflict` when it is here already.
   */
  importModel(request: ImportRequest, options?: { signal?: AbortSignal }): Promise<string>;
  /**
   * Reads all files of an installed model and compares them with the hub's record. A damaged model counts as failed, and
   * `install` loads what is damaged again.
   * @returns Paths of damaged files, empty when all is well.
   */
  verify(id: string, options?: { signal?: AbortSignal }): Promise<string[]>;
  /** Models that are ready to be loaded. */
  installed(): Promise<InstalledModel[]>;
  /** Bytes on the disk: of installed models without linked ones, and of downloads that aren't finished. */
  diskUse(): Promise<{ models: number; downloads: number }>;
  /** Waits until a model is neither waiting nor installing. */
  settled(id: string, options?: { signal?: AbortSignal }): Promise<InstallState>;
  /** Goes on with the downloads that ran when the process ended. Paused and failed ones stay so. */
  resume(): Promise<void>;
  /** Told of every change, of progress at most four times a second. @returns Ends it. */
  watch(listener: (event: ModelEvent) => void): () => void;
};
