import { KinoraError } from '../errors.ts';
import type { ErrorCode } from '../errors.ts';
import type { ServedBy, Usage } from '../studio.ts';
import { createBreaker } from './breaker.ts';
import type { Breaker } from './breaker.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { sortFailure } from './failure.ts';
import type { Failure } from './failure.ts';
import { describeDefeat, describeFallback } from './report.ts';
import type { PassedOver } from './report.ts';

/** One provider in a route. */
export type RouteProvider<Model> = {
  model: Model;
  /** What it is called in identities and health. Default `provider/model` of the model. */
  id?: string;
  /** Where it computes: `cpu`, `cuda:0`, `remote`; a function where that is known only once it is loaded. Default `cpu`. */
  device?: string | (() => string);
  /** What distinguishes two versions of the same model: part of {@link Route.identity}. */
  revision?: string | undefined;
  /** Milliseconds one call may take. Default: the route's. */
  timeoutMs?: number;
  /** Asked before each call; throwing keeps the call away from this provider, e.g. because its budget is used up. */
  admit?: () => void | Promise<void>;
  /** Told what each answered call used up; for a stream after its end. */
  count?: (usage: Usage) => void;
};

/** How a route tries its providers. */
export type RouteOptions = {
  /** Milliseconds one call may take before the next provider is asked. Default 120,000. */
  timeoutMs?: number;
  /** How often a provider is asked again after an error that may pass. Default 2. */
  retries?: number;
  /** Milliseconds before the first retry; doubled each time, ±25 %. Default 500. `Retry-After` wins when it is longer. */
  backoffMs?: number;
  /** Longest wait in milliseconds for a retry; a provider that asks for more is passed over and paused. Default 10,000. */
  maxWaitMs?: number;
  /** Faults in a row that pause a provider, and for how many milliseconds. Default 3 and 30,000. */
  breaker?: { failures?: number; pauseMs?: number };
  /** Asks only this provider (`provider` or `provider/model`): no fall-back. Default: all in order. */
  only?: string;
  /** Called after each call with who did the work. For a stream: once its first part is there. */
  onServed?: (served: ServedBy) => void;
  clock?: Clock;
  /** Between 0 and 1, spreads retries. Default `Math.random`. */
  random?: () => number;
};

/** How a provider of a route is. */
export type ProviderHealth = {
  /** `provider/model`. */
  id: string;
  device: string;
  /** `paused`: it failed and isn't asked until `pausedUntil`; `trying`: one call finds out whether it is back. */
  state: 'ready' | 'paused' | 'trying';
  /** Faults in a row. */
  failures: number;
  /** Calls answered since the start. */
  served: number;
  /** Seconds of the last answered call. */
  lastSeconds?: number;
  lastFailure?: { code: ErrorCode; reason: string; at: string };
  /** ISO 8601, present when paused. */
  pausedUntil?: string;
};

/** How a route is, for `/health`. */
export type RouteHealth = { capability: string; only?: string; providers: ProviderHealth[] };

/** What every route answers about itself, beside the contract of its capability. */
export type Routed = {
  /** Which provider, model and revision would serve now, as `provider/model@revision`. */
  identity: () => string;
  health: () => RouteHealth;
};

/** An ordered list of providers that is asked like one. */
export type Route<Model> = Routed & {
  /** The model that would serve now. */
  current(): Model;
  models: Model[];
  /**
   * Runs a call on the first provider that answers it.
   * @param options.isStream The call's signal lives on after the result is there.
   * @param options.measure Reads from a result what the call used up.
   * @returns The result, who served, and `count` to report what a stream used up at its end.
   * @throws KinoraError when no provider answers; the signal's reason when it aborts; an error in the input as it is.
   */
  call<Result>(
    run: (model: Model, signal: AbortSignal) => PromiseLike<Result>,
    options: {
      signal?: AbortSignal | undefined;
      isStream?: boolean;
      measure?: (result: Result) => Usage;
    },
  ): Promise<{ result: Result; served: ServedBy; count: (usage: Usage) => void }>;
};

