import { Worker } from 'node:worker_threads';
import { KinoraError } from '@kinora/capabilities/errors';
import type { Mood } from '@kinora/capabilities';

import type { Pcm } from './wav.ts';

/** What a soundtrack is mixed from. */
export type SoundtrackParts = {
  /** Narrations as WAV files, and the second at which each starts. */
  narrations: readonly { wav: Uint8Array; start: number }[];
  /** A lullaby under the voice; null: voice alone. */
  music: { seed: number; mood?: Mood } | null;
  /** Length of the mix. */
  seconds: number;
};

/**
 * Mixes narrations over a lullaby in a thread of its own: stereo, 48 kHz, −18 LUFS, true peak ≤ −1 dBTP.
 * @throws KinoraError `request.invalid` when a narration is not a WAV file; the signal's reason when it aborts.
 */
export async function renderSoundtrack(parts: SoundtrackParts, options: { signal?: AbortSignal } = {}): Promise<Pcm> {
  const { signal } = options;
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./soundtrack-thread.ts', import.meta.url), { workerData: parts });
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Pcm>((resolve, reject) => {
      worker.once('message', (answer: { pcm: Pcm } | { code: 'request.invalid'; message: string }) => {
        if ('pcm' in answer) resolve(answer.pcm);
        else reject(new KinoraError(answer.code, answer.message));
      });
      worker.once('error', reject);
      worker.once('exit', () =>
        reject(
          signal?.aborted === true
            ? signal.reason
            : new KinoraError('internal.bug', 'The mixer ended without an answer.'),
        ),
      );
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
