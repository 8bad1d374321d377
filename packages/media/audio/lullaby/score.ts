import type { Mood } from '@kinora/capabilities';
import { pick, type Random, seededRandom } from '../random.ts';
import {
  type Chord,
  chooseKey,
  chooseProgressions,
  type Key,
  pitchOf,
  type Progression,
  raiseLeading,
  voiceChord,
} from './harmony.ts';
import { chooseRhythm, type Tone, varyTune, writePhrase } from './melody.ts';

/** Sounds a lullaby is played with. */
export type Timbre = 'music-box' | 'felt-piano' | 'harp' | 'pad';

/** One note. `start` and `length` in seconds, `pitch` as a MIDI number, `velocity` 0 to 1, `pan` −1 (left) to 1. */
export type Note = {
  timbre: Timbre;
  part: 'tune' | 'accompaniment' | 'pad' | 'bass';
  start: number;
  length: number;
  pitch: number;
  velocity: number;
  pan: number;
};

/** A lullaby on paper. */
export type Score = {
  key: Key;
  /** Beats a minute. */
  tempo: number;
  metre: 3 | 4;
  lead: Timbre;
  notes: Note[];
  /** Chord of each bar, for those who check. */
  bars: { start: number; chords: readonly Chord[] }[];
  seconds: number;
};

type Phrase = { chords: Progression; tune: Tone[] };

/**
 * Writes a lullaby: parallel periods (a phrase that asks, a phrase that answers), a middle part, a cadence that slows
 * down and ends on the tonic.
 * @param options.seed Decides key, tempo, metre, harmony, tune and timbres.
 * @param options.seconds Length, > 0.
 * @param options.mood Default `calm`; `wistful` is in minor, `sleepy` and `calm` are slower.
 */
export function writeLullaby(options: { seed: number; seconds: number; mood?: Mood }): Score {
  const { seconds, mood = 'calm' } = options;
  const random = seededRandom(options.seed);
  const key = chooseKey(random, mood);
  const metre = random() < 0.6 ? 3 : 4;
  const wanted = mood === 'sleepy' || mood === 'calm' ? 56 + 10 * random() : 60 + 12 * random();
  // Whole bars, the last one ringing for another two beats.
  const beats = Math.max(metre, (seconds * wanted) / 60 - 2);
  const bars = Math.max(1, Math.round(beats / metre));
  const tempo = Math.min(72, Math.max(56, ((bars * metre + 2) * 60) / seconds));
  const beat = 60 / tempo;
  const lead: Timbre = pick(random, ['music-box', 'music-box', 'felt-piano', 'harp']);
  const backing: Timbre =
    lead === 'harp' ? 'felt-piano' : lead === 'felt-piano' ? 'harp' : pick(random, ['felt-piano', 'harp']);
  const song = writeSong(random, { key, metre });
  const plan = planBars(bars, { song, metre, random });
  const times = barTimes(plan.length, { beat, metre, seconds });
  const notes: Note[] = [];
  playTune(notes, { plan, times, key, metre, lead, random });
  playBacking(notes, { plan, times, key, metre, backing, random });
  return {
    key,
    tempo,
    metre,
    lead,
    notes: notes.filter((note) => note.start < seconds).sort((a, b) => a.start - b.start),
    bars: plan.map((bar, index) => ({ start: times[index]!, chords: bar.chords })),
    seconds,
  };
}

type Song = { opening: Phrase; answer: Phrase; departure: Phrase };

function writeSong(random: Random, { key, metre }: { key: Key; metre: 3 | 4 }): Song {
  const { opening, answer, departure } = chooseProgressions(random, key);
  const rhythm = chooseRhythm(random, metre);
  const lift = 2 + 2 * random();
  const first = writePhrase(random, { chords: opening, rhythm, metre, end: [1, 4, 6], lift });
  const closing = writePhrase(random, { chords: answer, rhythm, metre, end: [0], from: first.at(-1)!.degree, lift });
  // The answer begins as the question did where the chords allow it: that is what makes a tune stick.
  const isParallel = answer[0]![0]!.degree === opening[0]![0]!.degree;
  const answerTune = isParallel
    ? [...barOf(first, 0, metre), ...closing.filter((tone) => tone.beat >= metre)]
    : closing;
  const other = chooseRhythm(random, metre);
  const middle = writePhrase(random, {
    chords: departure,
    rhythm: other,
    metre,
    end: [1, 4, 6],
    from: 2,
    lift: lift + 1,
  });
  return {
    opening: { chords: opening, tune: first },
    answer: { chords: answer, tune: answerTune },
    departure: { chords: departure, tune: middle },
  };
}

function barOf(tune: Tone[], bar: number, metre: number): Tone[] {
  return tune.filter((tone) => tone.beat >= bar * metre && tone.beat < (bar + 1) * metre);
}

type Bar = { chords: readonly Chord[]; tune: Tone[]; verse: number; isLast: boolean };

/**
 * Fills any number of bars with verses of eight. What is left over becomes up to three bars of introduction and, from
 * four on, a last phrase sung once more. The last bar is the tonic.
 */
