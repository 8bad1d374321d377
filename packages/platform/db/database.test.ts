import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { getTableConfig } from './drizzle.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeSignIn, endAllSessions, isSession, openSignIn } from '../auth/index.ts';
import { openTemporaryDatabase, openTemporaryHome } from '../testing/temporary-home.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import {
  addVersion,
  createProject,
  ensureUser,
  getProject,
  getVersion,
  listProjects,
  listVersions,
  localOwnerId,
  renameProject,
  respondOnce,
  updateVersion,
} from './index.ts';
import { deleteProjectRows } from './projects.ts';
import * as schema from './schema.ts';

const alice = localOwnerId;
const bob = '00000000-0000-4000-8000-000000000002';
let opened: Awaited<ReturnType<typeof openTemporaryDatabase>>;
let database: Database;

beforeAll(async () => {
  opened = await openTemporaryDatabase();
  database = opened.database;
}, 60_000);
afterAll(() => opened?.[Symbol.asyncDispose](), 60_000);

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (isKinoraError(error) ? error.code : String(error)),
  );

describe('row-level security', () => {
  const project = randomUUID();
  const job = randomUUID();
  const hash = 'a'.repeat(64);
  /** One row of each table, in the order in which they can be inserted. */
  const rows: Record<string, Record<string, unknown>> = {
    users: { owner_id: alice, name: 'Alice' },
    projects: { id: project, owner_id: alice, studio: 's', title: 't', state: 'ready', summary: '{}', search_text: '' },
    versions: { project_id: project, version: 1, owner_id: alice, request: '{}', change: 'made' },
    jobs: { id: job, owner_id: alice, project_id: project, kind: 'k', state: 'done' },
    job_events: { job_id: job, seq: 1, owner_id: alice, dedupe_key: 'd', event: '{}' },
    job_derivations: { job_id: job, key: 'k', owner_id: alice, is_computed: true },
    gpu_tasks: { id: randomUUID(), owner_id: alice, job_id: job, task: 't', input: '{}', state: 'done' },
    assets: { owner_id: alice, sha256: hash, bytes: 1, media_type: 'text/plain' },
    derivations: { owner_id: alice, key: 'k', name: 'n', value: '{}', seconds: 1, served_by: '[]' },
    derivation_claims: { owner_id: alice, key: 'k', executor: 'executor-9' },
    idempotency_keys: { owner_id: alice, key: 'k', request_hash: 'h', response: '{}' },
    providers: { owner_id: alice, id: 'p', kind: 'p', title: 't', is_on: true, settings: '{}' },
    secrets: { owner_id: alice, provider_id: 'p', field: 'key', sealed: 's' },
    routes: { owner_id: alice, capability: 'image', entries: '[]' },
    provider_usage: { owner_id: alice, provider_id: 'p', month: '2026-11' },
    uploads: { id: '00000000-0000-4000-8000-0000000000aa', owner_id: alice, name: 'song.mp3', bytes: 1 },
    broadcasts: { id: '00000000-0000-4000-8000-0000000000bb', owner_id: alice, title: 't' },
    vocabulary_items: {
      owner_id: alice,
      id: 'ja-slang-草',
      kind: 'slang',
      language: 'ja',
      form: '草',
      sort_form: 'くさ',
      found: '{}',
      edit: '{}',
      search_text: '草',
      search_sound: ' kusa',
    },
    vocabulary_evidence: {
      project_id: project,
      place: 0,
      owner_id: alice,
      version: 1,
      item_id: 'ja-slang-草',
      sentence: 0,
      context: '草',
      from_offset: 0,
      to_offset: 1,
      surface: '草',
      start_seconds: 0,
      end_seconds: 1,
      cue_index: 0,
    },
    dictionaries: {
      id: '00000000-0000-4000-8000-0000000000dd',
      owner_id: alice,
      title: 't',
      licence: 'l',
      revision: 'r',
      language: 'ja',
      words: 1,
      facts: 0,
      asset: hash,
    },
    known_words: { owner_id: alice, form: '草' },
    sites: { owner_id: alice, title: 't', description: 'd', language: 'en', address: '' },
    published_projects: { project_id: project, owner_id: alice, slug: 's' },
    tokens: { token_hash: hash, owner_id: alice, purpose: 'session', expires_at: '2099-01-01' },
  };
  const insert = (table: string) => {
    const row = rows[table] ?? {};
    const columns = Object.keys(row);
    const text = `insert into ${table} (${columns.join()}) values (${columns.map((_, index) => `$${index + 1}`).join()})`;
    return [text, Object.values(row)] as const;
  };

  test('is forced on every table, and the app is a plain role', async () => {
    await database.as(alice).transaction(async ({ client }) => {
      const tables = await client.query<{ name: string; forced: boolean }>(
        `select relname as name, relrowsecurity and relforcerowsecurity as forced from pg_class
          where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
      );
      expect(tables.rows.map(({ name }) => name)).toEqual(Object.keys(rows).toSorted());
      expect(tables.rows.filter(({ forced }) => !forced)).toEqual([]);
      const role = await client.query(
        `select rolsuper, rolbypassrls, rolcreaterole, exists(select 1 from pg_class where relowner = r.oid) as owns
           from pg_roles r where rolname = current_user`,
      );
      expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owns: false }]);
    });
  });

  test('keeps another user from reading, changing, deleting and forging rows of every table', async () => {
    for (const table of Object.keys(rows)) {
      await database.as(alice).transaction(({ client }) => client.query(...insertArguments(table)));
    }
    for (const table of Object.keys(rows)) {
      const asBob = await database.as(bob).transaction(async ({ client }) => ({
        read: (await client.query(`select * from ${table}`)).rowCount,
        changed: (await client.query(`update ${table} set owner_id = owner_id`)).rowCount,
        stolen: (await client.query(`update ${table} set owner_id = $1`, [bob])).rowCount,
        deleted: (await client.query(`delete from ${table}`)).rowCount,
      }));
      expect({ table, ...asBob }).toEqual({ table, read: 0, changed: 0, stolen: 0, deleted: 0 });
      const forged = database.as(bob).transaction(({ client }) => client.query(...insertArguments(table)));
      await expect(forged).rejects.toMatchObject({ code: '42501' });
      const given = database
        .as(alice)
        .transaction(({ client }) => client.query(`update ${table} set owner_id = $1`, [bob]));
      await expect(given).rejects.toMatchObject({ code: '42501' });
      const mine = await database.as(alice).transaction(({ client }) => client.query(`select * from ${table}`));
      expect({ table, rows: mine.rowCount }).toEqual({ table, rows: 1 });
    }
  });

  test('keeps another user from hanging rows on a project or job', async () => {
    const hang = database
      .as(bob)
      .transaction((tx) => addVersion(tx, { projectId: project, request: {}, change: 'mine' }));
    expect(await codeOf(hang)).toBe('resource.missing');
    const event = database
      .as(bob)
      .transaction(({ client }) =>
        client.query(
          `insert into job_events (job_id, seq, owner_id, dedupe_key, event) values ($1, 2, $2, 'x', '{}')`,
          [job, bob],
        ),
      );
    await expect(event).rejects.toMatchObject({ code: '23503' });
  });

  function insertArguments(table: string): [string, unknown[]] {
    const [text, values] = insert(table);
    return [text, values];
  }
});

test('the tables are those of the schema', async () => {
  const { rows } = await database.as(alice).read(({ client }) =>
    client.query<{ name: string }>(
      `select table_name || '.' || column_name || case is_nullable when 'NO' then ' not null' else '' end as name
         from information_schema.columns where table_schema = 'public'`,
    ),
  );
  const declared = Object.values(schema).flatMap((table) => {
    const { name, columns } = getTableConfig(table);
    return columns.map((column) => `${name}.${column.name}${column.notNull ? ' not null' : ''}`);
  });
  expect(rows.map(({ name }) => name).toSorted()).toEqual(declared.toSorted());
});

describe('transactions', () => {
  test('undo everything when the work fails', async () => {
    const id = randomUUID();
    const failing = database.as(bob).transaction(async (tx) => {
      await createProject(tx, { id, studio: 'story', title: 'Gone', summary: {} });
      throw new KinoraError('job.failed', 'no');
    });
    expect(await codeOf(failing)).toBe('job.failed');
    expect(await codeOf(database.as(bob).transaction((tx) => getProject(tx, id)))).toBe('resource.missing');
  });

  test('forget the user when they end', async () => {
    await database.as(bob).transaction((tx) => createProject(tx, { studio: 'story', title: 'Mine', summary: {} }));
    const other = randomUUID();
    const seen = await Promise.all(
      Array.from({ length: 20 }, () => database.as(other).transaction((tx) => listProjects(tx))),
    );
    expect(seen.every(({ items }) => items.length === 0)).toBe(true);
  });

  test('go on when their connection is cut before the commit', async () => {
    let runs = 0;
    await database.as(bob).transaction(async (tx) => {
      runs++;
      if (runs === 1) await tx.client.query('select pg_terminate_backend(pg_backend_pid())');
      await ensureUser(tx, 'Bob');
    });
    expect(runs).toBe(2);
  });
});

describe('projects', () => {
  const carol = randomUUID();
  const db = () => database.as(carol);

  test('are listed from new to old, page by page', async () => {
    for (let number = 1; number <= 7; number++) {
      await db().transaction((tx) =>
        createProject(tx, { studio: 'story', title: `Story ${number}`, summary: { number } }),
      );
    }
    const titles: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await db().transaction((tx) => listProjects(tx, { limit: 3, ...(cursor ? { cursor } : {}) }));
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.next;
    } while (cursor);
    expect(titles).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `Story ${number}`));
    expect(await codeOf(db().transaction((tx) => listProjects(tx, { cursor: 'nonsense' })))).toBe('request.invalid');
  });

  test('are found by words of title and wish, whatever the case, and signs are only signs', async () => {
    await db().transaction((tx) =>
      createProject(tx, { studio: 'story', title: 'The Fox 100%', summary: {}, searchText: 'a shy fox in the dark' }),
    );
    const found = async (query: string) =>
      (await db().transaction((tx) => listProjects(tx, { query }))).items.map(({ title }) => title);
    expect(await found('SHY fox')).toEqual(['The Fox 100%']);
    expect(await found('100%')).toEqual(['The Fox 100%']);
    expect(await found('1_0%')).toEqual([]);
    expect(await found('fox owl')).toEqual([]);
  });

  test('keep their versions in order, also when two are added at once', async () => {
    const { id } = await db().transaction((tx) => createProject(tx, { studio: 'story', title: 'One', summary: {} }));
    await db().transaction((tx) => addVersion(tx, { projectId: id, request: { b: 1, a: 2 }, change: 'made' }));
    await Promise.all(
      ['words', 'voice'].map((change) =>
        db().transaction((tx) => addVersion(tx, { projectId: id, request: {}, change })),
      ),
    );
    const versions = await db().transaction((tx) => listVersions(tx, id));
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    const first = await db().transaction((tx) => getVersion(tx, id, 1));
    expect(JSON.stringify(first.request)).toBe('{"b":1,"a":2}');
    await db().transaction((tx) => updateVersion(tx, { projectId: id, version: 3 }, { result: { pages: [] } }));
    expect(await db().transaction((tx) => getVersion(tx, id))).toMatchObject({
      version: 3,
      result: { pages: [] },
      script: null,
    });
    expect(await codeOf(db().transaction((tx) => getVersion(tx, id, 9)))).toBe('resource.missing');
  });

  test('are renamed and deleted', async () => {
    const { id } = await db().transaction((tx) => createProject(tx, { studio: 'story', title: 'Old', summary: {} }));
    expect((await db().transaction((tx) => renameProject(tx, id, 'New'))).title).toBe('New');
    await db().transaction((tx) => deleteProjectRows(tx, id));
    expect(await codeOf(db().transaction((tx) => getProject(tx, id)))).toBe('resource.missing');
    expect(await codeOf(db().transaction((tx) => getProject(tx, 'no-uuid')))).toBe('resource.missing');
  });

  test('name only files that are there', async () => {
    const summary = { cover: { asset: 'f'.repeat(64), mediaType: 'image/png', bytes: 1 } };
    const creating = db().transaction((tx) => createProject(tx, { studio: 'story', title: 'Coverless', summary }));
    expect(await codeOf(creating)).toBe('asset.missing');
  });
});

test('a request with an idempotency key is answered once, also when it comes twice at once', async () => {
  const db = database.as(randomUUID());
  let made = 0;
  const ask = (hash: string) =>
    db.transaction((tx) =>
      respondOnce(tx, { key: 'k', hash }, async () => {
        made++;
        await createProject(tx, { studio: 'story', title: 'Once', summary: {} });
        return { number: made };
      }),
    );
  const answers = await Promise.all([ask('h'), ask('h'), ask('h')]);
  expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
  expect((await db.transaction((tx) => listProjects(tx))).items).toHaveLength(1);
  expect(await codeOf(ask('another'))).toBe('request.conflict');
});

test('a sign-in link works once, and a session until it is ended', async () => {
  const db = database.as(localOwnerId);
  const token = await db.transaction(openSignIn);
  const uses = await Promise.all([token, token, token].map((one) => db.transaction((tx) => closeSignIn(tx, one))));
  const [session = ''] = uses.filter((use) => use !== null);
  expect(uses.filter((use) => use === null)).toHaveLength(2);
  expect(await db.transaction((tx) => isSession(tx, session))).toBe(true);
  expect(await db.transaction((tx) => isSession(tx, token))).toBe(false);
  expect(await database.as(bob).transaction((tx) => isSession(tx, session))).toBe(false);
  const stored = await db.transaction(({ client }) => client.query('select * from tokens'));
  expect(JSON.stringify(stored.rows)).not.toContain(session);
  await db.transaction(endAllSessions);
  expect(await db.transaction((tx) => isSession(tx, session))).toBe(false);
});

test('an expired sign-in link is refused', async () => {
  const db = database.as(localOwnerId);
  const token = await db.transaction(openSignIn);
  await db.transaction(({ client }) => client.query(`update tokens set expires_at = now() - interval '1 second'`));
  expect(await db.transaction((tx) => closeSignIn(tx, token))).toBeNull();
});

test('several that begin at once on a new home all find it ready', { timeout: 60_000 }, async () => {
  await using temporary = await openTemporaryHome();
  const open = () => openDatabase({ home: temporary.home, url: '', role: 'worker' });
  const all = await Promise.all([open(), open(), open()]);
  const answers = await Promise.all(all.map((each) => each.ping()));
  expect(answers).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
  await Promise.all(all.map((each) => each[Symbol.asyncDispose]()));
});
