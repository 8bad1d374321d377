import type { Instrument } from './instruments.ts';

/** How the tempo of a known song goes. */
export type TempoPlan =
  | { kind: 'steady'; bpm: number }
  | { kind: 'ramp'; bpm: number; to: number }
  | { kind: 'steps'; bpms: number[] }
  | { kind: 'rubato'; bpm: number; depth: number };

/** Names of drum patterns and accompaniments; see grooves.ts. */
export type Groove =
  | 'none'
  | 'rock'
  | 'disco'
  | 'ballad'
  | 'ballad-sixteenths'
  | 'funk'
  | 'break'
  | 'half'
  | 'bossa'
  | 'brushes'
  | 'waltz'
  | 'jazz-waltz'
  | 'six-eight'
  | 'five-four'
  | 'tresillo'
  | 'march'
  | 'straight'
  | 'hats'
  | 'viennese'
  | 'shaker-folk'
  | 'sparse';

/** How the chords are played. */
export type Accompaniment =
  | 'block'
  | 'eighths'
  | 'arpeggio'
  | 'offbeat'
  | 'pad'
  | 'oom-pah'
  | 'syncopated'
  | 'broken-sixteenths';

/** What a known song is made of. */
export type SongPlan = {
  name: string;
  seed: number;
  /** Songs of the held-back set were never looked at while the analysis was tuned. */
  set: 'tuning' | 'held-back';
  /** Beats in a bar and equal parts of a beat: 6/8 is two beats of three parts. */
  beatsPerBar: number;
  parts: 2 | 3;
  tempo: TempoPlan;
  /** Share of the beat at which its second half begins; 0.5 straight, 0.667 triplet swing. */
  swing: number;
  groove: Groove;
  accompaniment: Accompaniment;
  chords: Instrument;
  melody: Instrument;
  /** How the bass moves. Default `roots`: one to three notes a bar. */
  bass?: 'roots' | 'eighths' | 'quarters';
  /** Bars of each section by its letter: i intro, a verse, b chorus, c bridge, o outro. */
  form: [letter: string, bars: number][];
  /** Loudness of each part against what it usually has, linear. Default 1 each. */
  mix?: { drums: number; bass: number; chords: number; melody: number };
  /** Loudness of the intro against the rest, linear. Default 1. */
  intro?: number;
  /** Seconds by which players are early or late at most. Default 0.003. */
  looseness?: number;
  /** Level of white noise under the music, linear. */
  noise?: number;
  /** Seconds of silence in the middle, at a bar line. */
  gap?: number;
};

const pop: [string, number][] = [
  ['i', 2],
  ['a', 8],
  ['b', 8],
  ['a', 8],
  ['b', 8],
];
const short: [string, number][] = [
  ['i', 2],
  ['a', 4],
  ['b', 4],
  ['a', 4],
  ['b', 4],
  ['o', 2],
];
const long: [string, number][] = [
  ['i', 4],
  ['a', 8],
  ['b', 8],
  ['a', 8],
  ['c', 4],
  ['b', 8],
  ['o', 4],
];

/** Sections of one or two bars: many slow songs have no longer ones. */
const brief: [string, number][] = [
  ['i', 1],
  ['a', 2],
  ['b', 2],
  ['a', 2],
  ['b', 2],
  ['c', 1],
  ['b', 2],
  ['o', 1],
];

type Rest = Partial<Omit<SongPlan, 'name' | 'tempo' | 'groove'>>;

let seed = 100;
function song(name: string, tempo: number | TempoPlan, groove: Groove, rest: Rest = {}): SongPlan {
  return {
    name,
    seed: seed++,
    set: 'tuning',
    beatsPerBar: 4,
    parts: 2,
    swing: 0.5,
    groove,
    accompaniment: 'block',
    chords: 'piano',
    melody: 'lead',
    form: pop,
    tempo: typeof tempo === 'number' ? { kind: 'steady', bpm: tempo } : tempo,
    ...rest,
  };
}
function heldBack(name: string, tempo: number | TempoPlan, groove: Groove, rest: Rest = {}): SongPlan {
  return song(name, tempo, groove, { ...rest, set: 'held-back' });
}
const rubato = (bpm: number, depth: number): TempoPlan => ({ kind: 'rubato', bpm, depth });

