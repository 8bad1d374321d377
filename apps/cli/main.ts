import { isKinoraError } from '@kinora/capabilities';
import { Command, CommanderError } from 'commander';
import { doctorCommand } from './commands/doctor.ts';
import { guardCommand } from './commands/guard.ts';
import { serveCommand } from './commands/serve.ts';
import { signInCommand } from './commands/sign-in.ts';
import { storyCommand } from './commands/story.ts';
import { workerCommand } from './commands/worker.ts';
import { exitCodes, failWith } from './exit.ts';

const program = new Command('kinora')
  .description('A local-first AI media studio: stories made on your own machine.')
  .version('0.1.0')
  .showHelpAfterError('Use --help to see what can be given.')
  .exitOverride();

for (const command of [serveCommand, storyCommand, guardCommand, doctorCommand, signInCommand, workerCommand]) {
  program.addCommand(command().exitOverride(), { isDefault: command === serveCommand });
}

// The launcher holds this channel open; when it is gone, nobody waits for us any more.
process.on('disconnect', () => process.emit('SIGTERM'));
process.channel?.unref();

try {
  await program.parseAsync(process.argv);
  process.exit();
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : exitCodes.usage);
  failWith(error, isKinoraError(error) && process.argv.includes('--json'));
}
