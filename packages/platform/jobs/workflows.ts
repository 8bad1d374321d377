import { DBOS, DBOSClient } from '@dbos-inc/dbos-sdk';
import { dbRetryConfig } from '@dbos-inc/dbos-sdk/internal/utils';
import { getExecutor } from '@dbos-inc/dbos-sdk/internal/dbos';
import { wfQueueRunner } from '@dbos-inc/dbos-sdk/internal/wfqueue';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Database, Transaction } from '../db/database.ts';
import { isConnectionFailure } from '../db/failures.ts';
import { workflowSchema } from '../db/migrate.ts';
import { createPool } from '../db/pool.ts';

/** Raised when jobs begun by an older Kinora could not be resumed by this one; its workers then leave them alone. */
const applicationVersion = 'kinora-1';
const applicationName = 'kinora';

/** What the durable workflows do. Each has to be safe to run again from the top. */
export type WorkflowBodies = {
  job(ownerId: string, jobId: string, attempt: number): Promise<void>;
  gpu(ownerId: string, taskId: string): Promise<void>;
};

/** The durable queue: what is in it is run once a worker has room, and again if that worker dies. */
export type Workflows = AsyncDisposable & {
  /** Queues within a transaction: it runs if that commits. */
  enqueue(tx: Transaction, call: { id: string; body: 'job'; args: Parameters<WorkflowBodies['job']> }): Promise<void>;
  enqueue(tx: Transaction, call: { id: string; body: 'gpu'; args: Parameters<WorkflowBodies['gpu']> }): Promise<void>;
  /** Stops taking work; what runs goes on. */
  pause(): Promise<void>;
};

/** Options of {@link launchWorkflows}. */
export type WorkflowOptions = {
  database: Database;
  bodies: WorkflowBodies;
  /** Jobs at a time in this process. 0: only queue, for processes that leave the work to others. */
  concurrency: number;
  /** Whether this process can do GPU work. One process per machine then does. */
  hasGpu: boolean;
  /** Name of this machine. */
  machine: string;
};

let bodies: WorkflowBodies | undefined;
let isRegistered = false;
/** Workflows that run in this process now. */
const running = new Set<string>();

/** Workflows are registered once per process; they find the current bodies here. */
function register(): void {
  if (isRegistered) return;
  isRegistered = true;
  const tracked = async (work: (current: WorkflowBodies) => Promise<void>) => {
    const id = DBOS.workflowID ?? '';
    running.add(id);
    try {
      if (bodies) await work(bodies);
    } finally {
      running.delete(id);
    }
  };
  // The limit on recoveries is ours, see `maxFruitlessStarts`; a machine that is switched off daily must not use one up.
  const config = { maxRecoveryAttempts: 1_000_000 };
  DBOS.registerWorkflow((...args: Parameters<WorkflowBodies['job']>) => tracked((current) => current.job(...args)), {
    ...config,
    name: 'job',
  });
  DBOS.registerWorkflow((...args: Parameters<WorkflowBodies['gpu']>) => tracked((current) => current.gpu(...args)), {
    ...config,
    name: 'gpu',
  });
}

/** Starts DBOS on the app's database, resumes what this worker had begun, and adopts the work of dead ones. */
export async function launchWorkflows(options: WorkflowOptions): Promise<Workflows> {
  const { database } = options;
  const { executor } = database.presence;
  register();
  bodies = options.bodies;
  // The defaults wait up to a minute after the database was away; a job should go on within seconds.
  dbRetryConfig.initialBackoffSec = 0.1;
  dbRetryConfig.maxBackoffSec = 1;
  const pool = createPool({ url: database.url, max: 10, name: 'kinora workflows' });
  DBOS.setConfig({
    name: applicationName,
    systemDatabaseUrl: database.url,
    systemDatabasePool: pool,
    systemDatabaseSchemaName: workflowSchema,
    runMigrations: false,
    applicationVersion,
    executorID: executor,
    listenQueues: options.concurrency > 0 ? ['jobs'] : [],
    logger: quietLogger(database.home.log),
  });
  const client = await DBOSClient.create({
    systemDatabaseUrl: database.url,
    systemDatabasePool: pool,
    systemDatabaseSchemaName: workflowSchema,
    applicationName,
    logger: quietLogger(database.home.log),
  });
  // Before the launch: queues that come later are noticed up to a second later.
  await whenReachable(async () => {
    if (options.concurrency > 0)
      await client.registerQueue('jobs', { workerConcurrency: options.concurrency, minPollingIntervalMs: 50 });
    await client.registerQueue('gpu', { workerConcurrency: 1, minPollingIntervalMs: 200 });
  });
  await whenReachable(() => DBOS.launch());
  const stopTending = tend(pool, options);

  let isPaused = false;
  const pause = async () => {
    if (isPaused) return;
    isPaused = true;
    await stopTending();
    wfQueueRunner.stop();
  };
  return {
    async enqueue(tx, { id, body, args }) {
      await client.enqueueInTransaction(
        tx.client,
        {
          workflowID: id,
          workflowName: body,
          queueName: body === 'job' ? 'jobs' : 'gpu',
          appVersion: applicationVersion,
        },
        ...args,
      );
    },
    pause,
    async [Symbol.asyncDispose]() {
      await pause();
      await DBOS.shutdown();
      await client.destroy();
      await pool.end();
      bodies = undefined;
      running.clear();
    },
  };
}

