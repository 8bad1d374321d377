import { randomUUID } from 'node:crypto';
import type { FrameStyler, Look } from '@kinora/capabilities';
import { liveLimits } from '@kinora/studios/live-style/schema';
import type {
  AdjustMessage,
  ClosedMessage,
  LiveProblem,
  LiveServerEvents,
  OpenAnswer,
  OpenedSession,
  OpenRequest,
  Refusal,
  StyleAnswer,
  StyleMessage,
} from '@kinora/studios/live-style/schema';
import { admit, createCosts } from './admission.ts';
import type { Costs, Demand } from './admission.ts';
import type { LiveEngines } from './engines.ts';
import { refuseBusy, refuseFor } from './refusal.ts';
import { openLiveSession } from './session.ts';
import type { LiveObserver, LiveSession } from './session.ts';

/** Sessions at most, whatever the machine can do. */
const mostSessions = 32;

/** Where a session's page listens. */
export type LivePage = {
  /** Says something that may be lost when the page can't keep up. */
  tell: <Name extends keyof LiveServerEvents>(name: Name, ...message: Parameters<LiveServerEvents[Name]>) => void;
  /** The session is over; the page was told why. */
  leave(): void;
};

/** All live sessions of a running Kinora. Nothing of them is stored. */
export type LiveStudio = AsyncDisposable & {
  readonly engines: LiveEngines;
  open(request: OpenRequest, page: LivePage): Promise<OpenAnswer>;
  adjust(session: LiveSession, message: AdjustMessage): Promise<OpenAnswer>;
  setStyle(session: LiveSession, message: StyleMessage): Promise<StyleAnswer>;
  find(id: string): LiveSession | undefined;
  /** The connection broke: the session waits for its page to come back. */
  detach(id: string, page: LivePage): void;
  /** Ends a session. @param reason Told to its page; absent when the page asked for it. */
  close(id: string, reason?: ClosedMessage): Promise<void>;
  stats(): LiveStats;
};

/** How busy the live sessions are. */
export type LiveStats = {
  sessions: number;
  /** Of them, without a connection. */
  detached: number;
  /** Frames that wait for their turn. */
  waiting: number;
  /** How busy the busiest engine was in the last second, 0 to 1. */
  load: number;
};

type Entry = {
  session: LiveSession;
  page: LivePage | null;
  /** What changes its size, one after the other. */
  turn: Promise<unknown>;
  forget?: NodeJS.Timeout;
  note?: string;
};

/** Told of what happens, for metrics. */
export type StudioObserver = LiveObserver & { refused(reason: Refusal): void };

