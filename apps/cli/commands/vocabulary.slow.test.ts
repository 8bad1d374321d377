import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'kinora-vocabulary-'));
const root = join(import.meta.dirname, '../../..');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'stream.srt');
writeFileSync(
  file,
  '1\n00:00:01,000 --> 00:00:04,000\n<v ミア>推しの切り抜きがバズってて\n\n2\n00:00:04,000 --> 00:00:06,000\nもうやるしかない！\n\n3\n00:00:07,000 --> 00:00:09,000\nI never give it up, you know.\n',
);

async function kinora(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await run(process.execPath, [join(root, 'bin/kinora.mjs'), ...args])) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

describe('kinora vocabulary', () => {
  test('gives every place of every item as JSON', async () => {
    const { stdout } = await kinora('vocabulary', file, '--json');
    const places = JSON.parse(stdout) as { surface: string; lemma: string; kind: string; start: number }[];
    expect(places.map(({ lemma }) => lemma)).toEqual(
      expect.arrayContaining(['推し', '切り抜き', 'バズる', '〜しかない', 'give up', 'you know']),
    );
    expect(places.find(({ lemma }) => lemma === '切り抜き')).toMatchObject({
      surface: '切り抜き',
      reading: 'きりぬき',
      kind: 'slang',
      gloss: expect.stringContaining('clip') as string,
      cueIndex: 0,
      speaker: 'ミア',
      sentence: '推しの切り抜きがバズっててもうやるしかない！',
    });
    expect(places.toSorted((a, b) => a.start - b.start)).toEqual(places);
  });

  test('gives a table, and only the kinds that are asked', async () => {
    const { stdout } = await kinora('vocabulary', file, '--tsv', '--kind', 'expression');
    const [head, ...rows] = stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(head?.slice(0, 4)).toEqual(['surface', 'lemma', 'reading', 'kind']);
    expect(rows.map(([surface, , , kind]) => [surface, kind])).toEqual([
      ['give it up', 'expression'],
      ['you know', 'expression'],
    ]);
  });

  test('tells people what there is, with times', async () => {
    const { stdout } = await kinora('vocabulary', file);
    expect(stdout).toContain('Slang and internet');
    expect(stdout).toMatch(/切り抜き（きりぬき）.*0:0\d/);
  });

  test.each([
    ['a file that is not there', ['missing.srt'], 'there is no such file'],
    ['a file without subtitles', [import.meta.filename], 'no line of times'],
    ['a kind there is none of', [file, '--kind', 'slangs'], 'Choose of slang'],
  ])('says what is wrong with %s', async (_, args, reason) => {
    const { code, stderr } = await kinora('vocabulary', ...args);
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(reason);
  });
});
