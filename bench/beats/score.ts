import { allowedContinuity, continuity, fMeasure, medianBias } from '../../tools/known-songs/index.ts';

/** What is known of a song, seconds. */
export type Known = { beats: number[]; downbeats?: number[]; sections?: number[]; metre?: string };

/** Columns of the table. */
export const columns = [
  'F70',
  'F30',
  'CMLt',
  'AMLt',
  'bias ms',
  'down F',
  'sec .5',
  'sec 3',
  'foote.5',
  'foote 3',
  'grid .5',
  'grid 3',
  'seconds',
] as const;

/** A line of the table; what isn't known or wasn't asked is left out. */
export type Row = { name: string; scores: Partial<Record<(typeof columns)[number], number>>; note: string };

/** Scores of beats and, when given, of downbeats. */
export function scoreBeats(found: readonly number[], known: Known, downbeats?: readonly number[]): Row['scores'] {
  return {
    F70: fMeasure(found, known.beats, { tolerance: 0.07 }),
    F30: fMeasure(found, known.beats, { tolerance: 0.03 }),
    CMLt: continuity(found, known.beats),
    AMLt: allowedContinuity(found, known.beats),
    'bias ms': 1000 * medianBias(found, known.beats),
    ...(downbeats && known.downbeats ? { 'down F': fMeasure(downbeats, known.downbeats, { tolerance: 0.07 }) } : {}),
  };
}

/** Scores of section boundaries beside Foote's novelty and an even grid, both of which are told how many there are. */
export function scoreSections(
  { sections, foote, grid }: { sections: number[]; foote: number[]; grid: number[] },
  known: Known,
): Row['scores'] {
  const truth = known.sections;
  if (truth === undefined) return {};
  const hit = (times: number[], tolerance: number) => fMeasure(times, truth, { tolerance });
  return {
    'sec .5': hit(sections, 0.5),
    'sec 3': hit(sections, 3),
    'foote.5': hit(foote, 0.5),
    'foote 3': hit(foote, 3),
    'grid .5': hit(grid, 0.5),
    'grid 3': hit(grid, 3),
  };
}

/** Means of every column over the rows that have it. */
export function meanOf(name: string, rows: readonly Row[]): Row {
  const scores: Row['scores'] = {};
  for (const column of columns) {
    const values = rows.map((row) => row.scores[column]).filter((value) => value !== undefined && !Number.isNaN(value));
    if (values.length > 0) scores[column] = values.reduce((sum: number, value) => sum + value!, 0) / values.length;
  }
  return { name, scores, note: '' };
}

/** Prints a line of the table. */
export function printRow({ name, scores, note }: Row): void {
  const cells = columns.map((column) => {
    const value = scores[column];
    return (value === undefined || Number.isNaN(value) ? '–' : value.toFixed(column === 'bias ms' ? 1 : 3)).padStart(8);
  });
  console.log(`${name.padEnd(26)}${cells.join('')}  ${note}`.trimEnd());
}
