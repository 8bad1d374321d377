import type { UploadSize } from './decode-upload.ts';
import { askPictureProcess } from './in-process.ts';

/**
 * Decodes a picture that somebody brought and brings it to a size, in a process of its own: a hostile one can neither stall
 * nor crash the caller, and what comes back is Kinora's own PNG.
 * @param picture PNG, JPEG or WebP of at most 40 megapixels.
 * @throws KinoraError `request.invalid` when it is no such picture or not whole, `request.too-large` when it has too many
 * pixels, `provider.failed` when the process ended over it.
 */
export async function fitUploadedPicture(
  picture: Uint8Array,
  size: UploadSize,
  options: { signal?: AbortSignal } = {},
): Promise<Uint8Array> {
  return askPictureProcess<Uint8Array>({ kind: 'fit', picture, size }, options);
}
