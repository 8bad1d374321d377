import { KinoraError } from '@kinora/capabilities';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AssetBackend, Upload } from './backend.ts';
import { describeStorageFailure } from './failures.ts';
import { createPartialFiles } from './partial-files.ts';
import { placeFile } from './place-file.ts';

/**
 * Keeps assets in a folder: `owner/ab/cdef…`, written to a temporary name, synced, renamed, and the folder synced.
 * @throws From its methods KinoraError `storage.full` and `storage.denied`.
 */
export function createFileSystemBackend(folder: string): AssetBackend {
  const uploads = path.join(folder, '.uploads');
  const place = (key: string) => {
    const [owner = '', hash = ''] = key.split('/');
    return path.join(folder, owner, hash.slice(0, 2), hash.slice(2));
  };
  return {
    async upload() {
      const temporary = path.join(uploads, randomUUID());
      return withReason(folder, async () => {
        await mkdir(uploads, { recursive: true, mode: 0o700 });
        return createUpload({ folder, temporary, place, file: await open(temporary, 'wx', 0o600) });
      });
    },
    async size(key) {
      const facts = await withReason(folder, () => statOrNull(place(key)));
      return facts?.size ?? null;
    },
    async open(key, range) {
      const file = await open(place(key), 'r').catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') throw missing(key, cause);
        throw describeStorageFailure(folder, cause);
      });
      return createReadStream('', { fd: file, start: range?.start ?? 0, end: range?.end ?? Infinity });
    },
    path: place,
    partials: createPartialFiles({ folder: path.join(folder, '.incoming'), place }),
    async remove(key) {
      await withReason(folder, () => rm(place(key), { force: true }));
    },
    async *list({ olderThanSeconds }) {
      for (const owner of await namesIn(folder)) {
        if (owner.startsWith('.')) continue;
        for (const start of await namesIn(path.join(folder, owner))) {
          for (const rest of await namesIn(path.join(folder, owner, start))) {
            if (await isOlder(path.join(folder, owner, start, rest), olderThanSeconds))
              yield `${owner}/${start}${rest}`;
          }
        }
      }
    },
    async sweepUploads({ olderThanSeconds }) {
      let count = 0;
      for (const name of await namesIn(uploads)) {
        const file = path.join(uploads, name);
        if (!(await isOlder(file, olderThanSeconds))) continue;
        await rm(file, { recursive: true, force: true });
        count++;
      }
      return count;
    },
  };
}

function createUpload(options: {
  folder: string;
  temporary: string;
  place: (key: string) => string;
  file: FileHandle;
}): Upload {
  const { folder, temporary, place, file } = options;
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await file.close();
  };
  return {
    write: (chunk) =>
      withReason(folder, async () => {
        for (let done = 0; done < chunk.byteLength;) {
          done += (await file.write(chunk, done, chunk.byteLength - done)).bytesWritten;
        }
      }),
    commit: (key) =>
      withReason(folder, async () => {
        await close();
        await placeFile(temporary, place(key));
      }),
    abort: async () => {
      await close();
      await rm(temporary, { force: true });
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw describeStorageFailure(folder, error);
  });
}

async function isOlder(file: string, seconds: number): Promise<boolean> {
  const facts = await statOrNull(file);
  return facts !== null && Date.now() - facts.mtimeMs > seconds * 1000;
}

async function statOrNull(file: string) {
  return stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

async function withReason<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw describeStorageFailure(folder, error);
  }
}

function missing(key: string, cause: unknown): KinoraError {
  const asset = key.split('/')[1];
  return new KinoraError('asset.missing', 'A file is not in the store any more; make it again.', {
    cause,
    data: { asset },
  });
}
