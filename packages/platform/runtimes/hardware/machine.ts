import { execFile } from 'node:child_process';
import { access, readdir, readFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';

/** What hardware is read from. Whatever is absent reads as empty: most machines lack most tools. */
export type Machine = {
  platform: string;
  arch: string;
  /** What a command prints, or nothing when it is missing, fails or takes longer than it may. */
  run(command: string, options: string[], timeoutMs?: number): Promise<string>;
  /** Content of a file, or nothing. */
  read(file: string): Promise<string>;
  /** Names in a folder, or none. */
  list(folder: string): Promise<string[]>;
  exists(file: string): Promise<boolean>;
  /** Milliseconds that each logical core has been idle, and all it has had. */
  cpuTimes(): { idle: number; total: number }[];
  /** Logical cores this process may run on. */
  parallelism(): number;
  /** As Node reports it. */
  cpuName(): string;
  environment: NodeJS.ProcessEnv;
};

/** The machine this process runs on. */
export const thisMachine: Machine = {
  platform: process.platform,
  arch: process.arch,
  run: (command, options, timeoutMs = 4000) =>
    new Promise((resolve) => {
      execFile(
        command,
        options,
        {
          timeout: timeoutMs,
          killSignal: 'SIGKILL',
          maxBuffer: 1 << 22,
          windowsHide: true,
          env: { ...process.env, LC_ALL: 'C' },
        },
        // Some tools print what they found and fail over what they didn't.
        (_error, stdout) => resolve(stdout),
      );
    }),
  read: (file) => readFile(file, 'utf8').catch(() => ''),
  list: (folder) => readdir(folder).catch(() => []),
  exists: (file) =>
    access(file).then(
      () => true,
      () => false,
    ),
  cpuTimes: () =>
    cpus().map(({ times }) => ({
      idle: times.idle,
      total: times.user + times.nice + times.sys + times.irq + times.idle,
    })),
  parallelism: availableParallelism,
  cpuName: () => cpus()[0]?.model.trim() ?? '',
  environment: process.env,
};
