import { pick, seededRandom } from '@kinora/media/audio';
import type { Accompaniment, Groove, SongPlan, TempoPlan } from './plans.ts';

/** Tempo range in beats a minute of each groove that is used for fitting. */
const ranges: [groove: Groove, from: number, to: number, meter: 2 | 3 | 4 | 5][] = [
  ['none', 55, 96, 4],
  ['none', 55, 90, 4],
  ['none', 80, 130, 3],
  ['rock', 84, 150, 4],
  ['disco', 100, 140, 4],
  ['ballad', 55, 80, 4],
  ['ballad', 60, 90, 4],
  ['ballad-sixteenths', 55, 84, 4],
  ['funk', 84, 116, 4],
  ['break', 150, 184, 4],
  ['half', 120, 160, 4],
  ['bossa', 110, 150, 4],
  ['brushes', 110, 190, 4],
  ['waltz', 84, 180, 3],
  ['six-eight', 45, 80, 2],
  ['five-four', 90, 160, 5],
  ['tresillo', 84, 104, 4],
  ['march', 80, 130, 4],
  ['shaker-folk', 80, 130, 4],
  ['sparse', 60, 96, 4],
  ['straight', 52, 80, 4],
  ['straight', 70, 130, 4],
  ['hats', 52, 140, 4],
  ['rock', 56, 90, 4],
  ['waltz', 120, 190, 3],
  ['viennese', 110, 190, 3],
  ['none', 100, 170, 3],
  ['none', 44, 76, 2],
  ['six-eight', 44, 66, 2],
  ['none', 52, 80, 4],
];
const accompaniments: Accompaniment[] = [
  'block',
  'eighths',
  'arpeggio',
  'offbeat',
  'pad',
  'oom-pah',
  'syncopated',
  'broken-sixteenths',
];
const plain: Accompaniment[] = ['block', 'eighths', 'arpeggio', 'oom-pah', 'broken-sixteenths'];

/** A song of chance to fit the tempo weights on; no plan of the held-back set comes out of it. */
export function randomPlan(seed: number): SongPlan {
  const random = seededRandom(seed * 7919 + 17);
  const [groove, low, high, meter] = ranges[seed % ranges.length]!;
  // Real songs play a groove outside its usual tempo too.
  const [from, to] = [low * 0.9, high * 1.1];
  const bpm = from + random() * (to - from);
  const tempo: TempoPlan =
    groove === 'none' && random() < 0.6
      ? { kind: 'rubato', bpm, depth: 0.04 + random() * 0.12 }
      : random() < 0.15
        ? { kind: 'ramp', bpm, to: bpm * (0.8 + 0.4 * random()) }
        : { kind: 'steady', bpm };
  const gain = () => 0.4 + 1.1 * random();
  return {
    name: `random-${seed}`,
    seed: seed + 5000,
    set: 'tuning',
    beatsPerBar: meter,
    parts: meter === 2 ? 3 : 2,
    tempo,
    swing: groove === 'brushes' || random() < 0.1 ? 0.6 + random() * 0.07 : 0.5,
    groove,
    accompaniment: pick(
      random,
      groove === 'none' ? plain : meter === 3 ? [...plain, 'oom-pah', 'oom-pah'] : accompaniments,
    ),
    chords: pick(random, ['piano', 'pluck', 'strings', 'piano', 'organ', 'brass']),
    melody: pick(random, ['lead', 'strings', 'piano', 'pluck', 'organ', 'bell', 'brass']),
    form: [
      ['i', 2],
      ['a', 4],
      ['b', 4],
      ['a', 4],
    ],
    bass: pick(random, ['roots', 'eighths', 'quarters'] as const),
    noise: random() < 0.2 ? random() * 0.02 : undefined,
    mix: { drums: gain(), bass: gain(), chords: gain(), melody: gain() },
    looseness: 0.003 + 0.009 * random() ** 2,
  };
}
