import type { KinoraError } from '@kinora/capabilities';
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describeFailure, isConnectionFailure } from './failures.ts';
import { lockKey } from './locks.ts';
import type { Notice } from './notify.ts';
import { channel } from './notify.ts';

/**
 * A connection of its own on which a process holds the locks that show it is alive, and hears the others. PostgreSQL
 * drops the locks when the process dies.
 */
export type Presence = AsyncDisposable & {
  /** Stable name of this worker, `executor-0`, `executor-1` …: a restarted process gets its old one. */
  executor: string;
  /** Name of this life of the worker: another one after each start. A computation that it claimed ends with it. */
  life: string;
  /** Emits `notice` with a {@link Notice}; `reconnect` when notices may have been missed. */
  events: EventEmitter<{ notice: [Notice]; reconnect: [] }>;
  /** Aborted when another process took this one's name while the database was away. */
  lost: AbortSignal;
  /** Milliseconds since the connection was last made. */
  age(): number;
  /** Takes one more name, and takes it again after each reconnect while it is free. Asks anew when called again. */
  hold(name: string): Promise<boolean>;
  /** Runs `work` while holding another executor's lock; false when that executor lives. */
  withLockOf(executor: string, work: () => Promise<void>): Promise<boolean>;
};

/** Options of {@link openPresence}. */
export type PresenceOptions = {
  url: string;
  /** Shown in `pg_stat_activity`. */
  name: string;
  /** A name that only one process may hold, and the error to throw when another does. */
  exclusive?: { name: string; busy: () => Promise<KinoraError> };
};

/**
 * Takes the locks of a process and listens.
 * @throws what `exclusive.busy` returns, when another process holds that name.
 */
export async function openPresence(options: PresenceOptions): Promise<Presence> {
  const events = new EventEmitter<{ notice: [Notice]; reconnect: [] }>();
  events.setMaxListeners(0);
  const lost = new AbortController();
  let isClosed = false;
  let connectedAt = performance.now();
  let client = await connectPatiently(connect);
  try {
    if (options.exclusive) await takeExclusive(client, options.exclusive);
  } catch (error) {
    isClosed = true;
    await client.end().catch(() => {});
    throw error;
  }
  const executor = await takeFirstFree(client);
  const life = `life ${randomUUID()}`;
  await tryLock(client, life);
  await client.query(`listen ${channel}`);

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({
      connectionString: options.url,
      application_name: options.name,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    next.on('error', () => {});
    next.on('notification', (message) => {
      if (message.payload) events.emit('notice', JSON.parse(message.payload) as Notice);
    });
    await next.connect();
    next.once('end', () => void reconnect());
    // A host that vanished must lose its locks soon.
    await next.query('set tcp_keepalives_idle = 5').catch(() => {});
    await next.query('set tcp_keepalives_interval = 5').catch(() => {});
    connectedAt = performance.now();
    return next;
  }

  async function reconnect(): Promise<void> {
    while (!isClosed) {
      try {
        const next = await connect();
        if (isClosed) return void next.end().catch(() => {});
        client = next;
        held = new Set();
        await tryLock(next, life);
        if (options.exclusive) await tryLock(next, options.exclusive.name);
        if (!(await takeAgain(next, executor))) lost.abort(new Error(`${executor} was taken by another process`));
        await next.query(`listen ${channel}`);
        events.emit('reconnect');
        return;
      } catch {
        // Whatever it is, without this connection the process is deaf and its work anyone's.
        await sleep(100);
      }
    }
  }

  // A session that takes a lock twice must give it back twice, so ask only for what isn't held.
  let held = new Set<string>();
  return {
    executor,
    life,
    events,
    async hold(name) {
      if (!held.has(name) && (await tryLock(client, name))) held.add(name);
      return held.has(name);
    },
    lost: lost.signal,
    age: () => performance.now() - connectedAt,
    async withLockOf(other, work) {
      const holder = client;
      if (!(await tryLock(holder, other))) return false;
      try {
        await work();
        return true;
      } finally {
        await holder.query('select pg_advisory_unlock($1)', [lockKey(other)]).catch(() => {});
      }
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await client.end().catch(() => {});
    },
  };
}

async function connectPatiently(connect: () => Promise<pg.Client>): Promise<pg.Client> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if (!isConnectionFailure(error) || Date.now() > deadline) throw describeFailure(error);
      await sleep(50);
    }
  }
}

async function tryLock(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [lockKey(name)]);
  return rows[0]?.held === true;
}

async function takeExclusive(client: pg.Client, exclusive: NonNullable<PresenceOptions['exclusive']>): Promise<void> {
  // The server needs a moment to notice that a killed process is gone.
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await tryLock(client, exclusive.name)) return;
    await sleep(50);
  }
  throw await exclusive.busy();
}

async function takeFirstFree(client: pg.Client): Promise<string> {
  for (let number = 0; ; number++) {
    const name = `executor-${number}`;
    if (await tryLock(client, name)) return name;
  }
}

async function takeAgain(client: pg.Client, name: string): Promise<boolean> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if (await tryLock(client, name)) return true;
    await sleep(100);
  }
  return false;
}
