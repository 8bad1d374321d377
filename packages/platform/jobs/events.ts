import type { Json } from '@kinora/capabilities';
import type { UserDatabase } from '../db/database.ts';
import { addJobEvent, setProgress } from '../db/jobs.ts';
import { hashJson } from './canonical-json.ts';

/** Differ when a job is resumed, so they don't make another event. */
const volatileKeys = new Set(['seconds', 'reuse', 'reused']);

/**
 * Keeps a job's events, in the order of the calls and each once: an event is known by what it says and by how many like
 * it came before in this run.
 */
export function createEmit(database: UserDatabase, jobId: string): (event: unknown) => Promise<void> {
  const counts = new Map<string, number>();
  let last: Promise<void> = Promise.resolve();
  return (event) => {
    const json = JSON.parse(JSON.stringify(event)) as Json;
    const hash = hashJson(withoutVolatile(json));
    const count = counts.get(hash) ?? 0;
    counts.set(hash, count + 1);
    const keep = () =>
      database.transaction((tx) => addJobEvent(tx, jobId, { dedupeKey: `${hash} ${count}`, event: json }), {
        isIdempotent: true,
      });
    const kept = last.then(keep);
    last = kept.catch(() => {});
    return kept;
  };
}

/** Writes progress at most ten times a second, always the newest. */
export function createReport(database: UserDatabase, jobId: string) {
  let newest: { progress: number; step: string } | undefined;
  let writing: Promise<void> | undefined;
  const write = async () => {
    while (newest) {
      const report = newest;
      newest = undefined;
      const wait = new Promise((resolve) => setTimeout(resolve, 100).unref());
      await database
        .transaction((tx) => setProgress(tx, jobId, report), { isIdempotent: true, isDurable: false })
        .catch(() => {});
      await wait;
    }
    writing = undefined;
  };
  return (progress: number, step: string): void => {
    newest = { progress: Math.min(Math.max(progress, 0), 1), step };
    writing ??= write();
  };
}

function withoutVolatile(event: Json): Json {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return event;
  return Object.fromEntries(Object.entries(event).filter(([key]) => !volatileKeys.has(key)));
}
