import type { Json } from '@kinora/capabilities';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createProject, getJob, listJobs, listJobWork, localOwnerId } from '../db/index.ts';
import type { Job } from '../db/index.ts';
import type { Assets } from '../storage/index.ts';
import { createAssets, createFileSystemBackend } from '../storage/index.ts';
import { openTemporaryDatabase } from '../testing/temporary-home.ts';
import type { JobContext, JobHandler, Jobs } from './index.ts';
import { openJobs, recordServedBy } from './index.ts';

let opened: Awaited<ReturnType<typeof openTemporaryDatabase>>;
let assets: Assets;
let jobs: Jobs;
/** What jobs of the kind `test` do; by the name in their input. */
const handlers = new Map<string, JobHandler>();
const ended: Job[] = [];
const gpu = { now: 0, most: 0 };

const db = () => opened.database.as(localOwnerId);
const open = () =>
  openJobs({
    database: opened.database,
    assets,
    handlers: { test: (context) => handlers.get((context.job.input as { name: string }).name)!(context) },
    gpuTasks: {
      async double(input, { signal }) {
        gpu.most = Math.max(gpu.most, ++gpu.now);
        try {
          await new Promise((resolve, reject) => {
            setTimeout(resolve, (input as { ms: number }).ms);
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          });
          return (input as { n: number }).n * 2;
        } finally {
          gpu.now--;
        }
      },
    },
    concurrency: 3,
    onEnd: async (_tx, job) => void ended.push(job),
  });

beforeAll(async () => {
  opened = await openTemporaryDatabase();
  assets = createAssets({ database: opened.database, backend: createFileSystemBackend(opened.home.assets) });
  jobs = await open();
}, 60_000);
afterAll(async () => {
  await jobs?.[Symbol.asyncDispose]();
  await opened?.[Symbol.asyncDispose]();
}, 60_000);
beforeEach(() => {
  ended.length = 0;
});

async function start(handler: JobHandler, more: { projectId?: string } = {}): Promise<Job> {
  const name = randomUUID();
  handlers.set(name, handler);
  return db().transaction((tx) => jobs.start(tx, { kind: 'test', input: { name }, ...more }));
}

/** Events of a job until it ends, and how it ended. */
async function finish(job: Job, after = 0): Promise<{ job: Job; events: Json[] }> {
  const events: Json[] = [];
  for await (const { event } of jobs.subscribe(localOwnerId, job.id, { after })) events.push(event);
  return { job: await db().read((tx) => getJob(tx, job.id)), events };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (isKinoraError(error) ? error.code : String(error)),
  );
const unique = (name: string) => ({ name, version: 1, inputs: { unique: randomUUID() } });

