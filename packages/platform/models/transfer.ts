import { KinoraError, isKinoraError } from '@kinora/capabilities';
import type { Clock } from '@kinora/capabilities/routing';
import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { describeDiskFailure } from './disk.ts';
import type { FileHash, FileRecord, HubClient } from './hub.ts';
import { pauseBefore } from './retry.ts';

/** Says that a file is not what the listing said: the repository has changed, so the listing must be read again. */
export class FileChanged extends Error {
  override name = 'FileChanged';
}

/** How to load one file. */
export type TransferOptions = {
  hub: HubClient;
  repository: string;
  commit: string;
  record: FileRecord;
  /** Where its bytes are collected. What is there already is kept. */
  partial: string;
  /** ETag of the bytes that are there, if it is known. */
  tag: string | undefined;
  /** Told when it changes, to be kept beside the bytes. */
  onTag: (tag: string | undefined) => Promise<void>;
  /** Told how many bytes of the file are there. */
  onProgress: (bytes: number) => void;
  clock: Clock;
  /** A connection that brings nothing for so long is given up. */
  idleMs: number;
  signal: AbortSignal;
};

/**
 * Loads one file, carries on where it was broken off, and compares the whole with the hub's own record. Afterwards the
 * bytes are on the disk, synced.
 * @throws FileChanged; KinoraError `storage.full`, `provider.unavailable`, `provider.failed` and what the hub refuses with.
 */
export async function transfer(options: TransferOptions): Promise<void> {
  const { record, signal, clock } = options;
  await using sink = await openSink(options.partial, record);
  let tag = options.tag;
  let furthest = sink.offset;
  let idleAttempts = 0;
  let mismatches = 0;
  options.onProgress(sink.offset);
  for (;;) {
    signal.throwIfAborted();
    try {
      if (sink.offset < record.size) {
        const onTag = async (latest: string | undefined) => {
          tag = latest;
          await options.onTag(latest);
        };
        await receive({ ...options, tag, onTag, sink });
      }
      if (sink.digest() === record.hash.value) break;
      await sink.restart();
      options.onProgress(0);
      if (++mismatches > 1) {
        throw new KinoraError(
          'provider.failed',
          `${record.path} arrives damaged: its content doesn't match the hub's record. Try again later, or use another mirror.`,
          { data: { path: record.path, reason: 'hash' } },
        );
      }
    } catch (error) {
      signal.throwIfAborted();
      idleAttempts = sink.offset > furthest ? 1 : idleAttempts + 1;
      furthest = Math.max(furthest, sink.offset);
      if (!(await pauseBefore(error, idleAttempts, { clock, signal }))) throw error;
    }
  }
  await sink.sync();
}

/** One request for what is missing. */
async function receive(options: TransferOptions & { sink: Sink }): Promise<void> {
  const { record, sink, signal } = options;
  using idle = createIdleTimer(options.idleMs);
  const { response, sha256 } = await options.hub
    .open(
      { repository: options.repository, commit: options.commit, path: record.path },
      {
        signal: AbortSignal.any([signal, idle.signal]),
        headers:
          sink.offset === 0
            ? {}
            : { range: `bytes=${sink.offset}-`, ...(options.tag === undefined ? {} : { 'if-range': options.tag }) },
      },
    )
    .catch((error: unknown) => {
      throw idle.signal.aborted ? stalled(record.path) : error;
    });
  const body = response.body;
  try {
    if (sha256 !== undefined && record.hash.algorithm === 'sha256' && sha256 !== record.hash.value) {
      throw new FileChanged(record.path);
    }
    if (response.status === 416) {
      await sink.restart();
      throw broken(record.path);
    }
    const tag = strongTag(response);
    if (response.status === 206) {
      const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
      if (range?.[2] !== '*' && Number(range?.[2]) !== record.size) throw new FileChanged(record.path);
      if (Number(range?.[1]) !== sink.offset) {
        await sink.restart();
        throw broken(record.path);
      }
    } else {
      // The whole file: the server has no ranges, or its copy is another one than before.
      if (sink.offset > 0) await sink.restart();
      const length = response.headers.get('content-length');
      const isPlain =
        !response.headers.get('content-encoding') || response.headers.get('content-encoding') === 'identity';
      if (length !== null && isPlain && Number(length) !== record.size) throw new FileChanged(record.path);
    }
    if (tag !== options.tag) await options.onTag(tag);
    options.onProgress(sink.offset);
    for await (const chunk of chunksOf(response, record.path)) {
      idle.touch();
      if (sink.offset + chunk.length > record.size) throw new FileChanged(record.path);
      await sink.write(chunk);
      options.onProgress(sink.offset);
    }
    if (sink.offset < record.size) throw broken(record.path);
  } catch (error) {
    throw idle.signal.aborted ? stalled(record.path) : error;
  } finally {
    if (body && !body.locked) await body.cancel().catch(() => {});
  }
}

