import { startServer } from '@kinora/server';
import { Command, InvalidArgumentError } from 'commander';
import { untilStopped } from '../until-stopped.ts';

/** `kinora serve`: the web app, the API and one worker. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('start the web app and print its address (what npm start does)')
    .option('--port <number>', 'port; default 4850, or the next free one', parsePort)
    .option('--host <address>', 'address to listen on; only this machine is allowed', '127.0.0.1')
    .action(async (options: { port?: number; host: string }) => {
      const started = performance.now();
      const server = await startServer(options);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(
        `\n  Kinora is ready (${seconds} s).\n\n  Open   ${server.signInUrl}\n\n  The link works once and signs this browser in. Ctrl-C stops Kinora.\n\n`,
      );
      await untilStopped(server.kinora.displaced);
      process.stdout.write('Stopping … stories that are being made go on at the next start.\n');
      await server.close();
    });
}

function parsePort(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}
