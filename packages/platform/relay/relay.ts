import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { KinoraError } from '@kinora/capabilities';
import type { PortRange } from './engine.ts';
import type { EngineChoice, EngineFacts, FromRelay, ToRelay } from './protocol.ts';
import type { RoomRole, RoomStatus, SessionAnswer } from './room.ts';

/** UDP ports that are used when none are named: the native engine takes the first free one for everybody. */
export const defaultRelayPorts: PortRange = [4860, 4959];

/** Options of {@link openRelay}. */
export type RelayOptions = {
  /** UDP ports. Default {@link defaultRelayPorts}. */
  ports?: PortRange;
  /** `loopback` (default): reachable from this machine alone. `network`: from every network of this machine. */
  reach?: 'loopback' | 'network';
  /** Default `auto`: node-datachannel, and werift where that can't be loaded. */
  engine?: EngineChoice;
  /** Viewers of one room. Default 200. */
  maximumViewers?: number;
  /** Receives what the process prints, and why it was started again. Default: silent. */
  log?: (line: string) => void;
};

/** Passes what publishers send on to viewers. Its process starts with the first session. */
export type Relay = AsyncDisposable & {
  /** Starts the process if need be, and tells what it runs on. @throws KinoraError `server.port-in-use`. */
  start(): Promise<EngineFacts>;
  /** What it runs on; null while it doesn't. */
  facts(): EngineFacts | null;
  /**
   * Answers one who wants to publish into a room. Once connected, it takes the place of whoever published before.
   * @throws KinoraError `request.invalid`, `broadcast.offer`.
   */
  publish(room: string, offer: string): Promise<SessionAnswer>;
  /** Answers one who wants to watch. @throws KinoraError `broadcast.not-live`, `broadcast.full`, `broadcast.offer`. */
  watch(room: string, offer: string): Promise<SessionAnswer>;
  /** Ends one session; a publisher's ends its viewers', too. @returns Whether there was one. */
  endSession(room: string, role: RoomRole, session: string): Promise<boolean>;
  hasSession(room: string, role: RoomRole, session: string): Promise<boolean>;
  /** Ends the publisher's session, whose viewers wait for the next one, or those of all viewers. */
  endRole(room: string, role: RoomRole): void;
  /** Ends all sessions of a room. */
  endRoom(room: string): void;
  status(room: string): RoomStatus;
  /** Calls back when a room's status changes. @returns Ends that. */
  subscribe(listener: (room: string, status: RoomStatus) => void): () => void;
  /** The process, for measurements. */
  pid(): number | undefined;
};

const nobody: RoomStatus = { state: 'waiting', viewers: 0, codecs: null, bitsPerSecond: 0, fps: 0, loss: 0 };

/** An answer is waited for this long, in ms. */
const answerMs = 10_000;
/** A process that says nothing at all for this long hangs and is ended, in ms. On a busy machine it is only late. */
const silenceMs = 30_000;

type Running = {
  child: ChildProcess;
  facts: Promise<EngineFacts>;
  opened: EngineFacts | null;
  heardAt: number;
  waiting: Map<number, { resolve: (message: FromRelay) => void; reject: (error: KinoraError) => void }>;
};

