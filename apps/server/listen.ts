import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { isLoopback } from '@kinora/platform/auth';
import { networkAddresses } from '@kinora/platform/relay';
import { defaultHomePath } from '@kinora/platform/db';
import { createApp } from './app.ts';
import { createViewersApp } from './broadcasts/viewers-app.ts';
import { openKinora } from './compose.ts';
import type { Kinora } from './compose.ts';

/** The port Kinora prefers. */
export const defaultPort = 4850;

/** A server that listens. */
export type RunningServer = {
  url: string;
  /** Signs one browser in, once. */
  signInUrl: string;
  kinora: Kinora;
  close(): Promise<void>;
};

/**
 * Starts Kinora on this machine.
 * @param options.port Default 4850 or the next free one; a port given by hand must be free.
 * @throws KinoraError `server.bind-refused` for an address other machines can reach, `server.port-in-use`, `home.busy` …
 */
export async function startServer(
  options: { port?: number; host?: string; logLevel?: string } = {},
): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1';
  if (!isLoopback(host)) {
    throw new KinoraError(
      'server.bind-refused',
      `Kinora does not listen on ${host}: it has no accounts yet, so anybody in the network could use it. Leave --host out, and reach it from elsewhere through an SSH tunnel: ssh -L ${options.port ?? defaultPort}:127.0.0.1:${options.port ?? defaultPort} <this machine>.`,
    );
  }
  await using stack = new AsyncDisposableStack();
  const kinora = stack.use(await openAsServer(options.port));
  let port = 0;
  const app = await createApp(kinora, { port: () => port, logLevel: options.logLevel });
  stack.defer(() => app.close());
  port = await listen(app, host === 'localhost' ? '127.0.0.1' : host, options.port);
  const url = `http://${host === '::1' ? '[::1]' : '127.0.0.1'}:${port}`;
  const shared = await offerToNetwork(kinora, stack);
  kinora.broadcasts.setOrigins({ local: url, shared });
  await writeFile(addressFile(), url, { mode: 0o600 });
  stack.defer(() => rm(addressFile(), { force: true }));
  const signInUrl = `${url}/sign-in?token=${await kinora.createSignIn()}`;
  const owned = stack.move();
  return { url, signInUrl, kinora, close: () => owned.disposeAsync() };
}

/**
 * Opens the page to watch on, and nothing else, to the networks of this machine, where KINORA_VIEWERS_PORT says so.
 * @returns The addresses of it.
 */
async function offerToNetwork(kinora: Kinora, stack: AsyncDisposableStack): Promise<string[]> {
  const { viewersPort } = kinora.broadcastSettings;
  if (viewersPort === null) return [];
  const app = await createViewersApp(kinora);
  stack.defer(() => app.close());
  await listen(app, '0.0.0.0', viewersPort);
  return networkAddresses()
    .filter((address) => !address.includes(':'))
    .map((address) => `http://${address}:${viewersPort}`);
}

/** A new sign-in link for the server that runs on this home. @throws KinoraError `database.unavailable` when none does. */
export async function printSignInLink(): Promise<string> {
  const url = await runningAddress();
  if (url === null) {
    throw new KinoraError(
      'database.unavailable',
      'No Kinora is running on this home. Start it with npm start; it prints a link.',
    );
  }
  await using kinora = await openKinora({ role: 'command' });
  return `${url}/sign-in?token=${await kinora.createSignIn()}`;
}

/** Where the server of this home listens; null when none runs. */
export async function runningAddress(): Promise<string | null> {
  const url = await readFile(addressFile(), 'utf8').catch(() => null);
  // The file of a server that was killed stays behind.
  return url !== null && (await isAnswering(url)) ? url : null;
}

const addressFile = () => join(process.env['KINORA_HOME'] || defaultHomePath(), 'address');

async function isAnswering(url: string): Promise<boolean> {
  return fetch(`${url}/health`, { signal: AbortSignal.timeout(10_000) }).then(
    ({ ok, status }) => ok || status === 503,
    () => false,
  );
}

/** @throws KinoraError `home.busy` that names the address of the server that is there. */
async function openAsServer(port: number | undefined): Promise<Kinora> {
  try {
    return await openKinora({ role: 'server', port });
  } catch (cause) {
    const url = await readFile(addressFile(), 'utf8').catch(() => null);
    if (!isKinoraError(cause) || cause.code !== 'home.busy' || url === null) throw cause;
    throw new KinoraError(
      'home.busy',
      `Kinora is already running on this home, at ${url}. Use that one (kinora sign-in prints a link), stop it, or set KINORA_HOME to another folder.`,
      { cause },
    );
  }
}

async function listen(
  app: Awaited<ReturnType<typeof createApp>>,
  host: string,
  asked: number | undefined,
): Promise<number> {
  const candidates = asked === undefined ? Array.from({ length: 20 }, (_, index) => defaultPort + index) : [asked];
  for (const port of candidates) {
    try {
      const address = new URL(await app.listen({ port, host }));
      return Number(address.port);
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code;
      if (code === 'EADDRINUSE' && port !== candidates.at(-1)) continue;
      if (code === 'EADDRINUSE') {
        throw new KinoraError(
          'server.port-in-use',
          `Port ${port} is in use by another program. Choose one with --port, or leave it out and Kinora takes the next free one.`,
          { cause },
        );
      }
      if (code === 'EACCES')
        throw new KinoraError(
          'server.port-in-use',
          `Port ${port} may not be used by this user. Choose one above 1023 with --port.`,
          { cause },
        );
      throw cause;
    }
  }
  throw new KinoraError(
    'server.port-in-use',
    `Ports ${candidates[0]} to ${candidates.at(-1)} are all in use. Choose one with --port.`,
  );
}
