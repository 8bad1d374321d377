import type { AssetRef, AssetStore } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline, Transform } from 'node:stream';
import { pipeline as pipe } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { findAsset, findAssetSizes, findUnusedAssets, forgetAssets, lockAsset, recordAsset } from '../db/assets.ts';
import type { Database, Transaction } from '../db/database.ts';
import { forgetUnusedDerivations } from '../db/derivations.ts';
import { stopReferences } from '../db/locks.ts';
import { deleteProjectRows } from '../db/projects.ts';
import { isUuid } from '../db/uuid.ts';
import type { AssetBackend, ByteRange } from './backend.ts';

/** The files of one user: what a studio sees, and streams for the server. */
export type UserAssets = AssetStore & {
  /** Stores a stream of any size; its hash is taken on the way. @throws KinoraError `storage.full` or `storage.denied`. */
  putStream(chunks: AsyncIterable<Uint8Array>, options: { mediaType: string }): Promise<AssetRef>;
  /** Size and type of a file this user has. @throws KinoraError `asset.missing`. */
  find(sha256: string): Promise<AssetRef>;
  /**
   * A file's bytes, or a range of them.
   * @param options.verify Checks a whole file against its hash; at the end the stream fails with `asset.broken`. Default false.
   * @throws KinoraError `asset.missing`, and `asset.broken` when its size is wrong.
   */
  stream(ref: AssetRef, options?: { range?: ByteRange; verify?: boolean }): Promise<Readable>;
  /** Whether all of these files are there, whole by their size. */
  have(hashes: string[]): Promise<boolean>;
};

/** The asset files of all users. */
export type Assets = {
  as(userId: string): UserAssets;
  /** Deletes a project for good: its versions, jobs and events, and the files that nothing else names. */
  deleteProject(userId: string, projectId: string): Promise<void>;
  /**
   * Removes files that nothing names, and what interrupted uploads left.
   * @param options.graceSeconds How long a file may be without a name before it goes. Default 3600.
   * @returns How many files went.
   */
  sweep(options?: { graceSeconds?: number }): Promise<number>;
};

/** What {@link createAssets} joins. */
export type AssetParts = {
  database: Database;
  backend: AssetBackend;
  /** Folder for files that are lent to be written, or copied to be read. Default the system's temporary folder. */
  scratch?: string;
};

/** Joins a database and a backend to an asset store. */
export function createAssets({ database, backend, scratch = tmpdir() }: AssetParts): Assets {
  return {
    as: (userId) => openAs(userId, { database, backend, scratch }),
    async deleteProject(userId, projectId) {
      const db = database.as(userId);
      await db.transaction((tx) => deleteProjectRows(tx, projectId), { isIdempotent: true });
      await db.transaction((tx) => forgetUnusedDerivations(tx), { isIdempotent: true });
      await db.transaction((tx) => removeUnused(tx, { backend, graceSeconds: 3600 }), { isIdempotent: true });
    },
    async sweep({ graceSeconds = 3600 } = {}) {
      let count = await backend.sweepUploads({ olderThanSeconds: graceSeconds });
      const strays = new Map<string, string[]>();
      for await (const key of backend.list({ olderThanSeconds: graceSeconds })) {
        const [owner = '', hash = ''] = key.split('/');
        if (!isUuid(owner)) continue;
        strays.set(owner, [...(strays.get(owner) ?? []), hash]);
      }
      for (const [owner, hashes] of strays) {
        const db = database.as(owner);
        await db.transaction((tx) => forgetUnusedDerivations(tx), { isIdempotent: true });
        count += await db.transaction((tx) => removeUnused(tx, { backend, graceSeconds }), { isIdempotent: true });
        for (const hash of hashes) count += await db.transaction((tx) => removeStray(tx, { backend, hash }));
      }
      return count;
    },
  };
}

