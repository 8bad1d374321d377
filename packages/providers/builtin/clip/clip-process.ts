import { KinoraError } from '@kinora/capabilities/errors';
import { serveParent, yuvSize } from '@kinora/media/video';
import { createSegmentEncoder } from '@kinora/media/video/encoding';
import { Worker } from 'node:worker_threads';
import type { ClipRequest } from './clip.ts';
import type { DrawAnswer, DrawJob } from './draw-thread.ts';
import { createRing, readFrame } from './ring.ts';

/** Frames between the two threads: enough that neither waits for the other's slow moments. */
const slots = 8;

const artist = new Worker(new URL('./draw-thread.ts', import.meta.url));
artist.unref();
// Without its artist the process is of no use: the next request starts another.
artist.once('error', (error) => {
  console.error(error);
  process.exit(1);
});

serveParent(async (request: ClipRequest, { onProgress }) => {
  const { width, height, fps, frames } = request;
  const ring = createRing({ slots, frameBytes: yuvSize(width, height) });
  const failure = new Promise<never>((_, reject) => {
    artist.once('message', (answer: DrawAnswer) => {
      if (answer.type === 'failed') reject(new KinoraError(answer.code, answer.message));
    });
  });
  artist.postMessage({ ...request, ring } satisfies DrawJob);
  using encoder = createSegmentEncoder({ width, height, fps });
  const encode = async () => {
    for (let frame = 0; frame < frames; frame++) {
      await readFrame(ring, (yuv) => encoder.addYuv(yuv));
      onProgress((frame + 1) / frames);
    }
    return encoder.finish();
  };
  return await Promise.race([encode(), failure]);
});