type Named = { readonly provider: string; readonly modelId: string };
type Entry<Model> = Omit<RouteProvider<Model>, 'device' | 'id'> & {
  id: string;
  device: () => string;
  breaker: Breaker;
  served: number;
  lastSeconds?: number;
  lastFailure?: { code: ErrorCode; reason: string; at: string };
};

/** Builds a route over one capability's providers, the preferred first. @throws KinoraError when `only` names none. */
export function createRoute<Model extends Named>(
  capability: string,
  providers: RouteProvider<Model>[],
  options: RouteOptions = {},
): Route<Model> {
  const clock = options.clock ?? systemClock;
  const entries = selectEntries(capability, providers, options);

  const current = () => {
    const [first] = entries;
    if (!first) throw new KinoraError('provider.unavailable', `No provider is set up for ${capability}; add one.`);
    return entries.find((entry) => entry.breaker.state(clock.now()) !== 'paused') ?? first;
  };

  return {
    models: entries.map(({ model }) => model),
    current: () => current().model,
    identity() {
      return identify(current());
    },
    health: () => ({
      capability,
      ...(options.only !== undefined && { only: options.only }),
      providers: entries.map((entry) => describeHealth(entry, clock.now())),
    }),
    async call(run, { signal, isStream = false, measure }) {
      const passedOver: PassedOver[] = [];
      for (const [index, entry] of entries.entries()) {
        signal?.throwIfAborted();
        const isLocalLast = index === entries.length - 1 && entry.device() !== 'remote';
        if (!entry.breaker.admit(clock.now()) && !isLocalLast) {
          passedOver.push({ id: entry.id, identity: identify(entry), failure: pausedFailure(entry, clock.now()) });
          continue;
        }
        const started = clock.now();
        const attempt = await tryProvider(entry, run, { signal, isStream, route: options, clock });
        if ('error' in attempt) {
          passedOver.push({ id: entry.id, identity: identify(entry), failure: attempt.failure, error: attempt.error });
          continue;
        }
        const seconds = (clock.now() - started) / 1000;
        entry.served += 1;
        entry.lastSeconds = seconds;
        const served: ServedBy = {
          capability,
          provider: entry.model.provider,
          modelId: entry.model.modelId,
          device: entry.device(),
          seconds,
          identity: identify(entry),
          ...describeFallback(passedOver),
        };
        const count = (usage: Usage) => {
          served.usage = usage;
          entry.count?.(usage);
        };
        if (!isStream) count(measure?.(attempt.result) ?? {});
        options.onServed?.(served);
        return { result: attempt.result, served, count };
      }
      throw describeDefeat(capability, passedOver, options.only);
    },
  };
}

function selectEntries<Model extends Named>(
  capability: string,
  providers: RouteProvider<Model>[],
  { only, breaker }: RouteOptions,
): Entry<Model>[] {
  const entries = providers.map((provider) => ({
    ...provider,
    id: provider.id ?? `${provider.model.provider}/${provider.model.modelId}`,
    device: typeof provider.device === 'function' ? provider.device : constant(provider.device ?? 'cpu'),
    breaker: createBreaker({ failures: breaker?.failures ?? 3, pauseMs: breaker?.pauseMs ?? 30_000 }),
    served: 0,
  }));
  if (only === undefined) return entries;
  const selected = entries.filter(({ id, model }) => id === only || model.provider === only);
  if (selected.length === 0) {
    const allowed = entries.map(({ id }) => id).join(', ');
    throw new KinoraError('request.invalid', `Only “${only}” is to serve ${capability}; choose one of: ${allowed}.`, {
      data: { field: 'only', allowed },
    });
  }
  return selected;
}

const constant =
  <Value>(value: Value) =>
  () =>
    value;

/** `provider/model@revision`. */
function identify({ id, revision }: { id: string; revision?: string | undefined }): string {
  return revision === undefined ? id : `${id}@${revision}`;
}

type Attempt<Result> = { result: Result } | { error: unknown; failure: Failure };

