import type { CatalogueEntry } from '@kinora/capabilities';
import { catalogueEntry } from '@kinora/capabilities';
import type { Clock } from '@kinora/capabilities/routing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Hub, HubFiles } from '../../testing/hub/index.ts';
import { startHub } from '../../testing/hub/index.ts';
import type { ModelStore, ModelStoreOptions } from '../index.ts';
import { createModelStore } from '../index.ts';

/** A clock on which pauses take no time; it remembers them. */
export function createSleeplessClock(): Clock & { sleeps: number[] } {
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => Date.now(),
    async sleep(durationMs) {
      sleeps.push(durationMs);
    },
  };
}

/** An entry for the repository `kinora/tiny`. */
export function tinyEntry(changes: Partial<CatalogueEntry> = {}): CatalogueEntry {
  return catalogueEntry.parse({
    id: 'tiny',
    title: 'Tiny',
    summary: 'For tests.',
    purpose: 'language',
    runtime: 'llama-cpp',
    format: 'gguf',
    repository: 'kinora/tiny',
    files: ['model.gguf', 'tokenizer/*.json'],
    licence: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    bytes: 100_000,
    memoryBytes: 1_000_000,
    quality: 1,
    ...changes,
  });
}

/** A folder that is removed with it. */
export async function makeFolder(): Promise<{ path: string } & AsyncDisposable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinora-models-'));
  return {
    path: folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
  };
}

/** A hub with `kinora/tiny` and a home with a store that loads from it. */
export async function openTestStore(
  options: Partial<ModelStoreOptions> & { files?: HubFiles; pageSize?: number } = {},
): Promise<
  {
    hub: Hub;
    home: string;
    model: Uint8Array;
    clock: Clock & { sleeps: number[] };
    store: ModelStore;
    /** Closes the store and opens another on the same home, as a restart does. */
    restart(changes?: Partial<ModelStoreOptions>): Promise<ModelStore>;
  } & AsyncDisposable
> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await makeFolder());
  const model = pattern(300_000);
  const files = options.files ?? { 'model.gguf': model, 'README.md': '# Tiny', 'tokenizer/a.json': '{"a":1}' };
  const hub = stack.use(await startHub({ 'kinora/tiny': files }, { pageSize: options.pageSize ?? 1000 }));
  const clock = createSleeplessClock();
  const settings: ModelStoreOptions = {
    home: folder.path,
    fetch,
    catalogue: [tinyEntry()],
    endpoint: hub.url,
    token: '',
    probe: async () => {},
    clock,
    ...options,
  };
  let open = await createModelStore(settings);
  stack.defer(() => open[Symbol.asyncDispose]());
  const owned = stack.move();
  return {
    hub,
    home: folder.path,
    model,
    clock,
    store: open,
    async restart(changes = {}) {
      await open[Symbol.asyncDispose]();
      open = await createModelStore({ ...settings, ...changes });
      return open;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Bytes that don't repeat soon, the same each time. */
export function pattern(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}
