import type { FrameStyler } from '@kinora/capabilities';
import { KinoraError } from '@kinora/capabilities';
import { createPaintingPool } from './pool.ts';
import type { PaintingPool } from './pool.ts';

/** The built-in frame styler: Kinora's painters on the cores of this machine. Threads start with the first session. */
export type Painters = FrameStyler & AsyncDisposable;

/**
 * Makes the painters.
 * @param options.threads Threads at most. Default: one for each core.
 */
export function createPainters(options: { threads?: number } = {}): Painters {
  let pool: PaintingPool | null = null;
  let isClosed = false;
  return {
    provider: 'builtin',
    modelId: 'painters',
    kind: 'painter',
    async open(asked) {
      asked.signal?.throwIfAborted();
      if (isClosed) throw new KinoraError('provider.unavailable', 'Kinora’s painters were shut down.');
      for (const side of ['width', 'height'] as const) {
        const pixels = asked[side];
        if (Number.isInteger(pixels) && pixels >= 64 && pixels <= 1024 && pixels % 8 === 0) continue;
        throw new KinoraError('request.invalid', `The ${side} is a multiple of 8 from 64 to 1024, not ${pixels}.`, {
          data: { field: side, allowed: '64–1024, in steps of 8' },
        });
      }
      pool ??= createPaintingPool({
        thread: new URL('./thread.ts', import.meta.url),
        ...(options.threads !== undefined && { size: options.threads }),
      });
      return pool.open(asked);
    },
    load: () => ({ device: 'cpu', ...(pool?.load() ?? { sessions: 0 }) }),
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await pool?.[Symbol.asyncDispose]();
    },
  };
}
