import type { ClipOptions, ClipPicture, MethodContext } from '@kinora/capabilities';
import type { RgbaPicture } from '@kinora/media/diffusion';
import { createSegmentEncoder } from '@kinora/media/video/encoding';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { setImmediate } from 'node:timers/promises';
import type { Interpolate } from './interpolate.ts';
import { coverPart } from './sizes.ts';

/** What the process is asked for: the input of `film`. */
export type FilmRequest = Omit<ClipOptions, 'signal'>;

/** Draws a picture under a moving camera. */
type Shot = (progress: number) => RgbaPicture;

/**
 * Films a picture under a slow camera or, with a second one, the way from one to the other: both move on under their cameras
 * and the model makes what lies between. Emits the part done.
 */
export async function film(
  interpolate: Interpolate,
  request: FilmRequest,
  context: MethodContext,
): Promise<Uint8Array> {
  const { frames, fps, width, height, window = [0, 1], toWindow = [0, 1] } = request;
  const from = await setUpShot(request.from, request);
  const to = request.to && (await setUpShot(request.to, request));
  using encoder = createSegmentEncoder({ width, height, fps });
  for (let frame = 0; frame < frames; frame++) {
    context.signal.throwIfAborted();
    const part = frame / frames;
    const progress = ([start, end]: [number, number]) => start + part * (end - start);
    const first = from(progress(window));
    const picture = to ? await interpolate(first, to(progress(toWindow)), (frame + 0.5) / frames) : first;
    encoder.addRgba(picture.data);
    context.emit({ done: (frame + 1) / frames });
    // Lets an abort arrive: neither the model nor the encoder gives way by itself.
    await setImmediate();
  }
  return encoder.finish();
}

async function setUpShot(
  { image, scene }: ClipPicture,
  { width, height, seed }: Pick<FilmRequest, 'width' | 'height' | 'seed'>,
): Promise<Shot> {
  const source = await loadImage(image);
  const whole = coverPart(source, { width, height });
  const context = createCanvas(width, height).getContext('2d');
  context.imageSmoothingQuality = 'high';
  const camera = scene?.camera ?? usualCamera(seed);
  return (progress) => {
    const eased = progress * 0.35 + progress * progress * (3 - 2 * progress) * 0.65;
    const [x, y, zoom] = ([0, 1, 2] as const).map(
      (axis) => camera.from[axis] + (camera.to[axis] - camera.from[axis]) * eased,
    ) as [number, number, number];
    const scale = Math.max(zoom, 1);
    const part = { width: whole.width / scale, height: whole.height / scale };
    const hold = (centre: number, length: number) => Math.min(Math.max(centre - length / 2, 0), 1 - length);
    const left = whole.x + hold(x, 1 / scale) * whole.width;
    const top = whole.y + hold(y, 1 / scale) * whole.height;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(source, left, top, part.width, part.height, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
  };
}

type Camera = { from: [number, number, number]; to: [number, number, number] };

/** Slowly closer, to the left or the right as the seed will have it. */
function usualCamera(seed: number): Camera {
  const side = seed % 2 === 0 ? 1 : -1;
  return { from: [0.5 - 0.01 * side, 0.5, 1.03], to: [0.5 + 0.02 * side, 0.49, 1.1] };
}
