import { resampleBlocks } from '../../packages/media/audio/analysis/blocks.ts';
import { findOnsets } from '../../packages/media/audio/analysis/onsets.ts';
import { SpectraCollector } from '../../packages/media/audio/analysis/spectra.ts';
import { fitBeats } from './fit-beats.ts';
import { fitTempo } from './fit-tempo.ts';
import { plans, renderSong, songRate } from './index.ts';
import { randomPlan } from './random-plan.ts';

// Prints the weights of the analysis, fitted to the tuning set, songs of chance and click tracks: node tools/known-songs/fit.ts

const songsOfChance = 80;
const clickTempi = [40, 42, 45, 48, 52, 56, 60, 66, 72, 80, 90, 100, 110, 128, 140, 160, 175, 190, 205, 220];

const chosen = [
  ...plans.filter((plan) => plan.set === 'tuning'),
  ...Array.from({ length: songsOfChance }, (_, seed) => randomPlan(seed)),
];
const songs = chosen.map((plan) => {
  const { samples, truth } = renderSong(plan);
  return lesson(samples, truth.beats);
});
const clicks = clickTempi.map((bpm) => {
  const samples = new Float32Array(30 * songRate);
  const beats: number[] = [];
  for (let time = 0.3; time < 29.5; time += 60 / bpm) {
    beats.push(time);
    const start = Math.round(time * songRate);
    for (let index = 0; index < 88; index++) samples[start + index] = 0.8 * Math.sin(index * index);
  }
  return lesson(samples, beats);
});
console.log(
  'beat weights',
  fitBeats(songs)
    .map((weight) => weight.toFixed(2))
    .join(', '),
);
const tempo = fitTempo([...songs, ...clicks], { passes: 18, decay: 0.001 });
console.log('tempo weights', Array.from(tempo, (weight) => weight.toFixed(3)).join(', '));

function lesson(samples: Float32Array, beats: number[]) {
  const collector = new SpectraCollector();
  collector.push(resampleBlocks(songRate)(samples, true));
  const { accents, relative } = findOnsets(collector.finish());
  return { accents, relative, beats };
}
