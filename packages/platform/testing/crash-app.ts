/**
 * A small app on the platform alone, to be killed. It obeys lines on stdin (`start <job id> <seed>`, `open`, `stop`) and answers
 * in JSON lines on stdout. Each computation leaves a line in `steps.log` when it starts and when its value was kept.
 *
 * KINORA_HOME, CRASH_ROLE (`app` or `worker`), CRASH_AT (dies at a boundary, e.g. `assemble.job7 stored`),
 * CRASH_STEP_MS, CRASH_CONCURRENCY
 */
import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  addVersion,
  createProject,
  ensureUser,
  localOwnerId,
  listJobs,
  openDatabase,
  openHome,
  respondOnce,
} from '../db/index.ts';
import { updateProject, updateVersion } from '../db/index.ts';
import type { JobContext } from '../jobs/index.ts';
import { openJobs } from '../jobs/index.ts';
import { createAssets, createFileSystemBackend } from '../storage/index.ts';
import { crashSteps, expectedBytes } from './crash-plan.ts';

const role = process.env.CRASH_ROLE === 'worker' ? 'worker' : 'app';

const home = await openHome({ log: (line) => process.stderr.write(`${role} ${process.pid}: ${line}\n`) });
const log = (words: string) =>
  appendFileSync(path.join(home.path, 'steps.log'), `${Date.now()} ${process.pid} ${words}\n`);
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

const database = await openDatabase({ home, role });
const db = database.as(localOwnerId);
await db.transaction((tx) => ensureUser(tx), { isIdempotent: true });
const assets = createAssets({ database, backend: createFileSystemBackend(home.assets) });

const jobs = await openJobs({
  database,
  assets,
  handlers: { crash },
  concurrency: Number(process.env.CRASH_CONCURRENCY),
  onBoundary: ({ name, at }) => {
    if (process.env.CRASH_AT === `${name} ${at}`) process.kill(process.pid, 'SIGKILL');
  },
  onEnd: async (tx, job) => {
    if (job.projectId) await updateProject(tx, job.projectId, { state: job.state === 'done' ? 'ready' : 'failed' });
  },
});
say({ ready: process.pid });

for await (const line of createInterface({ input: process.stdin })) {
  const [command, id = '', seed = '0'] = line.split(' ');
  if (command === 'start')
    void start(id, Number(seed)).catch((error: unknown) => say({ failed: id, error: String(error) }));
  if (command === 'open') void countOpen().catch(() => say({ open: -1 }));
  if (command === 'stop') break;
}
await jobs[Symbol.asyncDispose]();
await database[Symbol.asyncDispose]();
process.exit(0);

/** Like a POST with an Idempotency-Key: whoever got no answer asks again. */
async function start(id: string, seed: number): Promise<void> {
  await db.transaction(
    (tx) =>
      respondOnce(tx, { key: id, hash: String(seed) }, async () => {
        await createProject(tx, { id, studio: 'crash', title: `Project ${seed}`, summary: {} });
        await addVersion(tx, { projectId: id, request: { seed }, change: 'made' });
        await jobs.start(tx, { id, kind: 'crash', projectId: id, version: 1, input: { seed } });
        return { id };
      }),
    { isIdempotent: true },
  );
  say({ started: id });
}

/** How many jobs have not ended. */
async function countOpen(): Promise<void> {
  const { items } = await db.transaction((tx) => listJobs(tx, { states: ['queued', 'running'], limit: 200 }));
  say({ open: items.length });
}

/** Write, then for each scene in parallel narrate beside illustrate, then assemble: the shape of a story. */
async function crash(context: JobContext): Promise<void> {
  const { job } = context;
  const { seed } = job.input as { seed: number };
  const plan = crashSteps(seed);
  const run = (name: string, inputs: string[]) =>
    context
      .step({ name, version: 1, inputs: { name, inputs } }, async ({ signal }) => {
        log(`compute ${name}`);
        const bytes = expectedBytes(name);
        const ms = Number(process.env.CRASH_STEP_MS) || 20 + (createHash('md5').update(name).digest()[0] ?? 0) / 4;
        await sleep(ms, undefined, { signal });
        const file = await context.assets.put(bytes, { mediaType: 'application/octet-stream' });
        return { file, name };
      })
      .then((value) => {
        log(`kept ${name}`);
        return value;
      });
  await context.emit({ type: 'job-start', seconds: Math.random() });
  const script = await run(plan.write, []);
  await context.emit({ type: 'written', file: script.file });
  const scenes = await Promise.all(
    plan.scenes.map(async (scene, index) => {
      const [voice, picture] = await Promise.all([
        run(scene.narrate, [script.file.asset]),
        run(scene.illustrate, [script.file.asset]),
      ]);
      await context.emit({ type: 'scene-end', index, voice: voice.file, picture: picture.file });
      context.report((index + 1) / (plan.scenes.length + 1), `scene ${index + 1}`);
      return { voice, picture };
    }),
  );
  const video = await run(
    plan.assemble,
    scenes.flatMap(({ voice, picture }) => [voice.file.asset, picture.file.asset]),
  );
  await context.emit({ type: 'assembled', file: video.file });
  const result = { script, scenes, video, reuse: await context.reuse() };
  await context.database.transaction((tx) => updateVersion(tx, { projectId: job.id, version: 1 }, { result }), {
    isIdempotent: true,
  });
  await context.emit({ type: 'job-end', seconds: Math.random() });
}
