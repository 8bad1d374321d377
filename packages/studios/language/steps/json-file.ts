import type { AssetRef, AssetStore } from '@kinora/capabilities';

/** Stores a value as a file of JSON. */
export function putJson(value: unknown, assets: Pick<AssetStore, 'put'>): Promise<AssetRef> {
  return assets.put(new TextEncoder().encode(JSON.stringify(value)), { mediaType: 'application/json' });
}

/** Reads a file of JSON that {@link putJson} stored. */
export async function getJson<Value>(file: AssetRef, assets: Pick<AssetStore, 'get'>): Promise<Value> {
  return JSON.parse(new TextDecoder().decode(await assets.get(file))) as Value;
}
