import { isKinoraError } from '@kinora/capabilities';
import type { FakeInfo } from '@kinora/platform/testing';
import { openFakeHost } from '@kinora/platform/testing';
import { whileAnswering } from './answering.ts';

type Fault = {
  name: string;
  open: Parameters<ReturnType<typeof openFakeHost>['open']>;
  /** Makes it go wrong and resolves with the moment at which it did; the call is under way. */
  happen: (pid: number, begun: Promise<void>) => Promise<number>;
  method: string;
  input?: unknown;
  cancel?: boolean;
};

const now = () => performance.now();

const faults: Fault[] = [
  {
    name: 'killed in mid-step',
    open: [],
    method: 'hang',
    async happen(pid, begun) {
      await begun;
      process.kill(pid, 'SIGKILL');
      return now();
    },
  },
  {
    name: 'cancelled in mid-step, native code that does not listen',
    open: [],
    method: 'hang',
    cancel: true,
    happen: async (_pid, begun) => begun.then(now),
  },
  {
    name: 'memory exhausted (768 MB where 400 may be held), and again with smaller settings',
    open: [{}, { memoryLimitBytes: 400e6, shrink: (settings) => settings }],
    method: 'fill',
    input: { megabytes: 768 },
    happen: async () => now(),
  },
  {
    name: 'hangs where a call may take 1 s',
    open: [{}, { callTimeoutMs: 1000 }],
    method: 'hang',
    happen: async (_pid, begun) => begun.then(() => now() + 1000),
  },
];

/** Kills, fills and hangs a model's process while this process answers requests. */
export async function benchProcessFaults(): Promise<void> {
  for (const fault of faults) {
    await using host = openFakeHost();
    const { value, answers } = await whileAnswering(() => suffer(host.open(...fault.open), fault));
    console.log(`  ${fault.name}`);
    console.log(`    ended as ${value.ending} after ${value.endedMs.toFixed(0)} ms`);
    console.log(`    next call answered by a new process after another ${value.nextMs.toFixed(0)} ms`);
    console.log(`    server meanwhile: ${answers}`);
  }
  const { answers } = await whileAnswering(async () => {
    await using host = openFakeHost();
    const model = host.open();
    await Promise.all([model.call('compute', { milliseconds: 4000 }), model.call('large', { bytes: 256 << 20 })]);
  });
  console.log('  no fault: a model computes 4 s without a pause, then sends 256 MB');
  console.log(`    server meanwhile: ${answers}`);
}

async function suffer(model: ReturnType<ReturnType<typeof openFakeHost>['open']>, fault: Fault) {
  const { pid } = await model.call<FakeInfo>('info', {});
  const begun = Promise.withResolvers<void>();
  const abort = new AbortController();
  const call = model
    .call(fault.method, fault.input ?? {}, {
      signal: abort.signal,
      onEvent: () => begun.resolve(),
      onRestart: () => {},
    })
    .then(
      () => 'a result',
      (error: unknown) =>
        isKinoraError(error) ? `${error.code}${error.isRetryable ? ' (retryable)' : ''}` : String(error),
    );
  const at = await fault.happen(pid, begun.promise);
  if (fault.cancel) abort.abort();
  const ending = await call;
  const endedMs = now() - at;
  const start = now();
  const next = await model.call<FakeInfo>('info', {});
  if (next.pid === pid) throw new Error(`${fault.name}: the process was not replaced`);
  return { ending, endedMs, nextMs: now() - start };
}
