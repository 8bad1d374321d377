import { KinoraError } from '@kinora/capabilities';
import type { NodePgDatabase } from './drizzle.ts';
import { drizzle } from './drizzle.ts';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { describeFailure, isConnectionFailure, isContention } from './failures.ts';
import type { Home } from './home.ts';
import { prepareDatabase } from './migrate.ts';
import { superviseServer } from './postgres/supervise.ts';
import { createPool } from './pool.ts';
import type { Presence } from './presence.ts';
import { openPresence } from './presence.ts';
import * as schema from './schema.ts';
import { isUuid } from './uuid.ts';

/** A transaction in the name of one user. Pass it to the functions of this folder; it ends with the callback. */
export type Transaction = {
  userId: string;
  drizzle: NodePgDatabase<typeof schema>;
  client: pg.PoolClient;
};

/** Options of a transaction. */
export type TransactionOptions = {
  /**
   * Whether running it twice does what running it once does. Then it is also run again when the database died in the
   * middle of the commit and nobody knows how that went. Default false: that throws `database.unavailable`.
   */
  isIdempotent?: boolean;
  /**
   * Whether it must survive a power cut at once. False: up to half a second later, or with the next durable one, and the
   * disk isn't waited for. Default true.
   */
  isDurable?: boolean;
  /** How long to wait for a database that is away. Default 15. */
  patienceSeconds?: number;
};

/** The database as one user sees it. */
export type UserDatabase = {
  userId: string;
  /**
   * Runs `work` in one transaction. It is run again after a deadlock, and when the server went away before the commit,
   * so it must touch nothing but the transaction.
   * @throws KinoraError `database.unavailable` when the server stays away.
   */
  transaction<Value>(work: (tx: Transaction) => Promise<Value>, options?: TransactionOptions): Promise<Value>;
  /** Like {@link UserDatabase.transaction}, for work that writes nothing; it may always be run again. */
  read<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value>;
};

/** Kinora's database: a pool of the plain role, and this process's presence in it. */
export type Database = AsyncDisposable & {
  home: Home;
  /** Connection string of the plain role. Holds a password. */
  url: string;
  isEmbedded: boolean;
  presence: Presence;
  as(userId: string): UserDatabase;
  /** Asks the server; seconds its answer took. @throws KinoraError `database.unavailable`. */
  ping(): Promise<number>;
};

/** Options of {@link openDatabase}. */
export type DatabaseOptions = {
  home: Home;
  /** Another PostgreSQL server than the embedded one. Default: `KINORA_DATABASE_URL`. */
  url?: string;
  /** `app`: the one server of this home; a second gets `home.busy`. `worker`: one of many. Default `app`. */
  role?: 'app' | 'worker';
  /** Where the app will listen; told to whoever is turned away. */
  port?: number;
};

