import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeSong } from '../../packages/media/music/__fixtures__/encode-song.ts';
import { plans, renderSong, songRate } from '../../tools/known-songs/index.ts';

/** Most seconds of `kinora analyze` for a song of three minutes, and most mebibytes for one of twenty. */
const bars = { seconds: 1.5, mebibytes: 300 };
const rounds = 5;

/** Prints what `kinora analyze` costs: seconds of a cold start for three minutes of MP3, and memory for twenty. */
export async function measureCost(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kinora-beats-'));
  try {
    const song = (minutes: number) => {
      const { samples } = renderSong(plans[0]!);
      const whole = new Float32Array(minutes * 60 * songRate).map((_, index) => samples[index % samples.length]!);
      const path = join(folder, `${minutes}.mp3`);
      encodeSong(path, { channels: [whole, whole], sampleRate: songRate }, { codec: 'libmp3lame' });
      return path;
    };
    measureCommand(song(3));
    await measureMemory(song(20));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A new process each time, as a shell starts it. */
function measureCommand(path: string): void {
  const command = join(import.meta.dirname, '../../bin/kinora.mjs');
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    execFileSync(process.execPath, [command, 'analyze', path, '--json'], { maxBuffer: 1e8 });
    return (performance.now() - start) / 1000;
  }).sort((a, b) => a - b);
  const middle = times[Math.floor(rounds / 2)]!;
  const all = times.map((time) => time.toFixed(2)).join(' ');
  console.log(
    `\nkinora analyze, 3 minutes of MP3, cold: median ${middle.toFixed(2)} s of ${all} (bar ${bars.seconds} s): ${middle <= bars.seconds ? 'met' : 'missed'}`,
  );
}

/** Highest memory of the process that decodes and listens. */
async function measureMemory(path: string): Promise<void> {
  const child = fork(new URL('../../packages/media/music/music-process.ts', import.meta.url), [], {
    serialization: 'advanced',
    execArgv: [],
  });
  try {
    child.send({ id: 1, request: { path, bytes: statSync(path).size, keyMoments: 7 } });
    const start = performance.now();
    for (;;) {
      const [message] = (await once(child, 'message')) as [{ type: string }];
      if (message.type === 'error') throw new Error(JSON.stringify(message));
      if (message.type === 'result') break;
    }
    const seconds = (performance.now() - start) / 1000;
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
    console.log(
      `20 minutes: ${seconds.toFixed(1)} s, at most ${peak.toFixed(0)} MiB in its process (bar ${bars.mebibytes} MiB): ${peak <= bars.mebibytes ? 'met' : 'missed'}`,
    );
  } finally {
    child.kill('SIGKILL');
  }
}
