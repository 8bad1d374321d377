import { KinoraError } from '@kinora/capabilities/errors';
import type { ClipOptions } from '@kinora/capabilities';
import { createCompositor } from '../compositor/compositor.ts';
import { createFrames, frameBytes } from '../compositor/frames.ts';
import { createRepaintable } from '../compositor/repaint.ts';
import { decodeVideoSync, probeSync } from '../decode.ts';
import { createSegmentEncoder } from '../segment-encoder.ts';
import { yuvSize } from '../yuv-size.ts';
import { readYuv } from '../yuv.ts';
import { createFinisher } from './finisher.ts';
import { momentAt } from './moment.ts';
import { nudgeOf } from './nudge.ts';
import { readMusic } from './read-music.ts';

/** What is brought to a clip that was made without it; each as in {@link ClipOptions}. */
export type FinishOptions = Pick<ClipOptions, 'fps' | 'width' | 'height' | 'music' | 'overlays' | 'fade'> & {
  /** Given: the clip is a transition, and goes through light or black. What changes in it is in its frames already. */
  transition?: 'light' | 'fade';
  /** Which part of the whole movement the clip shows: beats nod to the same side in all of them. Default the whole. */
  window?: [number, number];
};

/** Brings music, overlays, light and fades to the frames of a clip. Blocks its thread. */
export async function finishTakeHere(
  clip: Uint8Array,
  { fps, width, height, music, overlays, fade, transition, window = [0, 1] }: FinishOptions,
  onProgress?: (fraction: number) => void,
): Promise<Uint8Array> {
  const size = { width, height };
  const length = countFrames(clip, size);
  const frames = createFrames({ ...size, count: 1 });
  const compositor = createCompositor({ frames });
  const picture = createRepaintable(compositor);
  const lit = { frames: length, ...(fade && { fade }), ...(transition && { transition, to: true }) };
  const finisher = await createFinisher({ ...lit, ...(overlays && { overlays }) }, frames);
  const shape = { frames: length, fps };
  const track = music && readMusic(music, { ...shape, seconds: momentAt(shape, 0, window).seconds });
  using encoder = createSegmentEncoder({ ...size, fps });
  const yuv = new Uint8Array(yuvSize(width, height));
  let index = 0;
  for (const frame of decodeVideoSync(clip, size)) {
    readYuv(frame, yuv);
    picture.repaint(yuv);
    const pulse = track?.pulses[index];
    const { x, y, zoom } = pulse ? nudgeOf(pulse) : { x: 0, y: 0, zoom: 1 };
    const place = { x: (0.5 - (0.5 + x) * zoom) * width, y: (0.5 - (0.5 + y) * zoom) * height };
    compositor.compose([{ sprite: picture.sprite, ...place, scaleX: zoom, scaleY: zoom }], 0);
    finisher.finish(compositor, index, 0, pulse);
    encoder.addYuv(frameBytes(frames, 0));
    index += 1;
    onProgress?.(index / length);
  }
  return encoder.finish();
}

/** Not every file says how many frames it has; then they are counted. */
function countFrames(clip: Uint8Array, size: { width: number; height: number }): number {
  const told = probeSync(clip).streams.find(({ kind }) => kind === 'video')?.frames ?? 0;
  if (told > 0) return told;
  let count = 0;
  for (const _ of decodeVideoSync(clip, size)) count += 1;
  if (count === 0) throw new KinoraError('request.invalid', 'The clip has no frames; make it again.');
  return count;
}
