import { KinoraError } from '@kinora/capabilities/errors';
import { writeFileSync } from 'node:fs';
import { decodeVideoSync, probeSync } from '../decode.ts';
import { fileTags } from '../file-details.ts';
import type { FileDetails } from '../file-details.ts';
import { readVideoTrack } from '../mp4/read-mp4.ts';
import { writeMp4 } from '../mp4/write-mp4.ts';
import { createSegmentEncoder } from '../segment-encoder.ts';
import { readYuv } from '../yuv.ts';
import { yuvSize } from '../yuv-size.ts';

/** What a loop is made of. */
export type LoopParts = {
  /** Path of an H.264 MP4. */
  clip: string;
  /** Frames over which its end dissolves into its beginning; the loop is so much shorter than the clip. */
  overlapFrames: number;
  fps: number;
  details: FileDetails;
  /** Path of the file that is written. */
  out: string;
};

/** See `makeLoop` in media.ts. Blocks its thread. */
export function makeLoopSync(
  { clip, overlapFrames, fps, details, out }: LoopParts,
  onProgress: (fraction: number) => void = () => {},
): { frames: number; seconds: number } {
  const picture = probeSync(clip).streams.find(({ kind }) => kind === 'video');
  const { width = 0, height = 0, frames: total = 0 } = picture ?? {};
  if (!Number.isInteger(overlapFrames) || overlapFrames < 1 || overlapFrames * 2 > total) {
    throw new KinoraError(
      'request.invalid',
      `A clip of ${total} frames can't dissolve into itself over ${overlapFrames}; take 1 to ${Math.floor(total / 2)}.`,
    );
  }
  using encoder = createSegmentEncoder({ width, height, fps });
  const size = yuvSize(width, height);
  const beginning: Uint8Array[] = [];
  const yuv = new Uint8Array(size);
  let index = 0;
  for (const frame of decodeVideoSync(clip, { width, height })) {
    const left = total - overlapFrames - index;
    if (index < overlapFrames) {
      const copy = new Uint8Array(size);
      readYuv(frame, copy);
      beginning.push(copy);
    } else if (left > 0) {
      encoder.addFrame(frame);
    } else if (-left < overlapFrames) {
      readYuv(frame, yuv);
      // The frame after the last of the dissolve is the loop's first, so the last one is nearly there.
      blend(yuv, beginning[-left]!, ease((1 - left) / (overlapFrames + 1)));
      encoder.addYuv(yuv);
    }
    index++;
    onProgress(index / total);
  }
  const track = readVideoTrack(encoder.finish());
  writeFileSync(out, writeMp4([track], fileTags(details)));
  return { frames: track.samples.length, seconds: track.samples.length / fps };
}

/** Moves `yuv` toward another picture. */
function blend(yuv: Uint8Array, other: Uint8Array, share: number): void {
  const weight = Math.round(share * 256);
  for (let at = 0; at < yuv.length; at++) {
    yuv[at] = (yuv[at]! * (256 - weight) + other[at]! * weight + 128) >> 8;
  }
}

function ease(place: number): number {
  return place * place * (3 - 2 * place);
}