describe('steps', () => {
  test('are computed once for the same derivation, also by a later job, and counted', async () => {
    const first = unique('write');
    const second = unique('speak');
    let runs = 0;
    const handler: JobHandler = async ({ step, assets: files }) => {
      const [text] = await Promise.all([
        step(first, async () => ({ text: `${++runs}` })),
        step(second, async () => ({ audio: await files.put(Buffer.from(`${++runs}`), { mediaType: 'audio/wav' }) })),
      ]);
      expect(text).toEqual({ text: '1' });
    };
    const one = await finish(await start(handler));
    expect(one.job).toMatchObject({ state: 'done', progress: 1, reuse: { computed: 2, reused: 0 } });
    const two = await finish(await start(handler));
    expect(two.job.reuse).toEqual({ computed: 0, reused: 2 });
    expect(runs).toBe(2);
  });

  test('are computed again when version, model or input differs, not when only the order of keys does', async () => {
    const inputs = { a: 1, b: { c: [1, 2], d: undefined } };
    const name = randomUUID();
    const seen: string[] = [];
    await finish(
      await start(async ({ step }) => {
        const ask = (label: string, derivation: object) =>
          step({ name, version: 1, inputs, ...derivation }, async () => {
            seen.push(label);
            return label;
          });
        await ask('first', {});
        await ask('same', { inputs: { b: { c: [1, 2] }, a: 1 }, models: [] });
        await ask('version', { version: 2 });
        await ask('model', { models: ['builtin/voice@1'] });
        await ask('input', { inputs: { ...inputs, a: 2 } });
        await ask('order of a list', { inputs: { ...inputs, b: { c: [2, 1] } } });
      }),
    );
    expect(seen).toEqual(['first', 'version', 'model', 'input', 'order of a list']);
  });

  test('wanted by two jobs at once are computed by one', async () => {
    const shared = unique('shared');
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    let runs = 0;
    const values: Json[] = [];
    const handler: JobHandler = async ({ step }) => {
      values.push(
        await step(shared, async () => {
          begun.resolve();
          await go.promise;
          return ++runs;
        }),
      );
    };
    const one = await start(handler);
    await begun.promise;
    const two = await start(handler);
    await running(two);
    go.resolve();
    const results = await Promise.all([finish(one), finish(two)]);
    expect(values).toEqual([1, 1]);
    expect(results.map(({ job }) => job.reuse)).toEqual([
      { computed: 1, reused: 0 },
      { computed: 0, reused: 1 },
    ]);
  });

  test('pass to the one who waits when the first fails', async () => {
    const shared = unique('shared');
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const one = await start(async ({ step }) => {
      await step(shared, async () => {
        begun.resolve();
        await go.promise;
        throw new KinoraError('provider.failed', 'The voice broke.', { isRetryable: true });
      });
    });
    await begun.promise;
    const two = await start(async ({ step }) => {
      expect(await step(shared, async () => 'second')).toBe('second');
    });
    await running(two);
    go.resolve();
    expect((await finish(one)).job).toMatchObject({
      state: 'failed',
      error: { code: 'provider.failed', message: 'The voice broke.', isRetryable: true },
    });
    expect((await finish(two)).job.state).toBe('done');
  });

  test('whose file was lost are computed again', async () => {
    const derivation = unique('draw');
    let runs = 0;
    const handler: JobHandler = async (context) => {
      runs++;
      const { file } = await context.step(derivation, async () => ({
        file: await context.assets.put(Buffer.from('picture'), { mediaType: 'image/png' }),
      }));
      expect(Buffer.from(await context.assets.get(file)).toString()).toBe('picture');
      await rm(path.join(opened.home.assets, localOwnerId, file.asset.slice(0, 2), file.asset.slice(2)));
    };
    await finish(await start(handler));
    expect((await finish(await start(handler))).job).toMatchObject({
      state: 'done',
      reuse: { computed: 1, reused: 0 },
    });
    expect(runs).toBe(2);
  });

  test('are kept under the name of who really served, and stay with the job that asked', async () => {
    const preferred = `${randomUUID()}/m`;
    const standIn = `${randomUUID()}/m`;
    const ask = (models: string[]) => ({ name: 'speak', version: 1, models, inputs: {} });
    let runs = 0;
    let isBroken = true;
    const speak = (step: Parameters<JobHandler>[0]['step'], models: string[]) =>
      step(ask(models), async () => {
        await Promise.resolve();
        const common = { capability: 'speech', provider: 'p', modelId: 'm', device: 'cpu', seconds: 0 };
        const fallback = { from: preferred, reason: 'It broke.', passedOver: [preferred] };
        recordServedBy(isBroken ? { ...common, identity: standIn, fallback } : { ...common, identity: preferred });
        return ++runs;
      });
    const spoken: number[] = [];
    const say =
      (...models: string[]): JobHandler =>
      async ({ step }) => {
        spoken.push(await speak(step, models));
      };
    await finish(
      await start(async (context) => {
        await say(preferred)(context);
        await say(preferred)(context);
      }),
    );
    await finish(await start(say(standIn)));
    isBroken = false;
    await finish(await start(say(preferred)));
    await finish(await start(say(preferred)));
    expect(spoken).toEqual([1, 1, 1, 2, 2]);
  });

  test('note who did the work', async () => {
    const served = {
      capability: 'speech',
      provider: 'builtin',
      modelId: 'espeak',
      identity: 'builtin/espeak',
      device: 'cpu',
      seconds: 1,
    };
    const { job } = await finish(
      await start(async ({ step }) => {
        await step(unique('speak'), async () => {
          await Promise.resolve();
          recordServedBy(served);
          return 1;
        });
      }),
    );
    const work = await db().read((tx) => listJobWork(tx, job.id));
    expect(work).toMatchObject([{ name: 'speak', servedBy: [served], isComputed: true }]);
  });
});

