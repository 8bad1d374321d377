import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { writeWav } from '@kinora/media/audio';
import { analyseMusic } from '@kinora/media/audio/analysis';
import { decodeSong } from '../packages/media/music/decode-song.ts';
import { plans, renderSong, songRate } from '../tools/known-songs/index.ts';
import { measureCost } from './beats/cost.ts';
import { footeBoundaries } from './beats/foote.ts';
import { findPeers } from './beats/peers.ts';
import type { Peer } from './beats/peers.ts';
import { published, publishedSongs } from './beats/published.ts';
import { columns, meanOf, printRow, scoreBeats, scoreSections } from './beats/score.ts';
import type { Known, Row } from './beats/score.ts';

/** Slowest songs that count as slow, beats a minute. */
const slowTempo = 80;
const soundFiles = new Set(['.wav', '.mp3', '.flac', '.ogg', '.opus', '.m4a']);

type Song = { name: string; isSlow: boolean; known: Known; load(): { samples: Float32Array; sampleRate: number } };

/**
 * Measures the analysis of music on songs with known beats, beside other trackers.
 * @param args Nothing: the tuning set, the held-back set, then time and memory. `--quick`: the songs alone. A folder: its
 * sound files with `.beats` (and `.downbeats`, `.sections`), seconds in lines. `--peers`: fetch trackers that npm has.
 */
export default async function benchBeats(args: string[]): Promise<void> {
  const folder = args.find((each) => !each.startsWith('--'));
  using found = findPeers({ install: args.includes('--peers') });
  if (folder !== undefined) {
    const songs = readFolder(folder);
    measureSet(basename(folder), songs, found.peers);
    const areThose = songs.length === publishedSongs.size && songs.every(({ name }) => publishedSongs.has(name));
    if (areThose) printPublished();
  } else {
    for (const set of ['tuning', 'held-back'] as const) {
      measureSet(set, knownSongs(set), set === 'held-back' ? found.peers : []);
    }
  }
  if (found.missing.length > 0)
    console.log(`\nnot installed: ${found.missing.join(', ')} (--peers fetches those of npm)`);
  if (folder === undefined && !args.includes('--quick')) await measureCost();
}

function measureSet(title: string, songs: readonly Song[], peers: readonly Peer[]): void {
  console.log(`\n${title.padEnd(26)}${columns.map((column) => column.padStart(8)).join('')}  metre`);
  const folder = mkdtempSync(join(tmpdir(), 'kinora-beats-'));
  const rows: (Row & { isSlow: boolean })[] = [];
  const others = peers.map((peer) => ({ peer, rows: [] as Row[] }));
  try {
    for (const song of songs) {
      const audio = song.load();
      const row = rate(song, audio);
      rows.push({ ...row, isSlow: song.isSlow });
      printRow(row);
      if (peers.length === 0) continue;
      const file = join(folder, 'song.wav');
      writeFileSync(file, writeWav({ channels: [audio.samples], sampleRate: audio.sampleRate }));
      for (const other of others) {
        const { beats, seconds } = other.peer.track(file);
        other.rows.push({ name: song.name, scores: { ...scoreBeats(beats, song.known), seconds }, note: '' });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  printRow(meanOf(`mean of ${rows.length}`, rows));
  const slow = rows.filter(({ isSlow }) => isSlow);
  if (slow.length > 0) printRow(meanOf(`slow, ballad, rubato: ${slow.length}`, slow));
  for (const { peer, rows: own } of others) printRow(meanOf(peer.name, own));
}

function rate({ name, known }: Song, { samples, sampleRate }: ReturnType<Song['load']>): Row {
  const before = process.cpuUsage();
  const found = analyseMusic(samples, { sampleRate });
  const { user, system } = process.cpuUsage(before);
  const boundaries = found.sections.slice(1).map((section) => section.start);
  const count = known.sections?.length ?? 0;
  const grid = Array.from({ length: count }, (_, index) => ((index + 1) * found.duration) / (count + 1));
  const foote = known.sections === undefined ? [] : footeBoundaries(samples, { sampleRate, count });
  const scores = {
    ...scoreBeats(found.beat_times, known, found.downbeat_times),
    ...scoreSections({ sections: boundaries, grid, foote }, known),
    seconds: (user + system) / 1e6,
  };
  const isRight = known.metre === undefined || found.metre === known.metre;
  return { name, scores, note: `${found.metre ?? '–'}${isRight ? '' : ` for ${known.metre}`}` };
}

function knownSongs(set: 'tuning' | 'held-back'): Song[] {
  return plans
    .filter((plan) => plan.set === set)
    .map((plan) => {
      let rendered: ReturnType<typeof renderSong> | undefined;
      const truth = () => (rendered ??= renderSong(plan)).truth;
      return {
        name: plan.name,
        isSlow:
          plan.tempo.kind === 'rubato' ||
          ('bpm' in plan.tempo && plan.tempo.kind === 'steady' && plan.tempo.bpm < slowTempo),
        get known(): Known {
          const { beats, downbeats, sections } = truth();
          const metre = plan.parts === 3 ? '6/8' : `${plan.beatsPerBar}/4`;
          return { beats, downbeats, metre, sections: sections.slice(1).map(({ start }) => start) };
        },
        load: () => ({ samples: (rendered ??= renderSong(plan)).samples, sampleRate: songRate }),
      };
    });
}

function readFolder(folder: string): Song[] {
  const times = (path: string): number[] | undefined => {
    try {
      const lines = readFileSync(path, 'utf8').split('\n');
      return lines.filter((line) => line.trim() !== '').map((line) => Number.parseFloat(line));
    } catch {
      return undefined;
    }
  };
  return readdirSync(folder)
    .filter((file) => soundFiles.has(extname(file).toLowerCase()))
    .sort()
    .map((file) => {
      const name = basename(file, extname(file));
      const beats = times(join(folder, `${name}.beats`)) ?? [];
      const median = beats
        .slice(1)
        .map((beat, index) => beat - beats[index]!)
        .sort((a, b) => a - b)[Math.floor((beats.length - 1) / 2)];
      return {
        name,
        isSlow: median !== undefined && 60 / median < slowTempo,
        known: {
          beats,
          downbeats: times(join(folder, `${name}.downbeats`)),
          // The first boundary is the beginning of the music, which every method knows.
          sections: times(join(folder, `${name}.sections`))?.slice(1),
        },
        load: () => decodeMono(join(folder, file)),
      };
    });
}

function decodeMono(path: string): { samples: Float32Array; sampleRate: number } {
  const blocks: Float32Array[] = [];
  let sampleRate = 0;
  decodeSong(path, {
    open: (source) => (sampleRate = source.sampleRate),
    push: ([left, right]) => blocks.push(left!.map((value, index) => (right ? (value + right[index]!) / 2 : value))),
  });
  const samples = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    samples.set(block, at);
    at += block.length;
  }
  return { samples, sampleRate };
}

function printPublished(): void {
  console.log('\npublished for these songs      F70     F30 bias ms  s per 3 minutes');
  for (const { name, f70, f30, biasMs, seconds } of published) {
    console.log(
      `${name.padEnd(26)}${[f70.toFixed(3), f30.toFixed(3), biasMs.toFixed(1), seconds.toFixed(2)].map((cell) => cell.padStart(8)).join('')}`,
    );
  }
}
