import { KinoraError } from '@kinora/capabilities';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Home } from '../home.ts';
import type { Installation } from './installation.ts';
import { exists } from './installation.ts';

const run = promisify(execFile);

/** Makes an empty database, whole or not at all. @throws KinoraError `database.unavailable` or `storage.full`. */
export async function initialise({ home, data, binaries, password }: Installation): Promise<void> {
  const user = binaries.user;
  await removeOldDrafts(data);
  // Built beside its place and renamed, so that a kill leaves no half-made database.
  const draft = `${data}.${randomUUID()}`;
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) {
    await chown(draft, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    const encoding = ['-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
    await run(
      binaries.initdb,
      ['-D', draft, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, ...encoding],
      { ...user, env: environment(), cwd: '/' },
    );
    await rename(draft, data);
  } catch (cause) {
    if (await exists(path.join(data, 'PG_VERSION'))) return;
    const words = String((cause as { stderr?: string }).stderr ?? cause);
    if (/No space left on device/.test(words)) throw full(home);
    throw new KinoraError('database.unavailable', `The database could not be created: ${words.slice(-300)}`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** Of PostgreSQL's programs: nothing of the user's locale or settings. */
export function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? process.env : {}) };
}

/** The error for a full disk. */
export function full(home: Home): KinoraError {
  return new KinoraError('storage.full', `The disk that holds ${home.path} is full; free some space and start again.`, {
    isRetryable: true,
  });
}

/** Drafts of first starts that were killed. */
async function removeOldDrafts(data: string): Promise<void> {
  for (const name of await readdir(path.dirname(data))) {
    const draft = path.join(path.dirname(data), name);
    const facts = name.startsWith(`${path.basename(data)}.`) ? await stat(draft).catch(() => null) : null;
    if (facts && Date.now() - facts.mtimeMs > 60_000) await rm(draft, { recursive: true, force: true });
  }
}
