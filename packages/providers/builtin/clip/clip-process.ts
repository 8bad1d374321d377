import { createSegmentEncoder, serveParent, yuvSize } from '@kinora/media/video';
import { Worker } from 'node:worker_threads';
import type { ClipRequest } from './clip.ts';
import type { DrawJob } from './draw-thread.ts';
import { createRing, readFrame } from './ring.ts';

const artist = new Worker(new URL('./draw-thread.ts', import.meta.url));
artist.unref();

serveParent(async (request: ClipRequest, { onProgress }) => {
  const { width, height, fps, frames } = request;
  const ring = createRing({ slots: 6, frameBytes: yuvSize(width, height) });
  let problem: Error | undefined;
  const failed = new Promise<never>((_, reject) => {
    artist.once('error', reject);
    artist.once('message', (message: { error?: string }) => {
      if (message.error) reject((problem = new Error(message.error)));
    });
  });
  failed.catch(() => undefined);
  artist.postMessage({ ...request, ring } satisfies DrawJob);
  using encoder = createSegmentEncoder({ width, height, fps });
  for (let frame = 0; frame < frames && !problem; frame++) {
    await Promise.race([readFrame(ring, (yuv) => encoder.addYuv(yuv)), failed]);
    onProgress((frame + 1) / frames);
  }
  artist.removeAllListeners('error');
  artist.removeAllListeners('message');
  return encoder.finish();
});
