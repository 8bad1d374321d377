import pg from 'pg';

/**
 * A pool of connections that can lose its server. A client emits `error` when that happens, also between two owners, and
 * an event nobody hears would end the process; the query that fails tells its caller anyway.
 */
export function createPool(options: { url: string; max: number; name: string }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    connectionTimeoutMillis: 5_000,
    application_name: options.name,
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
