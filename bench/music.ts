import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readWav } from '@kinora/media/audio';
import { analyseMusic, createMusicAnalyser } from '@kinora/media/audio/analysis';
import type { MusicAnalysis } from '@kinora/media/audio/analysis';
import {
  allowedContinuity,
  continuity,
  fMeasure,
  medianBias,
  plans,
  renderSong,
  songRate,
} from '../tools/known-songs/index.ts';

/** Most seconds of processor time for a song of three minutes. */
const timeBar = 1.5;
/** Most mebibytes for a song of twenty minutes. */
const memoryBar = 300;

type Known = { beats: number[]; downbeats?: number[]; sections?: number[]; metre?: string };
type Row = { name: string; scores: number[]; metre: string };

const columns = ['F70', 'F30', 'CMLt', 'AMLt', 'bias ms', 'down F', 'sec .5', 'sec 3', 'grid .5', 'grid 3', 's'];

/**
 * Measures the analysis of music on songs with known beats: the tuning set, the held-back set, then time and memory.
 * @param args Nothing, `--quick` for the songs alone, or a folder of .wav files with `.beats`, and optionally `.downbeats` and `.sections`, seconds in lines.
 */
export default async function benchMusic(args: string[]): Promise<void> {
  const folder = args.find((each) => !each.startsWith('--'));
  if (folder !== undefined) {
    printSet(basename(folder), readFolder(folder));
    return;
  }
  // First, so that the peak is that of one song alone.
  if (!args.includes('--quick')) measureMemory();
  for (const set of ['tuning', 'held-back'] as const) {
    const songs = plans.filter((plan) => plan.set === set);
    printSet(
      set,
      songs.map((plan) => {
        const { samples, truth } = renderSong(plan);
        const sections = truth.sections.slice(1).map((section) => section.start);
        const metre = plan.parts === 3 ? '6/8' : `${plan.beatsPerBar}/4`;
        return rate(plan.name, { samples, sampleRate: songRate }, { ...truth, sections, metre });
      }),
    );
  }
  if (!args.includes('--quick')) measureTime();
}

function rate(name: string, audio: { samples: Float32Array; sampleRate: number }, known: Known): Row {
  const before = process.cpuUsage();
  const found = analyseMusic(audio.samples, { sampleRate: audio.sampleRate });
  const seconds = processorSeconds(before);
  const { beat_times, downbeat_times } = found;
  const boundaries = found.sections.slice(1).map((section) => section.start);
  const grid = uniformGrid(found, known.sections?.length ?? 0);
  const hit = (times: number[], tolerance: number) =>
    known.sections === undefined ? Number.NaN : fMeasure(times, known.sections, { tolerance });
  const scores = [
    fMeasure(beat_times, known.beats, { tolerance: 0.07 }),
    fMeasure(beat_times, known.beats, { tolerance: 0.03 }),
    continuity(beat_times, known.beats),
    allowedContinuity(beat_times, known.beats),
    1000 * medianBias(beat_times, known.beats),
    known.downbeats === undefined ? Number.NaN : fMeasure(downbeat_times, known.downbeats, { tolerance: 0.07 }),
    hit(boundaries, 0.5),
    hit(boundaries, 3),
    hit(grid, 0.5),
    hit(grid, 3),
    seconds,
  ];
  const metre = `${found.metre ?? '–'}${known.metre === undefined || found.metre === known.metre ? '' : ` for ${known.metre}`}`;
  return { name, scores, metre };
}

/** As many boundaries as there are, evenly spread: the baseline, which is told the number. */
function uniformGrid({ duration }: MusicAnalysis, count: number): number[] {
  return Array.from({ length: count }, (_, index) => ((index + 1) * duration) / (count + 1));
}

function printSet(title: string, rows: Row[]): void {
  const cells = (values: number[]) =>
    values.map((value, index) => (Number.isNaN(value) ? '–' : value.toFixed(index === 4 ? 1 : 3)).padStart(8)).join('');
  console.log(`\n${title.padEnd(24)}${columns.map((column) => column.padStart(8)).join('')}  metre`);
  for (const row of rows) console.log(`${row.name.padEnd(24)}${cells(row.scores)}  ${row.metre}`);
  const means = columns.map((_, index) => {
    const values = rows.map((row) => row.scores[index]!).filter((value) => !Number.isNaN(value));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  console.log(`${'mean'.padEnd(24)}${cells(means)}`);
}

function readFolder(folder: string): Row[] {
  const times = (path: string): number[] | undefined => {
    try {
      const lines = readFileSync(path, 'utf8').split('\n');
      return lines.filter((line) => line.trim() !== '').map((line) => Number.parseFloat(line));
    } catch {
      return undefined;
    }
  };
  return readdirSync(folder)
    .filter((file) => file.endsWith('.wav'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -4);
      const { channels, sampleRate } = readWav(readFileSync(join(folder, file)));
      const samples = channels[0]!.map(
        (_, index) => channels.reduce((sum, channel) => sum + channel[index]!, 0) / channels.length,
      );
      const known = {
        beats: times(join(folder, `${name}.beats`)) ?? [],
        downbeats: times(join(folder, `${name}.downbeats`)),
        // The first boundary is the beginning of the music, which every method knows.
        sections: times(join(folder, `${name}.sections`))?.slice(1),
      };
      return rate(name, { samples, sampleRate }, known);
    });
}

/** Three minutes of one song, looped. */
function measureTime(): void {
  const { samples } = renderSong(plans[0]!);
  const song = new Float32Array(180 * songRate).map((_, index) => samples[index % samples.length]!);
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    analyseMusic(song, { sampleRate: songRate });
    return processorSeconds(before);
  });
  const cold = times[0]!;
  const median = times.sort((a, b) => a - b)[2]!;
  console.log(
    `\n3 minutes: ${cold.toFixed(2)} s of processor time the first time, median ${median.toFixed(2)} s (bar ${timeBar} s): ${median <= timeBar ? 'met' : 'missed'}`,
  );
}

/** Twenty minutes in blocks of a second, as a decoder hands them over. */
function measureMemory(): void {
  const { samples } = renderSong(plans[0]!);
  const analyser = createMusicAnalyser({ sampleRate: songRate });
  for (let second = 0; second < 1200; second++) {
    const start = (second * songRate) % (samples.length - songRate);
    analyser.push(samples.subarray(start, start + songRate));
  }
  analyser.finish();
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    `20 minutes: at most ${peak.toFixed(0)} MiB in the whole program (bar ${memoryBar} MiB): ${peak <= memoryBar ? 'met' : 'missed'}`,
  );
}

function processorSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
