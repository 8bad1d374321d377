import { version } from '@kinora/server';
import { Command, CommanderError } from 'commander';
import { doctorCommand } from './commands/doctor.ts';
import { guardCommand } from './commands/guard.ts';
import { modelsCommand } from './commands/models.ts';
import { providersCommand } from './commands/providers.ts';
import { serveCommand } from './commands/serve.ts';
import { signInCommand } from './commands/sign-in.ts';
import { storyCommand } from './commands/story.ts';
import { workerCommand } from './commands/worker.ts';
import { exitCodes, exitWith, reportFailure } from './exit.ts';

const asJson = process.argv.includes('--json');

const program = new Command('kinora')
  .description('Bedtime stories with pictures and a voice, made on your own machine: no account, no network.')
  .version(version)
  .addHelpText(
    'after',
    `
Start with:
  kinora serve                                    the web app; prints its address
  kinora story "a shy fox who is afraid of the dark" --age 5 --out ./fox

Kinora keeps its library in KINORA_HOME; every command sees the same one. "kinora <command> --help" tells more.`,
  );

for (const command of [
  serveCommand,
  storyCommand,
  guardCommand,
  doctorCommand,
  signInCommand,
  workerCommand,
  modelsCommand,
  providersCommand,
]) {
  program.addCommand(command(), { isDefault: command === serveCommand });
}
for (const command of [program, ...program.commands]) {
  command.exitOverride().showHelpAfterError('Use --help to see what can be given.');
  // With --json every line is JSON, also the one that says what was typed wrongly.
  if (asJson) command.configureOutput({ writeErr: () => undefined });
}

// The launcher holds this channel open; when it is gone, nobody waits for us any more.
process.on('disconnect', () => process.emit('SIGTERM'));
process.channel?.unref();
// Whoever reads our output may have read enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  const [name = '--'] = process.argv.slice(2);
  if (!name.startsWith('-') && name !== 'help' && !program.commands.some((command) => command.name() === name)) {
    program.error(`error: there is no command “${name}”`);
  }
  await program.parseAsync(process.argv);
  await exitWith(Number(process.exitCode ?? 0));
} catch (error) {
  if (!(error instanceof CommanderError)) await exitWith(reportFailure(error, asJson));
  else if (error.exitCode === 0) await exitWith(0);
  else {
    const message = error.message.replace(/^error: /, '');
    if (asJson) process.stdout.write(`${JSON.stringify({ type: 'error', code: 'request.invalid', message })}\n`);
    await exitWith(exitCodes.usage);
  }
}