/** Looks once a second after work that nobody does. */
function tend(pool: pg.Pool, options: WorkflowOptions): () => Promise<void> {
  const { database, hasGpu, machine } = options;
  const { presence } = database;
  const strandedSince = new Map<string, number>();
  let round: Promise<void> | undefined;

  let clearedAt = 0;

  const tendOnce = async () => {
    if (Date.now() - clearedAt > 3_600_000) {
      clearedAt = Date.now();
      await clearFinished(pool);
    }
    if (hasGpu) {
      if (await presence.hold(`gpu ${machine}`)) wfQueueRunner.pollerQueueNames.add('gpu');
      else wfQueueRunner.pollerQueueNames.delete('gpu');
    }
    const { rows } = await pool.query<{ id: string; executor: string; queue: string }>(
      `select workflow_uuid as id, executor_id as executor, queue_name as queue from ${workflowSchema}.workflow_status
        where status = 'PENDING' and application_version = $1`,
      [applicationVersion],
    );
    const others = new Set(rows.map((row) => row.executor).filter((executor) => executor !== presence.executor));
    // After the database was away, living workers need a moment to take their locks again.
    if (presence.age() > 2_000) {
      for (const other of others) {
        await presence.withLockOf(other, async () => {
          const adopted = await getExecutor().recoverPendingWorkflows([other]);
          if (adopted.length > 0) database.home.log(`Took over ${adopted.length} jobs of ${other}, which is gone.`);
        });
      }
    }
    await resumeStranded(rows.filter((row) => row.executor === presence.executor && !running.has(row.id)));
  };

  /** A database that dies at the wrong moment can leave a workflow that is ours on paper and runs nowhere. */
  const resumeStranded = async (rows: { id: string; queue: string }[]) => {
    const now = Date.now();
    const ids = new Set(rows.map((row) => row.id));
    for (const id of strandedSince.keys()) if (!ids.has(id)) strandedSince.delete(id);
    for (const { id, queue } of rows) {
      const since = strandedSince.get(id) ?? now;
      strandedSince.set(id, since);
      if (now - since < 2_000) continue;
      strandedSince.delete(id);
      await DBOS.resumeWorkflow(id, { queueName: queue });
    }
  };

  const tick = () => {
    round ??= tendOnce()
      .catch((error: unknown) => {
        if (!isConnectionFailure(error)) database.home.log(`Looking after jobs failed: ${String(error)}`);
      })
      .finally(() => (round = undefined));
  };
  tick();
  const timer = setInterval(tick, 1_000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

/** A finished workflow says nothing that the job's row doesn't; after a week nobody comes back to it. */
async function clearFinished(pool: pg.Pool): Promise<void> {
  await pool.query(
    `delete from ${workflowSchema}.workflow_status where status in ('SUCCESS', 'ERROR', 'CANCELLED')
        and updated_at < (extract(epoch from now() - interval '7 days') * 1000)::bigint`,
  );
}

async function whenReachable<Value>(work: () => Promise<Value>): Promise<Value> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionFailure(error) || Date.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

/** Only what is wrong; lost connections are reported where they matter. */
function quietLogger(log: (line: string) => void) {
  const quiet = () => {};
  return {
    info: quiet,
    debug: quiet,
    warn: quiet,
    error(entry: unknown) {
      if (!isConnectionFailure(entry)) log(`Workflows: ${entry instanceof Error ? entry.message : String(entry)}`);
    },
  };
}
