import type { StylerFrame } from '@kinora/capabilities';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import type { RgbaFrame } from './read-frame.ts';

/** An encoded frame with the quality it was given, 1 to 100; raw frames have none. */
export type EncodedFrame = StylerFrame & { quality?: number };

/** Encodes the frames of one stream. */
export type FrameEncoder = {
  /** Encodes a frame so that it has no more than `maxBytes`, where quality 10 can do that. */
  encode(frame: RgbaFrame, options: { output: StylerFrame['mediaType']; maxBytes: number }): Promise<EncodedFrame>;
};

const [lowest, highest] = [10, 88];

/**
 * An encoder that steers quality to stay below a size: what a frame took tells what the next may take, so most frames are
 * encoded once. A frame that is too large is encoded again, lower.
 */
export function createFrameEncoder(): FrameEncoder {
  let quality = 72;
  let canvas: Canvas | null = null;
  return {
    async encode({ width, height, data }, { output, maxBytes }) {
      if (output === 'image/x-rgba') return { image: data, mediaType: output };
      if (canvas?.width !== width || canvas.height !== height) canvas = createCanvas(width, height);
      const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
      canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
      const format = output === 'image/webp' ? 'webp' : 'jpeg';
      let image = await canvas.encode(format as 'jpeg', quality);
      while (image.length > maxBytes && quality > lowest) {
        // Bytes grow about with the square of the quality, faster near the top.
        quality = Math.max(lowest, Math.min(quality - 4, Math.floor(quality * Math.sqrt(maxBytes / image.length)) - 1));
        image = await canvas.encode(format as 'jpeg', quality);
      }
      const used = quality;
      if (image.length < maxBytes * 0.8) quality = Math.min(highest, quality + 2);
      else if (image.length > maxBytes * 0.95) quality = Math.max(lowest, quality - 1);
      return {
        image: new Uint8Array(image.buffer, image.byteOffset, image.byteLength),
        mediaType: output,
        quality: used,
      };
    },
  };
}
