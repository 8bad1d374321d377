import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';

/** What a test puts into a repository: a folder on disk, or contents by path. */
export type HubFiles = string | Record<string, string | Uint8Array>;

/** A file of a commit. */
export type HubFile = {
  /** With forward slashes. */
  path: string;
  size: number;
  sha256: string;
  /** What git calls the file: the hash of its content, or of the pointer of a large one. */
  oid: string;
  /** Size of the pointer when the file is kept apart from git, else undefined. */
  pointerSize: number | undefined;
  read(start: number, end: number): AsyncIterable<Uint8Array>;
};

/** The files of one commit by path. */
export type HubCommit = { id: string; files: Map<string, HubFile> };

/**
 * Reads what a test gave. As on the hub, a binary file or one beyond `largeBytes` is kept apart from git (LFS), so that
 * its record is a SHA-256; of the others git's own SHA-1 is known.
 */
export async function readCommit(source: HubFiles, options: { largeBytes: number }): Promise<HubCommit> {
  const files = new Map<string, HubFile>();
  if (typeof source === 'string') {
    for (const entry of await readdir(source, { recursive: true })) {
      const full = path.join(source, entry);
      const facts = await stat(full);
      if (!facts.isFile()) continue;
      const name = entry.replaceAll('\\', '/');
      const read = (start: number, end: number): AsyncIterable<Uint8Array> =>
        end <= start ? Readable.from([]) : createReadStream(full, { start, end: end - 1 });
      files.set(name, await describe({ path: name, size: facts.size, read }, options.largeBytes));
    }
  } else {
    for (const [name, content] of Object.entries(source)) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const read = (start: number, end: number) => Readable.from(slices(bytes, start, end));
      files.set(name, await describe({ path: name, size: bytes.length, read }, options.largeBytes));
    }
  }
  const sorted = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  const id = createHash('sha1');
  for (const file of sorted.values()) id.update(`${file.path} ${file.sha256}\n`);
  return { id: id.digest('hex'), files: sorted };
}

async function describe(file: Pick<HubFile, 'path' | 'size' | 'read'>, largeBytes: number): Promise<HubFile> {
  const sha256 = createHash('sha256');
  const blob = createHash('sha1').update(`blob ${file.size}\0`);
  for await (const chunk of file.read(0, file.size)) {
    sha256.update(chunk);
    blob.update(chunk);
  }
  const sum = sha256.digest('hex');
  const isLarge = file.size > largeBytes || /\.(gguf|onnx|onnx_data|bin|safetensors|data|npy|npz|wav)$/.test(file.path);
  if (!isLarge) return { ...file, sha256: sum, oid: blob.digest('hex'), pointerSize: undefined };
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${sum}\nsize ${file.size}\n`;
  const oid = createHash('sha1').update(`blob ${pointer.length}\0${pointer}`).digest('hex');
  return { ...file, sha256: sum, oid, pointerSize: pointer.length };
}

function* slices(bytes: Uint8Array, start: number, end: number): Generator<Uint8Array> {
  for (let at = start; at < end; at += 65_536) yield bytes.subarray(at, Math.min(at + 65_536, end));
}
