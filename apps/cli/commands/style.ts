import { createReadStream } from 'node:fs';
import { access, constants, mkdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isKinoraError, KinoraError, looks } from '@kinora/capabilities';
import type { Look } from '@kinora/capabilities';
import { fromProblem, openKinora } from '@kinora/server';
import type { Kinora } from '@kinora/server';
import { liveFileLimits, presets, readPrompt, styleVideoRequest, videoSizes } from '@kinora/studios/live-style/schema';
import type { LiveStyleEvent, PromptReading, StyleVideoRequest, VideoSize } from '@kinora/studios/live-style/schema';
import { Command, Option } from 'commander';
import { createStyleReporter } from '../style-reporter.ts';

/** Options of `kinora style` as typed. */
type Options = {
  look?: Look;
  prompt: string;
  preset?: string;
  detail?: number;
  strength?: number;
  size: VideoSize;
  fps?: number;
  sound: boolean;
  title?: string;
  out?: string;
  json?: boolean;
};

/** `kinora style`: a video becomes a moving painting. */
export function styleCommand(): Command {
  return new Command('style')
    .description('paint a video: oil, watercolour, anime and nine more looks')
    .argument('<video>', 'MP4, MOV, WebM, MKV, AVI and others, up to two hours')
    .addOption(new Option('--look <look>', 'default the one in the words, else oil').choices([...looks]))
    .option('--prompt <words>', 'colours, light, season, weather, mood: "golden autumn evening, soft"', '')
    .addOption(new Option('--preset <name>', 'a ready style').choices(presets.map(({ id }) => id)))
    .option('--detail <number>', '0 broad strokes … 1 fine ones; default 0.5', Number)
    .option('--strength <number>', '0 as filmed … 1 wholly painted; default 1', Number)
    .addOption(
      new Option('--size <size>', '512: a square; 540p, 720p: the shorter side; source: as it is')
        .choices([...videoSizes])
        .default('512'),
    )
    .option('--fps <number>', 'pictures painted a second, 1 to 60; default those of the video, at most 15', Number)
    .option('--no-sound', 'without the sound of the video')
    .option('--title <title>', 'default the name of the file')
    .option('--out <file>', 'default named like the video and the look')
    .option('--json', 'progress as JSON lines, the result last')
    .addHelpText(
      'after',
      `
Examples:
  kinora style clip.mp4 --look oil --prompt "golden autumn evening, soft" --out painted.mp4
  kinora style phone.mov --preset spring-watercolour --size 720p
  kinora style talk.webm --prompt "アニメ、夏の朝" --fps 24

Ctrl-C cancels: no half-made file stays.
Exit codes: 0 done, 1 failed, 2 wrong options, 130 cancelled.`,
    )
    .action(styleOne);
}

async function styleOne(path: string, options: Options): Promise<void> {
  const cancel = new AbortController();
  // A second Ctrl-C ends at once, as the shell's users expect.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => cancel.abort());
  await checkInput(path);
  const { words, reading } = parseRequest(options);
  const out = await chooseOut(path, options, words.style.look);
  using reporter = createStyleReporter({ json: options.json === true });
  for (const line of describeReading(reading)) reporter.line(line);
  reporter.step('opening Kinora');
  await using kinora = await openKinora({
    role: 'command',
    isWarm: false,
    log: options.json === true ? () => undefined : undefined,
  });
  if (cancel.signal.aborted) throw cancelled();
  const { work, job } = await kinora.liveWorks.create({ ...words, file: await store(path, kinora) });
  reporter.begin(work.id, job.id);
  const cancelJob = () => {
    reporter.step('Cancelling …');
    // It may have ended in this moment.
    kinora.jobs.cancel(job.id).catch(() => undefined);
  };
  cancel.signal.addEventListener('abort', cancelJob);
  if (cancel.signal.aborted) cancelJob();
  {
    // Ended before the result is told, which is the last line.
    using stack = new DisposableStack();
    stack.use(followProgress(kinora, job.id, reporter.progress));
    for await (const { event } of kinora.jobs.events(job.id, { after: 0, signal: new AbortController().signal })) {
      reporter.event(event as unknown as LiveStyleEvent);
    }
  }
  const ended = await kinora.jobs.get(job.id);
  const { result } = await kinora.liveWorks.get(work.id);
  if (cancel.signal.aborted || ended.state === 'cancelled') {
    await kinora.liveWorks.remove(work.id);
    throw cancelled();
  }
  if (ended.state !== 'done' || result === null) {
    await kinora.liveWorks.remove(work.id);
    if (ended.error !== null) throw fromProblem(ended.error);
    throw new KinoraError('job.failed', 'The video could not be painted. Run the same command again.');
  }
  await kinora.liveWorks.exportFile(work.id, 'video', out);
  reporter.result({ id: work.id, work: result, out });
}

