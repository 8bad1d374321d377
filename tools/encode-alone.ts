import { createSegmentEncoder } from '@kinora/media/video/encoding';
import { decodeVideoSync, probeSync } from '../packages/media/video/decode.ts';

/**
 * Decodes a film and encodes its frames again with the film's own settings, timing nothing but the encoder.
 * @param options.threads Of the encoder. Default 1, as in films.
 */
export function encodeAlone(
  film: Uint8Array,
  { threads = 1 }: { threads?: number } = {},
): { frames: number; seconds: number; encodeSeconds: number } {
  const video = probeSync(film).streams.find(({ kind }) => kind === 'video');
  const { width = 0, height = 0, fps = 24 } = video ?? {};
  using encoder = createSegmentEncoder({ width, height, fps: Math.round(fps), threads });
  let frames = 0;
  let milliseconds = 0;
  const time = (work: () => void) => {
    const start = performance.now();
    work();
    milliseconds += performance.now() - start;
  };
  for (const frame of decodeVideoSync(film, { width, height })) {
    time(() => encoder.addFrame(frame));
    frames += 1;
  }
  time(() => void encoder.finish());
  return { frames, seconds: frames / fps, encodeSeconds: milliseconds / 1000 };
}
