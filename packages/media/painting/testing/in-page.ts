// Runs in the page of a test's browser.
import { createGlPainter, createWasmPainter, fetchPaintingModules } from '../index.ts';
import type { PaintStyle } from '../painter.ts';

/** Paints frames that the server holds and sends the pictures back. @returns Milliseconds per frame, the median. */
export async function paintAll(job: {
  width: number;
  height: number;
  count: number;
  style: PaintStyle;
  seed: number;
  fps: number;
}): Promise<number> {
  const { width, height, count, style, seed, fps } = job;
  const canvas = document.createElement('canvas');
  const painter = createGlPainter({ canvas, width, height, seed });
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const bytes = await (await fetch(`/bytes/in${i}`)).arrayBuffer();
    const start = performance.now();
    painter.paint(new ImageData(new Uint8ClampedArray(bytes), width, height), style, i / fps);
    const picture = painter.read();
    times.push(performance.now() - start);
    await fetch(`/bytes/out${i}`, { method: 'POST', body: picture.slice() });
  }
  painter[Symbol.dispose]();
  return times.sort((a, b) => a - b)[count >> 1] ?? 0;
}

/** Paints one frame that the server holds by WebAssembly and sends the picture back. */
export async function paintByWasm(job: { width: number; height: number; style: PaintStyle }): Promise<void> {
  const { width, height, style } = job;
  using painter = await createWasmPainter({ width, height, modules: await fetchPaintingModules() });
  const bytes = await (await fetch('/bytes/in0')).arrayBuffer();
  const picture = painter.paint(new Uint8Array(bytes), style, 0);
  await fetch('/bytes/out0', { method: 'POST', body: new Uint8Array(picture) });
}

/** Takes the device from a painter and gives it back. */
export async function loseDevice(job: { width: number; height: number; style: PaintStyle }) {
  const { width, height, style } = job;
  const canvas = document.createElement('canvas');
  using painter = createGlPainter({ canvas, width, height });
  const bytes = await (await fetch('/bytes/in0')).arrayBuffer();
  const image = new ImageData(new Uint8ClampedArray(bytes), width, height);
  const before = painter.paint(image, style, 0);
  const first = painter.read();
  const device = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
  const event = (name: string) => new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
  const isLost = event('webglcontextlost');
  device.loseContext();
  await isLost;
  const lost = painter.isLost;
  const during = painter.paint(image, style, 1);
  await new Promise((resolve) => setTimeout(resolve));
  const isBack = event('webglcontextrestored');
  device.restoreContext();
  await isBack;
  const after = painter.paint(image, style, 0);
  const again = painter.read();
  let difference = 0;
  first.forEach((value, i) => (difference += Math.abs(value - again[i]!)));
  return { before, lost, during, after, difference };
}

/** Tries to paint where there is no WebGL2. */
export async function withoutWebGl(): Promise<{ code: string; message: string }> {
  const canvas = document.createElement('canvas');
  canvas.getContext = () => null;
  try {
    createGlPainter({ canvas, width: 64, height: 64 });
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { code, message };
  }
  return { code: '', message: '' };
}
