import { openKinora } from '@kinora/server';
import { Command } from 'commander';
import { untilStopped } from '../until-stopped.ts';

/** `kinora worker`: one more worker on the same database. */
export function workerCommand(): Command {
  return new Command('worker')
    .description('run one more worker on the same database (KINORA_DATABASE_URL, or the home of a running Kinora)')
    .action(async () => {
      await using kinora = await openKinora({ role: 'worker' });
      process.stdout.write(`Worker ${kinora.executorId} is ready. Ctrl-C stops it; what it was doing is taken over.\n`);
      await untilStopped(kinora.displaced);
    });
}
