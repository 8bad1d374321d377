import { KinoraError } from '@kinora/capabilities/errors';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';

/** The files in which the samples of a film lie: those it is joined from, and a nameless one for what is made on the way. */
export type SampleFiles = Disposable & {
  /** Adds a file to read from. */
  add(path: string): number;
  /** Writes bytes to the nameless file. */
  append(bytes: Uint8Array): { file: number; offset: number };
  /** Fills `into` with what lies at a place. */
  read(file: number, offset: number, into: Uint8Array): void;
};

/** The nameless file's number. */
const scratch = 0;
const bufferBytes = 1_000_000;

/** @param beside The nameless file lies on the same disk as this path, which has room for the film. */
export function openSampleFiles(beside: string): SampleFiles {
  const paths: string[] = [''];
  let own: number | undefined;
  let written = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let opened: { file: number; descriptor: number } | undefined;
  const ownFile = () => {
    if (own === undefined) {
      const path = `${beside}.${process.pid}.part`;
      own = openSync(path, 'w+');
      // It is gone when it is closed, also when this process is killed.
      unlinkSync(path);
    }
    return own;
  };
  const flush = () => {
    if (waitingBytes === 0) return;
    writeAll(ownFile(), Buffer.concat(waiting));
    waiting = [];
    waitingBytes = 0;
  };
  const close = () => {
    if (opened) closeSync(opened.descriptor);
    opened = undefined;
  };
  const descriptorOf = (file: number) => {
    if (file === scratch) return ownFile();
    if (opened?.file !== file) {
      close();
      opened = { file, descriptor: openSync(paths[file]!, 'r') };
    }
    return opened.descriptor;
  };
  return {
    add: (path) => paths.push(path) - 1,
    append(bytes) {
      const offset = written;
      waiting.push(bytes);
      waitingBytes += bytes.length;
      written += bytes.length;
      if (waitingBytes >= bufferBytes) flush();
      return { file: scratch, offset };
    },
    read(file, offset, into) {
      if (file === scratch) flush();
      const descriptor = descriptorOf(file);
      for (let done = 0; done < into.length;) {
        const count = readSync(descriptor, into, done, into.length - done, offset + done);
        if (count === 0) throw new Error('A file became shorter while it was read.');
        done += count;
      }
    },
    [Symbol.dispose]() {
      close();
      if (own !== undefined) closeSync(own);
    },
  };
}

/**
 * Writes all of it at the end of a file.
 * @throws KinoraError `storage.full`.
 */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw cause;
    throw new KinoraError('storage.full', 'The disk is full; free some space and make the film again.', {
      isRetryable: true,
      cause,
    });
  }
}
