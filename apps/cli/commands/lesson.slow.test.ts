import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSampleRecording } from '../../../tools/sample-recording.ts';

/** The machine may be busy with other tests. */
const limit = 600_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-cli-lesson-'));
  const path = join(folder, 'My stream.mp4');
  const { srt } = await makeSampleRecording({ path, seconds: 60, width: 320, height: 180, fps: 10 });
  await writeFile(join(folder, 'stream.ja.srt'), srt);
  await writeFile(join(folder, 'words.txt'), 'This is neither film nor subtitles.');
}, limit);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts `kinora lesson` with arguments. */
function start(args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'lesson', ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', KINORA_HOME: join(folder, 'home') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ended = Promise.all([code, text(child.stdout), text(child.stderr)]).then(([exit, out, error]) => ({
    code: exit,
    out,
    error,
  }));
  return { child, ended };
}
const run = (args: string[]) => start(args).ended;
const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('wrong calls say what is right, with exit code 2', () => {
  test.each([
    [[], /Name a recording, or give subtitles with --subs/],
    [['nothing.mp4'], /no file “nothing.mp4”/],
    [['.'], /is a folder/],
    [['My stream.mp4', '--subs', 'none.srt'], /--subs: “none.srt” can't be read: there is no such file/],
    [['My stream.mp4', '--subs', 'words.txt'], /words.txt: No subtitles could be read/],
    [['My stream.mp4', '--shorts', '9'], /--shorts/],
    [['My stream.mp4', '--link', 'here'], /--link: A link begins with https/],
    [['My stream.mp4', '--minutes', 'long'], /A number of minutes, or “all”/],
    [['My stream.mp4', '--only', 'anki,poem'], /There is no “poem”/],
  ])('%j', { timeout: limit }, async (args, words) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '', error: expect.stringMatching(words) as string });
  });
});

test('a wrong call leaves no folder behind', { timeout: limit }, async () => {
  await run(['My stream.mp4', '--shorts', '9', '--out', 'never']);
  expect(await readdir(folder)).not.toContain('never');
});

test('words alone become the files that were asked for', { timeout: limit }, async () => {
  const args = ['--subs', 'stream.ja.srt', '--only', 'anki,worksheet,vocabulary,site', '--out', 'words', '--json'];
  const { code, out } = await run(args);
  expect(code).toBe(0);
  const told = lines(out);
  expect(told.at(-1)).toMatchObject({ type: 'result', title: 'stream' });
  expect((await readdir(join(folder, 'words'))).toSorted()).toEqual([
    'site',
    'stream (vocabulary).json',
    'stream (worksheet).pdf',
    'stream.apkg',
  ]);
});

test('Ctrl-C cancels, and the same command goes on where it stopped', { timeout: limit }, async () => {
  const args = ['My stream.mp4', '--subs', 'stream.ja.srt', '--shorts', '1', '--out', 'all', '--json'];
  const first = start(args);
  await new Promise<void>((resolve) => {
    first.child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('"output":"anki"')) resolve();
    });
  });
  first.child.kill('SIGINT');
  expect((await first.ended).code).toBe(130);
  const again = await run(args);
  expect([again.code, lines(again.out).at(-1)]).toEqual([0, expect.objectContaining({ type: 'result' })]);
  const result = lines(again.out).at(-1) as { id: string; files: Record<string, string> };
  expect(Object.keys(result.files)).toEqual(expect.arrayContaining(['main-video', 'short-1', 'anki', 'posts']));
  expect((await readdir(join(folder, 'all'))).filter((name) => name.endsWith('.part'))).toEqual([]);
  // The same lesson in the library; all of it is there.
  const third = lines((await run(args)).out).at(-1) as { id: string; reuse: { computed: number } };
  expect([third.id, third.reuse.computed]).toEqual([result.id, 0]);
});