/** Makes a {@link Relay}. Nothing runs before it is needed. */
export function openRelay(options: RelayOptions = {}): Relay {
  const { ports = defaultRelayPorts, reach = 'loopback', engine = 'auto', maximumViewers = 200 } = options;
  const log = options.log ?? (() => {});
  const statuses = new Map<string, RoomStatus>();
  const listeners = new Set<(room: string, status: RoomStatus) => void>();
  let running: Running | null = null;
  let lastId = 0;
  let isDisposed = false;

  const note = (room: string, status: RoomStatus) => {
    if (status.state === 'waiting' && status.viewers === 0) statuses.delete(room);
    else statuses.set(room, status);
    for (const listener of listeners) listener(room, status);
  };

  const begin = (): Running => {
    const child = fork(fileURLToPath(import.meta.resolve('./process.ts')), [], {
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const { promise: facts, resolve, reject } = Promise.withResolvers<EngineFacts>();
    facts.catch(() => {});
    const started: Running = { child, facts, opened: null, heardAt: performance.now(), waiting: new Map() };
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n')) if (line.trim() !== '') log(`relay: ${line}`);
      });
    child.on('message', (message: FromRelay) => {
      started.heardAt = performance.now();
      if (message.type === 'status') note(message.room, message.status);
      else if (message.type === 'alive') return;
      else if (message.type === 'opened') {
        const { name, ports: used, note: why } = message;
        started.opened = { name, ports: used, ...(why !== undefined && { note: why }) };
        resolve(started.opened);
      } else if (message.type === 'failed') {
        reject(new KinoraError(message.code, message.message));
        child.kill();
      } else {
        started.waiting.get(message.id)?.resolve(message);
        started.waiting.delete(message.id);
      }
    });
    const finish = (how: string) => {
      if (running === started) running = null;
      const error = new KinoraError('provider.unavailable', `The relay's process ended (${how}). Connect again.`, {
        isRetryable: true,
        retryAfter: 1,
      });
      reject(error);
      for (const { reject: refuse } of started.waiting.values()) refuse(error);
      started.waiting.clear();
      if (!isDisposed) log(`The relay's process ended (${how}); it starts again with the next session.`);
      for (const room of statuses.keys()) note(room, nobody);
    };
    child.once('exit', (code, signal) => finish(signal ?? `code ${code}`));
    child.on('error', (error) => {
      child.kill('SIGKILL');
      finish(error.message);
    });
    tell(started, { type: 'open', engine, ports, reach, maximumViewers });
    return started;
  };

  const current = () => {
    if (isDisposed) throw new KinoraError('provider.unavailable', 'Kinora is stopping.');
    return (running ??= begin());
  };

  const ask = async (message: ToRelay & { id: number }): Promise<FromRelay> => {
    const asked = current();
    await asked.facts;
    const { promise, resolve, reject } = Promise.withResolvers<FromRelay>();
    asked.waiting.set(message.id, { resolve, reject });
    const timer = setTimeout(() => {
      if (performance.now() - asked.heardAt > silenceMs) asked.child.kill('SIGKILL');
      asked.waiting.delete(message.id);
      reject(
        new KinoraError('provider.unavailable', 'The relay is too busy to answer. Try again.', {
          isRetryable: true,
          retryAfter: 2,
        }),
      );
    }, answerMs);
    tell(asked, message);
    const answer = await promise.finally(() => clearTimeout(timer));
    if (answer.type !== 'refused') return answer;
    if (answer.code === 'internal.bug')
      throw new KinoraError('internal.bug', 'The relay failed at this offer; it is in the log.', {
        cause: new Error(answer.message),
      });
    throw new KinoraError(answer.code, answer.message, {
      isRetryable: answer.retryAfter !== undefined,
      retryAfter: answer.retryAfter,
    });
  };

  const negotiate = async (type: 'publish' | 'watch', room: string, offer: string): Promise<SessionAnswer> => {
    const answer = await ask({ type, id: ++lastId, room, offer });
    if (answer.type !== 'answered') throw new Error(`The relay answered ${answer.type}`);
    return answer.answer;
  };

  const find = async (type: 'end-session' | 'has-session', room: string, role: RoomRole, session: string) => {
    if (running === null) return false;
    const answer = await ask({ type, id: ++lastId, room, role, session });
    return answer.type === 'found' && answer.wasThere;
  };

  return {
    start: () => current().facts,
    facts: () => running?.opened ?? null,
    publish: (room, offer) => negotiate('publish', room, offer),
    watch: (room, offer) => negotiate('watch', room, offer),
    endSession: (room, role, session) => find('end-session', room, role, session),
    hasSession: (room, role, session) => find('has-session', room, role, session),
    endRole(room, role) {
      if (running !== null) tell(running, { type: 'end-role', room, role });
    },
    endRoom(room) {
      if (running !== null) tell(running, { type: 'end-room', room });
    },
    status: (room) => statuses.get(room) ?? nobody,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pid: () => running?.child.pid,
    async [Symbol.asyncDispose]() {
      isDisposed = true;
      const { child } = running ?? {};
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      // Its rooms end first, so that every viewer is told.
      for (const room of statuses.keys()) tell(running!, { type: 'end-room', room });
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), 2000);
      await ended;
      clearTimeout(timer);
    },
  };
}

function tell({ child }: Running, message: ToRelay): void {
  // A process that is just dying can't be told anything; its end is told by `exit`.
  if (child.connected) child.send(message, () => {});
}

/**
 * Reads `5000` or `5000-5099`.
 * @throws KinoraError `request.invalid` for anything else.
 */
export function readPortRange(text: string): PortRange {
  const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim()) ?? [];
  const range = [Number(first), Number(last)] as const;
  if (first === '' || range[0] < 1 || range[1] > 65_535 || range[1] < range[0])
    throw new KinoraError('request.invalid', `“${text}” is no range of UDP ports. Write 5000 or 5000-5099.`);
  return range;
}
