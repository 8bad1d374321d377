import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Memory in bytes. */
export type Memory = { totalBytes: number; availableBytes: number };

/** Memory of this machine, or of the container if that may use less. */
export async function readMemory(): Promise<Memory> {
  const whole = { totalBytes: totalmem(), availableBytes: await availableBytes() };
  if (process.platform !== 'linux') return whole;
  const limits = await Promise.all(
    parseCgroupFolders(await readFirst('/proc/self/cgroup')).map(async (folder): Promise<Memory | null> => {
      const [limit, used, stat] = await Promise.all([
        readFirst(`${folder}/memory.max`, `${folder}/memory.limit_in_bytes`),
        readFirst(`${folder}/memory.current`, `${folder}/memory.usage_in_bytes`),
        readFirst(`${folder}/memory.stat`),
      ]);
      return parseCgroupMemory(limit, used, stat);
    }),
  );
  return limits.reduce<Memory>(
    (least, each) =>
      each === null
        ? least
        : {
            totalBytes: Math.min(least.totalBytes, each.totalBytes),
            availableBytes: Math.min(least.availableBytes, each.availableBytes),
          },
    whole,
  );
}

/**
 * Reads a container's memory from its control group: limit, use, and statistics, in which file pages that can be let go
 * count as available. Null when there is no limit.
 */
export function parseCgroupMemory(limit: string, used: string, stat: string): Memory | null {
  const totalBytes = Number(limit.trim() || 'NaN');
  const usedBytes = Number(used.trim() || 'NaN');
  // The first version writes the largest number there is instead of `max`.
  if (!Number.isFinite(totalBytes) || !Number.isFinite(usedBytes) || totalBytes > 2 ** 60) return null;
  const inactive = Number(/^(?:total_)?inactive_file (\d+)/m.exec(stat)?.[1] ?? 0);
  const active = Number(/^(?:total_)?active_file (\d+)/m.exec(stat)?.[1] ?? 0);
  return { totalBytes, availableBytes: Math.max(0, Math.min(totalBytes, totalBytes - usedBytes + inactive + active)) };
}

/** Reads `/proc/self/cgroup`: folders of a process's control groups, innermost first, under both versions. In a container its own group is the root of what it sees, so the root is always tried. */
export function parseCgroupFolders(text: string): string[] {
  const folders = new Set<string>();
  for (const line of text.trim().split('\n')) {
    const [, controllers = '', group = '/'] = line.split(':');
    const root = controllers === '' ? '/sys/fs/cgroup' : `/sys/fs/cgroup/${controllers}`;
    if (controllers !== '' && !/\b(memory|cpu)\b/.test(controllers)) continue;
    const parts = group.split('/').filter((part) => part && part !== '..');
    for (let length = parts.length; length >= 0; length--) {
      folders.add([root, ...parts.slice(0, length)].join('/'));
    }
  }
  return [...folders];
}

/** What a process holds: all that is resident, and what of it no file stands behind. Null when it is gone. */
export async function readProcessMemory(pid: number): Promise<{ residentBytes: number; privateBytes: number } | null> {
  try {
    if (process.platform === 'linux') return parseProcessStatus(await readFile(`/proc/${pid}/status`, 'utf8'));
    if (process.platform === 'win32') {
      const { stdout } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { timeout: 5000 });
      return same(parseTasklist(stdout));
    }
    const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)], { timeout: 5000 });
    return same(Number(stdout.trim()) * 1024);
  } catch {
    return null;
  }
}

/** Reads `/proc/<pid>/status`. A process that has ended but was not collected has no such lines. */
export function parseProcessStatus(text: string): { residentBytes: number; privateBytes: number } | null {
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 'NaN');
  const resident = kilobytes('VmRSS');
  if (!Number.isFinite(resident)) return null;
  const file = kilobytes('RssFile');
  return { residentBytes: resident * 1024, privateBytes: (resident - (Number.isFinite(file) ? file : 0)) * 1024 };
}

/** Reads the memory column of `tasklist /FO CSV`, whose thousands are parted as the language has it. */
export function parseTasklist(text: string): number {
  const last = /"([^"]*)"\s*$/.exec(text.trim())?.[1] ?? '';
  return last === '' ? Number.NaN : Number(last.replaceAll(/\D/g, '')) * 1024;
}

/** How often the kernel has killed a process for want of memory since the start; 0 where it doesn't tell. */
export async function countKernelKills(): Promise<number> {
  if (process.platform !== 'linux') return 0;
  return Number(/^oom_kill (\d+)/m.exec(await readFirst('/proc/vmstat'))?.[1] ?? 0);
}

async function availableBytes(): Promise<number> {
  if (process.platform === 'linux') {
    const kilobytes = /^MemAvailable:\s+(\d+) kB/m.exec(await readFirst('/proc/meminfo'))?.[1];
    return kilobytes === undefined ? freemem() : Number(kilobytes) * 1024;
  }
  if (process.platform === 'darwin') {
    const { stdout } = await run('vm_stat', { timeout: 5000 }).catch(() => ({ stdout: '' }));
    return parseVmStat(stdout) ?? freemem();
  }
  return freemem();
}

/** Reads macOS's `vm_stat`: free pages, and those that are given up when asked for. */
export function parseVmStat(text: string): number | null {
  const size = Number(/page size of (\d+) bytes/.exec(text)?.[1] ?? 'NaN');
  if (!Number.isFinite(size)) return null;
  const pages = ['free', 'inactive', 'speculative', 'purgeable'].map((name) =>
    Number(new RegExp(`^Pages ${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0),
  );
  return pages.reduce((sum, each) => sum + each, 0) * size;
}

async function readFirst(...files: string[]): Promise<string> {
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return text;
  }
  return '';
}

function same(bytes: number) {
  return Number.isFinite(bytes) ? { residentBytes: bytes, privateBytes: bytes } : null;
}
