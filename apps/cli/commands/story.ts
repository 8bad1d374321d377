import { KinoraError } from '@kinora/capabilities';
import { openKinora } from '@kinora/server';
import { outputKinds, storyRequest } from '@kinora/studios/story/schema';
import type { OutputKind, StoryRequest } from '@kinora/studios/story/schema';
import { Command, Option } from 'commander';
import { createStoryReporter } from '../story-reporter.ts';
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
  outputs: string[];
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
    .description('make a bedtime story from a wish')
    .argument('[wish]', 'e.g. "a shy fox who is afraid of the dark"')
    .option('--age <years>', 'age of the child, 2 to 10', Number, 5)
    .option('--name <name>', 'for the dedication')
    .option('--interest <words>', 'what the child loves; may be repeated', list, [])
    .option('--comfort <words>', 'what helps the child to sleep; may be repeated', list, [])
    .option('--fear <words>', 'what is kept out; may be repeated', list, [])
    .option('--minutes <number>', '3, 5 or 10', Number, 3)
    .option('--scenes <number>', '3 to 10', Number)
    .addOption(
      new Option('--style <style>', 'how it is painted')
        .choices(['watercolour', 'paper-cut', 'night-light', 'ink-wash'])
        .default('watercolour'),
    )
    .addOption(
      new Option('--aspect <shape>', 'shape of pictures and video').choices(['16:9', '9:16', '1:1']).default('16:9'),
    )
    .option('--voice <voice>', 'who reads', 'willow')
    .option('--pace <factor>', '0.6 slow to 1.4 fast', Number, 1)
    .addOption(
      new Option('--captions <kind>', 'captions of the video').choices(['none', 'soft', 'karaoke']).default('soft'),
    )
    .option('--no-music', 'without the lullaby under the voice')
    .option('--seed <number>', 'the same seed tells the same story again', Number)
    .option('--out <folder>', 'where the files go; default a folder named like the story')
    .addOption(
      new Option('--outputs <kinds...>', 'which files').choices([...outputKinds]).default([...outputKinds], 'all'),
    )
    .option('--batch <file>', 'JSON lines of {id, wish, profile, …}: many stories at once')
    .option('--text-only', 'write the text, nothing else')
    .option('--json', 'progress as JSON lines, the result last')
    .action(async (wish: string | undefined, options: StoryOptions) => {
      if (options.batch !== undefined) return writeBatch(options.batch, options);
      const request = parseRequest(wish ?? '', options);
      if (options.textOnly === true) return writeBatch([{ id: '1', request }], options);
      await makeOne(request, options);
    });
}

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
    .map(({ path, message }) => `${path.join('.') || 'wish'}: ${message}`)
    .join('\n        ');
  throw new KinoraError('request.invalid', detail);
}

async function makeOne(request: StoryRequest, options: StoryOptions): Promise<void> {
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  process.once('SIGTERM', () => cancel.abort());
  const reporter = createStoryReporter({ json: options.json === true });
  await using kinora = await openKinora({ role: 'command' });
  const { story, job } = await kinora.stories.create(request, { outputs: options.outputs as OutputKind[] });
  reporter.begin(story.id, job.id);
  let isCancelled = false;
  cancel.signal.addEventListener('abort', () => {
    isCancelled = true;
    reporter.note('Cancelling …');
    void kinora.stories.cancel(job.id);
  });
  for await (const { event } of kinora.stories.events(job.id, { after: 0, signal: AbortSignal.timeout(3_600_000) }))
    reporter.event(event);
  const ended = await kinora.stories.job(job.id);
  if (isCancelled || ended.state === 'cancelled') {
    reporter.end();
    throw new KinoraError('job.cancelled', 'Cancelled. What was finished is kept; nothing half-made is left.');
  }
  if (ended.state !== 'done')
    throw new KinoraError('job.failed', ended.error?.detail ?? 'The story could not be made.');
  const { story: made, result } = await kinora.stories.get(story.id);
  if (result === null) throw new KinoraError('job.failed', 'The story has no result. Run the same command again.');
  const files = await kinora.exportStory(
    story.id,
    options.out ?? folderName(made.title),
    options.outputs as OutputKind[],
  );
  reporter.result({
    id: story.id,
    title: made.title,
    files,
    seconds: result.seconds,
    reuse: result.reuse,
    note: result.note,
    level: result.script.level,
  });
  process.exitCode = 0;
}

function folderName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase() || 'story'
  );
}