function planBars(count: number, { song, metre, random }: { song: Song; metre: 3 | 4; random: Random }): Bar[] {
  const verses = Math.floor((count - 1) / 8);
  const rest = count - 1 - verses * 8;
  const introduction = verses === 0 ? rest : rest % 4;
  const vamp = [song.opening.chords[0]!, song.opening.chords[2]!];
  const plan: Bar[] = Array.from({ length: introduction }, (_, bar) => ({
    chords: vamp[bar % 2]!,
    tune: [],
    verse: 0,
    isLast: false,
  }));
  const sing = ({ chords, tune }: Phrase, verse: number) => {
    const sung = verse === 0 ? tune : varyTune(random, tune, 0.4);
    for (const [bar, inBar] of chords.entries()) {
      const tones = barOf(sung, bar, metre).map((tone) => ({ ...tone, beat: tone.beat - bar * metre }));
      plan.push({ chords: inBar, tune: tones, verse, isLast: false });
    }
  };
  for (let verse = 0; verse < verses; verse++) {
    sing(verse % 3 === 2 ? song.departure : song.opening, verse);
    sing(song.answer, verse);
  }
  if (verses > 0 && rest >= 4) sing(song.answer, 0);
  plan.push({ chords: [{ degree: 0 }], tune: [], verse: verses, isLast: true });
  return plan;
}

/** Start of each bar in seconds; the last three bars slow down so that the final chord rings for two beats and a bar. */
function barTimes(count: number, { beat, metre, seconds }: { beat: number; metre: number; seconds: number }): number[] {
  const slowing = Math.min(3, count - 1);
  const stretch = [1.04, 1.09, 1.16].slice(3 - slowing);
  const lengths = Array.from({ length: count }, (_, index) => stretch[index - (count - 1 - slowing)] ?? 1);
  const ring = (metre + 2) * beat;
  const total = lengths.slice(0, -1).reduce((sum, length) => sum + length, 0);
  const bar = total > 0 ? Math.max(0.1, (seconds - ring) / total) : 0;
  let time = 0;
  return lengths.map((length) => {
    const start = time;
    time += length * bar;
    return start;
  });
}

type Stage = { plan: Bar[]; times: number[]; key: Key; metre: 3 | 4; random: Random };

function playTune(notes: Note[], { plan, times, key, metre, lead, random }: Stage & { lead: Timbre }): void {
  // The tune lies where its instrument sings: the tonic between D4 and C♯5, on a music box between G4 and F♯5.
  const lowest = lead === 'music-box' ? 67 : 62;
  const base = Math.ceil((lowest - key.tonic) / 12) - 1;
  for (const [index, bar] of plan.entries()) {
    const start = times[index]!;
    const beat = ((times[index + 1] ?? start + 4) - start) / metre;
    for (const tone of bar.tune) {
      const chord = bar.chords[Math.min(bar.chords.length - 1, Math.floor((tone.beat / metre) * bar.chords.length))]!;
      const accent = tone.beat === 0 ? 0.08 : tone.beat % 1 === 0 ? 0 : -0.08;
      notes.push({
        timbre: lead,
        part: 'tune',
        start: start + tone.beat * beat + 0.012 * random(),
        length: tone.length * beat,
        pitch: raiseLeading(key, chord, pitchOf(key, tone.degree, base)),
        velocity: 0.7 + accent + 0.1 * random() - (bar.verse > 0 && bar.verse % 3 === 0 ? 0.05 : 0),
        pan: 0.12,
      });
    }
    if (bar.isLast) {
      for (const [place, degree] of [0, 4, 7].entries()) {
        const pitch = pitchOf(key, degree, base);
        const roll = start + 0.18 * place;
        notes.push({
          timbre: lead,
          part: 'tune',
          start: roll,
          length: 4,
          pitch,
          velocity: 0.5 - 0.06 * place,
          pan: 0.12,
        });
      }
    }
  }
}

function playBacking(notes: Note[], { plan, times, key, metre, backing, random }: Stage & { backing: Timbre }): void {
  const pattern =
    metre === 3
      ? pick(random, [
          [0, 1, 2],
          [0, 2, 1],
        ])
      : pick(random, [
          [0, 1, 2, 1],
          [0, 2, 1, 2],
        ]);
  let pads: number[] | undefined;
  let middle: number[] | undefined;
  for (const [index, bar] of plan.entries()) {
    const start = times[index]!;
    const length = (times[index + 1] ?? start + 5) - start;
    const beat = length / metre;
    for (const [half, chord] of bar.chords.entries()) {
      const from = start + (half * length) / bar.chords.length;
      const lasts = length / bar.chords.length;
      pads = voiceChord(key, chord, { floor: 55, before: pads });
      middle = voiceChord(key, chord, { floor: 52, before: middle });
      const raise = (pitch: number) => raiseLeading(key, chord, pitch);
      const root = pitchOf(key, chord.bass ?? chord.degree, 2);
      const bass = root > 50 ? root - 12 : root;
      notes.push({
        timbre: 'felt-piano',
        part: 'bass',
        start: from + 0.01 * random(),
        length: lasts,
        pitch: raise(bass),
        velocity: 0.42,
        pan: -0.05,
      });
      for (const [voice, pitch] of pads.entries()) {
        notes.push({
          timbre: 'pad',
          part: 'pad',
          start: from,
          length: lasts,
          pitch: raise(pitch),
          velocity: 0.19,
          pan: (voice - 1) * 0.5,
        });
      }
      const steps = bar.isLast ? [0, 1, 2] : pattern;
      const count = bar.isLast ? 3 : Math.round(metre / bar.chords.length);
      for (let step = bar.isLast ? 0 : 1; step < count; step++) {
        notes.push({
          timbre: backing,
          part: 'accompaniment',
          start: from + step * (bar.isLast ? 0.16 : beat) + 0.015 * random(),
          length: beat,
          pitch: raise(middle[steps[step % steps.length]!]!),
          velocity: 0.34 + 0.06 * random(),
          pan: -0.3,
        });
      }
    }
  }
}
