import type { Instrument } from './instruments.ts';
import type { Groove } from './plans.ts';

/** One stroke of a drum: place in the bar in beats, and loudness in [0, 1]. */
export type Stroke = { drum: Instrument; at: number; level: number };

/** Strokes of one bar of a groove. Eighths off the beat stand at .5 and are swung later. */
export function strokes(groove: Groove, beatsPerBar: number): Stroke[] {
  const beats = Array.from({ length: beatsPerBar }, (_, beat) => beat);
  const every = (drum: Instrument, step: number, levels: number[]): Stroke[] =>
    Array.from({ length: Math.round(beatsPerBar / step) }, (_, index) => ({
      drum,
      at: index * step,
      level: levels[index % levels.length]!,
    }));
  const on = (drum: Instrument, places: number[], level = 0.9): Stroke[] => places.map((at) => ({ drum, at, level }));
  switch (groove) {
    case 'none':
      return [];
    case 'rock':
      return [...on('kick', [0, 2, 2.5]), ...on('snare', [1, 3]), ...every('hat', 0.5, [0.4, 0.25])];
    case 'disco':
      return [
        ...on('kick', beats),
        ...on(
          'snare',
          beats.filter((beat) => beat % 2 === 1),
          0.6,
        ),
        ...on(
          'open-hat',
          beats.map((beat) => beat + 0.5),
          0.3,
        ),
      ];
    case 'ballad':
      return [...on('kick', [0, 2]), ...on('rim', [1, 3], 0.7), ...every('hat', 0.5, [0.3, 0.2])];
    case 'ballad-sixteenths':
      return [
        ...on('kick', [0, 1.75, 2]),
        ...on('snare', [1, 3], 0.7),
        ...every('hat', 0.25, [0.35, 0.15, 0.25, 0.15]),
      ];
    case 'funk':
      return [
        ...on('kick', [0, 0.75, 2.5]),
        ...on('snare', [1, 3]),
        ...on('snare', [1.75, 2.25], 0.25),
        ...every('hat', 0.25, [0.35, 0.15, 0.3, 0.15]),
      ];
    case 'break':
      return [
        ...on('kick', [0, 2.5]),
        ...on('snare', [1, 3]),
        ...on('snare', [1.75], 0.3),
        ...every('hat', 0.5, [0.35, 0.3]),
      ];
    case 'half':
      return [...on('kick', [0, 1.5]), ...on('snare', [2]), ...every('hat', 0.5, [0.35, 0.25])];
    case 'bossa':
      return [...on('kick', [0, 1.5, 2, 3.5], 0.6), ...on('rim', [0, 1.5, 3], 0.6), ...every('hat', 0.5, [0.25, 0.25])];
    case 'brushes':
      return [...on('kick', [0, 2], 0.4), ...on('hat', [0, 1, 1.5, 2, 3, 3.5], 0.4), ...on('snare', [1, 3], 0.25)];
    case 'waltz':
      return [...on('kick', [0]), ...on('snare', [1, 2], 0.35), ...every('hat', 1, [0.3])];
    case 'jazz-waltz':
      return [...on('kick', [0], 0.6), ...on('hat', [0, 1, 1.5, 2], 0.4), ...on('rim', [1, 2.5], 0.4)];
    case 'six-eight':
      return [...on('kick', [0]), ...on('snare', [1], 0.8), ...every('hat', 1 / 3, [0.35, 0.2, 0.25])];
    case 'five-four':
      return [...on('kick', [0, 3]), ...on('snare', [2, 4], 0.6), ...every('hat', 0.5, [0.3, 0.2])];
    case 'tresillo':
      return [...on('kick', beats), ...on('snare', [0.75, 1.5, 2.75, 3.5], 0.7), ...every('hat', 0.5, [0.2, 0.2])];
    case 'march':
      return [...on('kick', [0, 2]), ...on('snare', [1, 3], 0.7), ...on('snare', [1.5, 3.5, 3.75], 0.3)];
    case 'straight':
      return [...on('kick', [0, 2]), ...on('snare', [1, 3]), ...every('hat', 0.5, [0.45, 0.4])];
    case 'hats':
      return [...on('kick', beats, 0.6), ...every('hat', 0.5, [0.3, 0.45])];
    case 'viennese':
      return [
        ...on('kick', [0]),
        ...on('hat', beats.slice(1), 0.45),
        ...on(
          'hat',
          beats.map((beat) => beat + 0.5),
          0.2,
        ),
      ];
    case 'shaker-folk':
      return [...every('shaker', 0.5, [0.5, 0.35]), ...on('kick', [0, 2], 0.5)];
    case 'sparse':
      return [...on('kick', [0], 0.8), ...on('rim', [2], 0.6)];
  }
}
