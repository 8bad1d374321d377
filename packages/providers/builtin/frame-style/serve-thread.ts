import { parentPort } from 'node:worker_threads';
import { isKinoraError } from '@kinora/capabilities';
import type { Painter } from '@kinora/media/painting';
import type { FromThread, ThreadProblem, ToThread } from './messages.ts';
import { openPaintingSession } from './session.ts';
import type { PaintingSession } from './session.ts';

/** Paints for the pool, in the thread that this runs in. */
export function serveThread(
  createPainter: (options: { width: number; height: number; seed: number }) => Promise<Painter>,
): void {
  const sessions = new Map<number, Promise<PaintingSession>>();

  const paint = async (message: Extract<ToThread, { type: 'paint' }>): Promise<FromThread> => {
    const started = performance.now();
    try {
      const session = await sessions.get(message.session);
      if (!session)
        return { type: 'failed', problem: { code: 'provider.failed', message: 'The session is not open.' } };
      const { frame, isRepeat } = await session.paint(message.frame, message);
      return { type: 'painted', frame, isRepeat, milliseconds: isRepeat ? 0 : performance.now() - started };
    } catch (error) {
      return { type: 'failed', problem: describe(error) };
    }
  };

  parentPort?.on('message', (message: ToThread) => {
    if (message.type === 'open') {
      const { width, height, seed = 1 } = message.options;
      const opening = createPainter({ width, height, seed }).then((painter) =>
        openPaintingSession(painter, message.options),
      );
      const { session } = message;
      opening.then(
        () => tell({ type: 'opened', session }),
        (error: unknown) => tell({ type: 'opened', session, problem: describe(error) }),
      );
      sessions.set(message.session, opening);
    } else if (message.type === 'close') {
      sessions.get(message.session)?.then(
        (session) => session[Symbol.dispose](),
        () => {},
      );
      sessions.delete(message.session);
    } else {
      void paint(message).then((reply) => {
        const transfer = 'frame' in reply ? [reply.frame.image.buffer as ArrayBuffer] : [];
        tell(reply, transfer);
      });
    }
  });
}

function tell(message: FromThread, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function describe(error: unknown): ThreadProblem {
  const code = isKinoraError(error) && error.code === 'request.invalid' ? error.code : 'provider.failed';
  return { code, message: error instanceof Error ? error.message : String(error) };
}
