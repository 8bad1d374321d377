import { runtimeNames } from '@kinora/capabilities';
import { statfs } from 'node:fs/promises';
import { availableParallelism, cpus, freemem, release, totalmem, type } from 'node:os';
import type { Hardware } from './types.ts';

/** Finds out what this machine has. */
export async function detectHardware(options: { home: string }): Promise<Hardware> {
  const disk = await statfs(options.home).catch(() => null);
  const cores = availableParallelism();
  const name = cpus()[0]?.model.trim() ?? 'unknown processor';
  return {
    system: `${type()} ${release()} (${process.arch})`,
    cpu: { name, physicalCores: cores, logicalCores: cores, freeCores: cores, features: [] },
    disk: { folder: options.home, freeBytes: disk ? disk.bavail * disk.bsize : 0, usedBytes: 0 },
    devices: [
      { id: 'cpu', name, memoryBytes: totalmem(), freeBytes: freemem(), runtimes: [...runtimeNames], kind: 'cpu' },
    ],
  };
}
