import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.ts';

/** A Kinora in a process of its own, as a user starts it. */
export type ServerProcess = AsyncDisposable & {
  url: string;
  home: string;
  signInUrl: string;
  /** A session's cookie, for requests. */
  cookie: string;
  child: ChildProcess;
  /** Seconds from the start of the process to the first answer. */
  secondsToReady: number;
  /** Calls the API; throws when the answer is not a success. */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
};

/** Starts `kinora serve` on a free port. A home of its own is removed when it is disposed. */
export async function startServerProcess(
  options: {
    home?: string;
    port?: number;
    environment?: Record<string, string>;
    /** Starts through `bin/kinora.mjs`, as npm start does. */
    throughLauncher?: boolean;
  } = {},
): Promise<ServerProcess> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'kinora-')));
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      join(root, options.throughLauncher === true ? 'bin/kinora.mjs' : 'apps/cli/main.ts'),
      'serve',
      ...(options.port === undefined ? [] : ['--port', String(options.port)]),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', KINORA_HOME: home, ...options.environment },
    },
  );
  const signInUrl = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const link = /http:\/\/\S+\/sign-in\?token=\S+/.exec(output)?.[0];
      if (link !== undefined) resolve(link);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code, signal) => reject(new Error(`kinora serve ended with ${code ?? signal}:\n${output}`)));
  });
  const answer = await fetch(signInUrl, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const url = new URL(signInUrl).origin;
  return {
    url,
    home,
    signInUrl,
    cookie,
    child,
    secondsToReady: (performance.now() - started) / 1000,
    async api(method, path, body, headers = {}) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return response;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      if (options.home === undefined) await rm(home, { recursive: true, force: true });
    },
  };
}
