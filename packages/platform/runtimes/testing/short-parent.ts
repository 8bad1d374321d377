/** A program that asks a model once and is done. Prints the model's process. */
import { openFakeHost } from './fake-host.ts';

const model = openFakeHost().open();
const { pid } = await model.call<{ pid: number }>('info', {});
process.stdout.write(`${pid}\n`);
