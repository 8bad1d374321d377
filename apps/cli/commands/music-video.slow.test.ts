import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSong } from '../../../tools/sample-song.ts';

/** The machine may be busy with other tests. */
const limit = 600_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-cli-music-'));
  await writeFile(join(folder, 'Night Drive.wav'), makeSong({ seconds: 6 }));
  await writeFile(join(folder, 'long.wav'), makeSong({ seconds: 60 }));
  await writeFile(join(folder, 'words.txt'), 'This is no song. '.repeat(400));
  await writeFile(join(folder, 'broken.lrc'), '[00:0x.00]Hello\n[00:99]there\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts `kinora music-video` with arguments. */
function start(args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'music-video', ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', KINORA_HOME: join(folder, 'home') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ended = Promise.all([code, text(child.stdout), text(child.stderr)]).then(([code, out, error]) => ({
    code,
    out,
    error,
  }));
  return { child, ended };
}
const run = (args: string[]) => start(args).ended;

describe('wrong calls say what is right, with exit code 2', () => {
  test.each([
    [['nothing.mp3'], /no file “nothing.mp3”/],
    [['.'], /is a folder/],
    [['Night Drive.wav', '--fps', '25'], /--fps: A film has 24 or 30/],
    [['Night Drive.wav', '--scenes', 'two'], /--scenes/],
    [['Night Drive.wav', '--size', '640x480'], /1280x720, 1920x1080/],
    [['Night Drive.wav', '--world', 'narnia'], /neon-city/],
    [['Night Drive.wav', '--outputs', 'gif'], /There are: video, loop, teaser/],
    [['Night Drive.wav', '--character', 'mia.png'], /no file “mia.png”/],
    [['Night Drive.wav', '--lyrics', 'gone.lrc'], /--lyrics: “gone.lrc” can't be read/],
    [['Night Drive.wav', '--outputs', 'video,loop', '--out', 'a.mp4'], /several files need a folder/],
  ])('%j', { timeout: limit }, async (args, words) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '', error: expect.stringMatching(words) as string });
  });

  test('what is no song is said by its name', { timeout: limit }, async () => {
    const { code, error } = await run(['words.txt']);
    expect([code, error]).toEqual([2, expect.stringMatching(/words.txt: This file is neither sound/)]);
  });
});

test('lyrics with a time that is none are told by their line', { timeout: limit }, async () => {
  const { code, error } = await run(['Night Drive.wav', '--lyrics', 'broken.lrc']);
  expect([code, error]).toEqual([2, expect.stringMatching(/[Ll]ine 1/)]);
});

test('a theme that the guard refuses ends with 3', { timeout: limit }, async () => {
  expect(await run(['Night Drive.wav', '--theme', 'child porn'])).toMatchObject({ code: 3, out: '' });
});

test('a song becomes a film at the place that was asked for, told as JSON lines', { timeout: limit }, async () => {
  const { code, out, error } = await run([
    'Night Drive.wav',
    '--theme',
    'ocean',
    '--scenes',
    '3',
    '--seed',
    '3',
    '--out',
    'films/night.mp4',
    '--json',
  ]);
  expect([code, error]).toEqual([0, '']);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string });
  expect(lines[0]).toMatchObject({ type: 'job-start' });
  expect(lines.map(({ type }) => type)).toEqual(expect.arrayContaining(['analysis-end', 'picture-end', 'take-end']));
  expect(lines.at(-1)).toMatchObject({
    type: 'result',
    title: 'Night Drive',
    files: { video: join(folder, 'films/night.mp4') },
    seconds: { total: expect.any(Number) as number },
    segments: { reused: 0 },
  });
  expect((await stat(join(folder, 'films/night.mp4'))).size).toBeGreaterThan(100_000);
  expect(await readdir(join(folder, 'films'))).toEqual(['night.mp4']);

  // The same words again are only looked up; several files go into a folder.
  const again = await run([
    'Night Drive.wav',
    '--theme',
    'ocean',
    '--scenes',
    '3',
    '--seed',
    '3',
    '--outputs',
    'video,analysis',
    '--out',
    'all',
  ]);
  expect(again.code).toBe(0);
  expect(again.error).toMatch(/0:06, .*sections/);
  expect(again.out).toMatch(/0 steps computed/);
  expect((await readdir(join(folder, 'all'))).toSorted()).toEqual(['Night Drive (analysis).json', 'Night Drive.mp4']);
  expect(JSON.parse(await readFile(join(folder, 'all/Night Drive (analysis).json'), 'utf8'))).toHaveProperty(
    'analysis',
  );
});

test('Ctrl-C ends with 130 and leaves no file', { timeout: limit }, async () => {
  const { child, ended } = start(['long.wav', '--theme', 'desert road', '--scenes', '3', '--seed', '9']);
  const { promise: isFilming, resolve } = Promise.withResolvers<void>();
  child.stderr.on('data', (chunk: Buffer) => {
    if (/pictures/.test(chunk.toString())) resolve();
  });
  await isFilming;
  child.kill('SIGINT');
  const { code, error } = await ended;
  expect(code).toBe(130);
  expect(error).toMatch(/Cancelled. No half-made file is left/);
  // Without a terminal there are plain lines, no escape codes.
  // eslint-disable-next-line no-control-regex -- that is what is looked for
  expect(error).not.toMatch(/\u001b/);
  expect((await readdir(folder)).filter((name) => /\.mp4|\.part/.test(name))).toEqual([]);
});
