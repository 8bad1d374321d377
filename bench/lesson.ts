import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { encodeAlone } from '../tools/encode-alone.ts';
import { megabytesOf } from '../tools/process-memory.ts';
import { repeatRecording } from '../tools/repeat-recording.ts';
import { makeSpokenRecording } from '../tools/sample-recording.ts';

/** All outputs within this share of the recording's length; megabytes of all processes together. */
const bars = { share: 1 / 3, megabytes: 1500 };

type Result = {
  type: 'result';
  seconds: { transcript: number; items: number; total: number; outputs: Record<string, number> };
  files: Record<string, string>;
};

/**
 * A recording of 20 minutes becomes every output by the command, on a new home: seconds of each beside encoding the same frames
 * alone, and the memory of all processes together.
 * @param args `--minutes 20`; `--hours 4` measures a recording of that length instead; `--recording FILE --subs FILE` an own
 * one; `--out FOLDER` keeps the files.
 */
export default async function benchLesson(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '20' },
      hours: { type: 'string' },
      recording: { type: 'string' },
      subs: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'kinora-lesson-'));
  try {
    const minutes = values.hours === undefined ? Number(values.minutes) : Number(values.hours) * 60;
    const recording = values.recording ?? (await makeRecording(join(folder, 'stream.mp4'), minutes));
    const subs = values.subs ?? recording.replace(/\.[^.]+$/, '.srt');
    const out = values.out ?? join(folder, 'out');
    const length = values.recording === undefined ? minutes * 60 : null;
    const { wall, peak, result } = await runCommand({ recording, subs, out, home: join(folder, 'home') });
    console.log(
      `${(statSync(recording).size / 1e6).toFixed(0)} MB${length === null ? '' : `, ${minutes} minutes`}: all outputs in ${wall.toFixed(0)} s${
        length === null ? '' : `, ${(length / wall).toFixed(1)}× as fast as it plays (bar 3×)`
      }; at most ${peak} MB in all processes together (bar ${bars.megabytes})`,
    );
    const { transcript, items, outputs } = result.seconds;
    console.log(`  since the job began: words ${transcript.toFixed(1)} s, items ${items.toFixed(1)} s`);
    for (const [output, seconds] of Object.entries(outputs)) {
      console.log(`  ${output.padEnd(16)}${seconds.toFixed(1).padStart(7)} s${encodingOf(result.files[output])}`);
    }
    const isMet =
      (length === null || length <= 3600 * 2 ? wall <= (length ?? Infinity) * bars.share : true) &&
      peak <= bars.megabytes;
    console.log(isMet ? 'every bar is met' : 'NOT every bar is met');
    if (!isMet) process.exitCode = 1;
    if (values.out !== undefined) console.log(readdirSync(values.out).join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeRecording(path: string, minutes: number): Promise<string> {
  const part = Math.min(20, minutes);
  const { srt } = await makeSpokenRecording({ path, seconds: part * 60, width: 1280, height: 720, fps: 30, seed: 1 });
  const times = Math.ceil(minutes / part);
  if (times === 1) {
    writeFileSync(path.replace('.mp4', '.srt'), srt);
    return path;
  }
  const long = path.replace('.mp4', '-long.mp4');
  await repeatRecording({ path, out: long, times });
  rmSync(path);
  writeFileSync(
    long.replace('.mp4', '.srt'),
    Array.from({ length: times }, (_, round) => shifted(srt, round * part * 60)).join('\n\n'),
  );
  return long;
}

/** Subtitles that begin later. */
function shifted(srt: string, seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return srt.replaceAll(
    /(\d+):(\d\d):(\d\d),(\d+)/g,
    (_, hours: string, minutes: string, rest: string, milliseconds: string) => {
      const at = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) + seconds;
      return `${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)},${milliseconds}`;
    },
  );
}

async function runCommand({
  recording,
  subs,
  out,
  home,
}: {
  recording: string;
  subs: string;
  out: string;
  home: string;
}) {
  const command = join(import.meta.dirname, '../bin/kinora.mjs');
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [command, 'lesson', recording, '--subs', subs, '--link', 'https://example.com/watch', '--out', out, '--json'],
    { env: { ...process.env, KINORA_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, megabytesOf(child.pid!))), 250);
  let result: Result | undefined;
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as { type: string };
    if (line.type === 'result') result = line as Result;
  });
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(look);
  if (code !== 0 || result === undefined) throw new Error(`The command ended with ${code}.`);
  return { wall: (performance.now() - start) / 1000, peak, result };
}

/** What encoding a film's frames takes without anything else, on one thread as films are encoded. */
function encodingOf(path: string | undefined): string {
  if (path === undefined || !path.endsWith('.mp4') || !existsSync(path)) return '';
  const { frames, seconds, encodeSeconds } = encodeAlone(readFileSync(path));
  return `  ${seconds.toFixed(0)} s of film; encoding its ${frames} frames alone: ${encodeSeconds.toFixed(1)} s`;
}
