import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KinoraError } from '../errors.ts';
import type { AssetRef, AssetStore } from '../studio.ts';

/**
 * Files in memory, for tests of studios.
 * @param files Bytes by SHA-256; hand it over to look inside.
 */
export function createMemoryAssets(files: Map<string, Uint8Array> = new Map()): AssetStore {
  const put = async (bytes: Uint8Array, { mediaType }: { mediaType: string }): Promise<AssetRef> => {
    const asset = createHash('sha256').update(bytes).digest('hex');
    files.set(asset, bytes);
    return { asset, mediaType, bytes: bytes.byteLength };
  };
  const get = async ({ asset }: AssetRef) => {
    const bytes = files.get(asset);
    if (bytes === undefined) throw new KinoraError('asset.missing', 'no such file');
    return bytes;
  };
  return {
    put,
    get,
    lend: (refs, use) =>
      withFolder(async (folder) => {
        const paths = refs.map((_, index) => join(folder, String(index)));
        for (const [index, ref] of refs.entries()) await writeFile(paths[index]!, await get(ref));
        return use(paths);
      }),
    putFile: (make, options) =>
      withFolder(async (folder) => {
        const path = join(folder, 'made');
        await make(path);
        return put(await readFile(path), options);
      }),
  };
}

async function withFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'kinora-assets-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
