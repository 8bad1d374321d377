import { whileAnswering } from './answering.ts';
import { openTestStore, pattern } from '../../packages/platform/models/testing/open-store.ts';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const size = 2_000_000;
const files = { 'model.gguf': pattern(size), 'tokenizer/a.json': '{"a":1}' };

/** Cuts, refuses, damages and changes downloads from a hub on this machine, and prints how each ended. */
export async function benchDownloadFaults(): Promise<void> {
  const { value: results, answers } = await whileAnswering(async () => [
    await cutAtRandomBytes(100, Date.now() % 1_000_000),
    await refusedRange(),
    await wrongBytes(),
    await changedWhileLoading(),
    await throughput(),
  ]);
  for (const { line } of results) console.log(`  ${line}`);
  console.log(`  Server meanwhile: ${answers}`);
  const problems = results.flatMap((result) => result.problems);
  for (const problem of problems) console.log(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}

type Result = { line: string; problems: string[] };
type Opened = Awaited<ReturnType<typeof openTestStore>>;

/** Many downloads, each cut once at a random byte, then whole. */
async function cutAtRandomBytes(count: number, seed: number): Promise<Result> {
  await using opened = await openTestStore({ files });
  const { hub, store } = opened;
  const random = pattern(count * 4, seed);
  const problems: string[] = [];
  let sent = 0;
  for (let index = 0; index < count; index++) {
    const draw = new DataView(random.buffer).getUint32(index * 4) / 2 ** 32;
    const cut = 1 + Math.floor(draw * (size - 1));
    hub.faults.cuts = [cut];
    hub.requests.length = 0;
    problems.push(...(await installWhole(opened, `cut at byte ${cut}`)));
    const [, ...later] = hub.requests.filter(({ host }) => host === 'content');
    sent += cut;
    for (const { range } of later) sent += size - Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
    await store.remove('tiny');
  }
  const extra = ((sent / (size * count) - 1) * 100).toFixed(1);
  return {
    line: `${count} downloads, each cut at a random byte (seed ${seed}): ${count - problems.length} whole by hash, ${extra} % loaded twice`,
    problems,
  };
}

async function refusedRange(): Promise<Result> {
  await using opened = await openTestStore({ files });
  opened.hub.faults.refuseRange = true;
  opened.hub.faults.cuts = [size / 2];
  const problems = await installWhole(opened, '200 instead of 206');
  return { line: `200 instead of 206 after a cut: ${whole(problems)}, loaded from the start`, problems };
}

async function wrongBytes(): Promise<Result> {
  await using opened = await openTestStore({ files });
  const { hub, store } = opened;
  hub.faults.corrupt.add('model.gguf');
  hub.faults.corruptions = 1;
  const problems = await installWhole(opened, 'wrong bytes once');
  await store.remove('tiny');
  hub.faults.corruptions = Infinity;
  await store.install('tiny');
  const state = await store.settled('tiny');
  if (state.state !== 'failed') problems.push('wrong bytes were installed');
  const message = state.state === 'failed' ? state.message : state.state;
  return { line: `Wrong bytes: once ${whole(problems)}; always refused: “${message}”`, problems };
}

async function changedWhileLoading(): Promise<Result> {
  await using opened = await openTestStore({ files });
  const { hub, store } = opened;
  hub.faults.bytesPerSecond = 2_000_000;
  const stop = store.watch(({ install }) => {
    if (install.state === 'installing' && install.doneBytes > size / 4) void store.pause('tiny');
  });
  await store.install('tiny');
  await store.settled('tiny');
  stop();
  hub.faults.bytesPerSecond = Infinity;
  await hub.commit('kinora/tiny', { ...files, 'model.gguf': pattern(size, 9) });
  hub.squash('kinora/tiny');
  const problems = await installWhole(opened, 'changed on the hub');
  return { line: `Changed on the hub while paused: ${whole(problems)}, only the changed file loaded anew`, problems };
}

/** How fast a download can be, with hashing and writing, and how long the event loop waits meanwhile. */
async function throughput(): Promise<Result> {
  const bytes = 200_000_000;
  await using opened = await openTestStore({ files: { 'model.gguf': pattern(bytes), 'tokenizer/a.json': '{}' } });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const problems = await installWhole(opened, 'a large file');
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  const p99 = (delay.percentile(99) / 1e6).toFixed(0);
  return {
    line: `${bytes / 1e6} MB from this machine, hashed and written: ${(bytes / 1e6 / seconds).toFixed(0)} MB/s with the hub in the same process; event loop p99 ${p99} ms`,
    problems,
  };
}

/** Installs the test model and reads its bytes back. @returns What went wrong. */
async function installWhole({ store }: Opened, what: string): Promise<string[]> {
  await store.install('tiny');
  const state = await store.settled('tiny');
  if (state.state !== 'installed') return [`${what}: ${state.state}${'message' in state ? `: ${state.message}` : ''}`];
  const damaged = await store.verify('tiny');
  return damaged.length === 0 ? [] : [`${what}: ${damaged.join(', ')} damaged`];
}

function whole(problems: string[]): string {
  return problems.length === 0 ? 'whole by hash' : 'NOT whole';
}
