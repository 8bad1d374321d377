import type { ProcessHost, RuntimeName } from '@kinora/capabilities';
import { createTestHost } from '@kinora/capabilities/testing';
import { testRuntimes } from '@kinora/platform/testing';

/** A host whose models run on a real runtime in the test's own process. The runtime is installed when it is missing. */
export async function openRuntimeHost(runtime: RuntimeName): Promise<ProcessHost> {
  const { importPackage } = await testRuntimes(runtime);
  return createTestHost({ importPackage: importPackage(runtime) });
}
