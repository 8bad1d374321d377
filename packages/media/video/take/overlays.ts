import { createCanvas, loadImage } from '@napi-rs/canvas';
import { KinoraError } from '@kinora/capabilities/errors';
import type { ClipOverlay } from '@kinora/capabilities';
import { createCompositor } from '../compositor/compositor.ts';
import type { Sprite } from '../compositor/compositor.ts';
import type { Frames } from '../compositor/frames.ts';

/** Lays pictures over the frames of a clip; they don't move with its camera. */
export type Overlays = {
  /** Lays those that are seen in frame number `frame` of the clip over frame `index` of those in memory. */
  lay(frame: number, index: number): void;
};

/** Frames that an overlay takes to come and to go. */
const defaultFade = 6;

/** Reads the pictures that lie over a clip. */
export async function createOverlays(overlays: readonly ClipOverlay[], frames: Frames): Promise<Overlays> {
  if (overlays.length === 0) return { lay: () => {} };
  const compositor = createCompositor({ frames });
  const placed: { overlay: ClipOverlay; sprite: Sprite }[] = [];
  for (const overlay of overlays) {
    const picture = await loadImage(overlay.image).catch((cause: unknown) => {
      throw new KinoraError('request.invalid', "An overlay can't be read; use PNG with alpha.", { cause });
    });
    const canvas = createCanvas(picture.width, picture.height);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const { width, height } = canvas;
    placed.push({ overlay, sprite: compositor.addSprite({ width, height, data: canvas.data() }) });
  }
  return {
    lay(frame, index) {
      const draws = placed.flatMap(({ overlay, sprite }) => {
        const opacity = opacityAt(overlay, frame);
        return opacity > 0 ? [{ sprite, x: overlay.x, y: overlay.y, scaleX: 1, scaleY: 1, opacity }] : [];
      });
      compositor.lay(draws, index);
    },
  };
}

/** How much of an overlay is seen in a frame, 0 to 1. */
function opacityAt({ from, to, fade = defaultFade }: ClipOverlay, frame: number): number {
  if (frame < from || frame >= to) return 0;
  const steps = Math.min(fade, (to - from) / 2);
  const t = steps > 0 ? Math.min(1, (frame - from + 0.5) / steps, (to - frame - 0.5) / steps) : 1;
  return t * t * (3 - 2 * t);
}
