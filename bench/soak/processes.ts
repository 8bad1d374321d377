import { readdir, readFile } from 'node:fs/promises';

/** A process with all that it started. */
export type ProcessFacts = {
  /** Proportional: what several share is counted once. */
  memoryMB: number;
  files: number;
  threads: number;
  processes: number;
};

/** Reads a process and its descendants from `/proc`, without PostgreSQL's, whose connections come and go. */
export async function readProcesses(root: number): Promise<ProcessFacts> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = /\) \S (\d+)/.exec(stat)?.[1];
    if (parent !== undefined && !stat.includes('(postgres)')) parents.set(Number(name), Number(parent));
  }
  const family = [root];
  for (const id of family) for (const [child, parent] of parents) if (parent === id) family.push(child);
  const all = await Promise.all(family.map(readProcess));
  const sum = (read: (facts: { memoryMB: number; files: number; threads: number }) => number) =>
    all.reduce((total, facts) => total + read(facts), 0);
  return {
    memoryMB: sum(({ memoryMB }) => memoryMB),
    files: sum(({ files }) => files),
    threads: sum(({ threads }) => threads),
    processes: family.length,
  };
}

async function readProcess(id: number): Promise<{ memoryMB: number; files: number; threads: number }> {
  const read = (file: string) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '');
  const [rollup, status, files] = await Promise.all([
    read('smaps_rollup'),
    read('status'),
    readdir(`/proc/${id}/fd`).catch(() => []),
  ]);
  const kilobytes = /^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? /^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0;
  return {
    memoryMB: Number(kilobytes) / 1024,
    files: files.length,
    threads: Number(/^Threads:\s+(\d+)/m.exec(status)?.[1] ?? 0),
  };
}
