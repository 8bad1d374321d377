export type { AssetBackend, ByteRange, Upload } from './backend.ts';
export { createFileSystemBackend } from './file-system.ts';
export { createAssets } from './store.ts';
export type { Assets, UserAssets } from './store.ts';
