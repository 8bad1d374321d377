export type { AssetBackend, ByteRange, PartialFiles, PartialWriter, Upload } from './backend.ts';
export { createFileSystemBackend } from './file-system.ts';
export { createAssets } from './store.ts';
export type { Assets, UserAssets } from './store.ts';
export { createUploads, uploadSeconds } from './uploads.ts';
export type { UploadPiece, Uploads, UploadView } from './uploads.ts';
