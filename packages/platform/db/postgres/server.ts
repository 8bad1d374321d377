import { KinoraError } from '@kinora/capabilities';
import { execFile, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Home } from '../home.ts';
import { isTraversableBy } from '../home.ts';
import { writeOnce } from '../write-once.ts';
import type { Binaries } from './binaries.ts';
import { locateBinaries, sharedFolder } from './binaries.ts';

/** A running embedded PostgreSQL. */
export type Server = {
  pid: number;
  port: number;
  /** Whether it was running already. */
  isAdopted: boolean;
};

/** What the embedded PostgreSQL of a home consists of. */
export type Installation = {
  home: Home;
  binaries: Binaries;
  /** Folder of the data; not always inside the home. */
  data: string;
  /** The superuser's. */
  password: string;
};

/**
 * Finds programs, data folder and password of a home's embedded PostgreSQL, and places them where its user can reach them.
 * @throws KinoraError `database.unavailable` when this platform has none, `home.denied` when there is no such place.
 */
export async function openInstallation(home: Home): Promise<Installation> {
  const binaries = await locateBinaries(home);
  return { home, binaries, data: await dataFolder(home, binaries), password: await readPassword(home) };
}

type LockFile = { pid: number; port: number; status: string; text: string };

const run = promisify(execFile);

/**
 * Starts the embedded PostgreSQL of a home, or adopts the one that is already running there.
 * The server outlives this process if it is killed; the next start adopts it. It listens on loopback only.
 * @throws KinoraError `database.unavailable` when it doesn't come up within a minute.
 */
export async function ensureServer(installation: Installation, options: { port?: number } = {}): Promise<Server> {
  const { home, data } = installation;
  const deadline = Date.now() + 60_000;
  let lastProblem = '';
  while (Date.now() < deadline) {
    const lock = await readLock(data);
    const owner = lock ? await ownerOf(lock, data) : 'none';
    if (lock && owner === 'ours') {
      if (lock.status === 'ready') return { pid: lock.pid, port: lock.port, isAdopted: true };
      await sleep(20);
      continue;
    }
    if (!(await exists(path.join(data, 'PG_VERSION')))) await initialise(installation);
    const started = await launch(installation, options.port ?? (await choosePort(home)));
    if ('pid' in started) return { ...started, isAdopted: false };
    lastProblem = started.problem;
    if (/lock file .* already exists/.test(lastProblem) && owner === 'stranger') await removeStaleLock(data, lock);
    else if (/No space left on device/.test(lastProblem)) throw full(home);
    // After a kill, backends of the dead server hold the shared memory for a moment.
    await sleep(100);
  }
  throw new KinoraError(
    'database.unavailable',
    `PostgreSQL did not start; its log is ${path.join(home.postgres, 'log')}. Last words: ${lastProblem.slice(-300)}`,
  );
}

/** Stops the server of a home if it runs, after letting its transactions end. Waits until it is gone, at most 20 seconds. */
export async function stopServer({ data }: Installation): Promise<void> {
  const lock = await readLock(data);
  if (!lock || (await ownerOf(lock, data)) !== 'ours') return;
  process.kill(lock.pid, 'SIGINT');
  const deadline = Date.now() + 20_000;
  while ((await ownerOf(lock, data)) === 'ours' && Date.now() < deadline) await sleep(10);
}

