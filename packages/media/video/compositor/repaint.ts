import type { Compositor, Sprite } from './compositor.ts';
import { padding, rowPadding } from './sprite.ts';

/** A picture as large as the frame that can be replaced by another as often as one likes: frames of a film. */
export type Repaintable = {
  /** To be drawn at its size or larger. */
  sprite: Sprite;
  /** @param yuv Planar YUV 4:2:0 of the frames' size, BT.709 limited range. */
  repaint(yuv: Uint8Array): void;
};

/** Makes room for such a picture among the sprites of a compositor. */
export function createRepaintable(compositor: Compositor): Repaintable {
  const { width, height } = compositor.frames;
  const sprite = compositor.addSprite({ width, height, data: new Uint8Array(width * height * 4).fill(255) });
  const planes = [
    { address: sprite.luma.addresses[0]!, stride: sprite.luma.stride, width, height },
    ...sprite.chroma.addresses.map((address) => ({
      address,
      stride: sprite.chroma.stride,
      width: width / 2,
      height: height / 2,
    })),
  ];
  return {
    sprite,
    repaint(yuv) {
      const bytes = new Uint8Array(compositor.store.memory.buffer);
      let from = 0;
      for (const { address, stride, ...plane } of planes) {
        for (let row = 0; row < plane.height; row++, from += plane.width) {
          const at = address + (row + rowPadding) * stride + padding;
          bytes.set(yuv.subarray(from, from + plane.width), at);
        }
      }
    },
  };
}
