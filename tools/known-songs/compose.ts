import { pick, seededRandom } from '@kinora/media/audio';
import type { Random } from '@kinora/media/audio';
import { strokes } from './grooves.ts';
import type { Instrument } from './instruments.ts';
import type { Accompaniment, SongPlan, TempoPlan } from './plans.ts';

/** One note in seconds. */
export type SongNote = { instrument: Instrument; pitch: number; at: number; duration: number; level: number };

/** What is known of a song, seconds. */
export type Truth = {
  beats: number[];
  downbeats: number[];
  sections: { start: number; letter: string }[];
  beatsPerBar: number;
};

/** Silence before the first beat, seconds. */
const lead = 0.5;

const progressions = [
  [0, 4, 5, 3],
  [0, 5, 3, 4],
  [5, 3, 0, 4],
  [0, 3, 1, 4],
  [0, 2, 3, 4],
  [1, 4, 0, 5],
];
const scales = { major: [0, 2, 4, 5, 7, 9, 11], minor: [0, 2, 3, 5, 7, 8, 10] };

/** Writes out a plan: the same notes for the same plan. */
export function compose(plan: SongPlan): { notes: SongNote[]; truth: Truth; seconds: number } {
  const random = seededRandom(plan.seed);
  const bars = plan.form.reduce((sum, [, count]) => sum + count, 0);
  const beatTimes = beatGrid(plan, bars * plan.beatsPerBar, random);
  const time = (beat: number): number => {
    const whole = Math.min(Math.floor(beat + 1e-9), beatTimes.length - 2);
    return beatTimes[whole]! + (beat - whole) * (beatTimes[whole + 1]! - beatTimes[whole]!);
  };
  const notes: SongNote[] = [];
  const add = (instrument: Instrument, beat: number, note: { pitch?: number; beats?: number; level: number }) => {
    const placed = swung(beat, plan.swing);
    const at = time(placed) + (random() - 0.5) * 2 * (plan.looseness ?? 0.003);
    const duration = time(placed + (note.beats ?? 0.5)) - time(placed);
    notes.push({ instrument, pitch: note.pitch ?? 0, at, duration, level: note.level * (0.9 + 0.2 * random()) });
  };
  const scale = random() < 0.6 ? scales.major : scales.minor;
  const tonic = 55 + Math.floor(random() * 7);
  const progression = new Map<string, number[]>();
  const tunes = new Map<string, Tune>();
  const sections: Truth['sections'] = [];
  let bar = 0;
  for (const [letter, count] of plan.form) {
    if (!progression.has(letter)) {
      progression.set(letter, pick(random, progressions));
      tunes.set(letter, writeTune(random, plan));
    }
    sections.push({ start: time(bar * plan.beatsPerBar), letter });
    for (let index = 0; index < count; index++) {
      writeBar(plan, {
        letter,
        first: (bar + index) * plan.beatsPerBar,
        index,
        isLast: index === count - 1,
        degree: progression.get(letter)![index % 4]!,
        tune: tunes.get(letter)!,
        tonic,
        scale,
        random,
        add,
      });
    }
    bar += count;
  }
  const total = bars * plan.beatsPerBar;
  const beats = beatTimes.slice(0, total);
  return {
    notes,
    truth: {
      beats,
      downbeats: beats.filter((_, index) => index % plan.beatsPerBar === 0),
      sections,
      beatsPerBar: plan.beatsPerBar,
    },
    seconds: beatTimes[total]! + 1.5,
  };
}

