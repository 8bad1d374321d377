import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { placeFile } from './place-file.ts';
import { describeStorageFailure } from './failures.ts';
import type { PartialFiles } from './backend.ts';

/**
 * Keeps files that come in pieces, in a folder of their own until they are whole. How much is there is the size of the
 * file: what was acknowledged was synced before, so it survives a kill and a power cut.
 * @param parts.folder For files that are not whole.
 * @param parts.place Where a whole file goes, by key.
 */
export function createPartialFiles({
  folder,
  place,
}: {
  folder: string;
  place: (key: string) => string;
}): PartialFiles {
  const nameOf = (id: string) => path.join(folder, path.basename(id));
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw describeStorageFailure(folder, error);
    }
  };
  const sizeOf = (file: string) =>
    stat(file).then(
      ({ size }) => size,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      },
    );

  return {
    size: (id) => guarded(() => sizeOf(nameOf(id))),
    room: () =>
      guarded(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const { bavail, bsize } = await statfs(folder);
        return bavail * bsize;
      }),
    append: (id, offset) =>
      guarded(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // Not `a`: what a broken-off write left after the offset is written over.
        const file = await open(nameOf(id), offset === 0 ? 'w' : 'r+', 0o600);
        let at = offset;
        return {
          write: (chunk) =>
            guarded(async () => {
              for (let done = 0; done < chunk.byteLength;) {
                const { bytesWritten } = await file.write(chunk, done, chunk.byteLength - done, at);
                done += bytesWritten;
                at += bytesWritten;
              }
            }),
          close: ({ keep } = {}) =>
            guarded(async () => {
              try {
                if (keep !== undefined) await file.truncate(keep);
                await file.sync();
              } finally {
                await file.close();
              }
              return keep ?? at;
            }),
        };
      }),
    head: (id, bytes) =>
      guarded(async () => {
        const file = await open(nameOf(id), 'r');
        try {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
          return buffer.subarray(0, bytesRead);
        } finally {
          await file.close();
        }
      }),
    hash: (id) =>
      guarded(async () => {
        const hash = createHash('sha256');
        const chunks: AsyncIterable<Buffer> = createReadStream(nameOf(id), { highWaterMark: 1 << 20 });
        for await (const chunk of chunks) hash.update(chunk);
        return hash.digest('hex');
      }),
    commit: (id, key) => guarded(() => placeFile(nameOf(id), place(key))),
    remove: (id) => guarded(() => rm(nameOf(id), { force: true })),
    sweep: ({ olderThanSeconds }) =>
      guarded(async () => {
        let count = 0;
        for (const name of await readdir(folder).catch(() => [])) {
          const file = path.join(folder, name);
          const facts = await stat(file).catch(() => null);
          if (facts === null || Date.now() - facts.mtimeMs <= olderThanSeconds * 1000) continue;
          await rm(file, { force: true });
          count++;
        }
        return count;
      }),
  };
}
