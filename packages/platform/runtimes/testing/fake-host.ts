import type { ProcessOptions } from '@kinora/capabilities';
import { tmpdir } from 'node:os';
import type { Hardware } from '../hardware/index.ts';
import { isAlive } from '../lock.ts';
import type { ProcessHostOptions } from '../process-host.ts';
import { createProcessHost } from '../process-host.ts';
import type { FakeSettings } from './model.ts';

/** A machine with a processor and a GPU. */
export const fakeHardware: Hardware = {
  system: 'Test',
  cpu: { name: 'Test processor', physicalCores: 2, logicalCores: 4, freeCores: 2, features: [] },
  disk: { folder: tmpdir(), freeBytes: 1e12, usedBytes: 0 },
  devices: [
    {
      id: 'cuda:0',
      name: 'Test GPU',
      memoryBytes: 8e9,
      freeBytes: 8e9,
      runtimes: ['llama-cpp', 'onnx'],
      kind: 'discrete',
    },
    {
      id: 'cpu',
      name: 'Test processor',
      memoryBytes: 16e9,
      freeBytes: 8e9,
      runtimes: ['llama-cpp', 'onnx'],
      kind: 'cpu',
    },
  ],
};

/**
 * A host whose runtimes are all there and whose models do to their processes what a test asks of them: compute, hang, crash,
 * fill the memory.
 */
export function openFakeHost(options: Partial<ProcessHostOptions> = {}) {
  const host = createProcessHost({
    runtimes: { find: async (name) => ({ name, version: '1.0.0', variant: 'cpu', folder: tmpdir() }) },
    hardware: async () => fakeHardware,
    ...options,
  });
  return {
    host,
    open: (settings: FakeSettings = {}, more: Partial<ProcessOptions> = {}) =>
      host.open({
        name: 'fake/model',
        runtime: 'onnx',
        entry: new URL('model.ts', import.meta.url),
        settings,
        ...more,
      }),
    [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
  };
}

/** What the fake model tells of its process. */
export type FakeInfo = { pid: number; device: string; nice: number; keys: string[] };

/** Resolves when a process is gone. */
export async function untilGone(pid: number, timeoutMs = 10_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} still runs`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
