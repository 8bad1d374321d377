import { KinoraError } from '@kinora/capabilities';
import { ask, askBytes, askJson } from '@kinora/capabilities/remote';
import type { RemoteService } from '@kinora/capabilities/remote';
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { explainExecution, explainRejection } from './failure.ts';
import type { Workflow } from './workflow.ts';

const queued = z.object({ prompt_id: z.string() });
const file = z.object({ filename: z.string(), subfolder: z.string().default(''), type: z.string().default('output') });
const history = z.record(
  z.string(),
  z.object({
    outputs: z.record(z.string(), z.record(z.string(), z.unknown())),
    status: z
      .object({ status_str: z.string(), completed: z.boolean(), messages: z.array(z.tuple([z.string(), z.unknown()])) })
      .nullish(),
  }),
);
const queue = z.object({
  queue_running: z.array(z.array(z.unknown())),
  queue_pending: z.array(z.array(z.unknown())),
});
type Finished = z.infer<typeof history>[string];

/** Shortest and longest milliseconds between two questions whether a workflow is done. */
const pollMs = { first: 100, most: 1_000 };
/** After so many questions without an answer the queue is asked whether the work is still there. */
const patience = 5;

/**
 * Runs a workflow and fetches all files it made, in order of its nodes. When the signal aborts, the work is taken out of
 * ComfyUI's queue or interrupted.
 * @throws KinoraError with advice when the workflow can't run; the signal's reason.
 */
export async function runWorkflow(
  service: RemoteService,
  workflow: Workflow,
  signal: AbortSignal | undefined,
): Promise<Uint8Array[]> {
  const { prompt_id: id } = await askJson(service, '/prompt', queued, {
    json: { prompt: workflow, client_id: randomUUID() },
    signal,
    explain: (answer) => explainRejection(answer, workflow),
  });
  const stop = () => void stopWork(service, id).catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (signal?.aborted) stop();
    const done = await waitFor(service, id, signal);
    if (done.status && done.status.status_str !== 'success') throw explainExecution(done.status.messages);
    const files = filesOf(done);
    if (files.length === 0) {
      const advice = 'Let it end in a node that saves or previews pictures or a video.';
      throw new KinoraError('provider.unavailable', `The workflow ran in ComfyUI but made no file. ${advice}`);
    }
    const made: Uint8Array[] = [];
    for (const one of files) made.push((await askBytes(service, '/view', { query: one, signal })).bytes);
    return made;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Puts a picture where workflows find it. The same picture is kept once. @returns Its name for a `LoadImage` node. */
export async function uploadPicture(
  service: RemoteService,
  picture: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<string> {
  const isPng = picture[0] === 0x89;
  const type = isPng ? 'png' : picture[0] === 0xff ? 'jpeg' : 'webp';
  const name = `${createHash('sha256').update(picture).digest('hex').slice(0, 32)}.${type}`;
  const body = new FormData();
  body.set('image', new Blob([new Uint8Array(picture)], { type: `image/${type}` }), name);
  body.set('type', 'input');
  body.set('subfolder', 'kinora');
  body.set('overwrite', 'true');
  const stored = z.object({ name: z.string(), subfolder: z.string().default('') });
  const where = await askJson(service, '/upload/image', stored, { body, signal });
  return where.subfolder === '' ? where.name : `${where.subfolder}/${where.name}`;
}

async function waitFor(service: RemoteService, id: string, signal: AbortSignal | undefined): Promise<Finished> {
  let failures = 0;
  let isMissing = false;
  for (let turn = 0; ; turn++) {
    signal?.throwIfAborted();
    try {
      const done = (await askJson(service, `/history/${id}`, history, { signal }))[id];
      if (done && (done.status?.completed || done.status?.status_str === 'error' || !done.status)) return done;
      if (isMissing) {
        const message = 'ComfyUI forgot the work; it was probably restarted. Try again.';
        throw new KinoraError('provider.unavailable', message, { isRetryable: true });
      }
      if (turn % patience === patience - 1) isMissing = (await findInQueue(service, id, signal)) === 'nowhere';
      failures = 0;
    } catch (error) {
      // While a model loads, ComfyUI may not answer for a moment.
      const mayPass = error instanceof KinoraError && error.code === 'provider.failed' && error.isRetryable;
      if (!mayPass || ++failures > 3) throw error;
    }
    const milliseconds = Math.min(pollMs.most, pollMs.first * 1.3 ** turn);
    await wait(milliseconds, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
  }
}

async function findInQueue(
  service: RemoteService,
  id: string,
  signal?: AbortSignal,
): Promise<'running' | 'pending' | 'nowhere'> {
  const { queue_running: running, queue_pending: pending } = await askJson(service, '/queue', queue, { signal });
  const has = (list: unknown[][]) => list.some((entry) => entry.includes(id));
  return has(running) ? 'running' : has(pending) ? 'pending' : 'nowhere';
}

/** Older versions interrupt whatever runs, so they are told only when it is ours. */
async function stopWork(service: RemoteService, id: string): Promise<void> {
  await ask(service, '/queue', { json: { delete: [id] } });
  if ((await findInQueue(service, id)) === 'running') await ask(service, '/interrupt', { json: { prompt_id: id } });
}

/** Files of all outputs; of pictures and previews made beside a video, only the video counts. */
function filesOf({ outputs }: Finished): z.infer<typeof file>[] {
  const all = Object.values(outputs).flatMap((output) =>
    Object.values(output).flatMap((list) =>
      Array.isArray(list)
        ? list.flatMap((entry) => {
            const parsed = file.safeParse(entry);
            return parsed.success ? [parsed.data] : [];
          })
        : [],
    ),
  );
  const pictures = all.filter(({ filename }) => /\.(?:png|jpe?g|webp|mp4|webm|mov|mkv)$/i.test(filename));
  const videos = pictures.filter(({ filename }) => /\.(?:mp4|webm|mov|mkv)$/i.test(filename));
  if (videos.length > 0) return videos.slice(-1);
  const saved = pictures.filter(({ type }) => type !== 'temp');
  return saved.length > 0 ? saved : pictures;
}
