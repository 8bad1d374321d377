import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../../tools/root.ts';
import { makeSong } from '../../tools/sample-song.ts';
import { startServerProcess } from '../../tools/server-process.ts';
import { makeMusicVideo } from './make-music-video.ts';

test('a song is uploaded, painted, printed and changed', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kinora-example-'));
  try {
    const song = join(folder, 'Night Drive.wav');
    await writeFile(song, makeSong());
    await using kinora = await startServerProcess();
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'apps/cli/main.ts'), 'sign-in'], {
      env: { ...process.env, KINORA_HOME: kinora.home },
    });
    const lines: string[] = [];
    const storyboard = join(folder, 'storyboard.pdf');
    const print = (line: string) => lines.push(line);
    await makeMusicVideo({ signInLink: stdout.trim(), song, theme: 'neon city in the rain', storyboard, print });
    expect(lines[0]).toMatch(/^“Night Drive”: 12 s, 120 BPM$/);
    expect(lines.at(-1)).toMatch(/^Changed: [12] steps computed, [4-9] reused\.$/);
    expect((await readFile(storyboard)).subarray(0, 5).toString()).toBe('%PDF-');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
