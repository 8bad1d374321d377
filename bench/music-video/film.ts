import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { encodeSong } from '../../packages/media/music/__fixtures__/encode-song.ts';
import { encodeAlone } from '../../tools/encode-alone.ts';
import { plans, renderSong, songRate } from '../../tools/known-songs/index.ts';
import { megabytesOf } from '../../tools/process-memory.ts';

/** Most seconds for a film of three minutes and its first take; most times the encoding of the same frames alone. */
const bars = { seconds: 60, firstTake: 5, storyboard: 10, analysis: 2, ratio: 1.5 };
const songSeconds = 180;

type Line = {
  type: string;
  seconds?: number | { analysis: number; storyboard: number; firstTake: number; total: number };
};

/**
 * A song of three minutes becomes a film by the command, on a new home: everything counts, also the start of the database.
 * Prints its times, the memory of all its processes together, and the time of encoding the film's frames alone.
 * @param args.song An own song instead of a synthesised one. `out` keeps the film.
 */
export async function benchFilm({ song, out }: { song?: string; out?: string }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kinora-music-video-'));
  try {
    const film = out ?? join(folder, 'film.mp4');
    const path = song ?? writeSong(join(folder, 'song.mp3'));
    for (const [label, seed] of [
      ['first command on a new home', 1],
      ['again with another seed', 2],
    ] as const) {
      const { wall, peak, seconds } = await runCommand({ song: path, film, home: join(folder, 'home'), seed });
      console.log(
        `\n${label}: ${wall.toFixed(1)} s (bar ${bars.seconds} s), at most ${peak} MB in all processes together`,
      );
      console.log(
        `  since the job began: analysis ${seconds.analysis.toFixed(1)} s (bar ${bars.analysis}), first take ${seconds.firstTake.toFixed(1)} s (bar ${bars.firstTake}), all pictures ${seconds.storyboard.toFixed(1)} s, all ${seconds.total.toFixed(1)} s`,
      );
      const alone = encodeAlone(readFileSync(film));
      console.log(
        `  encoding its ${alone.frames} frames alone: ${alone.encodeSeconds.toFixed(1)} s, so ${(wall / alone.encodeSeconds).toFixed(2)}× (bar ${bars.ratio}×); ${(alone.seconds / wall).toFixed(1)}× as fast as it plays`,
      );
      const two = encodeAlone(readFileSync(film), { threads: 2 }).encodeSeconds;
      console.log(
        `  with two threads, which films are not encoded with: ${two.toFixed(1)} s, so ${(wall / two).toFixed(2)}×`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeSong(path: string): string {
  const { samples } = renderSong(plans[0]!);
  const whole = new Float32Array(songSeconds * songRate).map((_, index) => samples[index % samples.length]!);
  encodeSong(path, { channels: [whole, whole], sampleRate: songRate }, { codec: 'libmp3lame' });
  return path;
}

async function runCommand({ song, film, home, seed }: { song: string; film: string; home: string; seed: number }) {
  const command = join(import.meta.dirname, '../../bin/kinora.mjs');
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [command, 'music-video', song, '--theme', 'neon city in the rain', '--seed', String(seed), '--out', film, '--json'],
    { env: { ...process.env, KINORA_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, megabytesOf(child.pid!))), 250);
  let result: Line | undefined;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (text) => {
    const line = JSON.parse(text) as Line;
    if (line.type === 'result') result = line;
  });
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(look);
  if (code !== 0 || typeof result?.seconds !== 'object') throw new Error(`The command ended with ${code}.`);
  return { wall: (performance.now() - start) / 1000, peak, seconds: result.seconds };
}
