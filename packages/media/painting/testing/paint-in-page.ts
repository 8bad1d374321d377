import type { PaintStyle } from '../painter.ts';
import { launchBrowser } from '../../../../tools/browser.ts';
import { serveSources } from './source-server.ts';

/** Frames and how to paint them. */
export type PaintingJob = {
  width: number;
  height: number;
  /** RGBA, one after the other. */
  frames: Uint8ClampedArray[];
  style: PaintStyle;
  seed?: number;
};

/** A browser whose WebGL paints; software where there is no graphics device. */
export type PaintingPage = AsyncDisposable & {
  /** Paints every frame of a job at 15 frames a second. @returns The pictures and milliseconds per frame (the median). */
  paint(job: PaintingJob): Promise<{ pictures: Uint8ClampedArray[]; milliseconds: number }>;
};

/** Frames a second of the moments at which test frames are said to be taken. */
export const framesPerSecond = 15;

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
