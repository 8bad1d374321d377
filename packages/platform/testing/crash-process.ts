import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./crash-app.ts', import.meta.url));

/** A running crash app. */
export type CrashProcess = {
  pid: number;
  /** Seconds from the start to being ready; rejects when it died before. */
  ready: Promise<number>;
  /** Resolves when it is gone. */
  gone: Promise<void>;
  isGone(): boolean;
  /** The last words of one that died though nobody killed it; null for all others. */
  ownDeath(): string | null;
  /** Asks for a job; true when the app confirmed it, false when the app died first. */
  start(id: string, seed: number): Promise<boolean>;
  /** How many jobs have not ended; null when the app can't tell or died. */
  countOpen(): Promise<number | null>;
  kill(): void;
  /** Lets it end by itself. */
  stop(): Promise<void>;
};

/** Starts the crash app as a process. */
export function spawnCrashApp(options: {
  home: string;
  role: 'app' | 'worker';
  /** Dies by itself at this boundary, e.g. `assemble.job7 stored`. Default never. */
  dieAt?: string;
  /** How long each step takes. Default 20 to 84, by its name. */
  stepMs?: number;
  /** Jobs at a time. Default 4. */
  concurrency?: number;
  onLine?: (line: string) => void;
}): CrashProcess {
  const begin = performance.now();
  const child: ChildProcess = spawn(process.execPath, [program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      KINORA_HOME: options.home,
      KINORA_DATABASE_URL: '',
      CRASH_STEP_MS: String(options.stepMs ?? ''),
      CRASH_CONCURRENCY: String(options.concurrency ?? 4),
      CRASH_ROLE: options.role,
      CRASH_AT: options.dieAt ?? '',
    },
  });
  const said = new EventEmitter();
  said.setMaxListeners(0);
  let isGone = false;
  let isMeant = options.dieAt !== undefined;
  const words: string[] = [];
  const gone = once(child, 'exit').then(() => {
    isGone = true;
    said.emit('gone');
  });
  createInterface({ input: child.stderr! }).on('line', (line) => {
    words.push(line);
    options.onLine?.(line);
  });
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const message = JSON.parse(line) as { ready?: number; started?: string; failed?: string; open?: number };
    if (message.ready) said.emit('ready');
    if (message.started) said.emit(`started ${message.started}`);
    if (message.open !== undefined) said.emit('open', message.open);
    if (message.failed) {
      options.onLine?.(line);
      said.emit(`failed ${message.failed}`);
    }
  });
  child.stdin!.on('error', () => {});
  const ready = new Promise<number>((resolve, reject) => {
    said.once('ready', () => resolve((performance.now() - begin) / 1000));
    said.once('gone', () => reject(new Error('the crash app died before it was ready')));
  });
  ready.catch(() => {});
  return {
    pid: child.pid!,
    ready,
    gone,
    isGone: () => isGone,
    start: (id, seed) =>
      new Promise((resolve) => {
        if (isGone) return resolve(false);
        said.once(`started ${id}`, () => resolve(true));
        said.once(`failed ${id}`, () => resolve(false));
        said.once('gone', () => resolve(false));
        child.stdin!.write(`start ${id} ${seed}\n`);
      }),
    countOpen: () =>
      new Promise((resolve) => {
        if (isGone) return resolve(null);
        said.once('open', (count: number) => resolve(count < 0 ? null : count));
        said.once('gone', () => resolve(null));
        child.stdin!.write('open\n');
      }),
    ownDeath: () => (isGone && !isMeant ? words.slice(-60).join('\n') : null),
    kill() {
      isMeant = true;
      child.kill('SIGKILL');
    },
    async stop() {
      isMeant = isMeant || !isGone;
      if (!isGone) child.stdin!.write('stop\n');
      await gone;
    },
  };
}
