import { isKinoraError, KinoraError } from '../errors.ts';
import type { FrameStyler, StylerOptions, StylerSession } from '../frame-styler.ts';
import { fallbackNote } from './report.ts';
import { createRoute } from './route.ts';
import type { Route, Routed, RouteOptions, RouteProvider } from './route.ts';

/**
 * A frame styler over several, the preferred first. Where one fails in the middle of a session, the session is opened
 * anew: by the same one, and when it fails again at once by the next. Who paints is told by {@link StylerSession.engine}.
 */
export function createFrameStylerRoute(
  providers: RouteProvider<FrameStyler>[],
  options: RouteOptions = {},
): FrameStyler & Routed {
  const route = createRoute('frame-style', providers, options);
  return {
    get provider() {
      return route.current().provider;
    },
    get modelId() {
      return route.current().modelId;
    },
    get kind() {
      return route.current().kind ?? 'painter';
    },
    identity: route.identity,
    health: route.health,
    load: () => route.current().load(),
    open: (asked) => openOnRoute(route, asked),
  };
}

type Opened = {
  model: FrameStyler;
  session: StylerSession;
  note: string | undefined;
  /** Whether it has painted a frame. */
  hasPainted: boolean;
};

async function openOnRoute(route: Route<FrameStyler>, asked: StylerOptions): Promise<StylerSession> {
  let { style } = asked;
  let generation = 0;
  let isClosed = false;
  /** Engines that failed at the first frame of a session. */
  const barred = new Map<FrameStyler, KinoraError>();

  const open = async (signal: AbortSignal | undefined): Promise<Opened> => {
    const { result, served } = await route.call(
      async (model, inner) => {
        const failure = barred.get(model);
        if (failure) throw failure;
        const opened = { model, session: await model.open({ ...asked, style, signal: inner }) };
        // Nobody waits for it any more.
        if (inner.aborted) await opened.session[Symbol.asyncDispose]();
        inner.throwIfAborted();
        return opened;
      },
      { signal },
    );
    if (generation > 0) result.session.setStyle(style, { generation, blend: 0 });
    return { ...result, note: fallbackNote(served), hasPainted: false };
  };

  let now = await open(asked.signal);
  return {
    engine() {
      const { provider, modelId } = now.model;
      const note = now.note;
      return {
        ...(now.session.engine?.() ?? { provider, modelId, device: now.model.load().device }),
        ...(note !== undefined && { note }),
      };
    },
    setStyle(next, change) {
      style = next;
      generation = change.generation;
      now.session.setStyle(next, change);
    },
    async style(frame, options) {
      for (;;) {
        const used = now;
        try {
          const styled = await used.session.style(frame, options);
          used.hasPainted = true;
          return styled;
        } catch (error) {
          if (options.signal?.aborted || isClosed || !isEngineLost(error)) throw error;
          // A process that died is started again; one that can't even begin is left alone.
          if (!used.hasPainted) barred.set(used.model, new KinoraError('provider.failed', error.message));
          await close(used.session);
          now = await open(options.signal);
          if (isClosed) await now.session[Symbol.asyncDispose]();
        }
      }
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await now.session[Symbol.asyncDispose]();
    },
  };
}

function isEngineLost(error: unknown): error is KinoraError {
  return isKinoraError(error) && (error.code === 'provider.failed' || error.code === 'provider.unavailable');
}

async function close(session: StylerSession): Promise<void> {
  try {
    await session[Symbol.asyncDispose]();
  } catch {
    // It is lost anyway.
  }
}
