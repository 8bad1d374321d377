import { createHash } from 'node:crypto';
import { open, realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import type { UserAssets } from '@kinora/platform/storage';
import type { RecordingAccess } from '@kinora/studios/language';
import { recordingLimits } from '@kinora/studios/language/schema';
import type { RecordingSource } from '@kinora/studios/language/schema';
import { identify } from '../uploads/identify.ts';
import type { RecordingFolders } from './folders.ts';

/** A recording that was looked up: where it truly is, what stands for its bytes, and its name for people. */
export type FoundRecording = { source: RecordingSource; access: RecordingAccess; name?: string };

/** Recordings of one owner: stored files, and files that stay where they are. */
export type Recordings = {
  /**
   * Looks a recording up that somebody named.
   * @param options.isTrusted A path may be anywhere. Default: only in an allowed folder.
   * @throws KinoraError `request.invalid`, `request.too-large`, `auth.forbidden`, `asset.missing`; each names the field.
   */
  find(source: RecordingSource, options?: { isTrusted?: boolean }): Promise<FoundRecording>;
  /** The same recording later, for a job. @param known What stood for its bytes then; stands in for a file that is gone. */
  reopen(source: RecordingSource, known: string | null): Promise<RecordingAccess>;
  /** A recording's file for a player; `path` null: it is stored. */
  playable(source: RecordingSource): Promise<{ file: AssetRef; path: string | null }>;
};

/** Bytes that are hashed at head, middle and tail. */
const sample = 1 << 16;

/** Opens the recordings of one owner. */
export function openRecordings({
  assets,
  folders,
  nameOf,
}: {
  assets: UserAssets;
  folders: RecordingFolders;
  /** Name under which a file was uploaded, while that is remembered. */
  nameOf(asset: string): Promise<string | undefined>;
}): Recordings {
  async function stored(file: AssetRef): Promise<AssetRef> {
    return assets.find(file.asset).catch((cause: unknown) => {
      if (!isKinoraError(cause) || cause.code !== 'asset.missing') throw cause;
      throw new KinoraError('asset.missing', 'recording: there is no such file. Upload it first, then name it here.', {
        cause,
        data: { field: 'recording.file' },
      });
    });
  }
  const accessTo = (file: AssetRef): RecordingAccess => ({
    identity: file.asset,
    lend: (use) => assets.lend([file], ([path = '']) => use(path)),
  });

  return {
    async find(source, { isTrusted = false } = {}) {
      if (source.kind === 'upload') {
        const file = await stored(source.file);
        const name = await nameOf(file.asset);
        return { source: { kind: 'upload', file }, access: accessTo(file), ...(name !== undefined && { name }) };
      }
      const path = isTrusted
        ? await realpath(source.path).catch(() => source.path)
        : await folders.resolve(source.path);
      const identity = await identityOf(path);
      if (identity === null) throw wrong(`There is no file “${basename(path)}”; check its name.`);
      if (identity.bytes > recordingLimits.bytes)
        throw new KinoraError('request.too-large', `“${basename(path)}” has more than 20 GB.`, {
          data: { field: 'recording.path' },
        });
      return { source: { kind: 'path', path }, access: lendPath(path, identity.hash), name: basename(path) };
    },

    async reopen(source, known) {
      if (source.kind === 'upload') return accessTo(source.file);
      const identity = await identityOf(source.path);
      return lendPath(source.path, identity?.hash ?? known ?? 'gone');
    },

    async playable(source) {
      if (source.kind === 'upload') return { file: await stored(source.file), path: null };
      const { path } = source;
      const identity = await identityOf(path);
      if (identity === null)
        throw new KinoraError('resource.missing', `“${basename(path)}” is not where it was any more.`);
      const { hash, bytes, head } = identity;
      return { file: { asset: hash, mediaType: identify(head, { bytes }), bytes }, path };
    },
  };
}

function lendPath(path: string, identity: string): RecordingAccess {
  const check = async () => {
    const now = await identityOf(path);
    if (now?.hash === identity) return;
    throw new KinoraError(
      'request.conflict',
      now === null
        ? `“${basename(path)}” is not where it was any more. Put it back and try again.`
        : `“${basename(path)}” changed while it was read. Wait until it is written whole, then try again.`,
      { data: { field: 'recording.path' } },
    );
  };
  return {
    identity,
    async lend(use) {
      await check();
      const value = await use(path);
      // What was made of a file that changed meanwhile must not be kept under the old one's name.
      await check();
      return value;
    },
  };
}

/**
 * What stands for a file's bytes without reading them all: its size, when it was changed, and a hash of head, middle and tail.
 * @returns Null when there is no such file.
 */
async function identityOf(path: string): Promise<{ hash: string; bytes: number; head: Uint8Array } | null> {
  const facts = await stat(path).catch(() => null);
  // Paths are kept without links in them: a link that stands there now may lead out of the allowed folders.
  if (facts === null || (await realpath(path).catch(() => null)) !== path) return null;
  if (!facts.isFile()) throw wrong(`“${basename(path)}” is no file.`);
  await using file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw wrong(`“${basename(path)}” can’t be read (${cause.code}).`, cause);
  });
  const hash = createHash('sha256').update(`${facts.size} ${facts.mtimeMs}`);
  const read = async (at: number) => {
    const { buffer, bytesRead } = await file.read(new Uint8Array(sample), 0, sample, at);
    return buffer.subarray(0, bytesRead);
  };
  const head = await read(0);
  hash.update(head);
  hash.update(await read(Math.max(0, Math.floor(facts.size / 2) - sample / 2)));
  hash.update(await read(Math.max(0, facts.size - sample)));
  return { hash: hash.digest('hex'), bytes: facts.size, head };
}

function wrong(message: string, cause?: unknown): KinoraError {
  return new KinoraError('request.invalid', message, { cause, data: { field: 'recording.path' } });
}
