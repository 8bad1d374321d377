import { KinoraError } from '@kinora/capabilities/errors';
import { decodeVideoSync } from '../decode.ts';
import { createSegmentEncoder } from '../segment-encoder.ts';
import { readYuv } from '../yuv.ts';
import { yuvSize } from '../yuv-size.ts';
import type { RestylePlan } from './plan.ts';

/**
 * Dissolves the end of one painted stretch into the beginning of the next: the same frames, painted twice, differ in where the
 * strokes lie, and would jump. Blocks its thread.
 */
export function makeSeamSync(
  tail: Uint8Array,
  head: Uint8Array,
  { width, height, fps, overlap }: Pick<RestylePlan, 'width' | 'height' | 'fps' | 'overlap'>,
): Uint8Array {
  using encoder = createSegmentEncoder({ width, height, fps });
  const [from, to] = [new Uint8Array(yuvSize(width, height)), new Uint8Array(yuvSize(width, height))];
  const before = decodeVideoSync(tail, { width, height });
  let count = 0;
  for (const frame of decodeVideoSync(head, { width, height })) {
    const last = before.next();
    readYuv(frame, to);
    if (last.done !== true) {
      readYuv(last.value, from);
      const weight = Math.round(((count + 1) / (overlap + 1)) * 256);
      for (let at = 0; at < to.length; at++) to[at] = (from[at]! * (256 - weight) + to[at]! * weight + 128) >> 8;
    }
    encoder.addYuv(to);
    count++;
  }
  before.return(undefined);
  if (count !== overlap) throw new KinoraError('internal.bug', `A seam has ${count} frames instead of ${overlap}.`);
  return encoder.finish();
}
