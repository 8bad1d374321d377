import type { HeardMusic } from '@kinora/media/music';

/** What was heard in a song, as the page uses it. */
export type Heard = HeardMusic;
type Analysis = Heard['analysis'];
type Section = Analysis['sections'][number];

/** The time in a sorted list that is nearest to `time`; `time` itself when the list is empty. */
export function nearest(times: readonly number[], time: number): number {
  const next = indexAfter(times, time);
  const [before, after] = [times[next - 1], times[next]];
  if (before === undefined) return after ?? time;
  if (after === undefined) return before;
  return time - before <= after - time ? before : after;
}

/** The time `count` entries later (or earlier, when negative) in a sorted list; the ends hold. */
export function stepFrom(times: readonly number[], time: number, count: number): number {
  if (times.length === 0) return time;
  const slack = 0.02;
  const index = count > 0 ? indexAfter(times, time + slack) + count - 1 : indexBefore(times, time - slack) + count + 1;
  return times[Math.min(times.length - 1, Math.max(0, index))] ?? time;
}

/** Bar and beat at a time, both from 1; null before the first bar and in music without a pulse. */
export function barAt(analysis: Analysis, time: number): { bar: number; beat: number } | null {
  const slack = 0.02;
  const bar = indexAfter(analysis.downbeat_times, time + slack);
  const downbeat = analysis.downbeat_times[bar - 1];
  if (downbeat === undefined) return null;
  const beat = indexAfter(analysis.beat_times, time + slack) - indexAfter(analysis.beat_times, downbeat - slack);
  return { bar, beat: Math.max(1, beat) };
}

/** The section at a time, from 0; −1 when there is none. */
export function sectionAt(analysis: Analysis, time: number): number {
  return analysis.sections.findLastIndex((section) => section.start <= time + 0.02);
}

const sectionWords: Record<Section['label'], string> = {
  intro: 'Intro',
  'verse-like': 'Verse',
  build: 'Build',
  'chorus-like': 'Chorus',
  drop: 'Drop',
  bridge: 'Bridge',
  outro: 'Outro',
};

/** Names of all sections, in order: what comes more than once is counted, e.g. "Verse 2". */
export function sectionNames(analysis: Analysis): string[] {
  const all = analysis.sections.map(({ label }) => sectionWords[label]);
  return all.map((word, index) => {
    if (all.indexOf(word) === all.lastIndexOf(word)) return word;
    return `${word} ${all.slice(0, index + 1).filter((other) => other === word).length}`;
  });
}

/** A word for a key moment, for where there is room for one only. */
export function momentWord(analysis: Analysis, moment: Analysis['key_moments'][number]): string {
  const words = {
    opening: 'Opening',
    rise: 'Louder',
    fall: 'Falls away',
    peak: 'Loudest',
    quiet: 'Nearly silent',
    ending: 'Ending',
    section: undefined,
    filler: undefined,
  } as const;
  const section = sectionNames(analysis)[sectionAt(analysis, moment.timestamp)] ?? 'Moment';
  return words[moment.reason] ?? (moment.reason === 'filler' ? `In ${section.toLowerCase()}` : section);
}

/** "3:12 · 130 beats a minute · 4/4 · F major" – what is known of a song in one small line. */
export function songFacts(facts: {
  duration: number;
  tempo: number | null;
  metre: string | null;
  key: string | null;
}): string {
  return [
    clock(facts.duration),
    facts.tempo !== null && `${Math.round(facts.tempo)} beats a minute`,
    facts.metre,
    facts.key,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The same of what was just heard. */
export function factsOf({ analysis }: Heard) {
  return {
    duration: analysis.duration,
    tempo: analysis.tempo,
    metre: analysis.metre,
    key: analysis.key && `${analysis.key.tonic} ${analysis.key.mode}`,
  };
}

/** Seconds as `2:38`, cut off, as players show them. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 0.001));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Seconds as `2:38.4`, for places in a song. */
export function fineClock(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  return `${Math.floor(tenths / 600)}:${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}.${tenths % 10}`;
}

/** How many entries of a sorted list are ≤ `time`. */
function indexAfter(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last entry < `time`; −1 when there is none. */
function indexBefore(times: readonly number[], time: number): number {
  return indexAfter(times, time) - 1;
}
