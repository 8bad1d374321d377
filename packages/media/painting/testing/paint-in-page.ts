import type { PaintStyle } from '../painter.ts';
import { launchBrowser } from '../../../../tools/browser.ts';
import { framesPerSecond } from './painting-job.ts';
import type { PaintingJob } from './painting-job.ts';
import { serveSources } from './source-server.ts';

/** A browser whose WebGL paints; software where there is no graphics device. */
export type PaintingPage = AsyncDisposable & {
  /** Paints every frame of a job at 15 frames a second. @returns The pictures and milliseconds per frame (the median). */
  paint(job: PaintingJob): Promise<{ pictures: Uint8ClampedArray[]; milliseconds: number }>;
  /** Takes the device away from a painter and gives it back. @returns What `paint` gave, and how the pictures differ. */
  loseDevice(job: PaintingJob): Promise<Record<string, boolean | number>>;
  /** Makes a painter where the browser gives no WebGL2. @returns The error's code and message. */
  withoutWebGl(): Promise<{ code: string; message: string }>;
};

/** Starts a headless browser with WebGL2 that paints frames by {@link PaintingPage.paint}. */
export async function openPaintingPage(): Promise<PaintingPage> {
  const server = await serveSources();
  const browser = await launchBrowser({ flags: ['--enable-unsafe-swiftshader'] });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error('page:', error));
  await page.goto(server.url);
  return {
    async paint({ width, height, frames, style, seed = 1 }) {
      frames.forEach((frame, i) =>
        server.bytes.set(`in${i}`, new Uint8Array(frame.buffer, frame.byteOffset, frame.length)),
      );
      const milliseconds = await page.evaluate(paintAll, {
        width,
        height,
        count: frames.length,
        style,
        seed,
        fps: framesPerSecond,
      });
      const pictures = frames.map((_, i) => Uint8ClampedArray.from(server.bytes.get(`out${i}`) ?? []));
      server.bytes.clear();
      return { pictures, milliseconds };
    },
    async loseDevice({ width, height, frames, style }) {
      server.bytes.set('in0', new Uint8Array(frames[0]!.buffer, frames[0]!.byteOffset, frames[0]!.length));
      return page.evaluate(loseDevice, { width, height, style });
    },
    withoutWebGl: () => page.evaluate(withoutWebGl),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Runs in the page. */
async function paintAll(job: {
  width: number;
  height: number;
  count: number;
  style: PaintStyle;
  seed: number;
  fps: number;
}): Promise<number> {
  const { width, height, count, style, seed, fps } = job;
  const { createGlPainter } = await import('@kinora/media/painting');
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

/** Runs in the page. */
async function loseDevice(job: { width: number; height: number; style: PaintStyle }) {
  const { width, height, style } = job;
  const { createGlPainter } = await import('@kinora/media/painting');
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

/** Runs in the page. */
async function withoutWebGl(): Promise<{ code: string; message: string }> {
  const { createGlPainter } = await import('@kinora/media/painting');
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
