/**
 * Loaded first into every process that is forked, before it has started a thread: threads inherit its priority. The
 * process lets everything else on the machine go first, the server above all; it is the first to go when memory runs out;
 * and it ends when the one that forked it is gone, however that died.
 */
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

try {
  setPriority(10);
} catch {
  // A container may forbid it; then all share alike.
}
if (process.platform === 'linux') {
  try {
    writeFileSync('/proc/self/oom_score_adj', '800');
  } catch {
    // Then the kernel chooses by size, which will mostly be this process too.
  }
}
process.on('disconnect', () => process.exit(1));
