import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { exitCodes, exitWith, reportFailure } from './exit.ts';

/**
 * Every command, loaded when it is asked for: most bring the server along, which takes a second, and what is quick should
 * start at once. Without a known name all are loaded, for the help and the default.
 */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand(),
  story: async () => (await import('./commands/story.ts')).storyCommand(),
  'music-video': async () => (await import('./commands/music-video.ts')).musicVideoCommand(),
  style: async () => (await import('./commands/style.ts')).styleCommand(),
  analyze: async () => (await import('./commands/analyze.ts')).analyzeCommand(),
  lesson: async () => (await import('./commands/lesson.ts')).lessonCommand(),
  vocabulary: async () => (await import('./commands/vocabulary.ts')).vocabularyCommand(),
  guard: async () => (await import('./commands/guard.ts')).guardCommand(),
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand(),
  'sign-in': async () => (await import('./commands/sign-in.ts')).signInCommand(),
  worker: async () => (await import('./commands/worker.ts')).workerCommand(),
  models: async () => (await import('./commands/models.ts')).modelsCommand(),
  providers: async () => (await import('./commands/providers.ts')).providersCommand(),
};

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const asJson = process.argv.includes('--json');

const program = new Command('kinora')
  .description('Bedtime stories, music videos and moving paintings, made on your own machine: no account, no network.')
  .version(version)
  .addHelpText(
    'after',
    `
Start with:
  kinora serve                                    the web app; prints its address
  kinora story "a shy fox who is afraid of the dark" --age 5 --out ./fox
  kinora music-video song.mp3 --out song.mp4      a video that moves with the music
  kinora style clip.mp4 --look oil               a video as a moving painting
  kinora analyze song.mp3                         beats, sections and key moments of a song
  kinora lesson stream.mp4 --subs stream.srt      vocabulary, Anki, worksheet and cut videos of a stream
  kinora vocabulary stream.srt                    what there is to learn in subtitles

Kinora keeps its library in KINORA_HOME; every command sees the same one. "kinora <command> --help" tells more.`,
  );

const wanted = process.argv[2] ?? '';
const chosen = Object.hasOwn(commands, wanted) ? [wanted] : Object.keys(commands);
for (const name of chosen) program.addCommand(await commands[name]!(), { isDefault: name === 'serve' });
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
