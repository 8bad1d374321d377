import type { ClipPicture } from '@kinora/capabilities';
import { createHash } from 'node:crypto';
import type { FrameSize } from './stage.ts';

/** What a stage depends on: pictures of the same key share one. */
export function stageKey(picture: ClipPicture, request: FrameSize & { seed: number }): string {
  const { width, height } = request;
  const { scene = null, style = null, vista = null, figures = [] } = picture;
  const hash = createHash('sha256').update(
    JSON.stringify([scene, style, vista, width, height, seedOf(picture, request)]),
  );
  for (const bytes of [picture.image, ...figures]) {
    hash.update(createHash('sha256').update(bytes).digest());
  }
  return hash.digest('hex');
}

/** A picture's own seed wins: it moves in a transition as in its own clip, whatever else takes part. */
export function seedOf(picture: ClipPicture, request: { seed: number }): number {
  return picture.seed ?? request.seed;
}
