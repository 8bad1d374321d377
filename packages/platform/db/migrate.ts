import { allMigrations } from '@dbos-inc/dbos-sdk/internal/sysdb_migrations/internal/migrations';
import { runSysMigrationsPg } from '@dbos-inc/dbos-sdk/internal/sysdb_migrations/migration_runner';
import { KinoraError } from '@kinora/capabilities';
import { drizzle, migrate } from './drizzle.ts';
import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { lockKey } from './locks.ts';

/** Schema of the durable workflows, beside Kinora's own tables. */
export const workflowSchema = 'dbos';

/**
 * Brings a database up to date and returns the connection string of the plain role that the app uses: one that owns
 * nothing and is held by row-level security. The admin's connection is closed again.
 * @throws KinoraError `database.unavailable` when the admin may not create what is needed.
 */
export async function prepareDatabase(adminUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: adminUrl, application_name: 'kinora migrations' });
  admin.on('error', () => {});
  await admin.connect();
  try {
    await takeTurn(admin);
    const role = await prepareRole(admin, adminUrl);
    await migrate(drizzle(admin), { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) });
    if (role) {
      await admin.query(`grant usage on schema public to ${role.name}`);
      await admin.query(`grant select, insert, update, delete on all tables in schema public to ${role.name}`);
    }
    await prepareWorkflows(admin, role?.name);
    return role?.url ?? adminUrl;
  } catch (cause) {
    const { code, message } = cause as { code?: string; message?: string };
    if (code !== '42501') throw cause;
    throw new KinoraError(
      'database.unavailable',
      `The user of KINORA_DATABASE_URL may not prepare the database (${message}); make it the owner of the database.`,
      { cause },
    );
  } finally {
    await admin.end().catch(() => {});
  }
}

/**
 * One process migrates; the others wait and find it done. They ask again and again rather than wait inside PostgreSQL: an
 * index that is built concurrently waits for every statement that runs, and would wait for those that wait for it.
 */
async function takeTurn(admin: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await admin.query<{ isMine: boolean }>('select pg_try_advisory_lock($1) as "isMine"', [
      lockKey('migrations'),
    ]);
    if (rows[0]?.isMine === true) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * The plain role of this database. Its password follows from the admin's, so that every machine with the same
 * connection string finds the same. An admin who may create no roles but is held by row-level security is used itself.
 */
async function prepareRole(admin: pg.Client, adminUrl: string): Promise<{ name: string; url: string } | null> {
  const { rows } = await admin.query<{ database: string; bypasses: boolean; creates: boolean }>(
    `select current_database() as database, rolsuper or rolbypassrls as bypasses, rolsuper or rolcreaterole as creates
       from pg_roles where rolname = current_user`,
  );
  const facts = rows[0];
  if (!facts?.creates) {
    if (facts && !facts.bypasses) return null;
    throw new KinoraError(
      'database.unavailable',
      'The user of KINORA_DATABASE_URL bypasses row-level security and may create no role; use a plain user that owns the database.',
    );
  }
  const url = new URL(adminUrl);
  const plain = `${facts.database}_app`;
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(`role ${plain}`).digest('base64url');
  const name = admin.escapeIdentifier(plain);
  const exists = (await admin.query('select 1 from pg_roles where rolname = $1', [plain])).rowCount === 1;
  // Setting the password again would be a write at each start; a sign-in tells whether it still fits.
  if (!exists || !(await canSignIn(url, { user: plain, password }))) {
    await admin.query(
      `${exists ? 'alter' : 'create'} role ${name} login nosuperuser nobypassrls nocreatedb nocreaterole password ${admin.escapeLiteral(password)}`,
    );
  }
  url.username = encodeURIComponent(plain);
  url.password = encodeURIComponent(password);
  return { name, url: url.href };
}

async function canSignIn(base: URL, login: { user: string; password: string }): Promise<boolean> {
  const url = new URL(base);
  url.username = encodeURIComponent(login.user);
  url.password = encodeURIComponent(login.password);
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** What DBOS itself would do at its launch, which here is done by a role that may not; and without its console output. */
async function prepareWorkflows(admin: pg.Client, role: string | undefined): Promise<void> {
  const migrations = allMigrations(workflowSchema, { useListenNotify: true, isCockroach: false });
  await runSysMigrationsPg(admin, migrations, workflowSchema, { onWarn: () => {}, isCockroach: false });
  if (!role) return;
  await admin.query(`grant usage on schema ${workflowSchema} to ${role}`);
  await admin.query(`grant all on all tables in schema ${workflowSchema} to ${role}`);
  await admin.query(`grant all on all sequences in schema ${workflowSchema} to ${role}`);
  await admin.query(`grant execute on all functions in schema ${workflowSchema} to ${role}`);
}
