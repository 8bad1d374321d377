import { createReadStream } from 'node:fs';
import { access, constants, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { finishes, isKinoraError, KinoraError, worlds } from '@kinora/capabilities';
import type { AssetRef } from '@kinora/capabilities';
import { openKinoraEarly } from '@kinora/server/early';
import type { Kinora } from '@kinora/server';
import { filmSizes, musicVideoRequest, outputKinds, songLimits } from '@kinora/studios/music-video/schema';
import type {
  MusicVideoEvent,
  MusicVideoRequest,
  MusicVideoRequestInput,
  OutputKind,
} from '@kinora/studios/music-video/schema';
import { Command, InvalidArgumentError, Option } from 'commander';
import { createMusicVideoReporter } from '../music-video-reporter.ts';
import type { MusicVideoReporter } from '../music-video-reporter.ts';

/** Options of `kinora music-video` as typed. */
type Options = {
  theme: string;
  title?: string;
  artist?: string;
  world: string;
  finish: string;
  character: string[];
  lyrics?: string;
  captions: boolean;
  titleCard: boolean;
  watermark?: string;
  scenes?: number;
  size: string;
  fps: number;
  calm?: boolean;
  loopSeconds?: number;
  teaserSeconds?: number;
  seed?: number;
  outputs: OutputKind[];
  out?: string;
  json?: boolean;
};

/** `kinora music-video`: a song becomes a video. */
export function musicVideoCommand(): Command {
  return new Command('music-video')
    .description('make a video from a song: pictures that move with the music')
    .argument('<song>', 'MP3, WAV, FLAC, Ogg, Opus or M4A, up to 20 minutes')
    .option('--theme <words>', 'what it is about, e.g. "neon city in the rain"; default what the music suggests', '')
    .option('--title <title>', 'default the title in the file, or its name')
    .option('--artist <name>', 'default the artist in the file')
    .addOption(
      new Option('--world <world>', 'where it plays; auto: what theme and music suggest')
        .choices(['auto', ...worlds])
        .default('auto'),
    )
    .addOption(new Option('--finish <finish>', 'how it is painted').choices([...finishes]).default('cinematic'))
    .option('--character <picture>', 'who is in it: PNG, JPEG or WebP; may be repeated, up to eight', collect, [])
    .option('--lyrics <file>', 'LRC with times, or plain lines')
    .option('--no-captions', 'without the lyrics in the picture')
    .option('--no-title-card', 'without title and artist at the start')
    .option('--watermark <picture>', 'a logo for the lower right corner')
    .option('--scenes <number>', 'number of pictures, 3 to 24; default by length', Number)
    .addOption(new Option('--size <size>', 'pixels').choices([...filmSizes]).default('1280x720'))
    .addOption(new Option('--fps <rate>', 'frames a second: 24 or 30').argParser(Number).default(24))
    .option('--calm', 'no flashes, gentle pushes, dissolves instead of cuts')
    .option('--loop-seconds <number>', 'length of the loop, 3 to 8', Number)
    .option('--teaser-seconds <number>', 'length of the teaser: 15, 30 or 60', Number)
    .option('--seed <number>', 'the same seed makes the same video again', Number)
    .addOption(
      new Option('--outputs <kinds>', `which files, with commas between: ${outputKinds.join(', ')}`)
        .argParser(parseOutputs)
        .default(['video'], 'video'),
    )
    .option('--out <path>', 'the file, or with several a folder; default named like the song')
    .option('--json', 'progress as JSON lines, the result last')
    .addHelpText(
      'after',
      `
Examples:
  kinora music-video song.mp3 --theme "neon city in the rain" --out song.mp4
  kinora music-video song.flac --character mia.png --lyrics song.lrc --size 1080x1920
  kinora music-video song.wav --outputs video,teaser,loop,thumbnail --out ./release --calm

Ctrl-C cancels: no half-made file stays.
Exit codes: 0 done, 1 failed, 2 wrong options, 3 the guard said no, 130 cancelled.`,
    )
    .action(makeOne);
}

async function makeOne(path: string, options: Options): Promise<void> {
  const cancel = new AbortController();
  // A second Ctrl-C ends at once, as the shell's users expect.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => cancel.abort());
  await checkFiles([path, ...options.character, ...(options.watermark === undefined ? [] : [options.watermark])]);
  // What is wrong is told before anything is opened; the files come later.
  const words = parseRequest(options, await readLyrics(options.lyrics));
  const placeFor = await choosePlace(options);
  await using reporter = disposable(createMusicVideoReporter({ json: options.json === true }));
  reporter.note('opening Kinora');
  await using kinora = await openKinoraEarly({
    role: 'command',
    isWarm: false,
    log: options.json === true ? () => undefined : undefined,
  });
  if (cancel.signal.aborted) throw cancelled();
  const request = await withFiles(words, path, options, kinora);
  const { video, job } = await kinora.musicVideos.create(request, { outputs: options.outputs });
  reporter.begin(video.id, job.id);
  const cancelJob = () => {
    reporter.note('Cancelling …');
    // It may have ended in this moment.
    kinora.jobs.cancel(job.id).catch(() => undefined);
  };
  cancel.signal.addEventListener('abort', cancelJob);
  if (cancel.signal.aborted) cancelJob();
  using _ = followProgress(kinora, job.id, reporter);
  for await (const { event } of kinora.jobs.events(job.id, { after: 0, signal: new AbortController().signal }))
    reporter.event(event as unknown as MusicVideoEvent);
  const ended = await kinora.jobs.get(job.id);
  const { result } = await kinora.musicVideos.get(video.id);
  if (cancel.signal.aborted || ended.state === 'cancelled') {
    // A storyboard that is ready is kept in the library, as it is when the web app cancels; a video without one is not.
    if (result === null) await kinora.musicVideos.remove(video.id);
    throw cancelled();
  }
  if (ended.state !== 'done' || result === null) {
    if (ended.error !== null) throw (await import('@kinora/server')).fromProblem(ended.error);
    throw new KinoraError('job.failed', 'The video could not be made. Run the same command again.');
  }
  const files = await kinora.musicVideos.exportFiles(video.id, options.outputs, placeFor(result.title));
  reporter.result({ id: video.id, video: result, files });
}

const optionNames: Record<string, string> = {
  theme: '--theme',
  title: '--title',
  artist: '--artist',
  characters: '--character',
  lyrics: '--lyrics',
  scenes: '--scenes',
  fps: '--fps',
  loopSeconds: '--loop-seconds',
  teaserSeconds: '--teaser-seconds',
  seed: '--seed',
};

type Words = Omit<MusicVideoRequest, 'song' | 'characters' | 'watermark'>;

/** A checked request from what was typed, without its files; errors name the option. */
function parseRequest(options: Options, lyrics: MusicVideoRequestInput['lyrics']): Words {
  const { character, lyrics: _, watermark: _logo, outputs: _kinds, out: _out, json: _json, ...rest } = options;
  if (character.length > 8) throw new KinoraError('request.invalid', '--character: At most eight character pictures.');
  const parsed = musicVideoRequest
    .omit({ song: true, characters: true, watermark: true })
    .safeParse({ ...rest, lyrics });
  if (parsed.success) return parsed.data;
  const detail = parsed.error.issues
    .map(({ path, message }) => `${optionNames[String(path[0])] ?? path.join('.')}: ${message}`)
    .join('\n        ');
  throw new KinoraError('request.invalid', detail);
}

/** The request with its files, which are stored on the way. */
async function withFiles(words: Words, song: string, options: Options, kinora: Kinora): Promise<MusicVideoRequest> {
  const store = (path: string): Promise<AssetRef> =>
    kinora.uploads
      .receive({
        name: basename(path),
        chunks: createReadStream(path, { highWaterMark: 1 << 20 }),
        limit: songLimits.bytes,
      })
      .catch((cause: unknown) => {
        if (!isKinoraError(cause) || !cause.code.startsWith('request.')) throw cause;
        throw new KinoraError('request.invalid', `${path}: ${cause.message}`, { cause });
      });
  const characters: MusicVideoRequest['characters'] = [];
  for (const path of options.character) characters.push({ picture: await store(path), cutOut: { kind: 'auto' } });
  return {
    ...words,
    song: await store(song),
    characters,
    ...(options.watermark !== undefined && {
      watermark: { picture: await store(options.watermark), corner: 'bottom-right' },
    }),
  };
}

async function checkFiles(paths: string[]): Promise<void> {
  for (const path of paths) {
    const facts = await stat(path).catch(() => null);
    if (facts === null) throw new KinoraError('request.invalid', `There is no file “${path}”; check its name.`);
    if (!facts.isFile()) throw new KinoraError('request.invalid', `“${path}” is a folder; name a file.`);
    if (facts.size > songLimits.bytes) throw new KinoraError('request.invalid', `“${path}” has more than 300 MB.`);
  }
}

/** LRC is known by its times, whatever the file is called. */
async function readLyrics(path: string | undefined): Promise<MusicVideoRequestInput['lyrics']> {
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new KinoraError('request.invalid', `--lyrics: “${path}” can't be read.`, { cause });
  });
  const kind = /^\uFEFF?\s*\[\d+:\d/m.test(text) || extname(path).toLowerCase() === '.lrc' ? 'lrc' : 'plain';
  return { kind, text };
}

