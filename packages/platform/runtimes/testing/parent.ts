/** A server with a model that computes without a pause, to be killed. Prints the model's process and what it does. */
import { openFakeHost } from './fake-host.ts';

const { open } = openFakeHost();
const model = open();
const { pid } = await model.call<{ pid: number }>('info', {});
await model.call('hang', {}, { onEvent: () => process.stdout.write(`${pid}\n`) });
