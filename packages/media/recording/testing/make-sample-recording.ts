import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createChildRunner } from '../../video/child.ts';
import { babble } from './babble.ts';
import type { Say } from './babble.ts';
import { writeChat } from './chat.ts';
import { bySlide, guessSeconds, readScript } from './read-script.ts';
import type { ScriptEntry } from './read-script.ts';
import type { SamplePlan } from './sample-plan.ts';
import type { SampleRequest } from './sample-process.ts';
import { scheduleScript, scheduleSrt } from './schedule.ts';
import type { SampleSchedule } from './schedule.ts';
import { sampleScript } from './script/index.ts';

/** A sample recording that is wanted. */
export type SampleRecordingOptions = {
  /** The MP4 that is written. */
  path: string;
  /** 5 to 1200. */
  seconds: number;
  /** Pixels, even; drawn for 16:9. Default 1280 × 720. */
  width?: number;
  height?: number;
  /** Default 30. */
  fps?: number;
  /** Breaths, chat and music are other ones for each seed. Default 1. */
  seed?: number;
  /** Who speaks. Default: nobody that can be understood, but with the rhythm of speech. */
  say?: Say;
  signal?: AbortSignal;
  onProgress?: (fraction: number) => void;
};

/** A sample recording that is made: its words, and when everything in it happens. */
export type SampleRecording = { schedule: SampleSchedule; srt: string };

/** Seconds of a piece that one process draws at a time. */
const pieceSeconds = 20;

/**
 * Makes a recording of a stream that never was: a host's avatar who speaks Japanese, a guest who speaks English, slides and
 * a game, a chat, music under parts, laughter, silences, fillers, and words to the editor. The same options give the same
 * pictures and sound. Of less than twenty minutes, slides are taken from all of the script.
 */
