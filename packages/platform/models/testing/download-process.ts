import { createModelStore } from '../index.ts';
import { tinyEntry } from './open-store.ts';

/**
 * Downloads the test model in a process of its own, to be killed: `node download-process.ts HOME ENDPOINT`. Goes on with what
 * is there, else begins. Prints one line a state.
 */
const [home = '', endpoint = ''] = process.argv.slice(2);
const store = await createModelStore({
  home,
  fetch,
  catalogue: [tinyEntry()],
  endpoint,
  token: '',
  probe: async () => {},
});
store.watch(({ install }) => console.log(JSON.stringify(install)));
await store.resume();
await store.install('tiny');
const { state } = await store.settled('tiny');
process.exitCode = state === 'installed' ? 0 : 1;
