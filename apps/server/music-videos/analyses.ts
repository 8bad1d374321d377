import { KinoraError } from '@kinora/capabilities';
import { withKeyMoments } from '@kinora/media/audio/analysis';
import type { HeardMusic } from '@kinora/media/music';

/** Songs that wait at most; each takes a second or two. */
const mostWaiting = 16;

/** Results that are remembered. */
const mostKept = 16;

/** Hears songs: each once for all who ask at the same time, remembered for the next, also for the job that makes a video of it. */
export type Analyses = {
  /**
   * @param song.keyMoments 3 to 24; chosen from what was heard once.
   * @throws KinoraError `provider.unavailable` (retryable) when too many wait, `job.cancelled` when the signal aborts, and
   * whatever hearing throws.
   */
  hear(song: { asset: string; keyMoments: number }, options: { signal: AbortSignal }): Promise<HeardMusic>;
  /** What was heard or is being heard in a song; undefined when nobody has asked for it lately. */
  recall(song: { asset: string }, options: { signal: AbortSignal }): Promise<HeardMusic | undefined>;
};

type Hearing = { result: Promise<HeardMusic>; listeners: Set<AbortSignal>; stop: AbortController; isDone: boolean };

/**
 * Makes {@link Analyses}.
 * @param hearFile Hears one song; calls wait for each other.
 */
export function createAnalyses(hearFile: (asset: string, signal: AbortSignal) => Promise<HeardMusic>): Analyses {
  const hearings = new Map<string, Hearing>();
  const waiting = () => [...hearings.values()].filter(({ isDone }) => !isDone).length;

  function start(asset: string): Hearing {
    if (waiting() >= mostWaiting) {
      throw new KinoraError('provider.unavailable', 'Many songs are being heard just now; try again in a moment.', {
        isRetryable: true,
        retryAfter: 5,
      });
    }
    const stop = new AbortController();
    const result = hearFile(asset, stop.signal);
    const hearing: Hearing = { result, listeners: new Set(), stop, isDone: false };
    hearings.set(asset, hearing);
    result.then(
      () => {
        hearing.isDone = true;
        const kept = [...hearings].filter(([, { isDone }]) => isDone);
        for (const [oldest] of kept.slice(0, Math.max(0, kept.length - mostKept))) hearings.delete(oldest);
      },
      () => {
        if (hearings.get(asset) === hearing) hearings.delete(asset);
      },
    );
    return hearing;
  }

  /** The hearing of a song that nobody has stopped. */
  function find(asset: string): Hearing | undefined {
    const known = hearings.get(asset);
    return known?.stop.signal.aborted === true ? undefined : known;
  }

  async function join(asset: string, hearing: Hearing, signal: AbortSignal): Promise<HeardMusic> {
    // The one that was asked for last is forgotten last.
    if (hearing.isDone) {
      hearings.delete(asset);
      hearings.set(asset, hearing);
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
  }

  return {
    async hear({ asset, keyMoments }, { signal }) {
      const heard = await join(asset, find(asset) ?? start(asset), signal);
      return { ...heard, analysis: withKeyMoments(heard.analysis, keyMoments) };
    },

    async recall({ asset }, { signal }) {
      const known = find(asset);
      return known && join(asset, known, signal);
    },
  };
}
