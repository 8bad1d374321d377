import { useEffect, useRef, useState } from 'react';
import { followStatus } from './follow-status.ts';
import type { BroadcastStatus, WatchFigures } from './types.ts';
import { watch } from './watch.ts';
import type { Watching } from './watch.ts';

/** What a viewer sees. */
export type ViewerPhase =
  /** The link has no token. */
  | 'incomplete'
  | 'connecting'
  /** Nobody sends yet, or any more for now. */
  | 'waiting'
  | 'playing'
  | 'reconnecting'
  | 'ended'
  /** The link no longer works. */
  | 'refused'
  | 'failed';

/** Watching, from the page's point of view. */
export type ViewerState = {
  phase: ViewerPhase;
  status: BroadcastStatus | null;
  stream: MediaStream | null;
  figures: WatchFigures | null;
  /** What went wrong, when the phase is `failed`. */
  problem: string | null;
};

/** Watches a broadcast for as long as the page is there. The token is behind the address's hash. */
export function useViewer(id: string): ViewerState {
  const [state, setState] = useState<ViewerState>({
    phase: 'connecting',
    status: null,
    stream: null,
    figures: null,
    problem: null,
  });
  const clock = useRef<number | null>(null);

  useEffect(() => {
    const token = location.hash.slice(1);
    const say = (change: Partial<ViewerState>) => setState((now) => ({ ...now, ...change }));
    if (!/^[\w-]{43}$/.test(token)) return say({ phase: 'incomplete' });
    let watching: Watching | null = null;
    let isOver = false;

    const end = (phase: ViewerPhase) => {
      isOver = true;
      void watching?.stop();
      watching = null;
      say({ phase, stream: null, figures: null });
    };
    const begin = () => {
      watching ??= watch({
        url: `/whep/${id}`,
        token,
        serverTime: () => (clock.current === null ? null : Date.now() + clock.current),
        onStream: (stream) => say({ stream }),
        onState(now) {
          if (isOver) return;
          if (now.phase === 'failed') {
            watching = null;
            const isRefused = now.problem.code === 'auth.forbidden';
            if (isRefused) end('refused');
            else if (now.problem.code === 'resource.missing') end('ended');
            else say({ phase: 'failed', problem: now.problem.message, stream: null });
          } else say({ phase: now.phase === 'live' ? 'playing' : now.phase });
        },
      });
    };

    const stopFollowing = followStatus({
      id,
      token,
      onStatus(status) {
        // The event that travelled fastest is nearest to the server's clock.
        const offset = status.time - Date.now();
        clock.current = clock.current === null ? offset : Math.max(clock.current, offset);
        say({ status });
        if (status.state === 'ended') end('ended');
        else if (status.state === 'waiting') {
          void watching?.stop();
          watching = null;
          say({ phase: 'waiting', stream: null, figures: null });
        } else if (status.state === 'live') begin();
        else setState((now) => (now.phase === 'connecting' ? { ...now, phase: 'waiting' } : now));
      },
      onEnd: (why) => end(why === 'refused' ? 'refused' : 'ended'),
      onLost: () => setState((now) => (now.phase === 'waiting' ? { ...now, phase: 'reconnecting' } : now)),
    });
    const timer = setInterval(() => {
      void watching?.measure().then((figures) => {
        if (!isOver && figures !== null) say({ figures });
      });
    }, 1000);
    return () => {
      isOver = true;
      clearInterval(timer);
      stopFollowing();
      void watching?.stop();
    };
  }, [id]);

  return state;
}
