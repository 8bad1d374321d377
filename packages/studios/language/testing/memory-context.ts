import { createHash } from 'node:crypto';
import type { Json } from '@kinora/capabilities';
import { createMemoryAssets } from '@kinora/capabilities/testing/assets';
import type { VocabularyItem } from '../analysis/item.ts';
import type { ItemEdit, Lesson, LessonEvent } from '../schema.ts';
import type { LessonContext, RecordingAccess } from '../steps/context.ts';

/** A context in memory: real bytes, and a record of everything that happened. */
export type MemoryContext = LessonContext & {
  events: LessonEvent[];
  /** Names of the derivations that were computed, in order. */
  computed: string[];
  saved: Lesson[];
  /** Items that went into the vocabulary last. */
  kept: VocabularyItem[];
};

/** What a test decides. */
export type MemoryOptions = {
  /** Path of a recording. Default: none. */
  recording?: string;
  models?: Partial<LessonContext['models']>;
  edits?: Record<string, ItemEdit>;
  known?: ReadonlySet<string>;
  signal?: AbortSignal;
  /** Called before a derivation is computed: what it throws ends the job there. */
  onCompute?: (name: string) => void;
  /** Derivations and files of an earlier context, as a second job finds them. */
  before?: MemoryContext;
};

const stores = new WeakMap<object, { derivations: Map<string, Json>; files: Map<string, Uint8Array> }>();

/** Makes a context. */
export function createMemoryContext(options: MemoryOptions = {}): MemoryContext {
  const { edits = {}, known = null, signal = new AbortController().signal, onCompute } = options;
  const { derivations, files } = (options.before && stores.get(options.before)) ?? {
    derivations: new Map<string, Json>(),
    files: new Map<string, Uint8Array>(),
  };
  const events: LessonEvent[] = [];
  const computed: string[] = [];
  const saved: Lesson[] = [];
  const kept: VocabularyItem[] = [];
  let reused = 0;
  const context: MemoryContext = {
    events,
    computed,
    saved,
    kept,
    signal,
    models: {
      language: null,
      transcription: null,
      identity: (capability) => `builtin/${capability}@1`,
      ...options.models,
    },
    assets: createMemoryAssets(files),
    recording: options.recording === undefined ? null : fileAt(options.recording),
    async step(derivation, compute) {
      signal.throwIfAborted();
      const key = JSON.stringify(derivation);
      const found = derivations.get(key);
      if (found !== undefined) {
        reused += 1;
        return found as never;
      }
      onCompute?.(derivation.name);
      const value = await compute({ signal });
      computed.push(derivation.name);
      derivations.set(key, JSON.parse(JSON.stringify(value)) as Json);
      return value as never;
    },
    emit: async (event) => void events.push(event),
    seconds: () => 0,
    reuse: async () => ({ computed: computed.length, reused }),
    save: async (lesson) => void saved.push(structuredClone(lesson)),
    itemEdits: async (ids) => Object.fromEntries(Object.entries(edits).filter(([id]) => ids.includes(id))),
    dictionaries: async () => [],
    knownWords: async () => known,
    keepItems: async (items) => void kept.splice(0, kept.length, ...items),
  };
  stores.set(context, { derivations, files });
  return context;
}

function fileAt(path: string): RecordingAccess {
  return { identity: createHash('sha256').update(path).digest('hex'), lend: (use) => use(path) };
}