function openAs(userId: string, { database, backend, scratch }: Required<AssetParts>): UserAssets {
  const db = database.as(userId);
  const keyOf = (hash: string) => `${userId}/${hash}`;

  async function putStream(
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
    { mediaType }: { mediaType: string },
  ): Promise<AssetRef> {
    const hash = createHash('sha256');
    let bytes = 0;
    const upload = await backend.upload();
    try {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        await upload.write(chunk);
      }
      const ref = { asset: hash.digest('hex'), mediaType, bytes };
      let isCommitted = false;
      await db.transaction(
        async (tx) => {
          await lockAsset(tx, ref.asset);
          if (!isCommitted) await upload.commit(keyOf(ref.asset));
          isCommitted = true;
          await recordAsset(tx, ref);
        },
        { isIdempotent: true },
      );
      return ref;
    } finally {
      await upload.abort();
    }
  }

  async function stream(ref: AssetRef, options: { range?: ByteRange; verify?: boolean } = {}): Promise<Readable> {
    const size = await backend.size(keyOf(ref.asset));
    if (size !== null && size !== ref.bytes) throw broken(ref.asset);
    const source = await backend.open(keyOf(ref.asset), options.range);
    if (!options.verify || options.range) return source;
    // Whoever reads hears of a failure of either part; then both are closed.
    return pipeline(source, verifier(ref.asset), () => {});
  }

  return {
    put: (bytes, options) => putStream([bytes], options),
    putStream,
    async get(ref) {
      const bytes = await buffer(await stream(ref));
      if (createHash('sha256').update(bytes).digest('hex') === ref.asset) return bytes;
      // Gone rather than wrong: the step that made it is then computed again.
      await backend.remove(keyOf(ref.asset));
      throw broken(ref.asset);
    },
    async lend(refs, use) {
      const paths: (string | undefined)[] = [];
      for (const { asset, bytes } of refs) {
        const size = await backend.size(keyOf(asset));
        if (size === null)
          throw new KinoraError('asset.missing', 'A file is not in the store; it may have been deleted.', {
            data: { asset },
          });
        if (size !== bytes) throw broken(asset);
        paths.push(backend.path?.(keyOf(asset)));
      }
      if (paths.every((each) => each !== undefined)) return use(paths);
      return withFolder(scratch, async (folder) => {
        const copies = await Promise.all(
          refs.map(async (ref, index) => {
            const known = paths[index];
            if (known !== undefined) return known;
            const copy = path.join(folder, String(index));
            await pipe(await stream(ref, { verify: true }), createWriteStream(copy));
            return copy;
          }),
        );
        return use(copies);
      });
    },
    putFile: (make, options) =>
      withFolder(scratch, async (folder) => {
        const file = path.join(folder, 'made');
        await make(file);
        return putStream(createReadStream(file, { highWaterMark: 1 << 20 }), options);
      }),
    find: (sha256) => db.read((tx) => findAsset(tx, sha256)),
    stream,
    async have(hashes) {
      if (hashes.length === 0) return true;
      const sizes = await db.read((tx) => findAssetSizes(tx, hashes));
      const found = await Promise.all(hashes.map((hash) => backend.size(keyOf(hash))));
      return hashes.every((hash, index) => sizes.has(hash) && sizes.get(hash) === found[index]);
    },
  };
}

async function withFolder<Value>(parent: string, use: (folder: string) => Promise<Value>): Promise<Value> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(path.join(parent, 'lent-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file goes before its row, under its lock: after a crash in between, the next put writes it again. */
async function removeUnused(
  tx: Transaction,
  options: { backend: AssetBackend; graceSeconds: number },
): Promise<number> {
  await stopReferences(tx);
  const hashes = await findUnusedAssets(tx, options);
  for (const hash of hashes) {
    await lockAsset(tx, hash);
    await options.backend.remove(`${tx.userId}/${hash}`);
  }
  if (hashes.length > 0) await forgetAssets(tx, hashes);
  return hashes.length;
}

async function removeStray(
  tx: Transaction,
  { backend, hash }: { backend: AssetBackend; hash: string },
): Promise<number> {
  await lockAsset(tx, hash);
  if ((await findAssetSizes(tx, [hash])).size > 0) return 0;
  await backend.remove(`${tx.userId}/${hash}`);
  return 1;
}

function verifier(sha256: string): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest('hex') === sha256 ? null : broken(sha256));
    },
  });
}

function broken(asset: string): KinoraError {
  return new KinoraError('asset.broken', 'A file in the store is damaged; make it again, and check the disk.', {
    data: { asset },
  });
}
