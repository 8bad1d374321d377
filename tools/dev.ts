import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

// The server starts again when its source changes; pages reload by Vite. (`node --watch` would also start again for the
// temporary file that Vite makes of its configuration, and so for ever.)
let child: ChildProcess | undefined;
let timer: NodeJS.Timeout | undefined;
let isStopping = false;

function start(): void {
  child = spawn(process.execPath, ['apps/cli/main.ts', 'serve', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KINORA_DEV: '1' },
  });
  child.once('exit', (code) => {
    child = undefined;
    if (isStopping) process.exit(code ?? 0);
    if (timer === undefined) console.log('Kinora has ended; it starts again when a file changes.');
  });
}

function restart(): void {
  timer = undefined;
  if (child === undefined) return start();
  child.once('exit', start);
  child.kill('SIGTERM');
}

for (const folder of ['apps/server', 'apps/cli', 'packages']) {
  watch(join(root, folder), { recursive: true }, (_event, name) => {
    if (name === null || !name.endsWith('.ts') || /\.test\.ts$|node_modules/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, 250);
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isStopping = true;
    if (child === undefined) process.exit(0);
    child.kill('SIGTERM');
  });
}
start();
