import { isKinoraError } from '@kinora/capabilities';
import { takeStills } from '@kinora/media/video';
import type { Guard } from './context.ts';

/**
 * Puts two frames a second of a model's clip, the first and the last among them, before the guard. Where no guard can judge
 * pictures, a grown-up's own video passes.
 */
export async function passesGuard(
  video: Uint8Array,
  { fps, width, height }: { fps: number; width: number; height: number },
  { models, audience, signal }: Guard,
): Promise<boolean> {
  const half = (side: number) => 2 * Math.round(side / 4);
  const every = Math.max(1, Math.round(fps / 2));
  try {
    const stills = await takeStills(video, { every, width: half(width), height: half(height), signal });
    for (const image of stills) {
      const input = { kind: 'image', image, mediaType: 'image/jpeg' } as const;
      if ((await models.moderator.moderate(input, { audience, signal })).verdict === 'block') return false;
    }
    return stills.length > 0;
  } catch (error) {
    if (!isKinoraError(error)) throw error;
    if (error.code === 'request.invalid') return false;
    if (error.code === 'provider.unavailable') return audience.kind === 'adult';
    throw error;
  }
}
