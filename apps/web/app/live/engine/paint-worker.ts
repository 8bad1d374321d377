import { createGlPainter, createStyleBlend, createWasmPainter, fetchPaintingModules } from '@kinora/media/painting';
import type { GlPainter, Painter, StyleBlend } from '@kinora/media/painting';
import { cropOf } from '../shape.ts';
import type { StyleChange } from './engine.ts';

/** What the page asks of the worker. */
export type PaintRequest =
  | { type: 'start'; on: 'gl' | 'wasm' }
  | { type: 'style'; change: StyleChange }
  | {
      type: 'frame';
      picture: VideoFrame | ImageBitmap;
      isMirrored: boolean;
      width: number;
      height: number;
      takenAt: number;
    };

/** What it hears. */
export type PaintAnswer =
  | { type: 'ready'; device: string }
  | { type: 'painted'; picture: ImageBitmap; takenAt: number; generation: number; paintedMs: number }
  | { type: 'lost' }
  | { type: 'failed'; message: string };

type Frame = Extract<PaintRequest, { type: 'frame' }>;

/** One of the two engines: paints a frame, and gives the picture and the milliseconds that it took. */
type Hand = { width: number; height: number; paint(frame: Frame): { picture: ImageBitmap; paintedMs: number } | null };

const answer = (message: PaintAnswer, transfer: Transferable[] = []) => postMessage(message, { transfer });

let on: 'gl' | 'wasm' = 'wasm';
let blend: StyleBlend | undefined;
let generation = 0;
let hand: (Hand & Partial<Disposable>) | undefined;

function onGl({ width, height }: { width: number; height: number }): Hand & Disposable {
  const canvas = new OffscreenCanvas(width, height);
  const painter: GlPainter = createGlPainter({ canvas, width, height });
  const gl = canvas.getContext('webgl2')!;
  const corner = new Uint8Array(4);
  return {
    width,
    height,
    paint({ picture, isMirrored }) {
      const began = performance.now();
      if (!painter.paint(picture, blend!.at(began / 1000), began / 1000, { isMirrored })) return null;
      // Reading a pixel waits for the chip: so frames never queue there, and the time is true.
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, corner);
      return { picture: canvas.transferToImageBitmap(), paintedMs: performance.now() - began };
    },
    [Symbol.dispose]() {
      painter[Symbol.dispose]();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

async function onWasm({ width, height }: { width: number; height: number }): Promise<Hand & Disposable> {
  const painter: Painter = await createWasmPainter({ width, height, modules: await fetchPaintingModules() });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })!;
  return {
    width,
    height,
    paint({ picture, isMirrored }) {
      const size = 'displayWidth' in picture ? { width: picture.displayWidth, height: picture.displayHeight } : picture;
      const crop = cropOf(size, { width, height });
      context.setTransform(isMirrored ? -1 : 1, 0, 0, 1, isMirrored ? width : 0, 0);
      context.drawImage(picture, crop.x, crop.y, crop.width, crop.height, 0, 0, width, height);
      const pixels = context.getImageData(0, 0, width, height);
      const began = performance.now();
      pixels.data.set(painter.paint(pixels.data, blend!.at(began / 1000), began / 1000));
      const paintedMs = performance.now() - began;
      context.putImageData(pixels, 0, 0);
      return { picture: canvas.transferToImageBitmap(), paintedMs };
    },
    [Symbol.dispose]: () => painter[Symbol.dispose](),
  };
}

async function paint(frame: Frame) {
  try {
    if (hand?.width !== frame.width || hand.height !== frame.height) {
      hand?.[Symbol.dispose]?.();
      hand = on === 'gl' ? onGl(frame) : await onWasm(frame);
    }
    const painted = hand.paint(frame);
    if (!painted) return answer({ type: 'lost' });
    answer({ type: 'painted', ...painted, takenAt: frame.takenAt, generation }, [painted.picture]);
  } finally {
    frame.picture.close();
  }
}

async function start() {
  if (on === 'wasm') {
    await fetchPaintingModules();
    return answer({ type: 'ready', device: '' });
  }
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return answer({ type: 'failed', message: 'This browser has no WebGL2 for it.' });
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const device = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  answer({ type: 'ready', device });
}

function fail(error: unknown) {
  answer({ type: 'failed', message: error instanceof Error ? error.message : 'It could not be painted.' });
}

addEventListener('message', ({ data }: MessageEvent<PaintRequest>) => {
  if (data.type === 'start') {
    ({ on } = data);
    start().catch(fail);
  } else if (data.type === 'style') {
    const { style, blend: seconds } = data.change;
    ({ generation } = data.change);
    if (blend) blend.setStyle(style, { blend: seconds, time: performance.now() / 1000 });
    else blend = createStyleBlend(style);
  } else paint(data).catch(fail);
});
