import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSampleFiles, writeAll } from './sample-files.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'kinora-samples-'))));
afterAll(() => rmSync(folder, { recursive: true }));

test('samples are read from where they were put, before and after they reach the disk', () => {
  writeFileSync(join(folder, 'take'), 'abcdef');
  using files = openSampleFiles(join(folder, 'film.mp4'));
  const take = files.add(join(folder, 'take'));
  const places = [1, 2, 3].map((value) => files.append(new Uint8Array(400_000).fill(value)));
  const bytes = new Uint8Array(3);
  places.forEach(({ file, offset }, index) => {
    files.read(file, offset + 399_997, bytes);
    expect([...bytes]).toEqual([index + 1, index + 1, index + 1]);
  });
  files.read(take, 2, bytes);
  expect(Buffer.from(bytes).toString()).toBe('cde');
  // The file for what is made on the way has no name: nothing is left behind even by a killed process.
  expect(readdirSync(folder)).toEqual(['take']);
});

test.runIf(existsSync('/dev/full'))('a full disk is told of as such', () => {
  const descriptor = openSync('/dev/full', 'w');
  expect(() => writeAll(descriptor, new Uint8Array(10))).toThrow(expect.objectContaining({ code: 'storage.full' }));
  closeSync(descriptor);
});
