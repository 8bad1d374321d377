import { isKinoraError } from '@kinora/capabilities/errors';
import type { ClipPicture, ErrorCode } from '@kinora/capabilities';
import { letOthersGoFirst } from '@kinora/media/priority';
import { parentPort } from 'node:worker_threads';
import { prepareStage } from './prepare-stage.ts';
import type { FrameSize, StageParts } from './stage.ts';

/** A picture to take apart. */
export type StageJob = FrameSize & { key: string; picture: ClipPicture; seed: number; layers: string | undefined };

/** How a {@link StageJob} ended. */
export type StageAnswer =
  | { type: 'prepared'; key: string; parts: StageParts }
  | { type: 'failed'; key: string; code: ErrorCode; message: string };

// Pictures are prepared ahead of time, so that encoding and drawing go first.
letOthersGoFirst('thread', 14);
let turn = Promise.resolve();
parentPort?.on('message', ({ key, picture, ...request }: StageJob) => {
  turn = turn.then(async () => {
    try {
      const parts = await prepareStage(picture, request);
      parentPort?.postMessage({ type: 'prepared', key, parts } satisfies StageAnswer);
    } catch (error) {
      const code = isKinoraError(error) ? error.code : 'internal.bug';
      const message = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage({ type: 'failed', key, code, message } satisfies StageAnswer);
    }
  });
});
