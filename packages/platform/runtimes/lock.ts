import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a lock is believed whose holder gives no sign of life, in milliseconds. */
const staleMs = 30_000;

type Holder = { pid: number; host: string; id: string };

/**
 * Runs work while no other process runs work under the same lock file. A lock left by a process that is gone is taken
 * over. Two holders can only meet in the instant of a take-over, so the work must end in one atomic step of its own.
 * @param file Path of the lock file; its folder exists.
 */
export async function withLock<Value>(
  file: string,
  work: () => Promise<Value>,
  options: { signal?: AbortSignal | undefined; onWait?: () => void } = {},
): Promise<Value> {
  const own: Holder = { pid: process.pid, host: hostname(), id: randomUUID() };
  for (let look = 0; !(await take(file, own)); look++) {
    if (look === 0) options.onWait?.();
    await sleep(200, undefined, options.signal ? { signal: options.signal } : {});
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, staleMs / 10);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await readHolder(file))?.id === own.id) await rm(file, { force: true });
  }
}

/** Whether a living process holds the lock. */
export async function isLocked(file: string): Promise<boolean> {
  const facts = await stat(file).catch(() => null);
  if (!facts) return false;
  const holder = await readHolder(file);
  // One that is just being written has no content yet.
  const isGone = holder !== null && holder.host === hostname() && !isAlive(holder.pid);
  return !isGone && Date.now() - facts.mtimeMs < staleMs;
}

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function take(file: string, own: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(own), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (await isLocked(file)) return false;
  const seen = await readHolder(file);
  const aside = `${file}.${own.id}`;
  await rename(file, aside).catch(() => {});
  const taken = await readHolder(aside);
  // Another process took over in between: its lock goes back.
  if (taken && taken.id !== seen?.id) await rename(aside, file).catch(() => {});
  else await rm(aside, { force: true });
  return false;
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}
