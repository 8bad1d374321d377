import type { ModelServerContext, ProcessHost, RuntimeName } from '@kinora/capabilities';
import { createTestHost } from '@kinora/capabilities/testing';
import { createProcessHost, detectHardware } from '@kinora/platform/runtimes';
import type { RunningProcessHost } from '@kinora/platform/runtimes';
import { testRuntimes } from '@kinora/platform/testing';

/**
 * A host whose models run on a real runtime in the test's own process. The runtime is installed when it is missing.
 * @param options Other device or threads. Default one thread of the processor.
 */
export async function openRuntimeHost(
  runtime: RuntimeName,
  options: Partial<Pick<ModelServerContext, 'device' | 'threads'>> = {},
): Promise<ProcessHost> {
  const { importPackage } = await testRuntimes(runtime);
  return createTestHost({ importPackage: importPackage(runtime), ...options });
}

/** A host of real model processes on real runtimes, which are installed when they are missing. */
export async function openProcesses(...names: RuntimeName[]): Promise<RunningProcessHost> {
  const { home, runtimes } = await testRuntimes(...names);
  return createProcessHost({ runtimes, hardware: () => detectHardware({ home }), log: console.error });
}