/** Times of all beats and one more. */
function beatGrid(plan: SongPlan, count: number, random: Random): number[] {
  const [slow, quick, drift] = [random() * 6, random() * 6, random() * 6];
  const middle = Math.floor(count / plan.beatsPerBar / 2) * plan.beatsPerBar;
  const times = [lead];
  for (let beat = 0; beat < count + 8; beat++) {
    let period = 60 / bpmAt(plan.tempo, beat / count);
    if (plan.tempo.kind === 'rubato') {
      const phrase = beat % (4 * plan.beatsPerBar);
      const depth = plan.tempo.depth;
      period *=
        1 +
        depth *
          (0.5 * Math.sin(beat / 5.1 + slow) + 0.3 * Math.sin(beat / 2.3 + quick) + 0.2 * Math.sin(beat / 11 + drift));
      if (phrase >= 4 * plan.beatsPerBar - 2) period *= 1 + depth;
      period *= 1 + (random() - 0.5) * depth * 0.3;
    }
    if (plan.gap !== undefined && beat + 1 === middle) period += plan.gap;
    times.push(times.at(-1)! + period);
  }
  return times;
}

function bpmAt(tempo: TempoPlan, share: number): number {
  switch (tempo.kind) {
    case 'steady':
    case 'rubato':
      return tempo.bpm;
    case 'ramp':
      return tempo.bpm + (tempo.to - tempo.bpm) * Math.min(1, share);
    case 'steps':
      return tempo.bpms[Math.min(tempo.bpms.length - 1, Math.floor(share * tempo.bpms.length))]!;
  }
}

/** Moves what stands on the second half of a beat. */
function swung(beat: number, swing: number): number {
  const whole = Math.floor(beat + 1e-9);
  const part = beat - whole;
  return whole + (part < 0.5 ? part * 2 * swing : swing + (part - 0.5) * 2 * (1 - swing));
}

type Tune = { at: number; beats: number; step: number }[][];

/** Four bars of melody as places, lengths and scale steps. */
function writeTune(random: Random, plan: SongPlan): Tune {
  const part = plan.parts === 3 ? 1 / 3 : 0.5;
  let step = 4;
  return Array.from({ length: 4 }, (_, bar) => {
    const notes: Tune[number] = [];
    let at = random() < 0.75 ? 0 : part;
    while (at < plan.beatsPerBar - 0.01) {
      const beats = Math.min(
        plan.beatsPerBar - at,
        pick(random, plan.parts === 3 ? [part, 2 * part, 1, 1] : [part, 1, 1, 1, 1.5, 2]),
      );
      step = Math.max(0, Math.min(9, step + Math.floor(random() * 5) - 2));
      if (random() < 0.85) notes.push({ at, beats, step });
      at += beats;
    }
    return bar === 3 ? notes.filter((note) => note.at < plan.beatsPerBar / 2) : notes;
  });
}

type BarOptions = {
  letter: string;
  first: number;
  index: number;
  isLast: boolean;
  degree: number;
  tune: Tune;
  tonic: number;
  scale: number[];
  random: Random;
  add: (instrument: Instrument, beat: number, note: { pitch?: number; beats?: number; level: number }) => void;
};

