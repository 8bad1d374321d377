import { setImmediate } from 'node:timers/promises';
import { KinoraError } from '@kinora/capabilities/errors';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of an archive; `isPacked`: deflated, which pays for all but sound and pictures. */
export type ArchiveFile = { name: string; bytes: Uint8Array; isPacked: boolean };

/** Every file of an archive has this time (in the zone of whoever reads), so that the same content gives the same bytes. */
const time = new Date(2000, 0, 1);

/** Packs files one after the other; others get their turn in between. */
export async function packFiles(
  files: readonly ArchiveFile[],
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw new KinoraError('internal.bug', 'An archive could not be written.', { cause: error });
    chunks.push(chunk);
  });
  for (const { name, bytes, isPacked } of files) {
    signal?.throwIfAborted();
    const file = isPacked ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
    file.mtime = time;
    archive.add(file);
    file.push(bytes, true);
    await setImmediate();
  }
  archive.end();
  return new Uint8Array(Buffer.concat(chunks));
}
