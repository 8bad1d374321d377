import type { Transaction } from './database.ts';

/** What is said between processes: a job has a new event, another state or progress, has ended or is gone, or a GPU task of it has ended. */
export type Notice = { owner: string; job: string; what: 'event' | 'job' | 'end' | 'gpu' };

/** Name of the NOTIFY channel. */
export const channel = 'kinora';

/** Tells every process, once the transaction is committed. */
export async function notifyJob(tx: Transaction, job: string, what: Notice['what']): Promise<void> {
  const notice: Notice = { owner: tx.userId, job, what };
  await tx.client.query('select pg_notify($1, $2)', [channel, JSON.stringify(notice)]);
}
