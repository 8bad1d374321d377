import { KinoraError } from '@kinora/capabilities';
import { fromProblem, openKinora } from '@kinora/server';
import type { Kinora } from '@kinora/server';
import { builtinVoices, outputKinds, storyRequest } from '@kinora/studios/story/schema';
import type { OutputKind, StoryEvent, StoryRequest } from '@kinora/studios/story/schema';
import { Command, InvalidArgumentError, Option } from 'commander';
import { createStoryReporter } from '../story-reporter.ts';
import type { StoryReporter } from '../story-reporter.ts';
import { writeBatch } from './story-batch.ts';

/** Options of `kinora story` as typed. */
export type StoryOptions = {
  age: number;
  name?: string;
  interest: string[];
  comfort: string[];
  fear: string[];
  minutes: number;
  scenes?: number;
  style: string;
  aspect: string;
  voice: string;
  pace: number;
  captions: string;
  music: boolean;
  seed?: number;
  out?: string;
  outputs: OutputKind[];
  json?: boolean;
  batch?: string;
  textOnly?: boolean;
};

const list = (value: string, before: string[]) => [
  ...before,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
];

/** `kinora story`: a wish becomes a bedtime story. */
export function storyCommand(): Command {
  return new Command('story')
    .description('make a bedtime story from a wish: pictures, voice, video, e-book')
    .argument('[wish]', 'e.g. "a shy fox who is afraid of the dark"')
    .option('--age <years>', 'age of the child, 2 to 10', Number, 5)
    .option('--name <name>', 'name of the child, for the dedication')
    .option('--interest <words>', 'what the child loves, with commas between; may be repeated', list, [])
    .option('--comfort <words>', 'what helps the child to sleep; may be repeated', list, [])
    .option('--fear <words>', 'what is kept out; may be repeated', list, [])
    .option('--minutes <number>', 'how long it is to hear: 3, 5 or 10', Number, 3)
    .option('--scenes <number>', 'number of pages, 3 to 10; default by length: 4, 6, 9', Number)
    .addOption(
      new Option('--style <style>', 'how it is painted')
        .choices(['watercolour', 'paper-cut', 'night-light', 'ink-wash'])
        .default('watercolour'),
    )
    .addOption(
      new Option('--aspect <shape>', 'shape of pictures and video').choices(['16:9', '9:16', '1:1']).default('16:9'),
    )
    .option('--voice <voice>', `who reads: ${builtinVoices.join(', ')}`, 'willow')
    .option('--pace <factor>', '0.6 slow to 1.4 fast', Number, 1)
    .addOption(
      new Option('--captions <kind>', 'captions of the video').choices(['none', 'soft', 'karaoke']).default('soft'),
    )
    .option('--no-music', 'without the lullaby under the voice')
    .option('--seed <number>', 'the same seed tells the same story again', Number)
    .option('--out <folder>', 'where the files go; default a folder named like the story')
    .addOption(
      new Option('--outputs <kinds>', `which files, with commas between: ${outputKinds.join(', ')}`)
        .argParser(parseOutputs)
        .default([...outputKinds], 'all'),
    )
    .option(
      '--batch <file>',
      'many stories at once, as text: JSON lines of {id, wish, profile, …}; - reads standard input',
    )
    .option('--text-only', 'write the text, nothing else')
    .option('--json', 'progress as JSON lines, the result last')
    .addHelpText(
      'after',
      `
Examples:
  kinora story "a shy fox who is afraid of the dark" --age 5 --out ./fox
  kinora story "a whale who hums" --age 3 --name Mia --interest owls,trains --outputs pdf,audio
  kinora story "a robot with a cold" --text-only

Ctrl-C cancels: no half-made file and no half-made story stays.
Exit codes: 0 done, 1 failed, 2 wrong options, 3 the guard said no, 130 cancelled.`,
    )
    .action(async (wish: string | undefined, options: StoryOptions) => {
      if (options.batch !== undefined) return writeBatch(options.batch, options);
      const request = parseRequest(wish ?? '', options);
      if (options.textOnly === true) return writeBatch({ request }, options);
      await makeOne(request, options);
    });
}

