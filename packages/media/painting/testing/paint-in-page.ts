import { launchBrowser } from '../../../../tools/browser.ts';
import { framesPerSecond } from './painting-job.ts';
import type { PaintingJob } from './painting-job.ts';
import { serveSources } from './source-server.ts';

/** A browser whose WebGL paints; software where there is no graphics device. */
export type PaintingPage = AsyncDisposable & {
  /** Paints every frame of a job at 15 frames a second. @returns The pictures and milliseconds per frame (the median). */
  paint(job: PaintingJob): Promise<{ pictures: Uint8ClampedArray[]; milliseconds: number }>;
  /** Paints the first frame of a job by WebAssembly in the browser. */
  paintByWasm(job: PaintingJob): Promise<Uint8ClampedArray>;
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
      const milliseconds = await page.evaluate<number>(
        call('paintAll', {
          width,
          height,
          count: frames.length,
          style,
          seed,
          fps: framesPerSecond,
        }),
      );
      const pictures = frames.map((_, i) => Uint8ClampedArray.from(server.bytes.get(`out${i}`) ?? []));
      server.bytes.clear();
      return { pictures, milliseconds };
    },
    async loseDevice({ width, height, frames, style }) {
      server.bytes.set('in0', new Uint8Array(frames[0]!.buffer, frames[0]!.byteOffset, frames[0]!.length));
      return page.evaluate(call('loseDevice', { width, height, style }));
    },
    async paintByWasm({ width, height, frames, style }) {
      server.bytes.set('in0', new Uint8Array(frames[0]!.buffer, frames[0]!.byteOffset, frames[0]!.length));
      await page.evaluate(call('paintByWasm', { width, height, style }));
      return Uint8ClampedArray.from(server.bytes.get('out0') ?? []);
    },
    withoutWebGl: () => page.evaluate(call('withoutWebGl', {})),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Code for the page, which loads its part itself: a function handed over would carry what the test runner made of it. */
function call(name: string, job: object): string {
  return `import('/packages/media/painting/testing/in-page.ts').then((page) => page.${name}(${JSON.stringify(job)}))`;
}
