/** A program that asks a model once and is done, with `close` as its argument once the model is closed. Prints the model's process. */
import { openFakeHost } from './fake-host.ts';

const { host, open } = openFakeHost();
const { pid } = await open().call<{ pid: number }>('info', {});
if (process.argv[2] === 'close') await host[Symbol.asyncDispose]();
process.stdout.write(`${pid}\n`);