/** Opens the studio. Without sessions nothing ticks. */
export function openLiveStudio(options: { engines: LiveEngines; observer: StudioObserver }): LiveStudio {
  const { engines, observer } = options;
  const entries = new Map<string, Entry>();
  /** By engine's name: a route and an engine that was named may lead to the same one. */
  const learnt = new Map<string, Map<Look, number>>();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  /** Sessions that are being opened. Their places are taken, so that two that come at once don't both get the last one. */
  const arriving = new Set<{ engine: FrameStyler; demand: Demand }>();
  const inTurn = <Value>(entry: Entry, run: () => Promise<Value>): Promise<Value> => {
    const mine = entry.turn.then(run);
    entry.turn = mine.catch(() => {});
    return mine;
  };

  const costsOf = (engine: FrameStyler): Costs => {
    const known = learnt.get(nameOf(engine)) ?? new Map<Look, number>();
    learnt.set(nameOf(engine), known);
    return createCosts(engine, known);
  };
  const isOn = (engine: FrameStyler, { engine: own, painter }: LiveSession) =>
    nameOf(painter.engine?.() ?? own) === nameOf(engine);
  const sessionsOf = (engine: FrameStyler) =>
    [...entries.values()].map(({ session }) => session).filter((session) => isOn(engine, session));
  // Who is paused or away takes nothing now; when all come back at once they are advised.
  const demandsBeside = (engine: FrameStyler, own?: LiveSession): Demand[] => [
    ...[...entries.values()]
      .filter(({ page, session }) => page !== null && session !== own && !session.isPaused)
      .filter(({ session }) => isOn(engine, session))
      .map(({ session }) => session.demand),
    ...[...arriving].filter((each) => nameOf(each.engine) === nameOf(engine)).map(({ demand }) => demand),
  ];
  const loadOf = (engine: FrameStyler) => {
    const painted = sessionsOf(engine).reduce((sum, session) => sum + session.paintedMsOfLastSecond, 0);
    return Math.min(1, painted / 1000 / (engine.load().parallel ?? 1));
  };

  const refuse = (problem: LiveProblem) => {
    observer.refused(problem.reason);
    return { problem };
  };

  const opened = ({ session, note }: Entry, isResumed: boolean): OpenedSession => ({
    sessionId: session.id,
    engine: engines.describe(session.engine, session.painter),
    ...((note ?? session.painter.engine?.().note) !== undefined && { note: note ?? session.painter.engine?.().note }),
    ...session.settings,
    generation: session.generation,
    isResumed,
    resumeSeconds: liveLimits.resumeSeconds,
  });

  const attach = (entry: Entry, page: LivePage) => {
    clearTimeout(entry.forget);
    if (entry.page !== null && entry.page !== page) {
      entry.page.tell('closed', {
        reason: 'taken-over',
        message: 'The session goes on in another window.',
        isRetryable: false,
      });
      entry.page.leave();
    }
    entry.page = page;
    timer ??= setInterval(tick, 1000).unref();
  };

  const tick = () => {
    for (const entry of entries.values()) {
      const { session, page } = entry;
      const { lost, ...happened } = session.tick();
      const { demand, engine } = session;
      if (!session.isPaused && performance.now() - session.lastFrameAt > liveLimits.idleSeconds * 1000) {
        void close(session.id, {
          reason: 'idle',
          message: 'No frame came for two minutes, so the session gave its place away. Start again whenever you like.',
          isRetryable: true,
        });
        continue;
      }
      if (page === null) continue;
      const own = { engine, costs: costsOf(engine) };
      const running = demandsBeside(engine, session);
      const { capacityFps, promisedFps } = admit(demand, running, own).estimate;
      const load = loadOf(engine);
      page.tell('status', {
        ...happened,
        engine: engines.describe(engine, session.painter),
        server: {
          sessions: entries.size,
          load,
          waiting: sessionsOf(engine).filter(({ isWaiting }) => isWaiting).length,
          capacityFps,
          promisedFps: Math.round((promisedFps + demand.fps) * 10) / 10,
        },
      });
      if (session.isPaused) continue;
      const advice = session.adviser.look(
        {
          ...session.settings,
          framesIn: happened.framesIn,
          framesOut: happened.framesOut,
          lost,
          answerMs: happened.queuedMs.p95 + happened.paintedMs.p95,
          load,
        },
        { fits: (rung) => admit({ ...demand, ...rung }, running, own).isAdmitted },
      );
      if (advice) page.tell('degrade', advice);
    }
  };

  const close = async (id: string, reason?: ClosedMessage) => {
    const entry = entries.get(id);
    if (!entry) return;
    entries.delete(id);
    clearTimeout(entry.forget);
    if (entries.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    if (reason) entry.page?.tell('closed', reason);
    entry.page?.leave();
    // An engine that is gone can't be told goodbye.
    await entry.session.close().catch(() => {});
  };

  const openNew = async (request: OpenRequest, page: LivePage): Promise<OpenAnswer> => {
    let engine: FrameStyler;
    try {
      engine = await engines.find(request.engine);
      if (engine.kind === 'diffusion') await engines.checkWords(request.style.prompt, { signal: stopping.signal });
    } catch (error) {
      return refuse(refuseFor(error));
    }
    if (entries.size + arriving.size >= mostSessions) {
      return refuse({
        code: 'provider.quota',
        reason: 'too-many-sessions',
        message: `${mostSessions} sessions are open; close one first.`,
      });
    }
    const own = { engine, costs: costsOf(engine) };
    const demand = { width: request.width, height: request.height, fps: request.fps, look: request.style.look };
    const { isAdmitted, estimate } = admit(demand, demandsBeside(engine), own);
    if (!isAdmitted) return refuse(refuseBusy(estimate));
    const id = randomUUID();
    const arrival = { engine, demand };
    arriving.add(arrival);
    try {
      const session = await openLiveSession({
        id,
        request,
        ...own,
        observer,
        signal: stopping.signal,
        onLost: (why) =>
          void close(id, {
            reason: 'engine-lost',
            message: `The engine can’t go on. ${why} Choose another, or start again.`,
            isRetryable: true,
          }),
      });
      const entry: Entry = { session, page: null, turn: Promise.resolve() };
      entries.set(id, entry);
      attach(entry, page);
      if (stopping.signal.aborted) await close(id, serverStops);
      return { session: opened(entry, false) };
    } catch (error) {
      return refuse(refuseFor(error));
    } finally {
      arriving.delete(arrival);
    }
  };

  const goOn = async (
    entry: Entry,
    { request, page }: { request: OpenRequest; page: LivePage },
  ): Promise<OpenAnswer> => {
    const { session } = entry;
    if (session.isClosed) return openNew(request, page);
    attach(entry, page);
    session.resume();
    session.setStyle(request.style, { generation: request.generation, blend: 0 });
    const { width, height, fps } = request;
    try {
      await session.adjust({ width, height, fps });
      return { session: opened(entry, true) };
    } catch (error) {
      await close(session.id);
      return refuse(refuseFor(error));
    }
  };

  return {
    engines,
    find: (id) => entries.get(id)?.session,
    open(request, page) {
      const entry = request.resume === undefined ? undefined : entries.get(request.resume);
      return entry === undefined ? openNew(request, page) : inTurn(entry, () => goOn(entry, { request, page }));
    },
    async adjust(session, message) {
      const entry = entries.get(session.id);
      if (!entry)
        return refuse({
          code: 'resource.missing',
          reason: 'invalid',
          message: 'The session has ended; open another.',
        });
      return inTurn(entry, async () => {
        const settings = { ...session.settings, ...message };
        const own = { engine: session.engine, costs: costsOf(session.engine) };
        const demand = { ...session.demand, ...settings };
        const isMore = demand.fps * own.costs.of(demand) > session.demand.fps * own.costs.of(session.demand);
        const { isAdmitted, estimate } = admit(demand, demandsBeside(session.engine, session), own);
        if (isMore && !isAdmitted) return refuse(refuseBusy(estimate));
        try {
          await session.adjust(settings);
          return { session: opened(entry, false) };
        } catch (error) {
          return refuse(refuseFor(error));
        }
      });
    },
    async setStyle(session, { style, generation, blend }) {
      try {
        if (session.engine.kind === 'diffusion') {
          await engines.checkWords(style.prompt, { signal: stopping.signal });
        }
      } catch (error) {
        return refuse(refuseFor(error));
      }
      session.setStyle(style, { generation, blend });
      return { generation: session.generation };
    },
    detach(id, page) {
      const entry = entries.get(id);
      if (entry?.page !== page) return;
      entry.page = null;
      entry.forget = setTimeout(() => void close(id), liveLimits.resumeSeconds * 1000).unref();
    },
    close,
    stats: () => ({
      sessions: entries.size,
      detached: [...entries.values()].filter(({ page }) => page === null).length,
      waiting: [...entries.values()].filter(({ session }) => session.isWaiting).length,
      load: Math.max(0, ...[...entries.values()].map(({ session }) => loadOf(session.engine))),
    }),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.all([...entries.keys()].map((id) => close(id, serverStops)));
    },
  };
}

const serverStops: ClosedMessage = { reason: 'server-stops', message: 'Kinora was stopped.', isRetryable: true };

const nameOf = ({ provider, modelId }: { provider: string; modelId: string }) => `${provider}/${modelId}`;