describe('a job that is run again from the top', () => {
  test('redoes no finished step and tells no event twice', async () => {
    const derivations = [unique('one'), unique('two')];
    const computed: number[] = [];
    let runs = 0;
    const { job, events } = await finish(
      await start(async ({ step, emit }) => {
        runs++;
        await emit({ type: 'start', seconds: Math.random() });
        for (const [index, derivation] of derivations.entries()) {
          await step(derivation, async () => computed.push(index));
          await emit({ type: 'progress' });
          await emit({ type: 'end', index, seconds: Math.random() });
          if (runs === 1) throw new KinoraError('database.unavailable', 'It was killed here.', { isRetryable: true });
        }
      }),
    );
    expect(job).toMatchObject({ state: 'done', attempt: 1, reuse: { computed: 2, reused: 0 } });
    expect(runs).toBe(2);
    expect(computed).toEqual([0, 1]);
    const types = ['start', 'progress', 'end', 'progress', 'end'];
    expect(events.map((event) => (event as { type: string }).type)).toEqual(types);
  });

  test('goes on after the worker was stopped and started', async () => {
    const before = unique('before');
    const during = unique('during');
    const reached = Promise.withResolvers<void>();
    const runs = { before: 0, during: 0 };
    const job = await start(async ({ step, signal }) => {
      await step(before, async () => ++runs.before);
      await step(during, async () => {
        if (++runs.during > 1) return 'done';
        reached.resolve();
        return new Promise<never>((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error)),
        );
      });
    });
    await reached.promise;
    await jobs[Symbol.asyncDispose]();
    expect((await db().read((tx) => getJob(tx, job.id))).state).toBe('running');
    jobs = await open();
    expect((await finish(job)).job.state).toBe('done');
    expect(runs).toEqual({ before: 1, during: 2 });
  });
});

describe('cancelling', () => {
  test('aborts a running job at once, also when its work does not listen; a retry keeps what was finished', async () => {
    const finished = unique('finished');
    const stuck = unique('stuck');
    const reached = Promise.withResolvers<void>();
    let runs = 0;
    let isStuck = true;
    const job = await start(async ({ step, emit }) => {
      await step(finished, async () => ++runs);
      await emit({ type: 'half' });
      await step(stuck, async () => {
        reached.resolve();
        return isStuck ? new Promise<never>(() => {}) : 1;
      });
    });
    await reached.promise;
    const asked = performance.now();
    expect((await jobs.cancel(localOwnerId, job.id)).state).toBe('cancelled');
    const { job: cancelled } = await finish(job);
    expect(performance.now() - asked).toBeLessThan(1_000);
    expect(cancelled).toMatchObject({ state: 'cancelled', error: null, reuse: { computed: 1, reused: 0 } });
    expect(ended.map(({ state }) => state)).toEqual(['cancelled']);

    isStuck = false;
    expect(await jobs.retry(localOwnerId, job.id)).toMatchObject({ state: 'queued', attempt: 2 });
    const again = await finish(job);
    expect(again.job).toMatchObject({ state: 'done', reuse: { computed: 2, reused: 0 } });
    expect(again.events).toEqual([{ type: 'half' }]);
    expect(runs).toBe(1);
    expect(await codeOf(jobs.retry(localOwnerId, job.id))).toBe('request.conflict');
    expect((await jobs.cancel(localOwnerId, job.id)).state).toBe('done');
  });

  test('keeps a queued job from ever running', async () => {
    const go = Promise.withResolvers<void>();
    const busy = await Promise.all([1, 2, 3].map(() => start(() => go.promise)));
    await Promise.all(busy.map(running));
    let ran = false;
    const waiting = await start(async () => void (ran = true));
    await jobs.cancel(localOwnerId, waiting.id);
    go.resolve();
    await Promise.all(busy.map((job) => finish(job)));
    const last = await start(async () => {});
    await finish(last);
    expect((await finish(waiting)).job.state).toBe('cancelled');
    expect(ran).toBe(false);
  });

  test('happens to a job whose project is deleted', async () => {
    const project = await db().transaction((tx) => createProject(tx, { studio: 's', title: 't', summary: {} }));
    const aborted = Promise.withResolvers<unknown>();
    const job = await start(
      async ({ signal }) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        aborted.resolve(signal.reason);
      },
      { projectId: project.id },
    );
    await running(job);
    await assets.deleteProject(localOwnerId, project.id);
    expect(await aborted.promise).toMatchObject({ code: 'job.cancelled' });
    expect(await codeOf(finish(job))).toBe('resource.missing');
  });
});

