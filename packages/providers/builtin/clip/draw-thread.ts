import { isKinoraError } from '@kinora/capabilities/errors';
import type { ErrorCode } from '@kinora/capabilities';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { createFrameArtist } from './frame-artist.ts';
import type { ClipRequest } from './clip.ts';
import { writeFrame } from './ring.ts';
import type { FrameRing } from './ring.ts';

/** One clip to draw into a ring. */
export type DrawJob = ClipRequest & { ring: FrameRing };

/** How a {@link DrawJob} ended. */
export type DrawAnswer = { type: 'drawn' } | { type: 'failed'; code: ErrorCode; message: string };

// The canvases of a stage's layers, some 80 MB, are of no use once it is set; left alone, the collector takes its time.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

parentPort?.on('message', (job: DrawJob) => {
  void (async () => {
    try {
      const artist = await createFrameArtist(job);
      collectGarbage();
      for (let frame = 0; frame < job.frames; frame++) {
        writeFrame(job.ring, (slot) => artist.draw(frame, slot));
      }
      parentPort?.postMessage({ type: 'drawn' } satisfies DrawAnswer);
    } catch (error) {
      const code = isKinoraError(error) ? error.code : 'internal.bug';
      const message = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage({ type: 'failed', code, message } satisfies DrawAnswer);
    }
  })();
});