type Place = { folder: string } | { file: string };

/** Where the files go, once the title is known. What can't be written is told before the work, not after it. */
async function choosePlace({ out, outputs }: Options): Promise<(title: string) => Place> {
  const isOne = outputs.length === 1;
  if (out === undefined) return (title) => ({ folder: isOne ? '.' : nameOf(title) });
  const isFolder = !isOne || extname(out) === '' || (await stat(out).catch(() => null))?.isDirectory() === true;
  if (!isOne && extname(out) === '.mp4') {
    throw new KinoraError('request.invalid', '--out: several files need a folder; leave the .mp4 out.');
  }
  const folder = isFolder ? resolve(out) : dirname(resolve(out));
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new KinoraError('request.invalid', `--out: “${folder}” can't be written; choose another place.`, { cause });
  }
  return () => (isFolder ? { folder } : { file: out });
}

function nameOf(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .toLowerCase() || 'music-video'
  );
}

function cancelled(): KinoraError {
  return new KinoraError('job.cancelled', 'Cancelled. No half-made file is left.');
}

function disposable(reporter: MusicVideoReporter): MusicVideoReporter & AsyncDisposable {
  return { ...reporter, [Symbol.asyncDispose]: async () => reporter.end() };
}

/** Looks twice a second how far the job is; the events tell steps, not fractions. */
function followProgress(kinora: Kinora, jobId: string, reporter: MusicVideoReporter): Disposable {
  const look = setInterval(() => {
    kinora.jobs.get(jobId).then(
      ({ progress, step }) => reporter.progress(progress, step),
      () => undefined,
    );
  }, 500);
  return { [Symbol.dispose]: () => clearInterval(look) };
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function parseOutputs(value: string): OutputKind[] {
  const kinds = value.split(',').map((part) => {
    const kind = outputKinds.find((each) => each === part.trim());
    if (kind !== undefined) return kind;
    throw new InvalidArgumentError(`There is no “${part.trim()}”. There are: ${outputKinds.join(', ')}.`);
  });
  return [...new Set(kinds)];
}
