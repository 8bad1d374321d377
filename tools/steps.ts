import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './root.ts';

/** Name for people, command from `node_modules/.bin`, arguments. */
export type Step = readonly [name: string, command: string, args: string[]];

/** Runs every step, also after one has failed, and exits with 1 if any did. */
export async function runAll(steps: Step[]): Promise<void> {
  const environment = {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  };
  const failed: string[] = [];
  for (const [name, command, args] of steps) {
    const start = performance.now();
    const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${done.status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
    if (done.status !== 0) failed.push(name);
  }
  if (failed.length > 0) {
    console.error(`Failed: ${failed.join(', ')}`);
    process.exit(1);
  }
}
