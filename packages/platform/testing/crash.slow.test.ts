import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { unsharedSeed } from './crash-plan.ts';
import { spawnCrashApp } from './crash-process.ts';
import { runCrashTest } from './crash-run.ts';
import { readSteps, verifyCrashHome } from './crash-verify.ts';
import { openTemporaryHome } from './temporary-home.ts';

async function emptyFolder(): Promise<string> {
  const opened = await openTemporaryHome();
  onTestFinished(() => opened[Symbol.asyncDispose]());
  return opened.home.path;
}

test('nothing is lost, doubled, half-written or redone when server, worker and PostgreSQL are killed', async () => {
  const report = await runCrashTest({ home: await emptyFolder(), kills: 26, seed: 20 });
  console.log(report);
  expect(report.problems).toEqual([]);
  const { boundary, app, worker, postgres } = report.kills;
  expect(boundary + app + worker + postgres).toBeGreaterThanOrEqual(26);
  // Within 5 seconds, 1.6 on a quiet machine; twice that where much else is going on.
  expect(report.slowestResumeSeconds).toBeLessThan(10);
});

test('another worker adopts the jobs of a dead one within seconds', async () => {
  const home = await emptyFolder();
  const job = { id: randomUUID(), seed: unsharedSeed };
  const app = spawnCrashApp({ home, role: 'app', concurrency: 0 });
  onTestFinished(() => app.kill());
  await app.ready;
  const slow = spawnCrashApp({ home, role: 'worker', stepMs: 60_000 });
  onTestFinished(() => slow.kill());
  await slow.ready;
  await app.start(job.id, job.seed);
  while ((await readSteps(home)).length === 0) await sleep(5);
  const other = spawnCrashApp({ home, role: 'worker' });
  onTestFinished(() => other.kill());
  await other.ready;
  slow.kill();
  const died = performance.now();
  while (!(await readSteps(home)).some(({ pid }) => pid === other.pid)) await sleep(5);
  const seconds = (performance.now() - died) / 1000;
  console.log(`adopted ${seconds.toFixed(2)} s after the death`);
  expect(seconds).toBeLessThan(10);
  while ((await app.countOpen()) !== 0) await sleep(20);
  await other.stop();
  await app.stop();
  expect((await verifyCrashHome({ home, jobs: [job] })).problems).toEqual([]);
});
