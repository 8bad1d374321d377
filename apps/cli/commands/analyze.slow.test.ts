import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'kinora-analyze-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ten seconds of ticks at 120 beats a minute: mono, 16 bits, 8 kHz. */
function ticks(): Buffer {
  const file = Buffer.alloc(44 + 160_000);
  file.write('RIFF\0\0\0\0WAVEfmt ', 0, 'latin1');
  file.writeUInt32LE(160_036, 4);
  file.writeUInt32LE(16, 16);
  [1, 1, 8000, 0, 16_000, 0, 2, 16].forEach((value, index) => file.writeUInt16LE(value, 20 + 2 * index));
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(160_000, 40);
  for (let at = 0; at < 80_000; at++) {
    if (at % 4000 < 60) file.writeInt16LE(Math.round(20_000 * Math.sin(at)), 44 + 2 * at);
  }
  return file;
}

function kinora(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const env = { ...process.env, KINORA_HOME: join(folder, 'home') };
  return new Promise((done) => {
    execFile(process.execPath, [join(import.meta.dirname, '../main.ts'), ...args], { env }, (failure, out, error) => {
      done({ code: Number(failure?.code ?? 0), out, error });
    });
  });
}

test('a song is heard without starting anything of the server: as text, as JSON, as a plot', async () => {
  const song = join(folder, 'ticks.wav');
  const plot = join(folder, 'ticks.svg');
  writeFileSync(song, ticks());
  const text = await kinora('analyze', song, '--plot', plot);
  expect(text).toMatchObject({ code: 0, error: '' });
  expect(text.out).toMatch(/^ticks\n0:10 · 120 beats a minute[^]*Sections[^]*Key moments\n {2}0:00/);
  expect(readFileSync(plot, 'utf8')).toMatch(/^<svg [^]*<\/svg>\n$/);
  const json = await kinora('analyze', song, '--json', '--key-moments', '3');
  const heard = JSON.parse(json.out) as { analysis: { tempo: number; key_moments: unknown[] }; source: unknown };
  expect(Math.abs(heard.analysis.tempo - 120)).toBeLessThan(1);
  expect(heard.analysis.key_moments).toHaveLength(3);
  expect(heard.source).toMatchObject({ format: 'wav', seconds: 10, sampleRate: 8000 });
  expect(existsSync(join(folder, 'home'))).toBe(false);
});

test('a wrong file, a wrong number and a wrong place each say what to do', async () => {
  const wrong = join(folder, 'words.mp3');
  writeFileSync(wrong, 'no song');
  const song = join(folder, 'ticks.wav');
  expect(await kinora('analyze', wrong)).toMatchObject({
    code: 2,
    error: expect.stringMatching(/choose an MP3/) as string,
  });
  expect(await kinora('analyze', song, '--key-moments', '2')).toMatchObject({ code: 2 });
  expect(await kinora('analyze', join(folder, 'none.mp3'))).toMatchObject({ code: 1 });
  const nowhere = await kinora('analyze', song, '--plot', join(folder, 'no/where.svg'));
  expect(nowhere).toMatchObject({ code: 1, error: expect.stringMatching(/choose a file in a folder/) as string });
});
