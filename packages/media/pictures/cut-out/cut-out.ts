import { createChildRunner } from '../../video/child.ts';
import type { ChildRunner } from '../../video/child.ts';
import type { CutOutMethod, CutOutResult } from './cut.ts';

let runner: ChildRunner | undefined;

/**
 * Frees the subject of a picture of its background, in a process of its own: a hostile picture can neither stall nor crash
 * the caller. What is left is trimmed and at most 1024 pixels a side.
 * @param picture PNG, JPEG or WebP of at most 40 megapixels.
 * @param method `auto` takes the alpha of the picture, else removes a plain background, else frames it; `none` frames it;
 * `points` removes what looks like the named places.
 * @throws KinoraError `request.invalid` when the bytes are no such picture, `request.too-large` when it has too many pixels.
 */
export async function cutOutPicture(
  picture: Uint8Array,
  method: CutOutMethod,
  options: { signal?: AbortSignal } = {},
): Promise<CutOutResult> {
  runner ??= createChildRunner({ entry: new URL('./process.ts', import.meta.url) });
  return await runner.run<CutOutResult>({ picture, method } satisfies CutOutRequest, options);
}

/** What the process is asked for. */
export type CutOutRequest = { picture: Uint8Array; method: CutOutMethod };