function writeBar(plan: SongPlan, options: BarOptions): void {
  const { letter, first, index, isLast, degree, tune, tonic, scale, random } = options;
  const { drums, bass, chords, melody } = plan.mix ?? { drums: 1, bass: 1, chords: 1, melody: 1 };
  const part = letter === 'i' ? (plan.intro ?? 1) : 1;
  const add = (
    instrument: Instrument,
    beat: number,
    note: { pitch?: number; beats?: number; level: number },
    gain: number,
  ) => options.add(instrument, beat, { ...note, level: note.level * gain * part });
  const pitchOf = (step: number): number => tonic + 12 * Math.floor(step / 7) + scale[((step % 7) + 7) % 7]!;
  const isQuiet = letter === 'i' || letter === 'o' || letter === 'c';
  const isLoud = letter === 'b';
  const chord = [degree, degree + 2, degree + 4].map(pitchOf);
  for (const stroke of strokes(plan.groove, plan.beatsPerBar)) {
    if (isQuiet && stroke.drum !== 'hat' && stroke.drum !== 'shaker' && stroke.drum !== 'kick') continue;
    if (random() < 0.03 && stroke.at > 0) continue;
    add(stroke.drum, first + stroke.at, { level: stroke.level * (isLoud ? 0.75 : 0.6) }, drums);
  }
  if (isLast && plan.groove !== 'none' && !isQuiet) {
    for (let beat = plan.beatsPerBar - 1; beat < plan.beatsPerBar - 0.01; beat += 0.25)
      add('snare', first + beat, { level: 0.45 }, drums);
  }
  for (const hit of accompany(plan.accompaniment, plan, chord)) {
    add(
      plan.chords,
      first + hit.at,
      { pitch: hit.pitch, beats: hit.beats, level: hit.level * (isLoud ? 0.36 : 0.28) },
      chords,
    );
  }
  if (isLoud && plan.chords !== 'pad')
    for (const pitch of chord) add('pad', first, { pitch: pitch + 12, beats: plan.beatsPerBar, level: 0.16 }, chords);
  if (!isQuiet || plan.groove === 'none') {
    const root = chord[0]! - 24;
    const places = bassPlaces(plan, random);
    places.forEach((at, place) => {
      add('bass', first + at, { pitch: root, beats: (places[place + 1] ?? plan.beatsPerBar) - at, level: 0.5 }, bass);
    });
  }
  if (letter !== 'i') {
    for (const note of tune[index % 4]!) {
      add(
        plan.melody,
        first + note.at,
        {
          pitch: pitchOf(note.step + 7),
          beats: note.beats,
          level: isLoud ? 0.34 : 0.26,
        },
        melody,
      );
    }
  }
}

function bassPlaces(plan: SongPlan, random: Random): number[] {
  const step = plan.bass === 'eighths' ? 1 / plan.parts : 1;
  if (plan.bass === 'eighths' || plan.bass === 'quarters') {
    return Array.from({ length: Math.round(plan.beatsPerBar / step) }, (_, index) => index * step);
  }
  if (plan.groove === 'none' || plan.beatsPerBar !== 4) return [0];
  return pick(random, [
    [0, 2],
    [0, 1.5, 2],
    [0, 2, 3],
  ]);
}

type Hit = { at: number; pitch: number; beats: number; level: number };

function accompany(kind: Accompaniment, plan: SongPlan, chord: number[]): Hit[] {
  const { beatsPerBar, parts } = plan;
  const part = 1 / parts;
  const all = (at: number, beats: number, level = 0.8): Hit[] => chord.map((pitch) => ({ at, pitch, beats, level }));
  const grid = (step: number): number[] =>
    Array.from({ length: Math.round(beatsPerBar / step) }, (_, index) => index * step);
  switch (kind) {
    case 'pad':
      return all(0, beatsPerBar, 1);
    case 'block':
      return grid(beatsPerBar % 2 === 0 && parts === 2 ? 2 : 1).flatMap((at) => all(at, 1.8, at === 0 ? 1 : 0.75));
    case 'eighths':
      return grid(part).flatMap((at) => all(at, part, Number.isInteger(at) ? 0.7 : 0.45));
    case 'arpeggio':
      return grid(part).map((at, index) => ({
        at,
        pitch: chord[[0, 1, 2, 1][index % 4]!]!,
        beats: 1.5 * part,
        level: index === 0 ? 1 : 0.8,
      }));
    case 'broken-sixteenths':
      return grid(part / 2).map((at, index) => ({
        at,
        pitch: chord[[0, 2, 1, 2][index % 4]!]! - (index % 4 === 0 ? 12 : 0),
        beats: part,
        level: index % 4 === 0 ? 0.9 : 0.6,
      }));
    case 'offbeat':
      return grid(1).flatMap((at) => all(at + 0.5, 0.3, 0.8));
    case 'oom-pah':
      return grid(1).flatMap((at) =>
        at === 0 ? [{ at, pitch: chord[0]! - 12, beats: 1, level: 1 }] : all(at, 0.6, 0.6),
      );
    case 'syncopated':
      return [0, 1.5, 2.5, 3].filter((at) => at < beatsPerBar).flatMap((at) => all(at, 0.6, 0.8));
  }
}
