import { access, constants, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { isKinoraError, KinoraError } from '@kinora/capabilities';
import { openKinoraEarly } from '@kinora/server/early';
import type { Kinora } from '@kinora/server';
import {
  layoutPresets,
  learners,
  lessonLanguages,
  lessonOutputs,
  lessonRequest,
  papers,
  recordingLimits,
} from '@kinora/studios/language/schema';
import type {
  LessonEvent,
  LessonLanguage,
  LessonOutput,
  LessonRequest,
  LessonRequestInput,
} from '@kinora/studios/language/schema';
import { Command, InvalidArgumentError, Option } from 'commander';
import { createHash } from 'node:crypto';
import { createLessonReporter } from '../lesson-reporter.ts';

/** Options of `kinora lesson` as typed. */
type Options = {
  subs?: string;
  track?: number;
  language?: LessonLanguage;
  learns: LessonRequest['learns'];
  title?: string;
  link?: string;
  minutes?: number | 'all';
  cards: boolean;
  shorts?: number;
  shortSeconds?: number;
  layout: LessonRequest['layout'];
  paper: LessonRequest['paper'];
  furigana: boolean;
  only?: Kind[];
  out?: string;
  json?: boolean;
};

/** What `--only shorts` and the like stand for. */
const groups: Record<string, readonly Kind[]> = {
  shorts: ['short-1', 'short-2', 'short-3', 'short-4', 'short-5'],
  thumbnails: ['thumbnail-1', 'thumbnail-2', 'thumbnail-3'],
};

/** All that can be had: what the job makes, and the pages of a site, made of what is there. */
const usual = [...lessonOutputs, 'site'] as const;
type Kind = (typeof usual)[number];

/** `kinora lesson`: a recording becomes lessons. */
export function lessonCommand(): Command {
  return new Command('lesson')
    .description('make lessons of a recording: vocabulary, Anki, worksheet, a cut video, Shorts, thumbnails, posts')
    .argument('[recording]', 'a video or sound, up to 4 hours and 20 GB; it stays where it is')
    .option('--subs <file>', 'its words: SRT, WebVTT, ASS, YouTube’s json3 …; default a track within the recording')
    .option('--track <number>', 'which track within the recording holds the words', Number)
    .addOption(
      new Option('--language <language>', 'what is spoken, where a model has to listen').choices([...lessonLanguages]),
    )
    .addOption(new Option('--learns <language>', 'who learns: ja, en or both').choices([...learners]).default('both'))
    .option('--title <title>', 'default the name of the file')
    .option('--link <url>', 'page on which the recording plays; times are added to it')
    .option('--minutes <number>', 'length of the main video, or all; default 18', parseMinutes)
    .option('--no-cards', 'the main video without vocabulary cards')
    .option('--shorts <number>', 'how many Shorts, 0 to 5; default 4', Number)
    .option('--short-seconds <number>', 'longest a Short may be, 10 to 60; default 45', Number)
    .addOption(
      new Option('--layout <preset>', 'what of the picture Shorts show').choices([...layoutPresets]).default('auto'),
    )
    .addOption(new Option('--paper <size>', 'of the worksheet').choices([...papers]).default('A4'))
    .option('--no-furigana', 'no readings above kanji')
    .addOption(
      new Option(
        '--only <kinds>',
        `only these files, with commas between: ${[...usual, ...Object.keys(groups)].join(', ')}`,
      ).argParser(parseOutputs),
    )
    .option('--out <folder>', 'where the files go; default a folder named like the recording')
    .option('--json', 'progress as JSON lines, the result last')
    .addHelpText(
      'after',
      `
Examples:
  kinora lesson stream.mp4 --subs stream.ja.srt --out out/
  kinora lesson stream.mkv --link https://youtu.be/VIDEO --learns ja --minutes 12 --shorts 3
  kinora lesson --subs stream.ja.srt --only anki,worksheet --no-furigana --paper Letter

Ctrl-C cancels; the same command goes on where it stopped.
Exit codes: 0 done, 1 failed, 2 wrong options, 130 cancelled.`,
    )
    .action(makeOne);
}

async function makeOne(recording: string | undefined, options: Options): Promise<void> {
  const cancel = new AbortController();
  // A second Ctrl-C ends at once, as the shell's users expect.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => cancel.abort());
  if (recording === undefined && options.subs === undefined)
    throw new KinoraError('request.invalid', 'Name a recording, or give subtitles with --subs.');
  const path = recording === undefined ? undefined : await checkRecording(recording);
  const subtitles = options.subs === undefined ? undefined : await readSubtitles(options.subs);
  // What is wrong is told before anything is made or opened; where the words are is known later.
  parseRequest(options, { path, words: subtitles && stored });
  const out = await chooseFolder(recording ?? options.subs ?? '', options);
  using reporter = createLessonReporter({ json: options.json === true });
  reporter.step('opening Kinora');
  await using kinora = await openKinoraEarly({
    role: 'command',
    isWarm: false,
    log: options.json === true ? () => undefined : undefined,
  });
  if (cancel.signal.aborted) throw cancelled();
  const words = subtitles && (await storeSubtitles(subtitles, options.subs!, kinora));
  const request = parseRequest(options, { path, words });
  const kinds = (options.only ?? usual).filter((kind) => !isSpareShort(kind, request));
  const outputs = kinds.filter((kind) => kind !== 'site');
  const { id, jobId } = await begin(request, outputs, { kinora, path });
  reporter.begin(id, jobId);
  const cancelJob = () => {
    reporter.step('Cancelling …');
    // It may have ended in this moment.
    kinora.jobs.cancel(jobId).catch(() => undefined);
  };
  cancel.signal.addEventListener('abort', cancelJob);
  if (cancel.signal.aborted) cancelJob();
  {
    // Ended before the result is told, which is the last line.
    using stack = new DisposableStack();
    stack.use(followProgress(kinora, jobId, reporter.progress));
    for await (const { event } of kinora.jobs.events(jobId, { after: 0, signal: new AbortController().signal })) {
      reporter.event(event as unknown as LessonEvent);
    }
  }
  const ended = await kinora.jobs.get(jobId);
  // A lesson that was cancelled is kept: the same command finds what is finished there.
  if (cancel.signal.aborted || ended.state === 'cancelled') throw cancelled();
  const { result } = await kinora.lessons.get(id);
  if (ended.state !== 'done' || result === null) {
    if (ended.error !== null) throw (await import('@kinora/server')).fromProblem(ended.error);
    throw new KinoraError('job.failed', 'The lesson could not be made. Run the same command again.');
  }
  const made = outputs.filter((output) => result.outputs[output] !== undefined);
  const files = await kinora.lessons.exportFiles(id, made, out);
  const site = kinds.includes('site') ? await kinora.site.exportFolder(join(out, 'site'), id) : null;
  reporter.result({ id, lesson: result, files: { ...files, ...(site !== null && { site }) } });
}

/** Begins a lesson, or goes on with the same one: it is known by its recording and all that was chosen. */
async function begin(
  request: LessonRequest,
  outputs: readonly LessonOutput[],
  { kinora, path }: { kinora: Kinora; path: string | undefined },
): Promise<{ id: string; jobId: string }> {
  const facts = path === undefined ? null : await stat(path);
  const known = JSON.stringify([request, outputs, facts?.size, facts?.mtimeMs]);
  const idempotencyKey = `cli-lesson-${createHash('sha256').update(known).digest('hex')}`;
  const options = { outputs, isTrusted: true };
  const { lesson, job } = await kinora.lessons
    .create(request, { ...options, idempotencyKey })
    .catch((cause: unknown) => {
      // The lesson of an earlier run was deleted.
      if (!isKinoraError(cause) || cause.code !== 'resource.missing') throw cause;
      return kinora.lessons.create(request, options);
    });
  if (job.state === 'failed' || job.state === 'cancelled') await kinora.jobs.retry(job.id);
  if (job.state !== 'done') return { id: lesson.id, jobId: job.id };
  const again = await kinora.lessons.makeOutputs(lesson.id, outputs);
  return { id: lesson.id, jobId: again.job.id };
}

/** Stands for the stored subtitles while the rest of the request is checked. */
const stored = { asset: '0'.repeat(64), mediaType: 'text/plain', bytes: 1 };

const optionNames: Record<string, string> = {
  title: '--title',
  link: '--link',
  mainMinutes: '--minutes',
  shorts: '--shorts',
  shortSeconds: '--short-seconds',
  subtitles: '--track',
};

/** A checked request from what was typed; errors name the option. */
function parseRequest(
  options: Options,
  { path, words }: { path: string | undefined; words: typeof stored | undefined },
): LessonRequest {
  const { subs, track, language, learns, title, link, minutes, cards, shorts, shortSeconds, layout, paper } = options;
  const subtitles: LessonRequestInput['subtitles'] =
    words !== undefined
      ? { kind: 'file', file: words, name: basename(subs ?? '') }
      : language !== undefined
        ? { kind: 'transcription', language }
        : track !== undefined
          ? { kind: 'embedded', track }
          : null;
  const parsed = lessonRequest.safeParse({
    recording: path === undefined ? null : { kind: 'path', path },
    subtitles,
    learns,
    title,
    link,
    mainMinutes: minutes === 'all' ? null : minutes,
    cards,
    shorts,
    shortSeconds,
    layout,
    paper,
    furigana: options.furigana,
  } satisfies LessonRequestInput);
  if (parsed.success) return parsed.data;
  const detail = parsed.error.issues.map((issue) => {
    const [field = ''] = issue.path;
    return `${optionNames[String(field)] ?? issue.path.join('.')}: ${issue.message}`;
  });
  throw new KinoraError('request.invalid', detail.join('\n        '));
}

async function checkRecording(path: string): Promise<string> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) throw new KinoraError('request.invalid', `There is no file “${path}”; check its name.`);
  if (!facts.isFile()) throw new KinoraError('request.invalid', `“${path}” is a folder; name a file.`);
  if (facts.size > recordingLimits.bytes) throw new KinoraError('request.invalid', `“${path}” has more than 20 GB.`);
  return resolve(path);
}

