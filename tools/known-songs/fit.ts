import { writeFileSync } from 'node:fs';
import { resampleBlocks } from '../../packages/media/audio/analysis/blocks.ts';
import type { LevelNetwork } from '../../packages/media/audio/analysis/levels.ts';
import { findOnsets } from '../../packages/media/audio/analysis/onsets.ts';
import type { Envelopes } from '../../packages/media/audio/analysis/onsets.ts';
import { SpectraCollector } from '../../packages/media/audio/analysis/spectra.ts';
import { inferTempo } from '../../packages/media/audio/analysis/tempo.ts';
import { fitBeats } from './fit-beats.ts';
import { fitLevels } from './fit-levels.ts';
import { fitTempo } from './fit-tempo.ts';
import { plans, renderSong, songRate } from './index.ts';
import { randomPlan } from './random-plan.ts';

// Fits the weights of the analysis to the tuning set, songs of chance and click tracks, and writes those of tempo and level
// to their files: node tools/known-songs/fit.ts. The beat weights are printed; about five minutes.

const songsOfChance = 500;
/** Songs of chance the tempo is fitted on: its windows are many. */
const tempoSongs = 200;
const clickTempi = [40, 42, 45, 48, 52, 56, 60, 66, 72, 80, 90, 100, 110, 128, 140, 160, 175, 190, 205, 220];

const tuning = plans.filter((plan) => plan.set === 'tuning').map(hear);
const chance = Array.from({ length: songsOfChance }, (_, seed) => hear(randomPlan(seed)));
const clicks = clickTempi.map(tick);

const beats = fitBeats([...tuning, ...chance].map(({ envelopes: { relative }, beats }) => ({ relative, beats })));
console.log('beat weights', beats.map((weight) => weight.toFixed(2)).join(', '));

const tempo = fitTempo(
  [...tuning, ...chance.slice(0, tempoSongs), ...clicks].map(({ envelopes: { accents }, beats }) => ({
    accents,
    beats,
  })),
  { passes: 16, decay: 0.001 },
);
write(
  'tempo-weights.ts',
  `/** Weights of the tempo inference, fitted by \`tools/known-songs/fit.ts\`: per envelope, per multiple of the beat; then the tempo's own two. */
export const tempoWeights: readonly number[] = ${JSON.stringify(Array.from(tempo, (weight) => Number(weight.toFixed(3))))};\n`,
);

const { network, right } = fitLevels(
  [...tuning, ...chance, ...clicks].map(({ envelopes, beats }) => ({
    evidence: { envelopes, tempo: inferTempo(envelopes.accents, tempo) },
    beats,
  })),
);
console.log('levels right', right.toFixed(3));
write(
  'level-weights.ts',
  `import type { LevelNetwork } from './levels.ts';

/** Weights of the choice of metrical level, fitted by \`tools/known-songs/fit.ts\`. */
export const levelNetwork: LevelNetwork = ${JSON.stringify(short(network))};\n`,
);

type Heard = { envelopes: Envelopes; beats: number[] };

function hear(plan: Parameters<typeof renderSong>[0]): Heard {
  const { samples, truth } = renderSong(plan);
  return listen(samples, truth.beats);
}

function tick(bpm: number): Heard {
  const samples = new Float32Array(30 * songRate);
  const beats: number[] = [];
  for (let time = 0.3; time < 29.5; time += 60 / bpm) {
    beats.push(time);
    const start = Math.round(time * songRate);
    for (let index = 0; index < 88; index++) samples[start + index] = 0.8 * Math.sin(index * index);
  }
  return listen(samples, beats);
}

function listen(samples: Float32Array, beats: number[]): Heard {
  const collector = new SpectraCollector();
  collector.push(resampleBlocks(songRate)(samples, true));
  return { envelopes: findOnsets(collector.finish()), beats };
}

function short({ units, direct }: LevelNetwork): LevelNetwork {
  const round = (value: number) => Number(value.toPrecision(4));
  return {
    units: units.map(({ bias, weights, worth }) => ({
      bias: round(bias),
      weights: weights.map(round),
      worth: round(worth),
    })),
    direct: direct.map(round),
  };
}

function write(name: string, text: string): void {
  writeFileSync(new URL(`../../packages/media/audio/analysis/${name}`, import.meta.url), text);
}
