/** A model that does to its process whatever a test asks for. */
import type { MethodContext, ModelServer } from '@kinora/capabilities';
import { OutOfMemory } from '@kinora/capabilities';
import { getPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the model is told. */
export type FakeSettings = {
  /** How loading goes. Default `fine`. */
  load?: 'fine' | 'crash' | 'hang' | 'fail' | 'out-of-memory';
  megabytes?: number;
  concurrency?: number;
  device?: string;
};

const held: Uint8Array[] = [];

/** Takes memory that is really there: pages that were never written take none. */
function hold(megabytes: number): void {
  for (let block = 0; block < megabytes / 16; block++) held.push(new Uint8Array(16 << 20).fill(block % 251 || 1));
}

/** Computes without a pause, as native code does. */
function compute(milliseconds: number): number {
  let sum = 0;
  for (const end = performance.now() + milliseconds; performance.now() < end;) sum += Math.sqrt(sum + 1);
  return sum;
}

export const server: ModelServer<FakeSettings> = {
  async load(settings, context) {
    if (settings.load === 'crash') {
      process.stderr.write('ggml_abort: this model is broken\n');
      process.kill(process.pid, 'SIGSEGV');
    }
    if (settings.load === 'hang') compute(600_000);
    if (settings.load === 'fail') throw new Error('no such file: model.gguf');
    if (settings.load === 'out-of-memory') throw new OutOfMemory('failed to allocate 8 GiB');
    hold(settings.megabytes ?? 0);
    return {
      concurrency: settings.concurrency ?? 1,
      ...(settings.device === undefined ? {} : { device: settings.device }),
      details: { threads: context.threads },
      methods: {
        echo: (input: unknown) => input,
        info: () => ({
          pid: process.pid,
          device: context.device,
          nice: getPriority(),
          keys: Object.keys(process.env),
        }),
        compute: ({ milliseconds }: { milliseconds: number }) => ({
          from: performance.timeOrigin + performance.now(),
          sum: compute(milliseconds),
          to: performance.timeOrigin + performance.now(),
        }),
        async wait({ milliseconds }: { milliseconds: number }, { signal, emit }: MethodContext) {
          emit('waiting');
          await sleep(milliseconds, undefined, { signal });
          return 'waited';
        },
        /** Says that it has begun and doesn't come back. */
        async hang(_input: unknown, { emit }: MethodContext) {
          emit('hanging');
          await sleep(20);
          compute(600_000);
        },
        async fill({ megabytes }: { megabytes: number }, { emit }: MethodContext) {
          emit('filling');
          for (let part = 0; part < megabytes; part += 64) {
            hold(Math.min(64, megabytes - part));
            await sleep(5);
          }
          return held.length * 16;
        },
        async crash(_input: unknown, { emit }: MethodContext) {
          emit('crashing');
          await sleep(20);
          process.kill(process.pid, 'SIGKILL');
          await sleep(10_000);
        },
        refuse: () => {
          throw new TypeError('a wish is needed');
        },
        large: ({ bytes }: { bytes: number }) => new Uint8Array(bytes).fill(7),
        import: (name: string) => context.importPackage<Record<string, unknown>>(name).then(Object.keys),
      },
    };
  },
};
