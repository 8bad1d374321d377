import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** What a running server writes about itself; `status` is `ready` once it takes connections. */
export type LockFile = { pid: number; port: number; status: string; text: string };

const run = promisify(execFile);

/** `postmaster.pid`: process, data folder, start time, port, socket folder, address, shared memory, status. */
export async function readLock(data: string): Promise<LockFile | null> {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), status: lines[7] ?? '', text };
}

/** Whose process a lock file names: a server on this data, nobody's, or one that was given the number later. */
export async function ownerOf(lock: LockFile, data: string): Promise<'ours' | 'none' | 'stranger'> {
  if (!isAlive(lock.pid)) return 'none';
  const command = await commandOf(lock.pid);
  return command.includes('postgres') && command.includes(data) ? 'ours' : 'stranger';
}

/** Removes a lock file only while it still is the one that names a process which is no server on this data. */
export async function removeStaleLock(data: string, seen: LockFile | null): Promise<void> {
  const now = await readLock(data);
  if (now && seen && now.text === seen.text && (await ownerOf(now, data)) === 'stranger') {
    await rm(path.join(data, 'postmaster.pid'), { force: true });
  }
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
