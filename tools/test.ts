import { spawnSync } from 'node:child_process';
import { root } from './root.ts';
import { runAll } from './steps.ts';

// The browser tests need the web app as a user gets it.
const built = spawnSync(process.execPath, ['tools/setup.mjs'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
await runAll([
  ['check', 'node', ['tools/check.ts', '--no-tests']],
  ['tests', 'vitest', ['run', ...process.argv.slice(2)]],
]);