/** A checked request from what was typed, without its file; errors name the option. */
function parseRequest(options: Options): { words: Omit<StyleVideoRequest, 'file'>; reading: PromptReading } {
  const { look, prompt, preset: presetId, detail, strength, size, fps, sound, title } = options;
  const preset = presets.find(({ id }) => id === presetId);
  const words = [preset?.style.prompt, prompt].filter(Boolean).join(', ');
  const chosen = look ?? preset?.style.look;
  const from = preset?.style ?? { look: 'oil', strength: 1, detail: 0.5 };
  const reading = readPrompt(words, chosen === undefined ? {} : { base: { ...from, look: chosen } });
  const style = {
    ...reading.style,
    // What was asked for by its own option counts more than words.
    ...(chosen !== undefined && { look: chosen }),
    ...(detail !== undefined && { detail }),
    ...(strength !== undefined && { strength }),
  };
  const parsed = styleVideoRequest.omit({ file: true }).safeParse({ kind: 'video', style, size, fps, sound, title });
  if (parsed.success) return { words: parsed.data, reading };
  const detailOf = ({ path, message }: { path: PropertyKey[]; message: string }) =>
    `--${String(path.at(-1))}: ${message}`;
  throw new KinoraError('request.invalid', parsed.error.issues.map(detailOf).join('\n        '));
}

/** What the words did, and which of them nothing is known of. */
function describeReading({ effects, unknown }: PromptReading): string[] {
  const did = effects.filter(({ does }) => does.en !== '').map(({ words, does }) => `${words}: ${does.en}`);
  const missed = unknown.map(({ words, suggestion }) => `“${words}”${suggestion ? ` (${suggestion}?)` : ''}`);
  return [...did, ...(missed.length > 0 ? [`says nothing to the painters: ${missed.join(', ')}`] : [])];
}

async function checkInput(path: string): Promise<void> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) throw new KinoraError('request.invalid', `There is no file “${path}”; check its name.`);
  if (!facts.isFile()) throw new KinoraError('request.invalid', `“${path}” is a folder; name a file.`);
  if (facts.size > liveFileLimits.videoBytes) throw new KinoraError('request.invalid', `“${path}” has more than 2 GB.`);
}

/** Where the film goes. What can't be written is told before the work, not after it. */
async function chooseOut(path: string, { out }: Options, look: Look): Promise<string> {
  const name = `${basename(path, extname(path))} (${look}).mp4`;
  const isFolder = out !== undefined && (await stat(out).catch(() => null))?.isDirectory() === true;
  const target = resolve(out === undefined ? name : isFolder ? join(out, name) : out);
  if (target === resolve(path))
    throw new KinoraError('request.invalid', '--out: that is the video itself; choose another name.');
  if (extname(target).toLowerCase() !== '.mp4')
    throw new KinoraError('request.invalid', '--out: the film is an MP4; let its name end in .mp4.');
  try {
    await mkdir(dirname(target), { recursive: true });
    await access(dirname(target), constants.W_OK);
  } catch (cause) {
    throw new KinoraError('request.invalid', `--out: “${dirname(target)}” can't be written; choose another place.`, {
      cause,
    });
  }
  return target;
}

async function store(path: string, kinora: Kinora) {
  const chunks = createReadStream(path, { highWaterMark: 1 << 20 });
  return kinora.uploads
    .receive({ name: basename(path), chunks, limit: liveFileLimits.videoBytes })
    .catch((cause: unknown) => {
      if (!isKinoraError(cause) || !cause.code.startsWith('request.')) throw cause;
      throw new KinoraError('request.invalid', `${path}: ${cause.message}`, { cause });
    });
}

function cancelled(): KinoraError {
  return new KinoraError('job.cancelled', 'Cancelled. No half-made file is left.');
}

/** Looks twice a second how far the job is; the events tell steps, not fractions. */
function followProgress(kinora: Kinora, jobId: string, tell: (fraction: number, step: string) => void): Disposable {
  const look = setInterval(() => {
    kinora.jobs.get(jobId).then(
      ({ progress, step }) => tell(progress, step),
      () => undefined,
    );
  }, 500);
  return { [Symbol.dispose]: () => clearInterval(look) };
}
