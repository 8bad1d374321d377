import { createCanvas } from '@napi-rs/canvas';
import { AV_PIX_FMT_RGBA } from 'node-av/constants';
import { SoftwareScaleContext } from 'node-av/lib';
import { decodeVideoSync } from './decode.ts';
import type { MediaSource } from './decode.ts';
import { check } from './native.ts';
import { newFrame } from './yuv.ts';

/** Which frames of a video are wanted, and how large. */
export type StillOptions = {
  /** Every how many frames one is taken, the first and the last always. ≥ 1. */
  every: number;
  /** Pixels, even. */
  width: number;
  height: number;
};

/** Takes frames out of a video as JPEGs, in order. @throws KinoraError `request.invalid` when it can't be read. */
export function takeStillsSync(source: MediaSource, { every, width, height }: StillOptions): Uint8Array[] {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const picture = context.createImageData(width, height);
  const rgba = newFrame({ width, height, format: AV_PIX_FMT_RGBA });
  const scaler = new SoftwareScaleContext();
  scaler.allocContext();
  const read = (): Uint8Array => {
    const stride = rgba.linesize[0] ?? width * 4;
    const plane = rgba.data?.[0];
    for (let row = 0; plane && row < height; row += 1)
      picture.data.set(plane.subarray(row * stride, row * stride + width * 4), row * width * 4);
    context.putImageData(picture, 0, 0);
    return new Uint8Array(canvas.toBuffer('image/jpeg', 90));
  };
  const stills: Uint8Array[] = [];
  let isTaken = false;
  try {
    let index = 0;
    for (const frame of decodeVideoSync(source, { width, height })) {
      // The next frame overwrites this one, so each is turned into a picture before it is known to be the last.
      check(rgba.makeWritable(), 'preparing a frame');
      check(scaler.scaleFrameSync(rgba, frame), 'reading a frame');
      isTaken = index % every === 0;
      if (isTaken) stills.push(read());
      index += 1;
    }
    if (index > 0 && !isTaken) stills.push(read());
    return stills;
  } finally {
    rgba.free();
    scaler.freeContext();
  }
}
