import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describeFailure, isConnectionFailure } from '../failures.ts';
import type { Home } from '../home.ts';
import { ensureServer, isServing, stopServer } from './server.ts';
import { openInstallation } from './installation.ts';

/** Keeps the embedded server of a home alive while this process lives. */
export type Supervisor = AsyncDisposable & {
  /** Connection string of the superuser to Kinora's database. Only for migrations. */
  adminUrl: string;
};

const databaseName = 'kinora';

/**
 * Starts or adopts the embedded server and starts it again, on the same port, whenever it dies. Disposing stops it,
 * unless another process of Kinora still uses it.
 */
export async function superviseServer(home: Home): Promise<Supervisor> {
  const installation = await openInstallation(home);
  let server = await ensureServer(installation);
  const login = `postgres:${installation.password}`;
  const urlOf = (database: string) => `postgres://${login}@127.0.0.1:${server.port}/${database}`;
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      await createDatabase(urlOf('postgres'));
      break;
    } catch (error) {
      // The app before this one may just be stopping the server.
      if (!isConnectionFailure(error) || Date.now() > deadline) throw describeFailure(error);
      await sleep(50);
      server = await ensureServer(installation);
    }
  }
  let isClosed = false;
  let isChecking: Promise<void> | undefined;
  let notBefore = 0;
  const check = async () => {
    if (await isServing(installation)) return;
    home.log('PostgreSQL is gone; starting it again.');
    await ensureServer(installation, { port: server.port });
  };
  const timer = setInterval(() => {
    if (Date.now() < notBefore) return;
    isChecking ??= check()
      .catch((error: unknown) => {
        home.log(`PostgreSQL could not be started again: ${String(error)}`);
        notBefore = Date.now() + 5_000;
      })
      .finally(() => (isChecking = undefined));
  }, 200);
  timer.unref();
  return {
    adminUrl: urlOf(databaseName),
    async [Symbol.asyncDispose]() {
      if (isClosed) return;
      isClosed = true;
      clearInterval(timer);
      await isChecking;
      if (await isAlone(urlOf('postgres'))) await stopServer(installation);
    },
  };
}

async function createDatabase(url: string): Promise<void> {
  await query(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 1) return;
    await client.query(`create database ${databaseName}`).catch((error: unknown) => {
      // Two first starts: the other one made it.
      if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
    });
  });
}

/** Whether nothing of Kinora is connected; connections that this process has just ended may need a moment to go. */
async function isAlone(url: string): Promise<boolean> {
  try {
    return await query(url, async (client) => {
      for (let look = 0; look < 10; look++) {
        const { rows } = await client.query<{ name: string }>(
          `select application_name as name from pg_stat_activity where application_name ~ '^kinora (app|worker) '`,
        );
        if (rows.length === 0) return true;
        if (rows.some(({ name }) => !name.endsWith(` ${process.pid}`))) return false;
        await sleep(30);
      }
      return false;
    });
  } catch {
    return true;
  }
}

async function query<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
