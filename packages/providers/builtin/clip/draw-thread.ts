import { parentPort } from 'node:worker_threads';
import { createFrameArtist } from './frame-artist.ts';
import type { ClipRequest } from './clip.ts';
import { writeFrame } from './ring.ts';
import type { FrameRing } from './ring.ts';

/** One clip to draw into a ring. */
export type DrawJob = ClipRequest & { ring: FrameRing };

parentPort?.on('message', (job: DrawJob) => {
  void (async () => {
    try {
      const artist = await createFrameArtist(job);
      for (let frame = 0; frame < job.frames; frame++) {
        writeFrame(job.ring, (slot) => artist.draw(frame, slot));
      }
      parentPort?.postMessage({});
    } catch (error) {
      parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  })();
});
