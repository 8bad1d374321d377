import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKinoraError } from '@kinora/capabilities/errors';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hearRecording, readRecording, takePictures, takeSound, watchRecording } from './index.ts';
import { makeOddFiles } from './testing/odd-files.ts';
import type { OddFile } from './testing/odd-files.ts';

let folder: string;
let files: OddFile[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinora-odd-'));
  files = makeOddFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What came of it: a value, or the message of a `request.invalid`; everything else is a fault. */
async function outcome<Value>(work: Promise<Value>): Promise<Value | string> {
  try {
    return await work;
  } catch (error) {
    if (isKinoraError(error) && error.code === 'request.invalid') return error.message;
    throw error;
  }
}

test('each odd file has a sensible result or an error that says what to do', { timeout: 170_000 }, async () => {
  const problems: string[] = [];
  for (const { name, path, expected } of files) {
    const facts = await outcome(readRecording(path));
    if (expected instanceof RegExp) {
      if (typeof facts !== 'string') problems.push(`${name}: read as ${JSON.stringify(facts)}`);
      else if (!expected.test(facts)) problems.push(`${name}: ${facts}`);
      continue;
    }
    if (typeof facts === 'string') {
      problems.push(`${name}: ${facts}`);
      continue;
    }
    if (Math.abs(facts.seconds - expected) > 0.6) problems.push(`${name}: ${facts.seconds} s instead of ${expected}`);
    if (facts.audio) {
      const heard = await outcome(hearRecording(path));
      if (typeof heard === 'string') problems.push(`${name}: hearing: ${heard}`);
      else if (Math.abs(heard.loudness.length * heard.step - facts.seconds) > 1.2) {
        problems.push(`${name}: ${heard.loudness.length * heard.step} s heard of ${facts.seconds}`);
      }
      const [clip] = await takeSound(path, { spans: [{ start: 0.5, end: 1 }], format: 'mp3' });
      if (!clip?.length) problems.push(`${name}: no clip`);
    }
    if (facts.video) {
      const motion = await outcome(watchRecording(path));
      if (typeof motion === 'string') problems.push(`${name}: watching: ${motion}`);
      const pictures = await outcome(takePictures(path, { times: [0, 1], width: 64, isSharp: true }));
      if (typeof pictures === 'string') problems.push(`${name}: pictures: ${pictures}`);
      else if (pictures.some(({ jpeg, time }) => jpeg.length < 300 || time > 2.1))
        problems.push(`${name}: pictures of ${pictures.map(({ time }) => time).join()}`);
    }
  }
  expect(problems).toEqual([]);
  expect(files.length).toBeGreaterThanOrEqual(30);
});

test('what breaks off tells what it claimed', async () => {
  const { path } = files.find(({ name }) => name === 'MP4 cut off in the middle')!;
  const { seconds, claimedSeconds } = await readRecording(path);
  expect(claimedSeconds).toBeCloseTo(4, 0);
  expect(seconds).toBeLessThan(3);
});
