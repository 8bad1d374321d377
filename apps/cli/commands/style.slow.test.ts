import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSampleFilm } from '../../../tools/sample-film.ts';

/** The machine may be busy with other tests. */
const limit = 600_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kinora-cli-style-'));
  await writeFile(join(folder, 'My clip.mp4'), makeSampleFilm({ seconds: 3 }));
  await writeFile(join(folder, 'long.mp4'), makeSampleFilm({ seconds: 60, width: 512, height: 512 }));
  await writeFile(join(folder, 'phone.mp4'), makeSampleFilm({ seconds: 1, isTurned: true, hasSound: false }));
  await writeFile(join(folder, 'words.txt'), 'This is no film. '.repeat(400));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts `kinora style` with arguments. */
function start(args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'style', ...args], {
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
    [['nothing.mp4'], /no file “nothing.mp4”/],
    [['.'], /is a folder/],
    [['My clip.mp4', '--look', 'cubist'], /oil, watercolour/],
    [['My clip.mp4', '--detail', '2'], /--detail/],
    [['My clip.mp4', '--fps', '90'], /--fps: 1 to 60/],
    [['My clip.mp4', '--out', 'My clip.mp4'], /that is the video itself/],
    [['My clip.mp4', '--out', 'a.webm'], /let its name end in .mp4/],
    [['words.txt'], /words.txt: This file is neither sound/],
  ])('%j', { timeout: limit }, async (args, words) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '', error: expect.stringMatching(words) as string });
  });
});

test(
  'a video is painted to the place that was asked for; the words tell what they do',
  { timeout: limit },
  async () => {
    const { code, out, error } = await run([
      'My clip.mp4',
      '--look',
      'anime',
      '--prompt',
      'golden autumn, zebra',
      '--size',
      'source',
      '--out',
      'new/painted.mp4',
    ]);
    expect([code, error]).toEqual([0, expect.stringMatching(/golden: warmer[\s\S]*“zebra”/)]);
    expect(out).toContain('painted.mp4');
    const film = await readFile(join(folder, 'new/painted.mp4'));
    expect(film.subarray(4, 8).toString()).toBe('ftyp');
    expect(film.includes('mp4a')).toBe(true);
  },
);

test('a turned video without sound comes upright, told as JSON lines', { timeout: limit }, async () => {
  const { code, out } = await run(['phone.mp4', '--size', 'source', '--json']);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect([code, lines[0]?.['type']]).toEqual([0, 'job-start']);
  expect(lines.at(-1)).toMatchObject({ type: 'result', facts: { width: 96, height: 128, hasSound: false } });
  expect((await stat(join(folder, 'phone (oil).mp4'))).size).toBeGreaterThan(1000);
});

test('Ctrl-C ends it with 130 and leaves nothing', { timeout: limit }, async () => {
  const { child, ended } = start(['long.mp4', '--look', 'watercolour', '--json']);
  child.stdout.on('data', (data: Buffer) => {
    if (data.includes('work-start')) child.kill('SIGINT');
  });
  expect(await ended).toMatchObject({ code: 130 });
  expect((await readdir(folder)).filter((name) => name.startsWith('long ('))).toEqual([]);
});