export async function makeSampleRecording(options: SampleRecordingOptions): Promise<SampleRecording> {
  const { seconds, width = 1280, height = 720, fps = 30, seed = 1, say = babble, signal, onProgress } = options;
  const out = resolve(options.path);
  const entries = chooseSlides(bySlide(readScript(sampleScript)), seconds);
  const folder = mkdtempSync(join(dirname(out), '.sample-'));
  const runners = Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, () =>
    createChildRunner({ entry: new URL('./sample-process.ts', import.meta.url) }),
  );
  try {
    const spoken = await speak(entries, { say, path: join(folder, 'voices.f32'), seconds, signal });
    onProgress?.(0.25);
    const schedule = scheduleScript(entries, { lengths: spoken.lengths, seconds, seed });
    const frames = Math.round(seconds * fps);
    const plan: SamplePlan = {
      width,
      height,
      fps,
      frames,
      slides: schedule.slides,
      chat: writeChat(schedule, seed),
      mouths: mouthsOf(schedule, { levels: spoken.levels, fps, frames }),
      laughs: Uint8Array.from({ length: frames }, (_, frame) =>
        schedule.laughs.some(({ start, end }) => frame / fps >= start && frame / fps < end) ? 1 : 0,
      ),
    };
    const step = pieceSeconds * fps;
    const pieces = Array.from({ length: Math.ceil(frames / step) }, (_, piece) => piece);
    const takes = pieces.map((piece) => join(folder, `${piece}.mp4`));
    const waiting = [...pieces];
    let done = 0;
    await Promise.all(
      runners.map(async (runner) => {
        for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
          const from = piece * step;
          const count = Math.min(step, frames - from);
          const request: SampleRequest = { kind: 'frames', plan, from, count, out: takes[piece]! };
          await runner.run(request, { signal });
          onProgress?.(0.25 + (0.6 * ++done) / pieces.length);
        }
      }),
    );
    const { path, sampleRate, places } = spoken;
    const joinRequest: SampleRequest = {
      kind: 'join',
      schedule,
      seed,
      fps,
      takes,
      voices: { path, sampleRate, places },
      out,
    };
    await runners[0]!.run(joinRequest, { signal });
    onProgress?.(1);
    return { schedule, srt: scheduleSrt(schedule, { host: 'ミナ', guest: 'レオ' }) };
  } finally {
    await Promise.all(runners.map((runner) => runner[Symbol.asyncDispose]()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As many slides as there is time for, from beginning to end of the script. */
function chooseSlides(slides: readonly ScriptEntry[][], seconds: number): ScriptEntry[] {
  const whole = slides.reduce((sum, slide) => sum + guessSeconds(slide), 0);
  const wanted = Math.max(1, Math.min(slides.length, Math.floor((slides.length * seconds) / whole)));
  if (wanted === slides.length) return slides.flat();
  const step = wanted > 1 ? (slides.length - 1) / (wanted - 1) : 0;
  return Array.from({ length: wanted }, (_, at) => slides[Math.round(at * step)]!).flat();
}

type Spoken = {
  path: string;
  sampleRate: number;
  places: { at: number; count: number }[];
  lengths: number[];
  /** Loudness of each line, fifty values a second. */
  levels: Float32Array[];
};

/** Values a second of a line's loudness. */
const levelRate = 50;

/** Has all lines spoken, two at a time, and keeps them in a file. */
async function speak(
  entries: readonly ScriptEntry[],
  { say, path, seconds, signal }: { say: Say; path: string; seconds: number; signal: AbortSignal | undefined },
): Promise<Spoken> {
  const lines = entries.filter((entry) => entry.kind === 'line');
  const spoken: Spoken = { path, sampleRate: 0, places: [], lengths: [], levels: [] };
  await using file = await open(path, 'w');
  let [at, spent] = [0, 0];
  const together = 4;
  for (let from = 0; from < lines.length && spent < seconds; from += together) {
    signal?.throwIfAborted();
    const said = await Promise.all(
      lines.slice(from, from + together).map(({ text, speaker, language }) => say(text, { voice: speaker, language })),
    );
    for (const { samples: whole, sampleRate } of said) {
      const samples = withoutSilence(whole, sampleRate);
      spoken.sampleRate ||= sampleRate;
      if (sampleRate !== spoken.sampleRate) throw new Error('Both voices need the same sample rate.');
      await file.write(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
      spoken.places.push({ at, count: samples.length });
      spoken.lengths.push(samples.length / sampleRate);
      spoken.levels.push(levelsOf(samples, sampleRate));
      at += samples.length;
      spent += samples.length / sampleRate;
    }
  }
  return spoken;
}

/** Synthesisers breathe out after a text; how long people wait is for the schedule to say. */
function withoutSilence(samples: Float32Array, sampleRate: number): Float32Array {
  const isHeard = (sample: number) => Math.abs(sample) > 0.006;
  const margin = Math.round(0.04 * sampleRate);
  const first = Math.max(0, samples.findIndex(isHeard) - margin);
  return samples.slice(first, samples.findLastIndex(isHeard) + 1 + margin);
}

function levelsOf(samples: Float32Array, sampleRate: number): Float32Array {
  const step = Math.round(sampleRate / levelRate);
  return Float32Array.from({ length: Math.ceil(samples.length / step) }, (_, index) => {
    let sum = 0;
    for (const sample of samples.subarray(index * step, (index + 1) * step)) sum += sample * sample;
    return Math.sqrt(sum / step);
  });
}

/** Opens the mouths as loud as the voices are. */
function mouthsOf(
  schedule: SampleSchedule,
  { levels, fps, frames }: { levels: readonly Float32Array[]; fps: number; frames: number },
): SamplePlan['mouths'] {
  const mouths = { host: new Uint8Array(frames), guest: new Uint8Array(frames) };
  for (const { start, end, speaker, index } of schedule.lines) {
    const loudness = levels[index]!;
    const loudest = loudness.toSorted().at(-Math.ceil(loudness.length / 20)) ?? 1;
    for (let frame = Math.floor(start * fps); frame < Math.min(frames, end * fps); frame++) {
      const level = (loudness[Math.floor((frame / fps - start) * levelRate)] ?? 0) / loudest;
      mouths[speaker][frame] = level < 0.12 ? 0 : level < 0.4 ? 1 : level < 0.75 ? 2 : 3;
    }
  }
  return mouths;
}