/** Every known song: about two thirds to tune the analysis on, one third held back. */
export const plans: readonly SongPlan[] = [
  song('rock-118', 118, 'rock', { accompaniment: 'eighths', chords: 'pluck' }),
  song('disco-126', 126, 'disco', { accompaniment: 'offbeat', chords: 'pluck', melody: 'strings', form: long }),
  song('ballad-62', 62, 'ballad', { accompaniment: 'eighths', form: short }),
  song('ballad-66-sixteenths', 66, 'ballad-sixteenths', {
    accompaniment: 'pad',
    chords: 'pad',
    melody: 'piano',
    form: short,
  }),
  song('lullaby-64-no-drums', 64, 'none', { accompaniment: 'arpeggio', form: short, melody: 'strings' }),
  song('piano-72-rubato', rubato(72, 0.12), 'none', { accompaniment: 'arpeggio', melody: 'piano', form: short }),
  song('strings-60-no-drums', 60, 'none', { accompaniment: 'block', chords: 'strings', melody: 'pluck', form: short }),
  song('funk-98', 98, 'funk', { accompaniment: 'syncopated', chords: 'pluck', form: long }),
  song('break-172', 172, 'break', { accompaniment: 'pad', chords: 'pad', form: long }),
  song('half-140', 140, 'disco', { accompaniment: 'syncopated', form: pop }),
  song('bossa-132', 132, 'bossa', { accompaniment: 'syncopated', chords: 'pluck', melody: 'piano' }),
  song('swing-150', 150, 'brushes', { swing: 0.66, accompaniment: 'offbeat', melody: 'lead', form: long }),
  song('waltz-96', 96, 'waltz', { beatsPerBar: 3, accompaniment: 'oom-pah' }),
  song('waltz-168', 168, 'waltz', { beatsPerBar: 3, accompaniment: 'oom-pah', chords: 'pluck', form: long }),
  song('six-eight-58', 58, 'six-eight', { beatsPerBar: 2, parts: 3, accompaniment: 'arpeggio', form: pop }),
  song('five-four-130', 130, 'five-four', { beatsPerBar: 5, accompaniment: 'oom-pah', form: short }),
  song('accelerando-90-140', { kind: 'ramp', bpm: 90, to: 140 }, 'rock', { accompaniment: 'eighths' }),
  song('ritardando-120-84', { kind: 'ramp', bpm: 120, to: 84 }, 'march', { accompaniment: 'block', chords: 'strings' }),
  song('steps-100-124-88', { kind: 'steps', bpms: [100, 124, 88] }, 'rock', { form: pop }),
  song('reggaeton-92', 92, 'tresillo', { accompaniment: 'offbeat', chords: 'pluck' }),
  song('folk-108', 108, 'shaker-folk', { accompaniment: 'eighths', chords: 'pluck', melody: 'strings', noise: 0.01 }),
  song('gap-112', 112, 'rock', { accompaniment: 'block', gap: 3, form: short }),
  song('sparse-76', 76, 'sparse', { accompaniment: 'pad', chords: 'pad', melody: 'pluck', form: short }),
  song('nocturne-66-rubato', rubato(66, 0.16), 'none', {
    accompaniment: 'broken-sixteenths',
    melody: 'piano',
    form: short,
  }),

  heldBack('rock-134', 134, 'rock', { accompaniment: 'block', chords: 'piano', melody: 'strings', form: long }),
  heldBack('ballad-67', 67, 'ballad', { accompaniment: 'arpeggio', melody: 'strings', form: short }),
  heldBack('ballad-60-sixteenths', 60, 'ballad-sixteenths', { accompaniment: 'eighths', form: short }),
  heldBack('cradle-68-rubato', rubato(68, 0.13), 'none', {
    accompaniment: 'arpeggio',
    chords: 'pluck',
    melody: 'strings',
    form: short,
  }),
  heldBack('strings-63-no-drums', 63, 'none', {
    accompaniment: 'eighths',
    chords: 'strings',
    melody: 'piano',
    form: short,
  }),
  heldBack('waltz-132', 132, 'jazz-waltz', { beatsPerBar: 3, accompaniment: 'oom-pah', swing: 0.62 }),
  heldBack('six-eight-70', 70, 'six-eight', {
    beatsPerBar: 2,
    parts: 3,
    accompaniment: 'block',
    chords: 'strings',
    form: pop,
  }),
  heldBack('five-four-104', 104, 'five-four', { beatsPerBar: 5, accompaniment: 'block', form: short }),
  heldBack('accelerando-76-116', { kind: 'ramp', bpm: 76, to: 116 }, 'march', { accompaniment: 'eighths' }),
  heldBack('ritardando-150-96', { kind: 'ramp', bpm: 150, to: 96 }, 'rock', {
    accompaniment: 'block',
    chords: 'pluck',
  }),
  heldBack('steps-84-110', { kind: 'steps', bpms: [84, 110] }, 'disco', { accompaniment: 'block', form: pop }),
  heldBack('funk-106', 106, 'funk', { accompaniment: 'syncopated', chords: 'piano', noise: 0.015 }),
  heldBack('shuffle-88', 88, 'rock', { swing: 0.64, accompaniment: 'eighths', chords: 'pluck' }),
  heldBack('break-164', 164, 'break', { accompaniment: 'block', form: long }),

  song('straight-58-brief', 58, 'straight', { accompaniment: 'block', bass: 'eighths', form: brief }),
  song('hymn-54-brief', 54, 'none', { accompaniment: 'block', chords: 'organ', melody: 'brass', form: brief }),
  song('viennese-176', 176, 'viennese', { beatsPerBar: 3, accompaniment: 'oom-pah', chords: 'strings', form: long }),
  song('lullaby-six-eight-52', 52, 'none', {
    beatsPerBar: 2,
    parts: 3,
    accompaniment: 'arpeggio',
    melody: 'bell',
    form: pop,
  }),
  heldBack('straight-62-brief', 62, 'straight', { accompaniment: 'eighths', bass: 'quarters', form: brief }),
  heldBack('viennese-158', 158, 'viennese', { beatsPerBar: 3, accompaniment: 'oom-pah', chords: 'pluck', form: long }),
  heldBack('barcarole-56', 56, 'none', {
    beatsPerBar: 2,
    parts: 3,
    accompaniment: 'arpeggio',
    chords: 'pluck',
    melody: 'strings',
    form: pop,
  }),
];