/** Asks one provider, and again after errors that may pass. Rethrows what no other provider could do better. */
async function tryProvider<Model, Result>(
  entry: Entry<Model>,
  run: (model: Model, signal: AbortSignal) => PromiseLike<Result>,
  context: { signal: AbortSignal | undefined; isStream: boolean; route: RouteOptions; clock: Clock },
): Promise<Attempt<Result>> {
  const { signal, clock, route } = context;
  const { retries = 2, backoffMs = 500, maxWaitMs = 10_000, random = Math.random } = route;
  const never = new AbortController().signal;
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await runOnce(entry, run, context);
      entry.breaker.succeed();
      return { result };
    } catch (error) {
      const failure = sortFailure(error, clock.now());
      if (signal?.aborted || failure.action === 'throw') {
        entry.breaker.release();
        throw signal?.aborted ? signal.reason : error;
      }
      const backoff = backoffMs * 2 ** attempt * (0.75 + random() / 2);
      const waitMs = Math.max(backoff, failure.waitMs ?? 0);
      if (failure.action === 'retry' && attempt < retries && waitMs <= maxWaitMs) {
        await clock.sleep(waitMs, signal ?? never);
        if (!signal?.aborted) continue;
        entry.breaker.release();
        throw signal.reason;
      }
      entry.lastFailure = { code: failure.code, reason: failure.reason, at: new Date(clock.now()).toISOString() };
      const isLongPause = failure.waitMs !== undefined && failure.waitMs > maxWaitMs;
      if (failure.isFault) entry.breaker.fail(clock.now(), isLongPause ? failure.waitMs : undefined);
      else entry.breaker.release();
      return { error, failure };
    }
  }
}

/** One call with a time limit. A provider that ignores its signal is left behind, not waited for. */
async function runOnce<Model, Result>(
  entry: Entry<Model>,
  run: (model: Model, signal: AbortSignal) => PromiseLike<Result>,
  context: { signal: AbortSignal | undefined; isStream: boolean; route: RouteOptions; clock: Clock },
): Promise<Result> {
  const { signal, isStream, route, clock } = context;
  const timeoutMs = entry.timeoutMs ?? route.timeoutMs ?? 120_000;
  const controller = new AbortController();
  const timer = new AbortController();
  const forward = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', forward, { once: true });
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
  });
  // Nobody listens to it yet while `admit` is asked.
  aborted.catch(() => {});
  void clock.sleep(timeoutMs, timer.signal).then(() => {
    if (timer.signal.aborted) return;
    const message = `${entry.id} did not answer within ${timeoutMs / 1000} s; raise its time limit or choose another.`;
    controller.abort(new KinoraError('provider.timeout', message));
  });
  try {
    signal?.throwIfAborted();
    if (entry.admit !== undefined) {
      await entry.admit();
      controller.signal.throwIfAborted();
    }
    return await Promise.race([run(entry.model, controller.signal), aborted]);
  } catch (error) {
    signal?.removeEventListener('abort', forward);
    throw error;
  } finally {
    timer.abort();
    if (!isStream) signal?.removeEventListener('abort', forward);
  }
}

function pausedFailure<Model>(entry: Entry<Model>, now: number): Failure {
  const waitMs = Math.max(0, entry.breaker.pausedUntil() - now);
  const reason = `It is paused after failing (${entry.lastFailure?.reason ?? 'no reason given'}).`;
  return { action: 'next', isFault: false, waitMs, code: 'provider.unavailable', reason };
}

function describeHealth<Model>(entry: Entry<Model>, now: number): ProviderHealth {
  const { id, device, breaker, served, lastSeconds, lastFailure } = entry;
  const state = breaker.state(now);
  return {
    id,
    device: device(),
    state,
    failures: breaker.failures(),
    served,
    ...(lastSeconds !== undefined && { lastSeconds }),
    ...(lastFailure && { lastFailure }),
    ...(state === 'paused' && { pausedUntil: new Date(breaker.pausedUntil()).toISOString() }),
  };
}
