import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database, DatabaseOptions, Home } from '../db/index.ts';
import { openDatabase, openHome } from '../db/index.ts';
import { stopServer } from '../db/postgres/server.ts';
import { openInstallation } from '../db/postgres/installation.ts';

/** A home in the temporary folder. Disposing stops its PostgreSQL and removes it. */
export async function openTemporaryHome(): Promise<{ home: Home } & AsyncDisposable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kinora-test-'));
  // As root, PostgreSQL runs as another user, who must get through.
  await chmod(folder, 0o711);
  const home = await openHome({ path: path.join(folder, 'home') });
  return {
    home,
    async [Symbol.asyncDispose]() {
      await stopServer(await openInstallation(home));
      // What a killed process had begun may still write for a moment.
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** A database of its own on an embedded server of its own; takes a second or two. */
export async function openTemporaryDatabase(
  options: Omit<DatabaseOptions, 'home'> = {},
): Promise<{ home: Home; database: Database } & AsyncDisposable> {
  await using stack = new AsyncDisposableStack();
  const { home } = stack.use(await openTemporaryHome());
  const database = stack.use(await openDatabase({ home, url: '', ...options }));
  const owned = stack.move();
  return { home, database, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
