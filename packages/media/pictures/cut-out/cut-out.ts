import { askPictureProcess } from '../in-process.ts';
import type { CutOutMethod, CutOutResult } from './cut.ts';

/**
 * Frees the subject of a picture of its background, in a process of its own: a hostile picture can neither stall nor crash
 * the caller. What is left is trimmed and at most 1024 pixels a side.
 * @param picture PNG, JPEG or WebP of at most 40 megapixels.
 * @param method `auto` takes the alpha of the picture, else removes a plain background, else frames it; `none` frames it;
 * `points` removes what looks like the named places.
 * @throws KinoraError `request.invalid` when the bytes are no such picture or not a whole one, `request.too-large` when it has too many pixels.
 */
export async function cutOutPicture(
  picture: Uint8Array,
  method: CutOutMethod,
  options: { signal?: AbortSignal } = {},
): Promise<CutOutResult> {
  return askPictureProcess<CutOutResult>({ kind: 'cut-out', picture, method }, options);
}
