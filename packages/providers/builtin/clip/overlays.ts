import { createCanvas, loadImage } from '@napi-rs/canvas';
import { KinoraError } from '@kinora/capabilities';
import type { ClipOverlay } from '@kinora/capabilities';

/** Lays pictures over the frames of a clip; they don't move with its camera. */
export type Overlays = { lay(frame: number, yuv: Uint8Array): void };

/** Frames that an overlay takes to come and to go. */
const defaultFade = 6;

/** Reads the pictures that lie over a clip. */
export async function createOverlays(
  overlays: readonly ClipOverlay[],
  { width, height }: { width: number; height: number },
): Promise<Overlays> {
  const sheets = await Promise.all(
    overlays.map(async (overlay) => {
      const picture = await loadImage(overlay.image).catch((cause: unknown) => {
        throw new KinoraError('request.invalid', "An overlay can't be read; use PNG with alpha.", { cause });
      });
      const canvas = createCanvas(width, height);
      canvas.getContext('2d').drawImage(picture, overlay.x, overlay.y);
      return { overlay, pixels: canvas.data() };
    }),
  );
  return {
    lay(frame, yuv) {
      for (const { overlay, pixels } of sheets) {
        const opacity = opacityAt(overlay, frame);
        if (opacity > 0) layOver(yuv, pixels, { width, height, opacity });
      }
    },
  };
}

/** How much of an overlay is seen in a frame, 0 to 1. */
export function opacityAt({ from, to, fade = defaultFade }: ClipOverlay, frame: number): number {
  if (frame < from || frame >= to) return 0;
  const steps = Math.min(fade, (to - from) / 2);
  const t = steps > 0 ? Math.min(1, (frame - from + 0.5) / steps, (to - frame - 0.5) / steps) : 1;
  return t * t * (3 - 2 * t);
}

function layOver(
  yuv: Uint8Array,
  pixels: Uint8Array,
  { width, height, opacity }: { width: number; height: number; opacity: number },
): void {
  const area = width * height;
  for (let pixel = 0; pixel < area; pixel++) {
    const at = pixel * 4;
    if (pixels[at + 3] === 0) continue;
    const alpha = (pixels[at + 3]! * opacity) / 255;
    const [r, g, b] = [pixels[at]! * opacity, pixels[at + 1]! * opacity, pixels[at + 2]! * opacity];
    yuv[pixel] = yuv[pixel]! * (1 - alpha) + 16 * alpha + 0.18259 * r + 0.61423 * g + 0.06201 * b;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    if (x % 2 || y % 2) continue;
    const chroma = area + (y / 2) * (width / 2) + x / 2;
    yuv[chroma] = yuv[chroma]! * (1 - alpha) + 128 * alpha - 0.10064 * r - 0.33857 * g + 0.43922 * b;
    const red = chroma + area / 4;
    yuv[red] = yuv[red]! * (1 - alpha) + 128 * alpha + 0.43922 * r - 0.39894 * g - 0.04027 * b;
  }
}
