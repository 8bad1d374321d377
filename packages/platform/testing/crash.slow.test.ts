import { randomUUID } from 'node:crypto';
import path from 'node:path';
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
  return path.join(path.dirname(opened.home.path), 'crash');
}

test('nothing is lost, doubled, half-written or redone when server, worker and PostgreSQL are killed', async () => {
  const report = await runCrashTest({ home: await emptyFolder(), kills: 30, seed: 20 });
  console.log(report);
  expect(report.problems).toEqual([]);
  const { boundary, app, worker, postgres } = report.kills;
  expect(boundary + app + worker + postgres).toBeGreaterThanOrEqual(30);
  expect(report.slowestResumeSeconds).toBeLessThan(5);
});

test('another worker adopts the jobs of a dead one within 5 seconds', async () => {
  const home = await emptyFolder();
  const job = { id: randomUUID(), seed: unsharedSeed };
  const worker = spawnCrashApp({ home, role: 'worker' });
  await worker.ready;
  await worker.start(job.id, job.seed);
  while ((await readSteps(home)).length === 0) await sleep(5);
  const app = spawnCrashApp({ home, role: 'app' });
  await app.ready;
  // By now it is done; another one dies with its worker.
  const orphan = { id: randomUUID(), seed: unsharedSeed + 1 };
  const dies = spawnCrashApp({ home, role: 'worker', dieAt: `write.shared${orphan.seed} stored` });
  await dies.ready;
  const jobs = [job, orphan];
  // Whichever worker takes a job: one of a few goes to the one that dies of it.
  for (let seed = orphan.seed + 1; !dies.isGone(); seed++) {
    const more = { id: randomUUID(), seed };
    jobs.push(more);
    await app.start(more.id, more.seed);
    if (jobs.length === 4) await app.start(orphan.id, orphan.seed);
    await sleep(50);
    if (jobs.length > 60) break;
  }
  worker.kill();
  await worker.gone;
  const died = performance.now();
  while ((await app.countOpen()) !== 0 && performance.now() - died < 20_000) await sleep(50);
  console.log(`all done ${((performance.now() - died) / 1000).toFixed(2)} s after the death`);
  await app.stop();
  await dies.stop();
  expect((await verifyCrashHome({ home, jobs })).problems).toEqual([]);
});