/** The bytes of an answer. However a connection breaks, the error says that it may be tried again. */
async function* chunksOf(response: Response, path: string): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = (response.body ?? new ReadableStream<Uint8Array>())[Symbol.asyncIterator]();
  let isDone = response.body === null;
  try {
    while (!isDone) {
      const next = await chunks.next().catch((error: unknown) => {
        isDone = true;
        throw isKinoraError(error) ? error : broken(path, error);
      });
      if (next.done) isDone = true;
      else yield next.value;
    }
  } finally {
    if (!isDone) await chunks.return?.();
  }
}

type Sink = Awaited<ReturnType<typeof openSink>>;

/** The partial file, with the hash of what it holds. */
async function openSink(path: string, record: FileRecord) {
  const handle = await open(path, 'a+', 0o600).catch((error: unknown) => {
    throw describeDiskFailure(error);
  });
  let hash: Hash = startHash(record.hash.algorithm, record.size);
  let offset = 0;
  const restart = async () => {
    await handle.truncate(0);
    hash = startHash(record.hash.algorithm, record.size);
    offset = 0;
  };
  try {
    const { size } = await handle.stat();
    if (size > record.size) await restart();
    else {
      for await (const chunk of readAll(handle)) hash.update(chunk);
      offset = size;
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  return {
    get offset() {
      return offset;
    },
    digest: () => hash.copy().digest('hex'),
    restart,
    async write(chunk: Uint8Array) {
      try {
        for (let done = 0; done < chunk.length;) {
          done += (await handle.write(chunk, done, chunk.length - done)).bytesWritten;
        }
      } catch (error) {
        // Part of the chunk may be there; the next attempt reads again what is.
        throw describeDiskFailure(error);
      }
      hash.update(chunk);
      offset += chunk.length;
    },
    async sync() {
      await handle.sync();
    },
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

/** The hash of a file on the disk, as the hub would record it. */
export async function hashFile(path: string, algorithm: FileHash['algorithm'], signal?: AbortSignal): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const hash = startHash(algorithm, (await handle.stat()).size);
    for await (const chunk of readAll(handle)) {
      signal?.throwIfAborted();
      hash.update(chunk);
    }
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

/** Git's name of a file is the SHA-1 of its length and content. */
function startHash(algorithm: FileHash['algorithm'], size: number): Hash {
  return algorithm === 'sha256' ? createHash('sha256') : createHash('sha1').update(`blob ${size}\0`);
}

async function* readAll(handle: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(1 << 18);
  for (let at = 0; ;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** RFC 9110, 13.1.5: only a strong tag may stand in `If-Range`. */
function strongTag(response: Response): string | undefined {
  const tag = response.headers.get('etag');
  return tag?.startsWith('"') ? tag : undefined;
}

function createIdleTimer(idleMs: number) {
  const controller = new AbortController();
  const start = () => setTimeout(() => controller.abort(), idleMs);
  let timer = start();
  return {
    signal: controller.signal,
    touch() {
      clearTimeout(timer);
      timer = start();
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}

function broken(path: string, cause?: unknown): KinoraError {
  return new KinoraError('provider.unavailable', `The connection broke while ${path} was loaded; try again.`, {
    isRetryable: true,
    cause,
  });
}

function stalled(path: string): KinoraError {
  return new KinoraError('provider.timeout', `Nothing more came while ${path} was loaded; try again later.`, {
    isRetryable: true,
  });
}
