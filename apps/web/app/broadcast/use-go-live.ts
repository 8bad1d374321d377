import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { useEffect, useRef, useState } from 'react';
import { apiBase } from '../api/client.ts';
import { endBroadcast, openBroadcast, renewToken } from './broadcasts.ts';
import { publish } from './publish.ts';
import type { Publication } from './publish.ts';
import type { TargetAddress } from './targets.ts';
import type { Broadcast, BroadcastStatus, PublishFigures, PublishSettings } from './types.ts';

/** Where going live is. `reconnecting` keeps everything of `live`. */
export type GoLiveState =
  | { phase: 'idle' }
  | { phase: 'preparing' }
  | {
      phase: 'live' | 'reconnecting';
      /** When it began, in ms since 1970. */
      since: number;
      /** Null on a server of somebody else's. */
      broadcast: Broadcast | null;
      /** Null on a server that doesn't tell. */
      viewers: number | null;
      /** Null for the first second. */
      figures: PublishFigures | null;
      /** A page of the server to watch on, when it has one. */
      page: string | null;
    }
  | { phase: 'failed'; problem: KinoraError }
  | { phase: 'ended'; seconds: number; mostViewers: number };

/** Going live, from a page's point of view. */
export type GoLive = {
  state: GoLiveState;
  /** Publishes to this Kinora (`null`) or to another server. */
  start(target: TargetAddress | null, settings: PublishSettings): Promise<void>;
  /** Ends it for everybody. */
  stop(): Promise<void>;
  /** Sends other tracks from now on, e.g. after another camera was chosen. */
  replaceStream(stream: MediaStream): Promise<void>;
  /** Makes the old link, or the old publishing token, useless and puts a new one in its place. */
  renew(role: 'publisher' | 'viewer'): Promise<void>;
};

/**
 * Publishes what a page makes.
 * @param options.stream Asked once at every start; its tracks stay the caller's and aren't stopped.
 * @param options.title What viewers see above the picture. Default "Live".
 */
export function useGoLive(options: { stream: () => MediaStream | Promise<MediaStream>; title?: string }): GoLive {
  const [state, setState] = useState<GoLiveState>({ phase: 'idle' });
  const running = useRef<{ publication: Publication; broadcast: Broadcast | null; most: number; since: number } | null>(
    null,
  );
  const isOn = state.phase === 'live' || state.phase === 'reconnecting';
  const broadcastId = isOn ? (state.broadcast?.id ?? null) : null;

  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => {
      void running.current?.publication.measure().then((figures) => {
        if (figures !== null) setState((now) => ('figures' in now ? { ...now, figures } : now));
      });
    }, 1000);
    return () => clearInterval(timer);
  }, [isOn]);

  useEffect(() => {
    if (broadcastId === null) return;
    const source = new EventSource(`${apiBase}/broadcasts/${broadcastId}/events`);
    source.addEventListener('status', (message: MessageEvent<string>) => {
      const { viewers } = JSON.parse(message.data) as BroadcastStatus;
      if (running.current) running.current.most = Math.max(running.current.most, viewers);
      setState((now) => ('viewers' in now ? { ...now, viewers } : now));
    });
    return () => source.close();
  }, [broadcastId]);

  // Whoever leaves the page leaves the air; the broadcast itself stays open for a while, so that a reload goes on.
  useEffect(() => {
    const leave = () => void running.current?.publication.stop();
    return () => {
      leave();
      running.current = null;
    };
  }, []);

  return {
    state,
    async start(target, settings) {
      if (running.current !== null) return;
      setState({ phase: 'preparing' });
      try {
        const broadcast = target === null ? await openBroadcast(options.title ?? 'Live') : null;
        const stream = await options.stream();
        const address = target ?? {
          url: new URL(broadcast!.publish.url, location.href).href,
          token: broadcast!.publish.token,
        };
        const since = Date.now();
        const live = {
          since,
          broadcast,
          viewers: broadcast === null ? null : 0,
          figures: null,
          page: target?.page ?? null,
        };
        const publication = publish({
          ...address,
          stream,
          settings,
          onState(now) {
            if (now.phase === 'failed') {
              running.current = null;
              setState(now);
            } else if (now.phase !== 'connecting') {
              const { phase } = now;
              setState((before) => ('since' in before ? { ...before, phase } : { ...live, phase }));
            }
          },
        });
        running.current = { publication, broadcast, most: 0, since };
      } catch (error) {
        setState({ phase: 'failed', problem: asProblem(error) });
      }
    },
    async stop() {
      const before = running.current;
      running.current = null;
      if (before === null) return setState({ phase: 'idle' });
      setState({ phase: 'ended', seconds: (Date.now() - before.since) / 1000, mostViewers: before.most });
      if (before.broadcast !== null) await endBroadcast(before.broadcast.id).catch(() => {});
      await before.publication.stop();
    },
    async replaceStream(stream) {
      await running.current?.publication.replaceStream(stream);
    },
    async renew(role) {
      const before = running.current;
      if (before?.broadcast == null) return;
      const broadcast = await renewToken(before.broadcast.id, role);
      before.broadcast = broadcast;
      setState((now) => ('broadcast' in now ? { ...now, broadcast } : now));
    },
  };
}

function asProblem(error: unknown): KinoraError {
  if (isKinoraError(error)) return error;
  return new KinoraError('internal.bug', error instanceof Error ? error.message : String(error), { cause: error });
}
