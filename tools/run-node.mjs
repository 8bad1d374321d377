import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { nodePath, root } from './setup.mjs';

/**
 * Runs Node 24 with the arguments, hands signals on, and ends as it ends.
 * The IPC channel tells the child when this process is gone, so nothing is left running after a kill.
 * @param {string[]} args
 * @param {Record<string, string>} variables Set in its environment.
 */
export function runNode(args, variables = {}) {
  const environment = {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
    ...variables,
  };
  const child = spawn(nodePath(), args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: environment });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the child by itself (same process group); only a signal sent to this process alone is handed on.
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    if (signal !== null) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else {
      process.exit(code ?? 1);
    }
  });
}
