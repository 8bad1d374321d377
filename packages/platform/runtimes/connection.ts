import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from './child-environment.ts';
import { countKernelKills, readProcessMemory } from './memory.ts';
import type { ErrorRecord, FromChild, ToChild } from './protocol.ts';
import { saysOutOfMemory } from './protocol.ts';

/** Why a process ended. */
export type Death = {
  cause: 'unload' | 'abort' | 'timeout' | 'memory' | 'crash';
  /** For a person: how it ended. */
  text: string;
};

/** How something that was asked of a process ended. */
export type Outcome<Value> =
  | { type: 'result'; value: Value }
  | { type: 'error'; error: ErrorRecord }
  | { type: 'died'; death: Death };

/** What a model says of itself once it is loaded. */
export type Loaded = Omit<FromChild & { type: 'loaded' }, 'type'>;

/** A running process. */
export type Connection = {
  pid: number;
  load(message: Omit<ToChild & { type: 'load' }, 'type'>): Promise<Outcome<Loaded>>;
  call(
    method: string,
    input: unknown,
    onEvent: (event: unknown) => void,
  ): { id: number; outcome: Promise<Outcome<unknown>> };
  abort(id: number): void;
  /** Kills the process. The first cause given stands. */
  end(cause: Death['cause'], text: string): Promise<Death>;
  ended: Promise<Death>;
  isAlive(): boolean;
  /** Whether this process waits for it before it exits. Default true. */
  keepAlive(isNeeded: boolean): void;
  memory: { residentBytes: number; peakBytes: number };
};

/** How often memory is looked at, in milliseconds: a process can fill about this much time's worth beyond its limit. */
const lookMs = 100;

/** Starts a process for one model. It is killed when it holds more private memory than it may. */
export function connect(options: { memoryLimitBytes: number; log?: (line: string) => void }): Connection {
  const child = fork(fileURLToPath(import.meta.resolve('./child.ts')), [], {
    serialization: 'advanced',
    execArgv: ['--import', import.meta.resolve('./child-start.ts')],
    env: childEnvironment(process.env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lastWords = collectOutput(child, options.log);
  const memory = { residentBytes: 0, peakBytes: 0 };
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();
  const listeners = new Map<number, (event: unknown) => void>();
  const { promise: loading, resolve: endLoading } = Promise.withResolvers<Outcome<Loaded>>();
  const { promise: ended, resolve: endProcess } = Promise.withResolvers<Death>();
  const killsBefore = countKernelKills();
  let lastId = 0;
  let wanted: Death | undefined;
  let isOver = false;

  const keepAlive = (isNeeded: boolean) => {
    const streams = [child.stdout, child.stderr] as (Socket | null)[];
    for (const each of [child, child.channel, ...streams]) {
      if (isNeeded) each?.ref();
      else each?.unref();
    }
  };

  const end = (cause: Death['cause'], text: string) => {
    wanted ??= { cause, text };
    // Whoever ends it may wait for its end and for nothing else.
    keepAlive(true);
    child.kill('SIGKILL');
    return ended;
  };

  const look = async () => {
    const held = child.pid === undefined ? null : await readProcessMemory(child.pid);
    if (!held || isOver) return;
    memory.residentBytes = held.residentBytes;
    memory.peakBytes = Math.max(memory.peakBytes, held.residentBytes);
    if (held.privateBytes > options.memoryLimitBytes) {
      void end(
        'memory',
        `it held ${gigabytes(held.privateBytes)} and could have ${gigabytes(options.memoryLimitBytes)}`,
      );
    }
  };
  let isLooking = false;
  const timer = setInterval(
    () => {
      if (isLooking) return;
      isLooking = true;
      void look().finally(() => (isLooking = false));
    },
    process.platform === 'linux' ? lookMs : 2000,
  );
  timer.unref();

  const settle = (id: number, outcome: Outcome<unknown>) => {
    listeners.delete(id);
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  };

  child.on('message', (message: FromChild) => {
    if (message.type === 'loaded') endLoading({ type: 'result', value: message });
    else if (message.type === 'load-error') endLoading({ type: 'error', error: message.error });
    else if (message.type === 'event') listeners.get(message.id)?.(message.event);
    else if (message.type === 'result') settle(message.id, { type: 'result', value: message.value });
    else settle(message.id, { type: 'error', error: message.error });
  });

  const finish = async (code: number | null, signal: string | null) => {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    const words = lastWords();
    const wasKilledForMemory =
      wanted === undefined && signal === 'SIGKILL' && (await countKernelKills()) > (await killsBefore);
    const death = wanted ?? describeDeath({ code, signal, words, wasKilledForMemory });
    memory.residentBytes = 0;
    endProcess(death);
    endLoading({ type: 'died', death });
    for (const id of waiting.keys()) settle(id, { type: 'died', death });
  };
  child.on('error', (error) => {
    if (child.pid === undefined) void finish(null, error.message);
  });
  child.on('close', (code, signal) => void finish(code, signal));
  // Somebody may have inherited the pipes; then `close` would be long in coming.
  child.on('exit', (code, signal) => setTimeout(() => void finish(code, signal), 500).unref());

  const send = (message: ToChild) => {
    // A process that is just dying can't be told anything; its end is told by `exit`.
    if (child.connected) child.send(message, () => {});
  };

  return {
    pid: child.pid ?? -1,
    load(message) {
      send({ type: 'load', ...message });
      return loading;
    },
    call(method, input, onEvent) {
      const id = ++lastId;
      const outcome = new Promise<Outcome<unknown>>((resolve) => waiting.set(id, resolve));
      listeners.set(id, onEvent);
      if (isOver) void ended.then((death) => settle(id, { type: 'died', death }));
      else send({ type: 'call', id, method, input });
      return { id, outcome };
    },
    abort: (id) => send({ type: 'abort', id }),
    end,
    ended,
    isAlive: () => !isOver && wanted === undefined,
    keepAlive,
    memory,
  };
}

/** Says how a process ended that nobody here ended. */
export function describeDeath(facts: {
  code: number | null;
  signal: string | null;
  words: string;
  wasKilledForMemory: boolean;
}): Death {
  const { code, signal, words } = facts;
  if (facts.wasKilledForMemory) return { cause: 'memory', text: 'the system took it down because memory ran out' };
  const last = words.trim().split('\n').slice(-6).join('\n');
  if (saysOutOfMemory({ name: '', message: last })) return { cause: 'memory', text: 'memory ran out' };
  const how =
    signal === 'SIGILL'
      ? 'this processor lacks an instruction that the runtime needs'
      : signal === null
        ? `it ended with code ${code}`
        : `it was ended by ${signal}`;
  return { cause: 'crash', text: last === '' ? how : `${how}: ${last.slice(-500)}` };
}

/** `1.5 GB`. */
export function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(bytes < 1e8 ? 3 : 1)} GB`;
}

function collectOutput(child: ChildProcess, log?: (line: string) => void): () => string {
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      if (stream === child.stderr) words = (words + text).slice(-8000);
      for (const line of text.split('\n')) if (line.trim() !== '') log?.(line);
    });
  }
  return () => words;
}
