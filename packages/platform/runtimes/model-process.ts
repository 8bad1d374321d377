import type { ModelProcess, ProcessCall, ProcessOptions, ProcessState } from '@kinora/capabilities';
import type { KinoraError } from '@kinora/capabilities';
import { isKinoraError } from '@kinora/capabilities';
import type { Connection, Death } from './connection.ts';
import { connect } from './connection.ts';
import type { DeviceQueue } from './device-queue.ts';
import { cancelled, queueOf } from './device-queue.ts';
import { closed, explainDeath, interrupted, ranOut, textOf, tooLarge } from './model-failures.ts';
import { reviveError } from './protocol.ts';

/** What a model's process needs from its host. */
export type HostServices = {
  queue: DeviceQueue;
  /** Where the runtime lies and where to compute. @throws KinoraError when it isn't installed. */
  place(options: ProcessOptions): Promise<{ folder: string; device: string; threads: number }>;
  /** Unloads idle models until `bytes` are free, the longest idle first. */
  makeRoom(bytes: number, except: HostedProcess): Promise<{ availableBytes: number; unloaded: number }>;
  forget(process: HostedProcess): void;
  log: (line: string) => void;
};

/** A model's process as its host sees it. */
export type HostedProcess = ModelProcess & {
  isIdle(): boolean;
  /** Milliseconds since the epoch. */
  lastUsed(): number;
};

/** Memory that stays free for everything else, in bytes. */
export const reserveBytes = 300_000_000;

