import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database, Job } from '../db/index.ts';
import { getVersion, listJobEvents, listJobs, localOwnerId, openDatabase, openHome } from '../db/index.ts';
import { assets as assetTable, derivations } from '../db/schema.ts';
import { createAssets, createFileSystemBackend } from '../storage/index.ts';
import { crashStepNames, expectedBytes } from './crash-plan.ts';

/** A job that was asked for. */
export type CrashJob = { id: string; seed: number };

/** One line of `steps.log`. */
export type StepLine = { pid: number; what: 'compute' | 'kept'; name: string };

/** What the processes noted, in order. */
export async function readSteps(home: string): Promise<StepLine[]> {
  const text = await readFile(path.join(home, 'steps.log'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [, pid = '0', what, name = ''] = line.split(' ');
      return { pid: Number(pid), what: what === 'kept' ? 'kept' : 'compute', name };
    });
}

/** Looks for jobs that are lost, steps that were redone, files that are missing, doubled or half-written, events told twice. */
export async function verifyCrashHome({ home: folder, jobs }: { home: string; jobs: CrashJob[] }) {
  const home = await openHome({ path: folder });
  await using database = await openDatabase({ home });
  const problems: string[] = [];
  const names = [...new Set(jobs.flatMap(({ seed }) => crashStepNames(seed)))];
  const steps = await readSteps(folder);
  problems.push(...findRedone(steps));

  const db = database.as(localOwnerId);
  const rows = await allJobs(database);
  if (rows.length !== jobs.length) problems.push(`${jobs.length} jobs were asked for, ${rows.length} are there`);
  for (const asked of jobs) {
    const job = rows.find(({ id }) => id === asked.id);
    if (job?.state !== 'done')
      problems.push(`job ${asked.seed} is ${job?.state ?? 'lost'} ${JSON.stringify(job?.error)}`);
    else problems.push(...(await findEventProblems(database, asked)));
  }
  const { kept, files } = await db.transaction(async (tx) => ({
    kept: await tx.drizzle.select({ name: derivations.name }).from(derivations),
    files: await tx.drizzle.select().from(assetTable),
  }));
  const keptNames = kept.map(({ name }) => name).toSorted();
  if (keptNames.join() !== names.toSorted().join()) {
    problems.push(`${names.length} steps should be kept once each, ${kept.length} are`);
  }
  const computed = rows.reduce((sum, job) => sum + (job.reuse?.computed ?? 0), 0);
  if (computed !== names.length) problems.push(`${computed} steps are counted as computed, not ${names.length}`);

  const expected = new Map(names.map((name) => [createHash('sha256').update(expectedBytes(name)).digest('hex'), name]));
  if (files.length !== expected.size) problems.push(`${expected.size} files should be recorded, ${files.length} are`);
  const store = createAssets({ database, backend: createFileSystemBackend(home.assets) });
  await store.sweep({ graceSeconds: 0 });
  const onDisk = await findFiles(path.join(home.assets, localOwnerId));
  for (const file of onDisk) {
    const hash = path.basename(path.dirname(file)) + path.basename(file);
    const bytes = await readFile(file);
    if (createHash('sha256').update(bytes).digest('hex') !== hash) problems.push(`file ${hash} is half-written`);
    if (!expected.delete(hash)) problems.push(`file ${hash} belongs to nothing`);
  }
  for (const [hash, name] of expected) problems.push(`file ${hash} of ${name} is missing`);
  const leftovers = await readdir(path.join(home.assets, '.uploads')).catch(() => []);
  if (leftovers.length > 0) problems.push(`${leftovers.length} unfinished uploads were left after the sweep`);
  const begun = steps.filter(({ what }) => what === 'compute').length;
  return { problems, steps: names.length, begun, assets: onDisk.length };
}

async function allJobs(database: Database): Promise<Job[]> {
  const rows: Job[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await database
      .as(localOwnerId)
      .transaction((tx) => listJobs(tx, { limit: 200, ...(cursor ? { cursor } : {}) }));
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

/** A step that was kept is never begun again, and one process begins no step twice. */
function findRedone(steps: StepLine[]): string[] {
  const problems: string[] = [];
  const kept = new Set<string>();
  const begun = new Set<string>();
  for (const { pid, what, name } of steps) {
    if (what === 'kept') kept.add(name);
    else if (kept.has(name)) problems.push(`step ${name} was redone`);
    else if (begun.has(`${pid} ${name}`)) problems.push(`step ${name} was begun twice by one process`);
    if (what === 'compute') begun.add(`${pid} ${name}`);
  }
  return problems;
}

async function findEventProblems(database: Database, { id, seed }: CrashJob): Promise<string[]> {
  const { events, result } = await database.as(localOwnerId).transaction(async (tx) => ({
    events: await listJobEvents(tx, id),
    result: (await getVersion(tx, id, 1)).result,
  }));
  const problems: string[] = [];
  const types = events.map(({ event }) => (event as { type: string; index?: number }).type);
  const wanted = ['job-start', 'written', 'scene-end', 'scene-end', 'scene-end', 'assembled', 'job-end'];
  if (types.join() !== wanted.join()) problems.push(`job ${seed} told ${types.join()}`);
  if (events.some(({ seq }, index) => seq !== index + 1)) problems.push(`job ${seed} has gaps in its events`);
  if (result === null) problems.push(`job ${seed} has no result`);
  return problems;
}

async function findFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
