/** The process of one model. It is forked by the host, loads what it is told to and answers calls. */
import type { LoadedModel, ModelServer, ModelServerContext } from '@kinora/capabilities';
import { Worker } from 'node:worker_threads';
import { importFrom } from './folder.ts';
import type { FromChild, ToChild } from './protocol.ts';
import { recordError } from './protocol.ts';

let model: LoadedModel | undefined;
const running = new Map<number, AbortController>();

// Ctrl-C reaches every process of the terminal; the server decides what ends when.
process.on('SIGINT', () => {});
watchParent();
process.on('message', (message: ToChild) => {
  if (message.type === 'load') void load(message);
  else if (message.type === 'call') void call(message);
  else running.get(message.id)?.abort();
});

async function load({ name, entry, folder, settings, device, threads }: ToChild & { type: 'load' }): Promise<void> {
  process.title = `kinora ${name}`;
  try {
    const { server } = (await import(entry)) as { server?: ModelServer<unknown> };
    if (!server) throw new Error(`${entry} exports no server`);
    const context: ModelServerContext = { importPackage: (package_) => importFrom(folder, package_), device, threads };
    model = await server.load(settings, context);
    send({
      type: 'loaded',
      device: model.device ?? device,
      concurrency: model.concurrency ?? 1,
      details: model.details ?? {},
    });
  } catch (error) {
    send({ type: 'load-error', error: recordError(error) });
  }
}

async function call({ id, method, input }: ToChild & { type: 'call' }): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const work = model?.methods[method];
    if (!work) throw new Error(`The model has no method ${method}`);
    const value = await work(input as never, {
      signal: abort.signal,
      emit: (event) => send({ type: 'event', id, event }),
    });
    send({ type: 'result', id, value });
  } catch (error) {
    send({ type: 'error', id, error: recordError(error) });
  } finally {
    running.delete(id);
  }
}

function send(message: FromChild): void {
  process.send?.(message, undefined, undefined, () => {});
}

/** Native code can keep the event loop from hearing that the server is gone, so a thread of its own looks. */
function watchParent(): void {
  const look = `
    const { parent } = require('node:worker_threads').workerData;
    const isGone = () => {
      if (process.platform !== 'win32') return process.ppid !== parent;
      try { process.kill(parent, 0); return false; } catch (error) { return error.code !== 'EPERM'; }
    };
    setInterval(() => isGone() && process.kill(process.pid, 'SIGKILL'), 500);`;
  const worker = new Worker(look, { eval: true, execArgv: [], workerData: { parent: process.ppid } });
  worker.unref();
}
