import type { Readable } from 'node:stream';

/** Bytes `start` to `end`, both included, as in HTTP. `end` omitted: to the end of the file. */
export type ByteRange = { start: number; end?: number };

/** A file on its way in. It becomes visible whole by `commit`, or never. */
export type Upload = {
  write(chunk: Uint8Array): Promise<void>;
  /** Makes the file durable under a key. A file that is there already under that key, with this size, is kept. */
  commit(key: string): Promise<void>;
  /** Drops what was written. Harmless after `commit`. */
  abort(): Promise<void>;
};

/** Files that come in pieces, over restarts. Ids are UUIDs. */
export type PartialFiles = {
  /** Bytes that are there for good; null when there is no such file. */
  size(id: string): Promise<number | null>;
  /** Free space, in bytes. */
  room(): Promise<number>;
  /** Goes on at an offset that {@link PartialFiles.size} gave, or begins at 0. */
  append(id: string, offset: number): Promise<PartialWriter>;
  /** The first bytes, at most so many. */
  head(id: string, bytes: number): Promise<Uint8Array>;
  /** SHA-256 in hex. */
  hash(id: string): Promise<string>;
  /** Makes it a whole file under a key. */
  commit(id: string, key: string): Promise<void>;
  /** Fine when it isn't there. */
  remove(id: string): Promise<void>;
  /** Removes what nothing was written to for some seconds. @returns How many. */
  sweep(options: { olderThanSeconds: number }): Promise<number>;
};

/** Writes a piece. */
export type PartialWriter = {
  write(chunk: Uint8Array): Promise<void>;
  /**
   * Makes what was written durable.
   * @param options.keep Keep only so many bytes of the file.
   * @returns Bytes that are there now.
   */
  close(options?: { keep?: number }): Promise<number>;
};

/** Where asset files are: a file system, later S3 or Azure. Keys are `owner/sha256`. */
export type AssetBackend = {
  upload(): Promise<Upload>;
  /** Size in bytes; null when there is no such file. */
  size(key: string): Promise<number | null>;
  /** @throws KinoraError `asset.missing`. */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** A local path under which a file can be read. Omitted: files are copied to be lent. */
  path?(key: string): string;
  /** Files on their way in. */
  partials: PartialFiles;
  /** Removes a file; fine when it isn't there. */
  remove(key: string): Promise<void>;
  /** Keys of files that are older than some seconds. */
  list(options: { olderThanSeconds: number }): AsyncIterable<string>;
  /** Removes what interrupted uploads left behind, when older than some seconds. @returns How many. */
  sweepUploads(options: { olderThanSeconds: number }): Promise<number>;
};
