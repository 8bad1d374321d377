import { KinoraError } from '@kinora/capabilities/errors';
import { backgroundMask, maskAt } from './mask.ts';
import { softMatte } from './matte.ts';
import { toLab } from './pixels.ts';
import type { Pixels } from './pixels.ts';

/** How a picture is freed of its background. Places are fractions of the picture; `tolerance` is 0 to 1. */
export type CutOutMethod =
  | { kind: 'auto' }
  | { kind: 'none' }
  | { kind: 'points'; background: readonly (readonly [x: number, y: number])[]; tolerance: number };

/** Below this the background isn't removed on its own account. */
const leastConfidence = 0.3;

/**
 * Takes the background out of a picture's pixels, where there is one that can be told from the subject. Runs in a browser
 * too, so that a page can show what will be left.
 * @param pixels Changed in place when the method is `background`: what goes becomes clear.
 * @returns How it can be cut out – with the alpha it has, by its background, or only framed – and how sure that is, 0 to 1.
 * @throws KinoraError `request.invalid` for places that take all of the picture or nothing of it.
 */
export function cutPixels(
  pixels: Pixels,
  method: CutOutMethod,
): { method: 'alpha' | 'background' | 'framed'; confidence: number } {
  if (method.kind === 'none') return { method: 'framed', confidence: 1 };
  if (method.kind === 'auto' && hasAlpha(pixels)) return { method: 'alpha', confidence: 1 };
  const lab = toLab(pixels);
  const mask = method.kind === 'points' ? maskAt(lab, method) : backgroundMask(lab);
  const isEmpty = mask.share < 0.004 || mask.share > 0.985;
  if (isEmpty || (method.kind === 'auto' && mask.confidence < leastConfidence)) {
    if (method.kind === 'points') {
      const message =
        mask.share < 0.004
          ? 'Nothing is left of the picture with these places and this tolerance; lower the tolerance.'
          : 'Nothing looks like the background that was named; raise the tolerance or name other places.';
      throw new KinoraError('request.invalid', message, { data: { field: 'cutOut' } });
    }
    return { method: 'framed', confidence: isEmpty ? 0 : mask.confidence };
  }
  softMatte(pixels, mask.subject);
  return { method: 'background', confidence: mask.confidence };
}

/** Whether somebody cut the picture out already: a good part is clear. */
function hasAlpha({ data }: Pixels): boolean {
  let clear = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at]! < 128) clear++;
  return clear > data.length / 4 / 50;
}
