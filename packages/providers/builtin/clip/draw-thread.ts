import { isKinoraError } from '@kinora/capabilities/errors';
import type { ErrorCode } from '@kinora/capabilities';
import { letOthersGoFirst } from '@kinora/media/priority';
import type { Frames } from '@kinora/media/video/compositing';
import { parentPort } from 'node:worker_threads';
import type { ClipRequest } from './clip.ts';
import { collectGarbage } from './collect-garbage.ts';
import { createFrameArtist } from './frame-artist.ts';
import { writeFrame } from './ring.ts';
import type { FrameRing } from './ring.ts';
import { openStage } from './stage.ts';
import type { Stage, StageParts } from './stage.ts';

/** One clip to draw into a ring of frames. */
export type DrawJob = {
  id: number;
  request: ClipRequest;
  ring: FrameRing;
  frames: Frames;
  /** Keys of the stages of its pictures. */
  from: string;
  to: string | undefined;
  /** Those that this thread doesn't know yet, and those that it may forget. */
  opened: { key: string; parts: StageParts }[];
  closed: string[];
};

/** How a {@link DrawJob} ended. */
export type DrawAnswer =
  | { type: 'drawn'; id: number }
  | { type: 'failed'; id: number; code: ErrorCode; message: string };

// The encoder has the most to do: where threads outnumber cores it goes first, as long as frames lie ready for it.
letOthersGoFirst('thread', 12);
const stages = new Map<string, Stage>();
let turn = Promise.resolve();

parentPort?.on('message', (job: DrawJob) => {
  turn = turn.then(() => draw(job));
});

async function draw({ id, request, ring, frames, from, to, opened, closed }: DrawJob): Promise<void> {
  try {
    for (const key of closed) stages.delete(key);
    if (closed.length > 0) collectGarbage();
    for (const { key, parts } of opened) stages.set(key, openStage(parts, frames));
    const both = { from: stages.get(from)!, to: to === undefined ? undefined : stages.get(to)! };
    const artist = await createFrameArtist(request, { stages: both, frames });
    for (let frame = 0; frame < request.frames; frame++) writeFrame(ring, id, (slot) => artist.draw(frame, slot));
    parentPort?.postMessage({ type: 'drawn', id } satisfies DrawAnswer);
  } catch (error) {
    const code = isKinoraError(error) ? error.code : 'internal.bug';
    const message = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ type: 'failed', id, code, message } satisfies DrawAnswer);
  }
}
