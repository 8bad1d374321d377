import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crashBoundaries, unsharedSeed } from './crash-plan.ts';
import type { CrashProcess } from './crash-process.ts';
import { spawnCrashApp } from './crash-process.ts';
import type { CrashJob } from './crash-verify.ts';
import { readSteps, verifyCrashHome } from './crash-verify.ts';

/** Options of {@link runCrashTest}. */
export type CrashOptions = {
  /** An empty folder. */
  home: string;
  /** How many processes to kill: first at each boundary between steps, then at random. */
  kills: number;
  /** Seed of the random moments and victims. Default 1. */
  seed?: number;
  onProgress?: (line: string) => void;
};

/** What came of it. */
export type CrashReport = {
  kills: { boundary: number; app: number; worker: number; postgres: number };
  jobs: number;
  /** Different steps, and how often one was begun; more than that is work that a kill interrupted. */
  steps: number;
  begun: number;
  assets: number;
  /** From the start of a process to the first step of the job that the last one died in. */
  slowestResumeSeconds: number;
  seconds: number;
  /** What is lost, doubled, broken or redone. Empty is good. */
  problems: string[];
};

type Crew = { app: CrashProcess; worker: CrashProcess; deaths: string[] };

/**
 * Runs jobs on a real server process, and on one more worker, and kills server, worker and PostgreSQL: first at every
 * boundary between two steps, then at random moments. Starts them again, waits for the end and looks for damage.
 */
export async function runCrashTest(options: CrashOptions): Promise<CrashReport> {
  const begin = performance.now();
  const { home, kills, onProgress = () => {} } = options;
  const counts = { boundary: 0, app: 0, worker: 0, postgres: 0 };
  const jobs: CrashJob[] = [];
  // Whatever goes wrong, nothing is left running.
  await using processes = new AsyncDisposableStack();
  const spawn: Spawn = (role, dieAt) => {
    const started = spawnCrashApp({ home, role, onLine: onProgress, ...(dieAt !== undefined && { dieAt }) });
    processes.defer(() => started.kill());
    return started;
  };
  const resumes = await killAtBoundaries(options, { counts, jobs, spawn });
  const crew = await killAtRandom(options, { counts, jobs, spawn, rest: kills - counts.boundary });
  const deadline = Date.now() + 90_000;
  while ((await crew.app.countOpen()) !== 0 && Date.now() < deadline) await sleep(100);
  await crew.worker.stop();
  await crew.app.stop();
  onProgress('all stopped; looking for damage');
  const found = await verifyCrashHome({ home, jobs });
  const seconds = (performance.now() - begin) / 1000;
  const problems = [...crew.deaths, ...found.problems];
  return {
    kills: counts,
    jobs: jobs.length,
    ...found,
    problems,
    slowestResumeSeconds: Math.max(0, ...resumes),
    seconds,
  };
}

type Spawn = (role: 'app' | 'worker', dieAt?: string) => CrashProcess;
type Tally = { counts: CrashReport['kills']; jobs: CrashJob[]; spawn: Spawn };

/** Each life resumes the job that the last one died in, and dies in a fresh one. */
async function killAtBoundaries(options: CrashOptions, { counts, jobs, spawn }: Tally): Promise<number[]> {
  const { home, onProgress = () => {} } = options;
  const resumes: number[] = [];
  const total = Math.min(crashBoundaries(0).length, options.kills);
  for (let at = 0; at < total; at++) {
    const job = { id: randomUUID(), seed: unsharedSeed + at };
    const boundary = crashBoundaries(job.seed)[at]!;
    const before = (await readSteps(home)).length;
    const spawned = performance.now();
    const app = spawn('app', boundary);
    await within(30, app.ready, 'the app did not start again');
    // A job that died after its last step has none left to show.
    if (at > 0 && at < total - 1) {
      await within(
        30,
        until(async () => (await readSteps(home)).length > before),
        'no job was resumed',
      );
      resumes.push((performance.now() - spawned) / 1000);
    }
    if (!(await app.start(job.id, job.seed))) throw new Error('A job could not be started.');
    jobs.push(job);
    await within(60, app.gone, `the app did not reach ${boundary}`);
    counts.boundary++;
    onProgress(`kill ${counts.boundary}: ${boundary}`);
  }
  return resumes;
}

async function killAtRandom(
  options: CrashOptions,
  { counts, jobs, spawn, rest }: Tally & { rest: number },
): Promise<Crew> {
  const { home, onProgress = () => {} } = options;
  const random = randomFrom(options.seed ?? 1);
  const crew: Crew = { app: spawn('app'), worker: spawn('worker'), deaths: [] };
  const revive = (process: CrashProcess, role: 'app' | 'worker') => {
    if (!process.isGone()) return process;
    const words = process.ownDeath();
    if (words !== null) crew.deaths.push(`the ${role} died by itself: ${words}`);
    return spawn(role);
  };
  const confirmed = new Set<string>();
  const confirm = async (job: CrashJob) => {
    if (!confirmed.has(job.id) && (await crew.app.start(job.id, job.seed))) confirmed.add(job.id);
  };
  const isReady = () => within(60, Promise.all([crew.app.ready, crew.worker.ready]), 'a process did not start again');
  await isReady();
  for (let kill = 0; kill < rest; kill++) {
    const open = (await crew.app.countOpen()) ?? 0;
    for (let more = open; more < 4; more++) {
      const job = { id: randomUUID(), seed: jobs.length };
      jobs.push(job);
      // Not awaited: a kill may come before the answer, and then it is asked again.
      void confirm(job);
    }
    await sleep(50 + random() * 800);
    const victim = random();
    if (victim < 0.4 || victim > 0.9) {
      counts.app++;
      crew.app.kill();
    } else if (victim < 0.65) {
      counts.worker++;
      crew.worker.kill();
    }
    if (victim >= 0.65) {
      counts.postgres++;
      await killPostgres(home);
      if (victim > 0.9) kill++;
    }
    onProgress(`kill ${counts.boundary + kill + 1}: ${JSON.stringify(counts)}`);
    if (victim < 0.4 || victim > 0.9) await crew.app.gone;
    else if (victim < 0.65) await crew.worker.gone;
    crew.app = revive(crew.app, 'app');
    crew.worker = revive(crew.worker, 'worker');
    await isReady();
    for (const job of jobs.slice(-8)) await confirm(job);
  }
  return crew;
}

async function killPostgres(home: string): Promise<void> {
  const lock = await readFile(path.join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(lock.split('\n')[0]);
  if (pid > 0) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It was dead already and not yet started again.
    }
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await sleep(10);
}

async function within<Value>(seconds: number, work: Promise<Value>, complaint: string): Promise<Value> {
  const ended = new AbortController();
  const late = sleep(seconds * 1000, undefined, { signal: ended.signal }).then(() => {
    throw new Error(complaint);
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
}

/** Mulberry32, so that a run can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