const optionNames: Record<string, string> = {
  'profile.age': '--age',
  'profile.name': '--name',
  'profile.interests': '--interest',
  'profile.comforts': '--comfort',
  'profile.fears': '--fear',
  minutes: '--minutes',
  scenes: '--scenes',
  voice: '--voice',
  pace: '--pace',
  seed: '--seed',
};

/** A checked request from what was typed; errors name the option. */
export function parseRequest(wish: string, options: StoryOptions): StoryRequest {
  const { age, name, interest, comfort, fear, ...rest } = options;
  const parsed = storyRequest.safeParse({
    ...rest,
    wish,
    profile: { age, name, interests: interest, comforts: comfort, fears: fear },
  });
  if (parsed.success) return parsed.data;
  const detail = parsed.error.issues
    .map(({ path, message }) => `${optionNames[path.slice(0, 2).join('.')] ?? (path.join('.') || 'wish')}: ${message}`)
    .join('\n        ');
  throw new KinoraError('request.invalid', detail);
}

async function makeOne(request: StoryRequest, options: StoryOptions): Promise<void> {
  const cancel = new AbortController();
  // A second Ctrl-C ends at once, as the shell's users expect.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => cancel.abort());
  await using kinora = await openKinora({ role: 'command', log: options.json === true ? () => undefined : undefined });
  if (cancel.signal.aborted) throw cancelled();
  const { story, job } = await kinora.stories.create(request, { outputs: options.outputs });
  await using reporter = disposable(createStoryReporter({ json: options.json === true }));
  reporter.begin(story.id, job.id);
  const cancelJob = () => {
    reporter.note('Cancelling …');
    // It may have ended in this moment.
    kinora.jobs.cancel(job.id).catch(() => undefined);
  };
  cancel.signal.addEventListener('abort', cancelJob);
  if (cancel.signal.aborted) cancelJob();
  using _ = followProgress(kinora, job.id, reporter);
  for await (const { event } of kinora.jobs.events(job.id, { after: 0, signal: new AbortController().signal }))
    reporter.event(event as unknown as StoryEvent);
  const ended = await kinora.jobs.get(job.id);
  const { story: made, result } = await kinora.stories.get(story.id);
  if (cancel.signal.aborted || ended.state === 'cancelled') {
    // Pages that are ready are kept in the library, as they are when the web app cancels; a story without any is not.
    if (result === null) await kinora.stories.remove(story.id);
    throw cancelled();
  }
  if (ended.state !== 'done' || result === null) {
    if (ended.error !== null) throw fromProblem(ended.error);
    throw new KinoraError('job.failed', 'The story could not be made. Run the same command again.');
  }
  const files = await kinora.exportStory(story.id, options.out ?? folderName(made.title), options.outputs);
  reporter.result({
    id: story.id,
    title: made.title,
    files,
    seconds: result.seconds,
    reuse: result.reuse,
    note: result.note,
    level: result.script.level,
  });
}

function cancelled(): KinoraError {
  return new KinoraError('job.cancelled', 'Cancelled. No half-made file or story is left.');
}

function disposable(reporter: StoryReporter): StoryReporter & AsyncDisposable {
  return { ...reporter, [Symbol.asyncDispose]: async () => reporter.end() };
}

/** Looks twice a second how far the job is; the events tell steps, not fractions. */
function followProgress(kinora: Kinora, jobId: string, reporter: StoryReporter): Disposable {
  const look = setInterval(() => {
    kinora.jobs.get(jobId).then(
      ({ progress }) => reporter.progress(progress),
      () => undefined,
    );
  }, 500);
  return { [Symbol.dispose]: () => clearInterval(look) };
}

function parseOutputs(value: string): OutputKind[] {
  return value.split(',').map((part) => {
    const kind = outputKinds.find((each) => each === part.trim());
    if (kind !== undefined) return kind;
    throw new InvalidArgumentError(`There is no “${part.trim()}”. There are: ${outputKinds.join(', ')}.`);
  });
}

function folderName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase() || 'story'
  );
}
