import { KinoraError } from '@kinora/capabilities';
import type { HeardMusic } from '@kinora/media/music';

/** Songs that wait at most; each takes a second or two. */
const mostWaiting = 16;

/** Results that are remembered. */
const mostKept = 16;

/** Hears songs: each once for all who ask at the same time, remembered for the next. */
export type Analyses = {
  /**
   * @param song.key_moments 3 to 24.
   * @throws KinoraError `provider.unavailable` (retryable) when too many wait, `job.cancelled` when the signal aborts, and
   * whatever hearing throws.
   */
  hear(song: { asset: string; keyMoments: number }, options: { signal: AbortSignal }): Promise<HeardMusic>;
};

type Hearing = { result: Promise<HeardMusic>; listeners: Set<AbortSignal>; stop: AbortController; isDone: boolean };

/**
 * Makes {@link Analyses}.
 * @param hearFile Hears one song; calls wait for each other.
 */
export function createAnalyses(
  hearFile: (song: { asset: string; keyMoments: number }, signal: AbortSignal) => Promise<HeardMusic>,
): Analyses {
  const hearings = new Map<string, Hearing>();
  const waiting = () => [...hearings.values()].filter(({ isDone }) => !isDone).length;

  function start(key: string, song: { asset: string; keyMoments: number }): Hearing {
    if (waiting() >= mostWaiting) {
      throw new KinoraError('provider.unavailable', 'Many songs are being heard just now; try again in a moment.', {
        isRetryable: true,
        retryAfter: 5,
      });
    }
    const stop = new AbortController();
    const result = hearFile(song, stop.signal);
    const hearing: Hearing = { result, listeners: new Set(), stop, isDone: false };
    hearings.set(key, hearing);
    result.then(
      () => {
        hearing.isDone = true;
        const kept = [...hearings].filter(([, { isDone }]) => isDone);
        for (const [oldest] of kept.slice(0, Math.max(0, kept.length - mostKept))) hearings.delete(oldest);
      },
      () => {
        if (hearings.get(key) === hearing) hearings.delete(key);
      },
    );
    return hearing;
  }

  return {
    async hear(song, { signal }) {
      const key = `${song.asset} ${song.keyMoments}`;
      const known = hearings.get(key);
      const hearing = known === undefined || known.stop.signal.aborted ? start(key, song) : known;
      // The one that was asked for last is forgotten last.
      if (hearing.isDone) {
        hearings.delete(key);
        hearings.set(key, hearing);
        return hearing.result;
      }
      hearing.listeners.add(signal);
      const leave = () => {
        hearing.listeners.delete(signal);
        if (hearing.listeners.size === 0 && !hearing.isDone) hearing.stop.abort();
      };
      signal.addEventListener('abort', leave, { once: true });
      if (signal.aborted) leave();
      try {
        return await hearing.result;
      } finally {
        signal.removeEventListener('abort', leave);
      }
    },
  };
}