/**
 * Opens the database: starts or adopts the embedded server (or uses `url`), brings the tables up to date, takes this
 * process's locks. The embedded server is started again when it dies, and stopped with the last process that uses it.
 * @throws KinoraError `home.busy`, `home.denied`, `database.unavailable` or `storage.full`.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { home, role = 'app' } = options;
  const external = options.url ?? process.env.KINORA_DATABASE_URL ?? '';
  if (external && !/^postgres(ql)?:\/\//.test(external)) throw notAnAddress();
  await using stack = new AsyncDisposableStack();
  const supervisor = external ? undefined : stack.use(await superviseServer(home));
  const url = await prepare(supervisor ? supervisor.adminUrl : external);
  const presence = stack.use(
    await openPresence({
      url,
      name: `kinora ${role} ${process.pid}`,
      ...(role === 'app' && { exclusive: { name: `home ${home.id}`, busy: () => describeHolder(home) } }),
    }),
  );
  if (role === 'app') await writeHolder(home, options.port);
  const pool = createPool({ url, max: 20, name: 'kinora' });
  stack.defer(() => pool.end());
  const owned = stack.move();
  return {
    home,
    url,
    isEmbedded: supervisor !== undefined,
    presence,
    as: (userId) => openAs(pool, userId),
    async ping() {
      const start = performance.now();
      await pool.query('select 1').catch((error: unknown) => {
        throw describeFailure(error);
      });
      return (performance.now() - start) / 1000;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function prepare(adminUrl: string): Promise<string> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await prepareDatabase(adminUrl);
    } catch (cause) {
      const refusal = describeRefusal(adminUrl, cause);
      if (refusal) throw refusal;
      if (!isConnectionFailure(cause)) throw cause;
      if (Date.now() > deadline) {
        const { host } = new URL(adminUrl);
        throw new KinoraError(
          'database.unavailable',
          `PostgreSQL at ${host} does not answer; start it or correct KINORA_DATABASE_URL.`,
          {
            cause,
            isRetryable: true,
          },
        );
      }
      await sleep(100);
    }
  }
}

function describeRefusal(adminUrl: string, cause: unknown): KinoraError | null {
  const { host, username, pathname } = new URL(adminUrl);
  const what = {
    '28P01': `refuses the password of ${username}`,
    '28000': `lets ${username} not in`,
    '3D000': `has no database "${pathname.slice(1)}"`,
  }[(cause as { code?: string }).code ?? ''];
  if (what === undefined) return null;
  return new KinoraError('database.unavailable', `PostgreSQL at ${host} ${what}; correct KINORA_DATABASE_URL.`, {
    cause,
  });
}

function notAnAddress(): KinoraError {
  return new KinoraError(
    'database.unavailable',
    'KINORA_DATABASE_URL is not the address of a PostgreSQL server; write postgres://user:password@host:5432/database, or leave it empty.',
  );
}

const holderFile = (home: Home) => path.join(home.path, 'app.json');

async function writeHolder(home: Home, port: number | undefined): Promise<void> {
  await writeFile(holderFile(home), JSON.stringify({ pid: process.pid, port }), { mode: 0o600 });
}

async function describeHolder(home: Home): Promise<KinoraError> {
  const holder = await readFile(holderFile(home), 'utf8')
    .then((text) => JSON.parse(text) as { pid?: number; port?: number })
    .catch(() => ({ pid: undefined, port: undefined }));
  const where = [holder.pid && `process ${holder.pid}`, holder.port && `http://127.0.0.1:${holder.port}`].filter(
    Boolean,
  );
  return new KinoraError(
    'home.busy',
    `Kinora is already running on ${home.path}${where.length > 0 ? ` (${where.join(', ')})` : ''}; use that one, stop it, or set KINORA_HOME to another folder.`,
    { data: { path: home.path, ...holder } },
  );
}

function openAs(pool: pg.Pool, userId: string): UserDatabase {
  if (!isUuid(userId)) throw new KinoraError('internal.bug', 'A user id must be a UUID.');
  return {
    userId,
    transaction: (work, { isDurable = true, ...options } = {}) =>
      runUntilDone(pool, {
        userId,
        work,
        begin: isDurable ? 'begin' : 'begin; set local synchronous_commit = off',
        ...options,
      }),
    read: (work) => runUntilDone(pool, { userId, work, begin: 'begin read only', isIdempotent: true }),
  };
}

type Work<Value> = { userId: string; begin: string; work: (tx: Transaction) => Promise<Value> };

async function runUntilDone<Value>(pool: pg.Pool, work: Work<Value> & TransactionOptions): Promise<Value> {
  const { isIdempotent = false, patienceSeconds = 15 } = work;
  const deadline = Date.now() + patienceSeconds * 1000;
  for (let attempt = 0; ; attempt++) {
    const outcome = await runOnce(pool, work);
    if ('value' in outcome) return outcome.value;
    const { error, phase } = outcome;
    const isSafe = phase === 'work' || isIdempotent;
    const mayRetry = isContention(error) ? attempt < 10 : isConnectionFailure(error) && isSafe && Date.now() < deadline;
    if (!mayRetry) throw describeFailure(error);
    await sleep(Math.min(20 * 2 ** attempt, 200));
  }
}

async function runOnce<Value>(
  pool: pg.Pool,
  { userId, begin, work }: Work<Value>,
): Promise<{ value: Value } | { error: unknown; phase: 'work' | 'commit' }> {
  let client: pg.PoolClient | undefined;
  let phase: 'work' | 'commit' = 'work';
  try {
    client = await pool.connect();
    await client.query(`${begin}; select set_config('app.user_id', '${userId}', true)`);
    const value = await work({ userId, client, drizzle: drizzle(client, { schema }) });
    phase = 'commit';
    await client.query('commit');
    client.release();
    return { value };
  } catch (error) {
    const isUsable = await client?.query('rollback').then(
      () => true,
      () => false,
    );
    client?.release(isUsable !== true);
    return { error, phase };
  }
}
