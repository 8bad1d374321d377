import { KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import { createHash, randomUUID } from 'node:crypto';
import { findAssetSizes, lockAsset, recordAsset } from '../db/assets.ts';
import type { UserDatabase } from '../db/database.ts';
import type { UploadRow } from '../db/uploads.ts';
import {
  createUpload,
  deleteOldUploads,
  deleteUpload,
  findUploadName,
  getUpload,
  updateUpload,
} from '../db/uploads.ts';
import type { AssetBackend } from './backend.ts';

/** How long an upload is kept that nothing came for, and one that came in and was not used yet: a day. */
export const uploadSeconds = 86_400;

/** So much of the disk stays free, in bytes. */
const spareRoom = 200_000_000;

/** Bytes of a piece that are written before the room is measured again. */
const measuredBytes = 8_000_000;

/** Enough of a file to tell what it is, also when a JPEG begins with a large colour profile. */
const headBytes = 1 << 18;

/** A file on its way in. */
export type UploadView = {
  id: string;
  name: string;
  /** Size of the whole file. */
  bytes: number;
  /** Bytes that are there for good. */
  received: number;
  /** The stored file, once it is whole. */
  file: AssetRef | null;
  expiresAt: Date;
};

/** A piece of a file. */
export type UploadPiece = {
  /** Where it begins. */
  offset: number;
  chunks: AsyncIterable<Uint8Array>;
  /** What the piece hashes to; another hash drops it. */
  checksum?: { algorithm: 'sha1' | 'sha256'; digest: Buffer };
};

/** Files that one user sends, in pieces that may be days of patience apart. */
export type Uploads = {
  /** @throws KinoraError `storage.full`. */
  begin(upload: { name: string; bytes: number }): Promise<UploadView>;
  /** How far an upload is. A piece that is still coming, from a connection that may be dead, is cut off. @throws KinoraError `resource.missing`, also when the stored file was deleted. */
  look(id: string): Promise<UploadView>;
  /**
   * Adds a piece; the last makes the file an asset. What came before a connection broke off is kept.
   * @throws KinoraError `resource.missing`; `request.conflict` for a wrong offset, with `data.received`; `request.invalid` for
   * more than was announced, a wrong checksum (`data.checksum`), or a file of a kind that isn't taken; `storage.full`.
   */
  append(id: string, piece: UploadPiece): Promise<UploadView>;
  /** Drops an upload; the stored file, if it is whole, goes when nothing uses it. @throws KinoraError `resource.missing`. */
  cancel(id: string): Promise<void>;
  /** Stores a file that comes at once. @throws KinoraError `request.too-large`, `request.invalid`, `storage.full`. */
  receive(file: { name: string; chunks: AsyncIterable<Uint8Array>; limit: number }): Promise<AssetRef>;
  /** The name under which a file last came in, while that is remembered. */
  nameOf(sha256: string): Promise<string | undefined>;
  /** Forgets what nothing came for. */
  sweep(): Promise<void>;
};

/** What {@link createUploads} works on. */
export type UploadParts = {
  database: UserDatabase;
  backend: AssetBackend;
  /** Tells the media type of a whole file by its first bytes. @throws KinoraError `request.invalid` for one that isn't taken. */
  identify(head: Uint8Array, file: { name: string; bytes: number }): string;
};

/** Makes the {@link Uploads} of one user. One process per home does so. */
export function createUploads({ database, backend, identify }: UploadParts): Uploads {
  const { partials } = backend;
  const writers = new Map<string, { stop: AbortController; done: Promise<void> }>();

  /** Runs `work` alone for this upload; whoever was at it is cut off and waited for. */
  async function alone<Value>(id: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    for (let other = writers.get(id); other !== undefined; other = writers.get(id)) {
      other.stop.abort();
      await other.done;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = new AbortController();
    writers.set(id, { stop, done: promise });
    try {
      return await work(stop.signal);
    } finally {
      writers.delete(id);
      resolve();
    }
  }

  async function viewOf(row: UploadRow): Promise<UploadView> {
    const { id, name, bytes, sha256, mediaType } = row;
    const isWhole = row.finishedAt !== null && sha256 !== null && mediaType !== null;
    return {
      id,
      name,
      bytes,
      received: isWhole ? bytes : ((await partials.size(id)) ?? 0),
      file: isWhole ? { asset: sha256, mediaType, bytes } : null,
      expiresAt: new Date(row.touchedAt.getTime() + uploadSeconds * 1000),
    };
  }

  const read = (id: string) => database.read((tx) => getUpload(tx, id));

  async function drop(id: string): Promise<void> {
    await partials.remove(id);
    await database.transaction((tx) => deleteUpload(tx, id), { isIdempotent: true });
  }

  /** Makes a whole file an asset. Each step may have been done before the process died. */
  async function finish(row: UploadRow): Promise<UploadRow> {
    const { id, name, bytes } = row;
    let { sha256, mediaType } = row;
    if (sha256 === null || mediaType === null) {
      try {
        mediaType = identify(await partials.head(id, headBytes), { name, bytes });
      } catch (error) {
        await drop(id);
        throw error;
      }
      sha256 = await partials.hash(id);
      const facts = { sha256, mediaType };
      await database.transaction((tx) => updateUpload(tx, id, facts), { isIdempotent: true });
    }
    const ref = { asset: sha256, mediaType, bytes };
    return database.transaction(
      async (tx) => {
        await lockAsset(tx, ref.asset);
        if ((await partials.size(id)) !== null) await partials.commit(id, `${database.userId}/${ref.asset}`);
        await recordAsset(tx, ref);
        return updateUpload(tx, id, { isFinished: true });
      },
      { isIdempotent: true },
    );
  }

  /** The stored file goes with the last project that used it, while its upload is still remembered. */
  async function checkKept({ sha256 }: UploadRow): Promise<void> {
    const isKept = sha256 !== null && (await database.read((tx) => findAssetSizes(tx, [sha256]))).has(sha256);
    if (isKept) return;
    throw new KinoraError(
      'resource.missing',
      'This file was deleted with the last project that used it; upload it again.',
    );
  }

  /** A process may have died after the last byte, or after the file was moved to its place. */
  async function finishIfWhole(row: UploadRow): Promise<UploadRow> {
    if (row.finishedAt !== null) {
      await checkKept(row);
      return row;
    }
    const size = await partials.size(row.id);
    if (size === row.bytes) return finish(row);
    const isPlaced =
      size === null && row.sha256 !== null && (await backend.size(`${database.userId}/${row.sha256}`)) === row.bytes;
    return isPlaced ? finish(row) : row;
  }

  /** @returns Bytes that are there for good after the piece. */
  async function write(
    id: string,
    { offset, chunks, checksum }: UploadPiece,
    { limit, tooMuch, signal }: { limit: number; tooMuch: () => KinoraError; signal: AbortSignal },
  ): Promise<number> {
    const hash = checksum && createHash(checksum.algorithm);
    const writer = await partials.append(id, offset);
    let at = offset;
    let measured = offset - measuredBytes;
    let problem: unknown;
    try {
      for await (const chunk of untilAborted(chunks, signal)) {
        if (at + chunk.byteLength > limit) throw tooMuch();
        // Others write meanwhile, too: there was room for each of several uploads, but not for all.
        if (at - measured >= measuredBytes) {
          if ((await partials.room()) < spareRoom) throw diskFull(spareRoom);
          measured = at;
        }
        hash?.update(chunk);
        await writer.write(chunk);
        at += chunk.byteLength;
      }
      if (checksum && !hash?.digest().equals(checksum.digest)) throw wrongChecksum();
    } catch (error) {
      problem = error;
    }
    // A piece with a checksum counts whole or not at all.
    const received = await writer.close(problem !== undefined && checksum ? { keep: offset } : {});
    if (problem !== undefined) throw problem;
    return received;
  }

  return {
    async begin({ name, bytes }) {
      if (bytes + spareRoom > (await partials.room())) {
        throw diskFull(bytes + spareRoom);
      }
      const row = await database.transaction((tx) => createUpload(tx, { id: randomUUID(), name, bytes }));
      return viewOf(row);
    },

    look: (id) => alone(id, async () => viewOf(await finishIfWhole(await read(id)))),

    append: (id, piece) =>
      alone(id, async (signal) => {
        const row = await finishIfWhole(await read(id));
        const { received } = await viewOf(row);
        if (piece.offset !== received) {
          throw new KinoraError(
            'request.conflict',
            `The upload goes on at byte ${received}, not at ${piece.offset}. Ask with HEAD and go on there.`,
            { data: { received } },
          );
        }
        if (row.finishedAt !== null) return viewOf(row);
        const tooMuch = () =>
          new KinoraError('request.invalid', `More bytes came than the ${row.bytes} that were announced.`);
        const touch = () => database.transaction((tx) => updateUpload(tx, id, {}), { isIdempotent: true });
        const size = await write(id, piece, { limit: row.bytes, tooMuch, signal }).catch(async (error: unknown) => {
          await touch();
          throw error;
        });
        if (received === 0 && size < row.bytes && size >= 4096) {
          // What is no kind that is taken needn't come whole.
          try {
            identify(await partials.head(id, headBytes), row);
          } catch (error) {
            await drop(id);
            throw error;
          }
        }
        if (size === row.bytes) return viewOf(await finish(row));
        return viewOf(await touch());
      }),

    cancel: (id) =>
      alone(id, async () => {
        await read(id);
        await drop(id);
      }),

    async receive({ name, chunks, limit }) {
      const id = randomUUID();
      return alone(id, async (signal) => {
        try {
          const tooMuch = () =>
            new KinoraError('request.too-large', `A file has at most ${Math.floor(limit / 1e6)} MB.`);
          const bytes = await write(id, { offset: 0, chunks }, { limit, tooMuch, signal });
          if (bytes === 0) throw new KinoraError('request.invalid', 'The file is empty. Send its bytes as the body.');
          const row = await database.transaction((tx) => createUpload(tx, { id, name, bytes }));
          const { file } = await viewOf(await finish(row));
          if (file === null) throw new TypeError('a finished upload has a file');
          return file;
        } catch (error) {
          await partials.remove(id);
          throw error;
        }
      });
    },

    nameOf: (sha256) => database.read((tx) => findUploadName(tx, sha256)),

    async sweep() {
      const old = await database.transaction((tx) => deleteOldUploads(tx, { olderThanSeconds: uploadSeconds }));
      for (const id of old) await partials.remove(id);
      await partials.sweep({ olderThanSeconds: uploadSeconds });
    },
  };
}

/** Ends with the signal, also while nothing comes. */
async function* untilAborted(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const ended = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    const cutOff = () =>
      reject(new KinoraError('request.conflict', 'Another request went on with this upload.', { isRetryable: true }));
    if (signal.aborted) cutOff();
    signal.addEventListener('abort', cutOff, { once: true, signal: ended.signal });
  });
  aborted.catch(() => {});
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    ended.abort();
    void iterator.return?.();
  }
}

function diskFull(bytes: number): KinoraError {
  const megabytes = Math.ceil(bytes / 1e6);
  return new KinoraError('storage.full', `The disk is too full for this file; free ${megabytes} MB and try again.`);
}

function wrongChecksum(): KinoraError {
  return new KinoraError('request.invalid', 'The checksum does not fit the bytes that came; send the piece again.', {
    isRetryable: true,
    data: { checksum: true },
  });
}
