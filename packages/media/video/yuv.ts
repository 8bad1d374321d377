import {
  AVCOL_PRI_BT709,
  AVCOL_RANGE_JPEG,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_SPC_RGB,
  AVCOL_TRC_BT709,
  AV_PIX_FMT_RGBA,
  AV_PIX_FMT_YUV420P,
} from 'node-av/constants';
import { Frame, SoftwareScaleContext } from 'node-av/lib';
import { check } from './native.ts';

/** Converts RGBA frames to BT.709 YUV 4:2:0, limited range. Holds native memory: dispose of it. */
export type YuvConverter = Disposable & {
  /**
   * @param rgba width × height × 4 bytes, opaque.
   * @returns A frame that is valid until the next call.
   */
  convert(rgba: Uint8Array): Frame;
};

/** Makes a {@link YuvConverter}. Runs in the calling thread: use it in a worker or a child process. */
export function createYuvConverter({ width, height }: { width: number; height: number }): YuvConverter {
  const context = new SoftwareScaleContext();
  context.allocContext();
  const source = newFrame({ width, height, format: AV_PIX_FMT_RGBA });
  source.colorSpace = AVCOL_SPC_RGB;
  source.colorRange = AVCOL_RANGE_JPEG;
  source.colorPrimaries = AVCOL_PRI_BT709;
  source.colorTrc = AVCOL_TRC_BT709;
  const target = newYuvFrame({ width, height });
  return {
    convert(rgba) {
      fillRgba(source, rgba);
      check(target.makeWritable(), 'preparing a frame');
      check(context.scaleFrameSync(target, source), 'converting colours');
      return target;
    },
    [Symbol.dispose]() {
      source.free();
      target.free();
      context.freeContext();
    },
  };
}

/** An empty frame with the colours Kinora's videos have: BT.709, limited range. */
export function newYuvFrame({ width, height }: { width: number; height: number }): Frame {
  const frame = newFrame({ width, height, format: AV_PIX_FMT_YUV420P });
  frame.colorSpace = AVCOL_SPC_BT709;
  frame.colorRange = AVCOL_RANGE_MPEG;
  frame.colorPrimaries = AVCOL_PRI_BT709;
  frame.colorTrc = AVCOL_TRC_BT709;
  return frame;
}

/**
 * Lets a frame show planar YUV bytes of its size where they are. They have to stay as they are for as long as the frame is
 * used; an encoder takes its own copy while the frame is sent.
 */
export function aliasYuv(frame: Frame, yuv: Uint8Array): void {
  check(frame.fromBuffer(Buffer.from(yuv.buffer, yuv.byteOffset, yuv.byteLength)), 'preparing a frame');
}

/** Copies a YUV 4:2:0 frame's planes to contiguous bytes. */
export function readYuv(frame: Frame, yuv: Uint8Array): void {
  let at = 0;
  for (const [plane, rowBytes, rows] of planeShapes(frame)) {
    const source = frame.data![plane]!;
    const stride = frame.linesize[plane]!;
    for (let row = 0; row < rows; row++, at += rowBytes) {
      if (stride === rowBytes) {
        yuv.set(source.subarray(0, rowBytes * rows), at);
        at += rowBytes * rows;
        break;
      }
      yuv.set(source.subarray(row * stride, row * stride + rowBytes), at);
    }
  }
}

function planeShapes({ width, height }: Frame): [plane: number, rowBytes: number, rows: number][] {
  return [
    [0, width, height],
    [1, width / 2, height / 2],
    [2, width / 2, height / 2],
  ];
}

/** An empty frame. The caller frees it. */
export function newFrame({ width, height, format }: { width: number; height: number; format: Frame['format'] }): Frame {
  const frame = new Frame();
  frame.alloc();
  frame.width = width;
  frame.height = height;
  frame.format = format;
  check(frame.getBuffer(), 'allocating a frame');
  return frame;
}

function fillRgba(frame: Frame, from: Uint8Array): void {
  check(frame.makeWritable(), 'preparing a frame');
  const target = frame.data![0]!;
  const [rows, rowBytes, stride] = [frame.height, frame.width * 4, frame.linesize[0]!];
  if (stride === rowBytes) {
    target.set(from.subarray(0, rowBytes * rows));
    return;
  }
  for (let row = 0; row < rows; row++) target.set(from.subarray(row * rowBytes, (row + 1) * rowBytes), row * stride);
}
