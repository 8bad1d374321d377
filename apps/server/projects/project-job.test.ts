import { addVersion, createProject, getProject, getVersion, localOwnerId, updateProject } from '@kinora/platform/db';
import { openJobs } from '@kinora/platform/jobs';
import { createAssets, createFileSystemBackend } from '@kinora/platform/storage';
import { openTemporaryDatabase } from '@kinora/platform/testing';
import { expect, test } from 'vitest';
import { endProjectJob } from './end-job.ts';
import { openProjectJob } from './project-job.ts';

test('an older version that is made on while a newer one is there hides neither it nor its work', async () => {
  await using opened = await openTemporaryDatabase();
  const db = opened.database.as(localOwnerId);
  const gates = new Map([1, 2].map((version) => [version, Promise.withResolvers<void>()]));
  const begun = Promise.withResolvers<void>();
  let running = 0;
  await using jobs = await openJobs({
    database: opened.database,
    assets: createAssets({ database: opened.database, backend: createFileSystemBackend(opened.home.assets) }),
    handlers: {
      async test(job) {
        const { keep } = await openProjectJob(job);
        const save = () =>
          keep({
            script: null,
            result: { of: job.job.version },
            summary: { of: job.job.version },
            searchText: '',
            title: 'T',
          });
        if (job.job.version === 2) await save();
        if (++running === 2) begun.resolve();
        await gates.get(job.job.version ?? 0)!.promise;
        await save();
      },
    },
    onEnd: endProjectJob,
  });
  const project = await db.transaction(async (tx) => {
    const made = await createProject(tx, { studio: 'test', title: 'T', summary: {}, searchText: '' });
    for (const change of ['made', 'changed']) await addVersion(tx, { projectId: made.id, request: {}, change });
    return updateProject(tx, made.id, { state: 'making' });
  });
  const start = (version: number) =>
    db.transaction((tx) =>
      jobs.start(tx, { kind: 'test', projectId: project.id, version, input: { kind: 'make', outputs: [] } }),
    );
  const [first, second] = [await start(1), await start(2)];
  const ended = async (id: string) => {
    for await (const _ of jobs.subscribe(localOwnerId, id, { after: 0 }));
  };
  await begun.promise;
  gates.get(1)!.resolve();
  await ended(first.id);
  expect((await db.read((tx) => getVersion(tx, project.id, 1))).result).toEqual({ of: 1 });
  expect(await db.read((tx) => getProject(tx, project.id))).toMatchObject({ summary: { of: 2 }, state: 'making' });
  gates.get(2)!.resolve();
  await ended(second.id);
  expect(await db.read((tx) => getProject(tx, project.id))).toMatchObject({ summary: { of: 2 }, state: 'ready' });
}, 60_000);

test('what jobs of one version keep at the same time is all there', async () => {
  await using opened = await openTemporaryDatabase();
  const db = opened.database.as(localOwnerId);
  await using jobs = await openJobs({
    database: opened.database,
    assets: createAssets({ database: opened.database, backend: createFileSystemBackend(opened.home.assets) }),
    handlers: {
      async test(job) {
        const { keep } = await openProjectJob(job);
        const add = (name: number) =>
          keep((before) => ({
            script: null,
            result: { ...(before as object | null), [name]: true },
            summary: {},
            searchText: '',
            title: 'T',
          }));
        await Promise.all([1, 2, 3, 4, 5, 6].map(add));
      },
    },
    onEnd: endProjectJob,
  });
  const job = await db.transaction(async (tx) => {
    const project = await createProject(tx, { studio: 'test', title: 'T', summary: {}, searchText: '' });
    await addVersion(tx, { projectId: project.id, request: {}, change: 'made' });
    return jobs.start(tx, { kind: 'test', projectId: project.id, version: 1, input: { kind: 'make', outputs: [] } });
  });
  for await (const _ of jobs.subscribe(localOwnerId, job.id, { after: 0 }));
  const { result } = await db.read((tx) => getVersion(tx, job.projectId ?? ''));
  expect(Object.keys(result as object)).toEqual(['1', '2', '3', '4', '5', '6']);
}, 60_000);
