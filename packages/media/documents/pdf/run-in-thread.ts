import { Worker } from 'node:worker_threads';
import { KinoraError } from '@kinora/capabilities/errors';

/** Runs a module that makes a document of its `workerData` and posts it, in a thread of its own. */
export async function runInThread(entry: URL, request: unknown): Promise<Uint8Array> {
  const worker = new Worker(entry, { workerData: request });
  // It ends by itself: a thread that is stopped inside the canvas library would take the process with it.
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new KinoraError('internal.bug', 'The PDF thread ended without an answer.')));
  });
}
