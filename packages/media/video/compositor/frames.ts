import { KinoraError } from '@kinora/capabilities/errors';
import { yuvSize } from '../yuv-size.ts';
import { mostPages } from './wasm-writer.ts';

/**
 * Frames in planar YUV 4:2:0 in memory that threads share: compositors draw them and an encoder reads them where they are.
 */
export type Frames = {
  readonly width: number;
  readonly height: number;
  /** How many there are. */
  readonly count: number;
  readonly memory: WebAssembly.Memory;
};

/** Where a plane of a frame lies, in bytes of the memory. */
export type FramePlane = { address: number; stride: number; width: number; height: number };

const pageBytes = 65_536;

/** Makes room for frames of a size, all black and not yet drawn. */
export function createFrames({ width, height, count }: { width: number; height: number; count: number }): Frames {
  const bytes = layoutOf({ width, height }).bytes * count + 64;
  const memory = new WebAssembly.Memory({
    initial: Math.ceil(bytes / pageBytes),
    maximum: mostPages,
    shared: true,
  });
  return { width, height, count, memory };
}

/** Where frame number `index` lies. Rows are as long as the kernels' steps: at most sizes exactly the frame's width. */
export function planesOf({ width, height }: Pick<Frames, 'width' | 'height'>, index: number): readonly FramePlane[] {
  const { stride, chromaStride, bytes } = layoutOf({ width, height });
  const address = bytes * index;
  const half = { width: width / 2, height: height / 2, stride: chromaStride };
  const u = address + stride * height;
  return [
    { address, width, height, stride },
    { address: u, ...half },
    { address: u + chromaStride * half.height, ...half },
  ];
}

/**
 * A frame's bytes with nothing between its rows: the frame itself where its rows have no gaps, else a copy. Valid until the
 * next call or until the frame is drawn again.
 */
export function frameBytes(frames: Frames, index: number): Uint8Array {
  const bytes = new Uint8Array(frames.memory.buffer);
  const planes = planesOf(frames, index);
  const size = yuvSize(frames.width, frames.height);
  if (planes.every(({ stride, width }) => stride === width)) {
    return bytes.subarray(planes[0]!.address, planes[0]!.address + size);
  }
  const copy = copies.get(frames) ?? new Uint8Array(size);
  copies.set(frames, copy);
  let at = 0;
  for (const { address, stride, width, height } of planes) {
    for (let row = 0; row < height; row++, at += width) {
      copy.set(bytes.subarray(address + row * stride, address + row * stride + width), at);
    }
  }
  return copy;
}

const copies = new WeakMap<Frames, Uint8Array>();

/** All planes of a frame as one stretch of bytes, a multiple of 64. */
export function layoutOf({ width, height }: { width: number; height: number }): {
  stride: number;
  chromaStride: number;
  bytes: number;
} {
  if (width % 2 === 1 || height % 2 === 1) throw new KinoraError('internal.bug', 'A frame has an odd size.');
  const stride = Math.ceil(width / 8) * 8;
  const chromaStride = Math.ceil(width / 16) * 8;
  return { stride, chromaStride, bytes: Math.ceil((stride * height + chromaStride * height) / 64) * 64 };
}
