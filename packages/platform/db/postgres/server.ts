import { KinoraError } from '@kinora/capabilities';
import { spawn } from 'node:child_process';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Home } from '../home.ts';
import { environment, full, initialise } from './initialise.ts';
import type { Installation } from './installation.ts';
import { exists } from './installation.ts';
import { ownerOf, readLock, removeStaleLock } from './lock-file.ts';

/** A running embedded PostgreSQL. */
export type Server = {
  pid: number;
  port: number;
  /** Whether it was running already. */
  isAdopted: boolean;
};

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
    log_checkpoints: 'off',
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

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}