/** Whether a server runs on the data of a home. */
export async function isServing({ data }: Installation): Promise<boolean> {
  const lock = await readLock(data);
  return lock !== null && (await ownerOf(lock, data)) === 'ours';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function dataFolder(home: Home, binaries: Binaries): Promise<string> {
  const own = path.join(home.postgres, 'data');
  if (!binaries.user || (await isTraversableBy(home.postgres, binaries.user))) return own;
  const elsewhere = path.join(sharedFolder, 'homes', home.id, 'data');
  if (await exists(path.join(elsewhere, 'PG_VERSION'))) return elsewhere;
  home.log(`The database is kept in ${elsewhere}, because PostgreSQL's user cannot enter ${home.path}.`);
  try {
    await mkdir(path.dirname(elsewhere), { recursive: true, mode: 0o711 });
    if (!(await isTraversableBy(path.dirname(elsewhere), binaries.user))) throw new Error(`${sharedFolder} is closed`);
    return elsewhere;
  } catch (cause) {
    throw new KinoraError(
      'home.denied',
      `PostgreSQL does not run as root, and its user can enter neither ${home.path} nor ${sharedFolder}; set KINORA_HOME to a folder that every user can enter, e.g. /srv/kinora.`,
      { cause, data: { path: home.path } },
    );
  }
}

function readPassword(home: Home): Promise<string> {
  return writeOnce(path.join(home.postgres, 'password'), () => randomBytes(24).toString('base64url'));
}

async function initialise({ home, data, binaries, password }: Installation): Promise<void> {
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

/** Drafts of first starts that were killed. */
async function removeOldDrafts(data: string): Promise<void> {
  for (const name of await readdir(path.dirname(data))) {
    const draft = path.join(path.dirname(data), name);
    const facts = name.startsWith(`${path.basename(data)}.`) ? await stat(draft).catch(() => null) : null;
    if (facts && Date.now() - facts.mtimeMs > 60_000) await rm(draft, { recursive: true, force: true });
  }
}

async function launch(
  { home, data, binaries }: Installation,
  port: number,
): Promise<{ pid: number; port: number } | { problem: string }> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '32MB',
    jit: 'off',
    log_min_messages: 'warning',
  };
  const logFile = path.join(home.postgres, 'log');
  const log = await open(logFile, (await sizeOf(logFile)) > 5_000_000 ? 'w' : 'a', 0o600);
  const from = await sizeOf(logFile);
  try {
    const child = spawn(
      binaries.postgres,
      [
        '-D',
        data,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      { ...binaries.user, env: environment(), cwd: '/', detached: true, stdio: ['ignore', log.fd, log.fd] },
    );
    let failure: string | undefined;
    child.on('error', (error) => (failure = error.message));
    child.on('exit', (code, signal) => (failure ??= `exit ${code ?? signal}`));
    child.unref();
    while (failure === undefined) {
      const lock = await readLock(data);
      if (lock?.pid === child.pid && lock?.status === 'ready') {
        await writeFile(path.join(home.postgres, 'port'), `${port}\n`, { mode: 0o600 });
        return { pid: lock.pid, port: lock.port };
      }
      await sleep(10);
    }
    return { problem: `${(await readFile(logFile, 'utf8')).slice(from)} ${failure}` };
  } finally {
    await log.close();
  }
}

/** The port of the last start when it is still free, so that every process of this home finds the server again. */
async function choosePort(home: Home): Promise<number> {
  const last = Number(await readFile(path.join(home.postgres, 'port'), 'utf8').catch(() => '0'));
  return (await bindable(last)) ?? (await bindable(0)) ?? 0;
}

function bindable(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** `postmaster.pid`: process, data folder, start time, port, socket folder, address, shared memory, status. */
async function readLock(data: string): Promise<LockFile | null> {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), status: lines[7] ?? '', text };
}

/** Whose process a lock file names: a server on this data, nobody's, or one that was given the number later. */
async function ownerOf(lock: LockFile, data: string): Promise<'ours' | 'none' | 'stranger'> {
  if (!isAlive(lock.pid)) return 'none';
  const command = await commandOf(lock.pid);
  return command.includes('postgres') && command.includes(data) ? 'ours' : 'stranger';
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    // A process that is gone but not yet collected has an empty command line.
    return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  }
  const query =
    process.platform === 'win32'
      ? run('powershell', [
          '-NoProfile',
          '-Command',
          `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
        ])
      : run('ps', ['-p', String(pid), '-o', 'command=']);
  return (await query.catch(() => ({ stdout: '' }))).stdout;
}

/** Removes a lock file only while it still is the one that names a process which is no server on this data. */
async function removeStaleLock(data: string, seen: LockFile | null): Promise<void> {
  const now = await readLock(data);
  if (now && seen && now.text === seen.text && (await ownerOf(now, data)) === 'stranger') {
    await rm(path.join(data, 'postmaster.pid'), { force: true });
  }
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? process.env : {}) };
}

function full(home: Home): KinoraError {
  return new KinoraError('storage.full', `The disk that holds ${home.path} is full; free some space and start again.`, {
    isRetryable: true,
  });
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}
