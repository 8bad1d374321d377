import type { ServedBy } from '@kinora/capabilities';
import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<ServedBy[]>();

/** Notes who did a piece of work, with the step that is being computed; ignored outside of one. */
export function recordServedBy(served: ServedBy): void {
  current.getStore()?.push(served);
}

/** Runs a computation and collects who worked for it. */
export async function collectServedBy<Value>(
  compute: () => Promise<Value>,
): Promise<{ value: Value; servedBy: ServedBy[] }> {
  const servedBy: ServedBy[] = [];
  return { value: await current.run(servedBy, compute), servedBy };
}
