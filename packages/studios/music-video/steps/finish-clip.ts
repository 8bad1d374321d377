import { clipWarning } from '@kinora/capabilities';
import type { ClipModel, ClipOptions } from '@kinora/capabilities';
import { finishTake } from '@kinora/media/video';

/**
 * Gives a model's clip what it had to leave out and can be brought to its frames: the beat, words and logo over it, and the
 * way through light or into the dark. What remains is told in the warnings.
 */
export async function finishClip(
  { video, warnings, leftOut = [] }: Awaited<ReturnType<ClipModel['doGenerate']>>,
  options: ClipOptions,
): Promise<{ video: Uint8Array; warnings: string[] }> {
  const { fps, width, height, window, signal, transition } = options;
  const missing = new Set(leftOut);
  const isLit = missing.has('transition') && transition !== undefined && transition !== 'dissolve';
  const brought = {
    ...(missing.has('music') && options.music && { music: options.music }),
    ...(missing.has('overlays') && options.overlays && { overlays: options.overlays }),
    ...(missing.has('fade') && options.fade && { fade: options.fade }),
    ...(isLit && { transition }),
  };
  const names = Object.keys(brought) as (keyof typeof brought)[];
  if (names.length === 0) return { video, warnings };
  const untrue = new Set(names.map((name) => clipWarning(name, options)));
  return {
    video: await finishTake(video, {
      ...brought,
      fps,
      width,
      height,
      ...(window && { window }),
      ...(signal && { signal }),
    }),
    warnings: warnings.filter((warning) => !untrue.has(warning)),
  };
}
