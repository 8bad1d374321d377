import { spawn } from 'node:child_process';
import { root } from './root.ts';

// The server starts again when its source changes; pages reload by Vite.
const child = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', 'apps/cli/main.ts', 'serve', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KINORA_DEV: '1' },
  },
);
child.on('exit', (code) => process.exit(code ?? 1));
