import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startHub } from '../testing/hub/index.ts';
import { readInstalled } from './index.ts';
import { makeFolder, pattern } from './testing/open-store.ts';

const size = 6_000_000;

/** Runs the download; with `killAfterMs` it is killed so long after its first bytes. @returns Its exit code, null when killed. */
async function download(home: string, endpoint: string, killAfterMs?: number): Promise<number | null> {
  const script = fileURLToPath(new URL('./testing/download-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, home, endpoint], { stdio: ['ignore', 'pipe', 'inherit'] });
  const end = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  if (killAfterMs !== undefined) {
    const begun = new Promise<void>((resolve) => {
      child.stdout.on('data', (text) => {
        if (String(text).includes('"download"')) resolve();
      });
    });
    await Promise.race([end, begun]);
    await Promise.race([end, sleep(killAfterMs)]);
    child.kill('SIGKILL');
  }
  child.stdout.resume();
  return end;
}

test('a download that is killed ten times goes on each time, and ends whole', async () => {
  await using folder = await makeFolder();
  const model = pattern(size);
  await using hub = await startHub({ 'kinora/tiny': { 'model.gguf': model, 'tokenizer/a.json': '{"a":1}' } });
  hub.faults.bytesPerSecond = 3_000_000;
  for (const byte of pattern(10, 3)) {
    expect(await download(folder.path, hub.url, byte / 2)).toBeNull();
    // Half a download is never offered.
    expect(await readInstalled(folder.path)).toEqual([]);
  }
  hub.faults.bytesPerSecond = Infinity;
  expect(await download(folder.path, hub.url)).toBe(0);
  const [installed] = await readInstalled(folder.path);
  expect(new Uint8Array(await readFile(path.join(installed?.folder ?? '', 'model.gguf')))).toEqual(model);
  expect(await readdir(path.join(folder.path, 'models', '.downloads'))).toEqual([]);
  const offsets = hub.requests
    .filter(({ host }) => host === 'content')
    .map(({ range }) => Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0));
  // A process may be killed before it asked.
  expect(offsets.length).toBeGreaterThan(7);
  expect(offsets.length).toBeLessThanOrEqual(11);
  expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  expect(offsets.at(-1)).toBeGreaterThan(500_000);
});

test('a process that dies at any moment leaves all of a model or nothing', async () => {
  await using folder = await makeFolder();
  await using hub = await startHub({
    'kinora/tiny': { 'model.gguf': pattern(200_000), 'tokenizer/a.json': '{"a":1}' },
  });
  let installed = 0;
  for (let round = 0; round < 6; round++) {
    const home = path.join(folder.path, String(round));
    await download(home, hub.url, round * 4);
    const models = await readInstalled(home);
    installed += models.length;
    expect(await download(home, hub.url)).toBe(0);
    expect(await readInstalled(home)).toHaveLength(1);
  }
  expect(installed).toBeLessThan(6);
});
