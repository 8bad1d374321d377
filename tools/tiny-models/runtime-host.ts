import type { ModelServerContext, ProcessHost, RuntimeName } from '@kinora/capabilities';
import { createTestHost } from '@kinora/capabilities/testing';
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