test('what must not be done twice at once is done by one job after the other, also when one of them fails', async () => {
  let now = 0;
  let most = 0;
  const handler =
    (fails: boolean): JobHandler =>
    async ({ alone }) => {
      await alone('the same place', async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 20));
        now--;
        if (fails) throw new KinoraError('provider.failed', 'No.');
      });
    };
  const all = await Promise.all([false, true, false].map(async (fails) => finish(await start(handler(fails)))));
  expect(all.map(({ job }) => job.state)).toEqual(['done', 'failed', 'done']);
  expect(most).toBe(1);
});

test('a failure that is none of ours says nothing of its insides', async () => {
  const { job } = await finish(
    await start(async () => {
      throw new Error('password=hunter2');
    }),
  );
  expect(job).toMatchObject({ state: 'failed', error: { code: 'job.failed', isRetryable: true } });
  expect(JSON.stringify(job)).not.toContain('hunter2');
});

test('a job is not started when its transaction fails', async () => {
  const id = randomUUID();
  let ran = false;
  handlers.set(id, async () => void (ran = true));
  const failing = db().transaction(async (tx) => {
    await jobs.start(tx, { id, kind: 'test', input: { name: id } });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await finish(await start(async () => {}));
  expect(ran).toBe(false);
  expect(await codeOf(db().read((tx) => getJob(tx, id)))).toBe('resource.missing');
});

test('events are given live, and to a late watcher from where he left off', async () => {
  const first = Promise.withResolvers<void>();
  const job = await start(async ({ emit }) => {
    await emit({ n: 1 });
    await first.promise;
    await Promise.all([2, 3, 4].map((n) => emit({ n })));
  });
  const live: Json[] = [];
  for await (const { event, seq } of jobs.subscribe(localOwnerId, job.id)) {
    live.push({ ...(event as object), seq });
    first.resolve();
  }
  expect(live).toEqual([1, 2, 3, 4].map((n) => ({ n, seq: n })));
  expect((await finish(job, 2)).events).toEqual([{ n: 3 }, { n: 4 }]);
  expect(await codeOf(jobs.subscribe(randomUUID(), job.id).next())).toBe('resource.missing');
});

test('changes of jobs are told as they happen', async () => {
  const stop = new AbortController();
  let id = '';
  const seen: string[] = [];
  const watching = (async () => {
    for await (const job of jobs.changes(localOwnerId, { signal: stop.signal })) {
      if (job.id !== id) continue;
      seen.push(`${job.state} ${job.progress} ${job.step}`.trim());
      if (job.state === 'done') stop.abort();
    }
  })();
  await start(async ({ job, report }) => {
    id = job.id;
    report(0.5, 'drawing');
    await until(() => seen.includes('running 0.5 drawing'));
  });
  await watching;
  expect(seen.at(-1)).toBe('done 1 drawing');
});

test('GPU tasks run one at a time, and end with their job', async () => {
  const call = (n: number, ms: number) => (context: JobContext) => context.gpu('double', { n, ms });
  const results: Json[] = [];
  const all = await Promise.all(
    [1, 2, 3].map((n) => start(async (context) => void results.push(await call(n, 50)(context)))),
  );
  const finished = await Promise.all(all.map((job) => finish(job)));
  expect(finished.map(({ job }) => job.state)).toEqual(['done', 'done', 'done']);
  expect(new Set(results)).toEqual(new Set([2, 4, 6]));
  expect(gpu.most).toBe(1);

  const long = await start(async (context) => void (await call(9, 60_000)(context)));
  await until(() => gpu.now === 1);
  await jobs.cancel(localOwnerId, long.id);
  await until(() => gpu.now === 0);
  const unknown = await start(async ({ gpu: run }) => void (await run('no such task', {})));
  expect((await finish(unknown)).job.error?.code).toBe('internal.bug');
});

test('jobs are listed by state, from new to old', async () => {
  const failed = await db().read((tx) => listJobs(tx, { states: ['failed'] }));
  expect(failed.items.length).toBeGreaterThan(0);
  expect(failed.items.every(({ state }) => state === 'failed')).toBe(true);
  const page = await db().read((tx) => listJobs(tx, { limit: 2 }));
  const next = await db().read((tx) => listJobs(tx, { limit: 2, cursor: page.next! }));
  expect(page.items[1]!.createdAt >= next.items[0]!.createdAt).toBe(true);
  expect(next.items.map(({ id }) => id)).not.toContain(page.items[1]!.id);
});

async function running(job: Job): Promise<void> {
  for await (const changed of poll(job)) if (changed.state === 'running') return;
}

async function* poll(job: Job): AsyncGenerator<Job> {
  for (;;) {
    yield await db().read((tx) => getJob(tx, job.id));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
