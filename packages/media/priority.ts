import { setPriority } from 'node:os';

/**
 * Lets everything else on the machine go first, the server above all: its answers wait for milliseconds, pictures and
 * films for seconds. Called at the start of a worker thread or a child process. On Linux priorities belong to threads, and
 * threads that are started later inherit theirs; elsewhere a thread can't be told apart from its process, so only
 * `process` has an effect there.
 * @param scope What is to wait.
 * @param niceness How much, 1 to 19: the share of a core that it gets beside others falls by a fifth with each step. It can
 * only be raised. Default 10.
 */
export function letOthersGoFirst(scope: 'thread' | 'process', niceness = 10): void {
  if (scope === 'thread' && process.platform !== 'linux') return;
  try {
    setPriority(niceness);
  } catch {
    // A container may forbid it; then all share alike.
  }
}
