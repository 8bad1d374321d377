import { KinoraError } from '@kinora/capabilities/errors';
import { yuvSize } from '../yuv-size.ts';
import { createKernels } from './kernels.ts';
import { empty, findStretches, opaque, paddedSize, padding } from './sprite.ts';

/** Pixels as a canvas holds them: premultiplied RGBA, row by row. */
export type SpritePixels = { width: number; height: number; data: Uint8Array };

/** A picture in a compositor's memory. */
export type Sprite = {
  readonly width: number;
  readonly height: number;
  readonly address: number;
  readonly stride: number;
  readonly stretches: readonly Uint16Array[];
};

/** A sprite to be drawn. Frame pixels throughout. */
export type Draw = {
  sprite: Sprite;
  /** Where the sprite's top left corner lands. */
  x: number;
  y: number;
  /** Frame pixels for a pixel of the sprite, > 1/6. */
  scaleX: number;
  scaleY: number;
  /** 0 to 1. Default 1. */
  opacity?: number;
  /** Sideways shift of a row, e.g. for swaying or ripples. Default none. */
  shift?: (y: number) => number;
};

/**
 * Draws sprites at positions between pixels and writes YUV for an encoder, a pair of rows at a time, so that a whole RGBA
 * frame is never made. About three times as fast as a canvas whose pixels are fetched and converted.
 */
export type Compositor = {
  readonly width: number;
  readonly height: number;
  /** Copies a picture. `isLight`: its colours are added to what lies below. */
  addSprite(pixels: SpritePixels, options?: { isLight?: boolean }): Sprite;
  /** Draws back to front and writes {@link yuvSize} bytes. */
  compose(draws: readonly Draw[], yuv: Uint8Array): void;
  /** The same for a dissolve: `part` (0 to 1) of what another compositor of the same size draws, over what this one draws. */
  dissolve(
    draws: readonly Draw[],
    other: { compositor: Compositor; draws: readonly Draw[]; part: number },
    yuv: Uint8Array,
  ): void;
  /** Two rows from `y` on as RGBA; valid until the next call. */
  paintRows(draws: readonly Draw[], y: number): Uint8Array;
};

const pageBytes = 65_536;

/**
 * Makes a compositor for frames of a size.
 * @param options.background Colour where nothing is drawn. Default black.
 */