/** Runs one model. */
export function createModelProcess(options: ProcessOptions, services: HostServices): HostedProcess {
  const { name, idleMs = 300_000, callTimeoutMs = 600_000, loadTimeoutMs = 300_000, graceMs = 0 } = options;
  let settings = options.settings;
  let connection: Connection | undefined;
  let loading: Promise<Connection> | undefined;
  let isClosed = false;
  let calls = 0;
  const active = new Set<Promise<unknown>>();
  let concurrency = 1;
  let restarts = 0;
  let lastDeath: Death['cause'] | undefined;
  let lastUsed = Date.now();
  let peakBytes = options.memoryBytes ?? 0;
  let device = options.device;
  let idle: NodeJS.Timeout | undefined;
  let facts: Pick<ProcessState, 'device' | 'details' | 'lastError'> = {};
  let isShrunk = false;

  const owner = { concurrency: () => concurrency };

  const state = (): ProcessState => ({
    name,
    runtime: options.runtime,
    state: loading ? 'loading' : !connection ? 'unloaded' : active.size > 0 ? 'busy' : 'ready',
    ...(connection ? { memoryBytes: connection.memory.residentBytes } : {}),
    calls,
    restarts,
    isShrunk,
    ...facts,
  });

  const drop = async (cause: 'unload' | 'abort', text: string): Promise<void> => {
    const old = connection;
    await old?.end(cause, text);
  };

  const keepIdleTime = () => {
    clearTimeout(idle);
    lastUsed = Date.now();
    connection?.keepAlive(calls > 0);
    if (calls > 0 || !connection) return;
    idle = setTimeout(() => hosted.isIdle() && void drop('unload', 'it was idle'), idleMs);
    idle.unref();
  };

  /** Takes the next smaller settings. */
  const shrink = (): boolean => {
    const smaller = isShrunk ? null : (options.shrink?.(settings) ?? null);
    if (smaller === null) return false;
    settings = smaller;
    isShrunk = true;
    services.log(`${name}: memory ran out; trying once more with smaller settings.`);
    return true;
  };

  const fail = (error: KinoraError): KinoraError => {
    facts.lastError = error.message;
    services.log(`${name}: ${error.message}`);
    return error;
  };

  const explain = (death: Death, doing: string): KinoraError => {
    if (death.cause === 'abort' && !isClosed) return cancelled();
    return fail(explainDeath(name, death, doing));
  };

  const start = async (): Promise<Connection> => {
    for (let hasMadeRoom = false; ;) {
      const place = await services.place(options);
      const { availableBytes } = await services.makeRoom(peakBytes + reserveBytes, hosted);
      if (isClosed) throw closed(name);
      if (calls === 0) throw cancelled();
      const memoryLimitBytes = options.memoryLimitBytes ?? Math.max(availableBytes - reserveBytes, reserveBytes);
      const next = connect({ memoryLimitBytes, log: (line) => services.log(`${name}: ${line}`) });
      connection = next;
      if (lastDeath !== undefined && lastDeath !== 'unload' && lastDeath !== 'abort') restarts += 1;
      void next.ended.then(({ cause }) => {
        lastDeath = cause;
        peakBytes = Math.max(peakBytes, next.memory.peakBytes);
        if (connection === next) connection = undefined;
        if (connection === undefined) clearTimeout(idle);
      });
      const timer = setTimeout(
        () => void next.end('timeout', `loading was given ${loadTimeoutMs / 1000} s`),
        loadTimeoutMs,
      );
      const outcome = await next.load({
        name,
        entry: options.entry.href,
        folder: place.folder,
        settings,
        device: place.device,
        threads: place.threads,
      });
      clearTimeout(timer);
      if (outcome.type === 'result') {
        ({ concurrency, device } = outcome.value);
        facts = { ...facts, device, details: outcome.value.details };
        services.queue.update();
        return next;
      }
      await next.end('unload', 'it could not be loaded');
      if (!ranOut(outcome)) {
        if (outcome.type === 'died') throw explain(outcome.death, 'loading');
        facts.lastError = outcome.error.message;
        throw reviveError(outcome.error);
      }
      // Idle models give way first, also on a GPU, whose memory is not counted here.
      const { unloaded } = hasMadeRoom ? { unloaded: 0 } : await services.makeRoom(Number.POSITIVE_INFINITY, hosted);
      hasMadeRoom = true;
      if (unloaded === 0 && !shrink()) throw fail(tooLarge(name, textOf(outcome)));
    }
  };

  const ensureLoaded = (): Promise<Connection> => {
    if (isClosed) return Promise.reject(closed(name));
    if (loading) return loading;
    if (connection?.isAlive()) return Promise.resolve(connection);
    loading = start().finally(() => {
      loading = undefined;
      // Whoever wanted it may have gone meanwhile.
      keepIdleTime();
    });
    return loading;
  };

  /** Waits for the device and for the model on it. */
  const enter = async (signal?: AbortSignal): Promise<{ connection: Connection; release: () => void }> => {
    for (;;) {
      const wanted = device ?? (await services.place(options)).device;
      const release = await services.queue.acquire(queueOf(wanted), owner, signal);
      const ready = ensureLoaded();
      const given = giveUp(signal);
      try {
        const loaded = await Promise.race([ready, given.promise]);
        if (queueOf(device ?? wanted) === queueOf(wanted)) return { connection: loaded, release };
        release();
      } catch (error) {
        // Loading can't be stopped; it ends with its process, unless others wait for it too.
        if (signal?.aborted && calls <= 1) await drop('abort', 'loading was given up');
        void ready.then(release, release);
        // Another caller gave up the loading that this one had just joined.
        if (isKinoraError(error) && error.code === 'job.cancelled' && !signal?.aborted && !isClosed) continue;
        throw error;
      } finally {
        given.dispose();
      }
    }
  };

  const attempt = async (method: string, input: unknown, call: ProcessCall, onEvent: (event: unknown) => void) => {
    const entered = await enter(call.signal);
    const wasShrunk = isShrunk;
    const timeoutMs = call.timeoutMs ?? callTimeoutMs;
    const { id, outcome } = entered.connection.call(method, input, (event) => {
      if (!call.signal?.aborted) onEvent(event);
    });
    active.add(outcome);
    let isOwnDoing = false;
    const timer = setTimeout(() => {
      isOwnDoing = true;
      void entered.connection.end('timeout', `a call was given ${timeoutMs / 1000} s`);
    }, timeoutMs);
    let grace: NodeJS.Timeout | undefined;
    const given = giveUp(call.signal, () => {
      // Others that compute in the same process must not pay for one that is given up.
      const patienceMs = active.size > 1 ? Math.max(graceMs, 2000) : graceMs;
      const kill = () => void entered.connection.end('abort', 'it was told to stop');
      if (patienceMs === 0) return kill();
      entered.connection.abort(id);
      grace = setTimeout(kill, patienceMs);
    });
    void outcome.then(() => {
      clearTimeout(timer);
      clearTimeout(grace);
      active.delete(outcome);
      entered.release();
      keepIdleTime();
    });
    try {
      return { outcome: await Promise.race([outcome, given.promise]), used: entered.connection, wasShrunk, isOwnDoing };
    } finally {
      given.dispose();
    }
  };

  const run = async (method: string, input: unknown, call: ProcessCall): Promise<unknown> => {
    for (;;) {
      let hasEmitted = false;
      const { outcome, used, wasShrunk, isOwnDoing } = await attempt(method, input, call, (event) => {
        hasEmitted = true;
        call.onEvent?.(event);
      });
      if (outcome.type === 'result') return outcome.value;
      if (ranOut(outcome)) {
        await used.end('unload', 'memory ran out');
        await services.makeRoom(Number.POSITIVE_INFINITY, hosted);
        // Of two that ran side by side, the other may have taken the smaller settings already.
        if (isShrunk === wasShrunk && !shrink()) throw fail(tooLarge(name, textOf(outcome)));
      } else if (outcome.type === 'error') throw reviveError(outcome.error);
      else if (isClosed || isOwnDoing || outcome.death.cause === 'crash') {
        throw explain(outcome.death, `at work on ${method}`);
      }
      if (hasEmitted && !call.onRestart) {
        throw fail(interrupted(name, textOf(outcome)));
      }
      call.onRestart?.();
    }
  };

  /** Counts a caller, so that the model isn't taken for idle. */
  const counted = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (isClosed) throw closed(name);
    calls += 1;
    clearTimeout(idle);
    connection?.keepAlive(true);
    try {
      return await work();
    } finally {
      calls -= 1;
      keepIdleTime();
    }
  };

  const hosted: HostedProcess = {
    call: <Result>(method: string, input: unknown, call: ProcessCall = {}) =>
      counted(() => run(method, input, call)) as Promise<Result>,
    load: () =>
      counted(async () => {
        (await enter()).release();
        return state();
      }),
    async unload() {
      await Promise.all(active);
      await drop('unload', 'it was unloaded');
      settings = options.settings;
      isShrunk = false;
    },
    state,
    isIdle: () => connection !== undefined && !loading && calls === 0 && active.size === 0,
    lastUsed: () => lastUsed,
    async [Symbol.asyncDispose]() {
      isClosed = true;
      services.forget(hosted);
      clearTimeout(idle);
      await drop('abort', 'Kinora stops');
    },
  };
  return hosted;
}

/** Rejects when the caller gives up. */
function giveUp(signal?: AbortSignal, onAbort?: () => void): { promise: Promise<never>; dispose: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const listen = () => {
    onAbort?.();
    reject(cancelled(signal));
  };
  if (signal?.aborted) listen();
  else signal?.addEventListener('abort', listen, { once: true });
  return { promise, dispose: () => signal?.removeEventListener('abort', listen) };
}
