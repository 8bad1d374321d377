import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { vistaSpec } from '@kinora/capabilities';
import type { VistaSpec } from '@kinora/capabilities';
import { createSpriteStore } from '@kinora/media/video/compositing';
import type { FrameSize, StageParts } from './stage.ts';

/**
 * Where the illustrator leaves the layers of a picture, taken apart, for the clip maker, which would draw them anew: both are
 * threads of different processes. What is not there, or not there any more, only costs time.
 */
export type LayerFolder = Disposable & { path: string };

/** What layers depend on besides the code that draws them, which is the same in all processes that share a folder. */
export type LayersOf = FrameSize & { vista: VistaSpec; seed: number; figures: readonly Uint8Array[] };

/** A folder of this process's own; what processes that died have left behind is removed. */
export function openLayerFolder(): LayerFolder {
  removeOrphans();
  const path = join(tmpdir(), `${prefix}${process.pid}-${randomUUID().slice(0, 8)}`);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Leaves layers, unless too many lie there already. */
export function leaveLayers({ store, ...facts }: StageParts, of: LayersOf, folder: string): void {
  const kept = serialize({ facts, used: store.used });
  const head = new Uint32Array([kept.length]);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (bytesIn(folder) + store.used > mostBytes) return;
    const file = join(folder, nameOf(of));
    const draft = `${file}.${randomUUID()}`;
    withFile(draft, 'wx', (handle) => {
      for (const part of [head, kept, new Uint8Array(store.memory.buffer, 0, store.used)]) writeWhole(handle, part);
    });
    renameSync(draft, file);
  } catch {
    // E.g. a full disk: they are drawn again.
  }
}

/** Takes layers that were left; each can be taken once. */
export function takeLayers(of: LayersOf, folder: string): StageParts | undefined {
  const file = join(folder, nameOf(of));
  try {
    return withFile(file, 'r', (handle) => {
      rmSync(file);
      const head = new Uint32Array(1);
      readWhole(handle, head);
      const kept = Buffer.alloc(head[0]!);
      readWhole(handle, kept);
      const { facts, used } = deserialize(kept) as { facts: object; used: number };
      const store = createSpriteStore(used);
      readWhole(handle, new Uint8Array(store.memory.buffer, 0, used));
      return { ...facts, store } as StageParts;
    });
  } catch {
    return undefined;
  }
}

const prefix = 'kinora-layers-';
/** Those of some forty pictures at 1280×720. */
const mostBytes = 400_000_000;

function nameOf({ vista, seed, width, height, figures }: LayersOf): string {
  const hash = createHash('sha256').update(JSON.stringify([vistaSpec.parse(vista), seed, width, height]));
  for (const figure of figures) hash.update(createHash('sha256').update(figure).digest());
  return hash.digest('hex');
}

function withFile<Result>(file: string, flags: 'r' | 'wx', use: (handle: number) => Result): Result {
  const handle = openSync(file, flags, 0o600);
  try {
    return use(handle);
  } finally {
    closeSync(handle);
  }
}

function readWhole(handle: number, into: NodeJS.ArrayBufferView): void {
  for (let at = 0; at < into.byteLength;) {
    const count = readSync(handle, into, at, into.byteLength - at, null);
    if (count === 0) throw new RangeError('the file ends early');
    at += count;
  }
}

function writeWhole(handle: number, from: NodeJS.ArrayBufferView): void {
  for (let at = 0; at < from.byteLength;) at += writeSync(handle, from, at, from.byteLength - at);
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => {
    return sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0);
  }, 0);
}

function removeOrphans(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (!(owner > 0) || isAlive(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's.
    }
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