export function createCompositor({
  width,
  height,
  background = [0, 0, 0],
}: {
  width: number;
  height: number;
  background?: readonly [number, number, number];
}): Compositor {
  // Rows are as long as the kernels' widest step, and a pair of pixels more.
  const stride = Math.ceil(width / 16) * 16;
  const rowBytes = (stride + 16) * 4;
  const layout = { rows: 0, other: rowBytes * 2, y: rowBytes * 4, u: 0, v: 0, end: 0 };
  layout.u = layout.y + stride * height;
  layout.v = layout.u + (stride * height) / 4;
  layout.end = layout.v + (stride * height) / 4 + 64;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.end / pageBytes) });
  const kernels = createKernels(memory);
  let top = layout.end;
  let bytes = new Uint8Array(memory.buffer);
  const paper = (255 << 24) | (background[2] << 16) | (background[1] << 8) | background[0];

  const compositor: Compositor = {
    width,
    height,
    addSprite({ width: spriteWidth, height: spriteHeight, data }, { isLight = false } = {}) {
      const { stride: spriteStride, bytes: size } = paddedSize(spriteWidth, spriteHeight);
      const address = Math.ceil(top / 16) * 16;
      top = address + size;
      const missing = top - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
      bytes = new Uint8Array(memory.buffer);
      bytes.fill(0, address, top);
      for (let row = 0; row < spriteHeight; row++) {
        const target = address + (row + padding) * spriteStride + padding * 4;
        bytes.set(data.subarray(row * spriteWidth * 4, (row + 1) * spriteWidth * 4), target);
      }
      if (isLight) for (let at = address + 3; at < top; at += 4) bytes[at] = 0;
      const pixels = new Uint32Array(memory.buffer, address, size / 4);
      return {
        width: spriteWidth,
        height: spriteHeight,
        address,
        stride: spriteStride,
        stretches: findStretches(pixels, spriteWidth, spriteHeight),
      };
    },
    compose(draws, yuv) {
      for (let y = 0; y < height; y += 2) {
        paint(draws, y);
        convert(y);
      }
      readOut(yuv);
    },
    dissolve(draws, other, yuv) {
      const part = Math.round(other.part * 256);
      for (let y = 0; y < height; y += 2) {
        paint(draws, y);
        const rows = other.compositor.paintRows(other.draws, y);
        bytes.set(rows, layout.other);
        kernels.mix(layout.rows, layout.other, part, stride);
        kernels.mix(layout.rows + rowBytes, layout.other + rowBytes, part, stride);
        convert(y);
      }
      readOut(yuv);
    },
    paintRows(draws, y) {
      paint(draws, y);
      return bytes.subarray(layout.rows, layout.rows + rowBytes * 2);
    },
  };
  return compositor;

  function paint(draws: readonly Draw[], y: number): void {
    new Uint32Array(memory.buffer, layout.rows, rowBytes / 2).fill(paper);
    for (const draw of draws) {
      const reach = draw.scaleY;
      if (y + 2 < draw.y - reach || y > draw.y + draw.sprite.height * draw.scaleY + reach) continue;
      drawRow(draw, y, layout.rows);
      drawRow(draw, y + 1, layout.rows + rowBytes);
    }
  }

  function drawRow(draw: Draw, y: number, target: number): void {
    const { sprite, scaleX, scaleY } = draw;
    const sourceY = (y + 0.5 - draw.y) / scaleY - 0.5 + padding;
    const row = Math.floor(sourceY);
    if (row < padding - 1 || row >= sprite.height + padding) return;
    const step = 1 / scaleX;
    const left = draw.x + (draw.shift ? draw.shift(y + 0.5) : 0);
    // Position in the padded row that belongs to the frame's first pixel.
    const origin = (0.5 - left) * step - 0.5 + padding;
    const down = Math.floor((sourceY - row) * 32_768);
    const address = sprite.address + row * sprite.stride;
    const stretches = sprite.stretches[row]!;
    const opacity = Math.round((draw.opacity ?? 1) * 32_767);
    const first = Math.max(0, toEven(Math.ceil((padding - 1 - origin) / step), -1));
    const last = Math.min(width, toEven(Math.ceil((sprite.width + padding - origin) / step), 1));
    let from = first;
    for (let index = 0; index < stretches.length && from < last; index += 3) {
      const kind = stretches[index]!;
      const isLast = index + 3 >= stretches.length;
      // Ends are even, as kernels write pairs; a mixed stretch takes the pixel that an opaque one leaves.
      let to = isLast ? last : Math.ceil((stretches[index + 2]! - origin) / step);
      if (!isLast) to = toEven(to, kind === 1 ? 1 : -1);
      to = Math.min(to, last);
      if (to <= from) continue;
      if (kind !== empty) {
        const x = Math.floor((origin + from * step) * 65_536);
        const at = target + from * 4;
        const fixedStep = Math.round(step * 65_536);
        if (opacity < 32_767) {
          kernels.fade(at, address, sprite.stride, down, x, fixedStep, to - from, opacity);
        } else {
          const kernel = kind === opaque ? kernels.copy : kernels.over;
          kernel(at, address, sprite.stride, down, x, fixedStep, to - from);
        }
      }
      from = to;
    }
  }

  function convert(y: number): void {
    const chroma = (stride / 2) * (y / 2);
    const luma = layout.y + stride * y;
    kernels.toYuv(
      layout.rows,
      layout.rows + rowBytes,
      luma,
      luma + stride,
      layout.u + chroma,
      layout.v + chroma,
      stride,
    );
  }

  function readOut(yuv: Uint8Array): void {
    if (yuv.length !== yuvSize(width, height)) {
      throw new KinoraError('internal.bug', 'The buffer for a frame has the wrong size.');
    }
    if (stride === width) {
      yuv.set(bytes.subarray(layout.y, layout.y + yuv.length));
      return;
    }
    let at = 0;
    for (const [start, columns, rows] of [
      [layout.y, width, height],
      [layout.u, width / 2, height / 2],
      [layout.v, width / 2, height / 2],
    ] as const) {
      const planeStride = columns === width ? stride : stride / 2;
      for (let row = 0; row < rows; row++, at += columns) {
        yuv.set(bytes.subarray(start + row * planeStride, start + row * planeStride + columns), at);
      }
    }
  }
}

function toEven(value: number, direction: 1 | -1): number {
  return value % 2 === 0 ? value : value + direction;
}