async function readSubtitles(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const reason =
      cause.code === 'ENOENT' ? 'there is no such file' : cause.code === 'EISDIR' ? 'it is a folder' : cause.code;
    throw new KinoraError('request.invalid', `--subs: “${path}” can't be read: ${reason}.`, { cause });
  });
}

async function storeSubtitles(bytes: Uint8Array, path: string, kinora: Kinora) {
  const { file } = await kinora.lessons.storeSubtitles(bytes).catch((cause: unknown) => {
    if (!isKinoraError(cause) || !cause.code.startsWith('request.')) throw cause;
    throw new KinoraError('request.invalid', `${path}: ${cause.message}`, { cause });
  });
  return file;
}

/** Where the files go. What can't be written is told before the work, not after it. */
async function chooseFolder(source: string, { out }: Options): Promise<string> {
  const folder = resolve(out ?? `${basename(source, extname(source))} lesson`);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new KinoraError('request.invalid', `--out: “${folder}” can't be written; choose another place.`, { cause });
  }
  return folder;
}

function isSpareShort(output: Kind, { shorts }: LessonRequest): boolean {
  const [, number] = /^short-(\d)$/.exec(output) ?? [];
  return number !== undefined && Number(number) > shorts;
}

function cancelled(): KinoraError {
  return new KinoraError('job.cancelled', 'Cancelled. The same command goes on where it stopped.');
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

function parseMinutes(value: string): number | 'all' {
  if (value === 'all') return 'all';
  const minutes = Number(value);
  if (Number.isFinite(minutes)) return minutes;
  throw new InvalidArgumentError('A number of minutes, or “all”.');
}

function parseOutputs(value: string): Kind[] {
  const outputs = value.split(',').flatMap((part) => {
    const name = part.trim();
    const output = usual.find((each) => each === name);
    if (output !== undefined) return [output];
    const group = Object.hasOwn(groups, name) ? groups[name] : undefined;
    if (group !== undefined) return group;
    throw new InvalidArgumentError(
      `There is no “${name}”. There are: ${[...usual, ...Object.keys(groups)].join(', ')}.`,
    );
  });
  return [...new Set(outputs)];
}
